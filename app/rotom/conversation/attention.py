"""The microphone while it is open: looked after, given up where it died, and opened again."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from rotom.conversation.events import Event, MicrophoneOpen, Problem
from rotom.domain.engines import EngineError, Microphone
from rotom.domain.speech import Samples
from rotom.domain.wording import worded
from rotom.stage import Stage

WATCH_S = 0.5
"""How often an open microphone is looked after."""

FIRST_TRY_S, LAST_TRY_S = 1.0, 30.0
"""How long after it went away it is tried again; then after twice as long, up to the last."""

SILENT = worded(
    "The microphone gives no sound any more. Plug it in again, or choose another one under "
    "Listening, Microphone; hands-free goes on by itself when it is back."
)

MUTE_FRAMES = 156
"""An open microphone that gives nothing but zeros for so long (5 s) is muted: any other one hisses.
One that was silent for a shorter time before may have a gate that lets only speech through."""

WAKES_FRAMES = 15
"""A microphone may be silent for half a second: after it was opened, or where a buffer ran dry."""

MUTED = worded(
    "Nothing at all comes from the microphone, so it seems to be muted. Turn it on in the system's "
    "sound settings or by its own switch, or choose another one under Listening, Microphone."
)

UNHEARD = worded("I heard nothing. Hold the button while you talk.")


class Attention:
    """The microphone of the listening stage, on whose thread all methods are called.

    `take` gets the frames, on the audio thread; `lost` is told, on the stage, why there are no
    more, and the microphone is closed by then.
    """

    def __init__(
        self,
        microphone: Microphone,
        take: Callable[[Samples], None],
        lost: Callable[[str], None],
        emit: Callable[[Event], None],
    ) -> None:
        self._microphone = microphone
        self._take = take
        self._lost = lost
        self._emit = emit
        self._opening: object = None
        self._trying: object = None
        self._begin()

    def _begin(self) -> None:
        self._mute_frames = 0
        self._has_sounded = self._has_gate = self._told_mute = False

    @property
    def is_mute(self) -> bool:
        """Whether nothing but zeros comes, which no gate explains."""
        return self._mute_frames > WAKES_FRAMES and not self._has_gate

    @property
    def why_unheard(self) -> str:
        """What to tell who spoke and was not heard."""
        return MUTED if self.is_mute else UNHEARD

    @property
    def is_open(self) -> bool:
        return self._opening is not None

    def prepare(self) -> None:
        """Loads what the first press would wait for; what is missing is told by who opens it."""
        with suppress(EngineError):
            self._microphone.prepare()

    def open(self, stage: Stage[Callable[[], None]]) -> None:
        """Opens it, with `stage` to look after it; EngineError where that cannot be."""
        opening = object()
        self._microphone.open(self._take, lambda why: stage.post(partial(self._gone, opening, why)))
        self._opening, self._trying = opening, None
        self._begin()
        self._emit(MicrophoneOpen(True))
        stage.later(partial(self._look_after, stage, opening), WATCH_S)

    def close(self) -> None:
        self._trying = None
        if self.is_open:
            self._opening = None
            self._microphone.close()
            self._emit(MicrophoneOpen(False))

    def use(self, microphone: Microphone) -> None:
        self.close()
        self._microphone = microphone

    def note(self, frame: Samples) -> None:
        """A frame came; where it is one more of a mute microphone, that is told once."""
        if frame.any():
            self._has_gate |= self.is_mute and self._has_sounded and not self._told_mute
            self._has_sounded, self._mute_frames = True, 0
            return
        self._mute_frames += 1
        if self.is_mute and self._mute_frames >= MUTE_FRAMES and not self._told_mute:
            self._told_mute = True
            self._emit(Problem(MUTED))

    def try_again(self, stage: Stage[Callable[[], None]], opened: Callable[[], None]) -> None:
        """Tries until it is open or closed, without a word; then calls `opened`."""
        self._trying = trying = object()

        def attempt(waited_s: float) -> None:
            if self._trying is not trying:
                return
            try:
                self.open(stage)
            except EngineError:
                wait_s = min(LAST_TRY_S, 2 * waited_s)
                stage.later(partial(attempt, wait_s), wait_s)
            else:
                opened()

        stage.later(partial(attempt, FIRST_TRY_S), FIRST_TRY_S)

    def _look_after(self, stage: Stage[Callable[[], None]], opening: object) -> None:
        """A sound server may die without a word."""
        if opening is not self._opening:
            return
        if self._microphone.stalled:
            self._gone(opening, SILENT)
        else:
            stage.later(partial(self._look_after, stage, opening), WATCH_S)

    def _gone(self, opening: object, why: str) -> None:
        if opening is self._opening:
            self.close()
            self._lost(why)
