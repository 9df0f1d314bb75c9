"""Hands the sounds of replies to the loudspeaker, looks after it, and brings its news."""

from collections.abc import Callable
from functools import partial

from rotom.conversation.events import Event, Problem
from rotom.conversation.turn import Turn
from rotom.domain.engines import EngineError, Loudspeaker, Overheard
from rotom.domain.speech import AudioChunk
from rotom.domain.wording import worded
from rotom.stage import Stage

WATCH_S = 0.5
"""How often the loudspeaker is looked after while something sounds."""

WENT_AWAY = worded(
    "The loudspeaker went away. Plug it in again, or choose another one under Voice, Loudspeaker. "
    "Until then replies are only shown."
)


class Sounding:
    """The loudspeaker of the speaking stage. Where nothing else is said, its stage calls.

    What it has to tell is told on a thread of its own, because the stage may be busy with the next
    sentence: the face and the caption go with what sounds now.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        stage: Stage[Callable[[], None]],
        emit: Callable[[Event], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._loudspeaker = loudspeaker
        self._news: Stage[Callable[[], None]] = Stage("sounding", lambda news: news(), on_error)
        self._stage = stage
        self._emit = emit
        self._sounds = 0
        self._watched = False
        self._deaf_told = False
        self._overheard_by: Overheard | None = None

    def start(self) -> None:
        self._news.start()

    def stop(self) -> None:
        """Before its stage stops: all that was to be told is told then."""
        self._news.stop()

    def tell(self, news: Callable[[], None]) -> None:
        """Calls after what happened before was told; any thread may ask for it."""
        self._news.post(news)

    def play(
        self,
        turn: Turn,
        audio: AudioChunk,
        started: Callable[[], None],
        silent: Callable[[], None],
        ended: Callable[[float, bool], None],
    ) -> bool:
        """Hands the sound on unless the turn was cancelled; False where it cannot be heard.

        `started` comes on the audio thread; `silent` as news, once it does not sound any more;
        `ended` then on the stage: with the fraction that was heard, and whether the loudspeaker
        went away meanwhile.
        """
        loudspeaker = self._loudspeaker

        def over(fraction: float) -> None:
            self.tell(partial(told, fraction))

        def told(fraction: float) -> None:
            silent()
            self._stage.post(partial(self._over, turn, loudspeaker, fraction, ended))

        def hand_on() -> None:
            loudspeaker.play(sound, started, over)
            self._sounds += 1

        try:
            # What takes time comes before: nobody who cancels the turn has to wait for it.
            sound = loudspeaker.prepared(audio)
            turn.unless_cancelled(hand_on)
        except EngineError as error:
            self._tell_once(worded("{why} Until then replies are only shown.", why=error))
            return False
        self._deaf_told = False
        self._watch()
        return True

    def fall_silent(self) -> None:
        """At once; any thread may call it."""
        self._loudspeaker.stop()

    def set_volume(self, volume: float) -> None:
        """Any thread may call it."""
        self._loudspeaker.set_volume(volume)

    def overheard_by(self, listen: Overheard) -> None:
        """Calls on the audio thread with all that sounds from now on, whichever device it is."""
        self._overheard_by = listen
        self._loudspeaker.overheard_by(listen)

    def use(self, loudspeaker: Loudspeaker, volume: float) -> None:
        """Changes where sound goes; any thread may call it."""
        before, self._loudspeaker = self._loudspeaker, loudspeaker
        if self._overheard_by is not None:
            loudspeaker.overheard_by(self._overheard_by)
        loudspeaker.set_volume(volume)
        before.stop()
        self._stage.post(before.close)

    def close(self) -> None:
        self._loudspeaker.close()

    def _watch(self) -> None:
        if self._sounds and not self._watched:
            self._watched = True
            self._stage.later(self._look_after, WATCH_S)

    def _look_after(self) -> None:
        """A sound server may die without a word: then the sounds end here."""
        self._watched = False
        if self._loudspeaker.stalled:
            self._loudspeaker.stop()
        self._watch()

    def _over(
        self,
        turn: Turn,
        loudspeaker: Loudspeaker,
        fraction: float,
        ended: Callable[[float, bool], None],
    ) -> None:
        self._sounds -= 1
        went_away = fraction < 1.0 and not turn.is_cancelled()
        if went_away and loudspeaker is self._loudspeaker:
            self._tell_once(WENT_AWAY)
        ended(fraction, went_away)

    def _tell_once(self, sentence: str) -> None:
        """Once, until a sound could be handed on again."""
        if not self._deaf_told:
            self._deaf_told = True
            self._emit(Problem(sentence))
