"""Follows what is said without a button: an utterance from its first frame to its end."""

from collections import deque
from collections.abc import Callable

from rotom.conversation.hearing import PRE_ROLL_FRAMES
from rotom.conversation.manner import ListeningManner
from rotom.conversation.pausing import Pausing
from rotom.conversation.presence import Presence
from rotom.conversation.recordings import joined
from rotom.conversation.speaking import Speaking
from rotom.conversation.thinking import Thinking
from rotom.conversation.turn import Turn
from rotom.domain.endpointing import Boundary
from rotom.domain.laughter import has_long_vowel, is_laughter, may_become_laughter
from rotom.domain.speech import Samples

LATE_FRAMES = 10
"""320 ms: so late voice activity may notice laughter."""

DOUBT_FRAMES = 3
"""So much longer is waited for the second vowel of what may become laughter: 96 ms."""


class Following:
    """The utterance of now, if there is one. The listening stage calls all methods."""

    def __init__(
        self,
        open_turn: Callable[[], Turn],
        interrupt: Callable[[], None],
        thinking: Thinking,
        speaking: Speaking,
        presence: Presence,
        manner: ListeningManner,
    ) -> None:
        self._open_turn = open_turn
        self._interrupt = interrupt
        self._thinking = thinking
        self._speaking = speaking
        self._presence = presence
        self._manner = manner
        self._pausing = Pausing(manner.patience, manner.language)
        self._turn: Turn | None = None
        self._thought_ahead = False
        self._talks_over = False
        self._laughing = False
        self._doubted_frames = 0
        self.may_think_ahead = True
        self._noticed = 0
        self._came_s = 0.0
        self._utterance: list[Samples] = []
        self._before: deque[Samples] = deque(maxlen=PRE_ROLL_FRAMES)

    @property
    def in_utterance(self) -> bool:
        return self._pausing.in_utterance

    @property
    def _last_sound_s(self) -> float:
        return self._came_s - self._pausing.silence_ms / 1000

    def use(self, manner: ListeningManner) -> None:
        """Begins anew."""
        self._manner = manner
        self._pausing.use(manner.patience, manner.language)
        self.forget()

    def pass_over(self) -> None:
        """What comes next does not follow what came before."""
        self._before.clear()
        self._pausing.reset()

    def follow(self, frame: Samples, probability: float, came_s: float) -> None:
        """The next frame, how probably it is the user's speech, and when it came (monotonic)."""
        self._came_s = came_s
        understood = self._turn.understood if self._turn is not None else None
        boundary = self._pausing.feed(frame, probability, understood)
        if self._pausing.in_utterance or boundary is Boundary.ENDED:
            self._utterance.append(frame)
            if self._turn is not None and not self._thought_ahead:
                self._thinking.sound(self._turn, frame)
        match self._without_laughter(boundary):
            case Boundary.STARTED:
                self._utterance = [*self._before, frame]
                self._noticed = max(0, len(self._before) - LATE_FRAMES)
                self._talks_over = self._speaking.is_sounding
                self._speaking.duck(self._talks_over)
            case Boundary.DISMISSED:
                self._speaking.duck(False)
                self._listen_for_stop()
                self.forget()
            case Boundary.CONFIRMED:
                self._begin_turn()  # first: what it cancels must not grow loud again
                self._speaking.duck(False)
            case Boundary.PAUSED if self._manner.speculate and self.may_think_ahead:
                self._think_ahead()
            case Boundary.RESUMED if self._thought_ahead:
                self._begin_turn()
            case Boundary.ENDED:
                self.end()
        self._before.append(frame)

    def end(self) -> None:
        """The turn ends here, if there is one."""
        turn, self._turn = self._turn, None
        if turn is not None:
            if not self._thought_ahead:
                turn.speech_ended(self._last_sound_s)
                self._thinking.finish(turn)
            turn.commit()
            self._presence.note("listening", False)
        self.forget()

    def forget(self) -> None:
        """Drops what was begun and not ended."""
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None
            self._presence.note("listening", False)
        self._thought_ahead = self._talks_over = self._laughing = False
        self._doubted_frames = 0
        self._utterance = []
        self._pausing.reset()

    def _begin_turn(self) -> None:
        """A new turn takes the whole utterance so far; the one before it is cancelled by that."""
        said = self._speaking.said.lately()
        self._turn = self._open_turn()
        self._turn.talks_over, self._turn.spoken_over = self._talks_over, said
        self._thought_ahead = False
        self._thinking.begin(self._turn, self._manner.language)
        self._thinking.sound(self._turn, joined(self._utterance))
        self._presence.note("listening", True)

    def _without_laughter(self, boundary: Boundary) -> Boundary:
        """Laughter over a reply confirms nothing: its first pause dismisses it, or words follow."""
        if boundary is Boundary.CONFIRMED and self._talks_over:
            self._doubted_frames = 1 + DOUBT_FRAMES
        if self._doubted_frames:
            return self._doubted()
        if not self._laughing:
            return boundary
        if boundary in {Boundary.PAUSED, Boundary.ENDED}:
            return Boundary.DISMISSED
        self._laughing = not has_long_vowel(self._noticed_sound)
        return Boundary.NOTHING if self._laughing else Boundary.CONFIRMED

    def _doubted(self) -> Boundary:
        """Confirmed as soon as it cannot become laughter, or has not become any."""
        sound = self._noticed_sound
        self._laughing = is_laughter(sound)
        goes_on = not self._laughing and may_become_laughter(sound)
        self._doubted_frames = self._doubted_frames - 1 if goes_on else 0
        awaited = self._laughing or self._doubted_frames
        return Boundary.NOTHING if awaited else Boundary.CONFIRMED

    @property
    def _noticed_sound(self) -> Samples:
        return joined(self._utterance[self._noticed :])

    def _listen_for_stop(self) -> None:
        """A word that stops may be shorter than what is taken for an utterance."""
        if self._talks_over:
            sound = joined(self._utterance)
            self._thinking.listen_for_stop(sound, self._manner.language, self._interrupt)

    def _think_ahead(self) -> None:
        if self._turn is not None:
            self._thought_ahead = True
            self._turn.speech_ended(self._last_sound_s)
            self._thinking.finish(self._turn)
