"""A try of the microphone: a few seconds of it, recorded for the user to hear."""

from collections.abc import Callable

from rotom.conversation.recordings import joined, level_of
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples

TRIAL_S = 3.0


class Trial:
    """Takes frames until there are enough. Used by the listening stage."""

    def __init__(self, done: "Callable[[Samples | None], None]") -> None:
        """`done` gets what was recorded, once; None where the microphone gave nothing."""
        self._done = done
        self._frames: list[Samples] = []

    def take(self, frame: Samples) -> bool:
        """Takes the next frame; True where that was the last one."""
        self._frames.append(frame)
        return len(self._frames) * FRAME_SAMPLES >= TRIAL_S * HEARING_RATE_HZ

    def end(self) -> None:
        self._done(joined(self._frames) if self._frames else None)


def loudest(samples: Samples) -> float:
    """The level of the loudest frame, 0 to 1."""
    starts = range(0, len(samples), FRAME_SAMPLES)
    return max((level_of(samples[at : at + FRAME_SAMPLES]) for at in starts), default=0.0)
