"""Follows what a user says without a button, and decides how long a pause in it may last."""

from collections import deque

from rotom.conversation.recordings import joined
from rotom.domain.endpointing import FRAME_MS, Boundary, Endpointer, Patience
from rotom.domain.speech import Language, Samples, Transcript
from rotom.domain.turn_end import UNDECIDED, Habit, finished, finished_by_tone, learned, wait_ms

_TONE_FRAMES = int(1000 / FRAME_MS)
"""The tone is in the last second of an utterance."""


LONGEST_FRAMES = int(120_000 / FRAME_MS)
"""Two minutes: then an utterance is taken as it is."""


class Pausing:
    """An endpointer whose patience follows the words, the tone, and how this user pauses."""

    def __init__(self, patience: Patience, language: Language) -> None:
        self.habit = Habit()
        self._tone = UNDECIDED
        self._newest: deque[Samples] = deque(maxlen=_TONE_FRAMES)
        self.use(patience, language)

    def use(self, patience: Patience, language: Language) -> None:
        """Begins anew; the habit stays, it is the user's."""
        self._endpointer = Endpointer(patience)
        self._frames = 0
        self._language = language

    def reset(self) -> None:
        self._endpointer.reset()

    @property
    def in_utterance(self) -> bool:
        return self._endpointer.in_utterance

    @property
    def silence_ms(self) -> float:
        """How long the newest silence lasted."""
        return self._endpointer.silence_ms

    def feed(self, frame: Samples, probability: float, understood: Transcript | None) -> Boundary:
        """Which boundary the frame is; `understood` is what is of the utterance so far, None while
        that is not known."""
        endpointer = self._endpointer
        self._newest.append(frame)
        if endpointer.is_paused:
            share = finished(understood, self._tone, self._language)
            endpointer.end_ms = wait_ms(endpointer.patience.end_ms, share, self.habit)
        boundary = endpointer.feed(probability)
        if boundary is Boundary.PAUSED:
            self._tone = finished_by_tone(joined(list(self._newest)))
        elif boundary is Boundary.RESUMED:
            self.habit = learned(self.habit, endpointer.silence_ms)
        self._frames = self._frames + 1 if endpointer.in_utterance else 0
        if self._frames > LONGEST_FRAMES:
            endpointer.reset()
            self._frames, endpointer.silence_ms = 0, 0.0
            return Boundary.ENDED
        return boundary
