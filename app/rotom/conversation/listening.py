"""Decides when somebody speaks to Rotom: push-to-talk, hands-free, or a sound file."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rotom.conversation.attention import Attention
from rotom.conversation.events import Event, Problem
from rotom.conversation.hearing import PRE_ROLL_FRAMES, Hearing
from rotom.conversation.pausing import Pausing
from rotom.conversation.presence import Presence
from rotom.conversation.recordings import MEANT_MS, joined, spoken_part
from rotom.conversation.speaking import Speaking
from rotom.conversation.thinking import Thinking
from rotom.conversation.turn import Turn
from rotom.domain.endpointing import FRAME_MS, Boundary, Patience
from rotom.domain.engines import EngineError, Microphone, VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.stage import Stage

INBOX_FRAMES = 300
"""About ten seconds of sound may wait; beyond that frames are lost."""


@dataclass(frozen=True, slots=True)
class ListeningManner:
    """When Rotom listens, and how long it lets the user pause."""

    hands_free: bool = False
    headphones: bool = False
    speculate: bool = True
    language: Language = Language.ENGLISH
    patience: Patience = Patience()


class Listening:
    """The listening stage. Its public methods may be called from any thread."""

    def __init__(
        self,
        load_vad: Callable[[], VoiceActivity] | None,
        microphone: Microphone,
        open_turn: Callable[[], Turn],
        interrupt: Callable[[], None],
        thinking: Thinking,
        speaking: Speaking,
        presence: Presence,
        emit: Callable[[Event], None],
        on_error: Callable[[Exception], None],
        manner: ListeningManner,
    ) -> None:
        self._load_vad = load_vad
        self._open_turn = open_turn
        self._interrupt = interrupt
        self._thinking = thinking
        self._speaking = speaking
        self._presence = presence
        self._emit = emit
        self._manner = manner
        self._hearing = Hearing()
        self._pausing = Pausing(manner.patience, manner.language)
        self._muted = False
        self._held: Turn | None = None
        self._voiced_ms = 0.0
        self._turn: Turn | None = None
        self._thought_ahead = False
        self._utterance: list[Samples] = []
        self._before: deque[Samples] = deque(maxlen=PRE_ROLL_FRAMES)
        self._talks_over = False
        self._stage: Stage[Callable[[], None]] = Stage(
            "listening", lambda work: work(), on_error, self._set_up, self._close
        )
        self._microphone = Attention(microphone, self._deliver, self._lost, emit)

    def start(self) -> None:
        self._stage.start()

    def stop(self) -> None:
        self._stage.stop()

    def press(self) -> None:
        """Push-to-talk goes down: the microphone opens, whatever the mode."""
        self._stage.post(self._press)

    def release(self) -> None:
        self._stage.post(self._release)

    def mute(self, muted: bool) -> None:
        """Closes the microphone and keeps it closed, or lets it be opened again."""
        self._stage.post(partial(self._mute, muted))

    def use(self, manner: ListeningManner) -> None:
        self._stage.post(partial(self._use, manner))

    def use_microphone(self, microphone: Microphone) -> None:
        self._stage.post(partial(self._use_microphone, microphone))

    def hear(self, turn: Turn, samples: Samples) -> None:
        """Takes a whole recording at 16 kHz as what the user said in `turn`, and commits it."""
        self._stage.post(partial(self._hear, turn, samples))

    def _set_up(self) -> None:
        try:
            self._hearing = Hearing(self._load_vad() if self._load_vad is not None else None)
        except EngineError as error:
            self._emit(Problem(str(error)))
        self._use(self._manner)

    def _use(self, manner: ListeningManner) -> None:
        self._manner = manner
        self._pausing.use(manner.patience, manner.language)
        self._forget_utterance()
        self._open_or_close()

    def _use_microphone(self, microphone: Microphone) -> None:
        self._microphone.use(microphone)
        self._open_or_close()

    def _mute(self, muted: bool) -> None:
        self._muted = muted
        if muted and self._held is not None:
            self._held.cancel()
            self._held = None
        self._open_or_close()

    def _open_or_close(self) -> None:
        wanted = not self._muted and (self._manner.hands_free or self._held is not None)
        if wanted and not self._microphone.is_open:
            self._open()
        elif not wanted:
            self._close()
        if not wanted:
            self._forget_utterance()

    def _open(self) -> None:
        try:
            self._microphone.open(self._stage)
        except EngineError as error:
            self._emit(Problem(str(error)))
            if self._held is not None:
                self._held.cancel(str(error))
                self._held = None
            self._wait_for_microphone()
        else:
            self._opened()

    def _opened(self) -> None:
        self._hearing.reset()
        self._before.clear()

    def _wait_for_microphone(self) -> None:
        """Hands-free goes on by itself once there is a microphone again."""
        if self._manner.hands_free and not self._muted:
            self._microphone.try_again(self._stage, self._opened)

    def _close(self) -> None:
        self._microphone.close()
        self._presence.note("listening", False)

    def _deliver(self, frame: Samples) -> None:
        """On the audio thread: offers and returns."""
        self._stage.offer(partial(self._frame, frame), INBOX_FRAMES)

    def _lost(self, why: str) -> None:
        self._emit(Problem(why))
        if self._held is not None:
            self._release()
        elif self._turn is not None:
            self._end_of_turn()
        if not self._microphone.is_open:
            self._wait_for_microphone()

    def _press(self) -> None:
        if self._held is not None:
            return
        if self._muted:
            self._emit(Problem("The microphone is muted. Press mute again to let Rotom hear you."))
            return
        self._forget_utterance()
        self._voiced_ms = 0.0
        self._held = self._open_turn()
        self._open_or_close()
        if self._held is not None:
            self._thinking.begin(self._held, self._manner.language)
            self._presence.note("listening", True)

    def _release(self) -> None:
        turn, self._held = self._held, None
        if turn is None:
            return
        turn.speech_ended()
        if self._hearing.vad is not None and self._voiced_ms < MEANT_MS:
            turn.cancel("I heard nothing. Hold the button while you talk.")
            self._emit(Problem("I heard nothing. Hold the button while you talk."))
        else:
            turn.commit()
            self._thinking.finish(turn)
        self._presence.note("listening", False)
        self._open_or_close()

    def _frame(self, frame: Samples) -> None:
        if not self._microphone.is_open:
            return
        following = self._held is not None or self._pausing.in_utterance
        heard = self._hearing.take(frame, following)
        self._emit(heard)
        if self._held is not None:
            self._voiced_ms += FRAME_MS if heard.speech >= 0.5 else 0.0
            self._thinking.sound(self._held, frame)
        elif not self._hears_itself():
            self._follow(frame, heard.speech)

    def _hears_itself(self) -> bool:
        """Without headphones the open microphone would take Rotom's voice for the user's."""
        if self._manner.headphones:
            return False
        if sounding := self._speaking.is_sounding:
            self._before.clear()
            self._pausing.reset()
        return self._hearing.is_echo(sounding)

    def _follow(self, frame: Samples, probability: float) -> None:
        """Hands-free: follows an utterance from its first frame to the end of the turn."""
        words = self._turn.words if self._turn is not None else ""
        boundary = self._pausing.feed(frame, probability, words)
        if self._pausing.in_utterance or boundary is Boundary.ENDED:
            self._utterance.append(frame)
            if self._turn is not None and not self._thought_ahead:
                self._thinking.sound(self._turn, frame)
        match boundary:
            case Boundary.STARTED:
                self._utterance = [*self._before, frame]
                self._talks_over = self._speaking.is_sounding
                self._speaking.duck(self._talks_over)
            case Boundary.DISMISSED:
                self._speaking.duck(False)
                self._listen_for_stop()
                self._forget_utterance()
            case Boundary.CONFIRMED:
                self._begin_turn()  # first: what it cancels must not grow loud again
                self._speaking.duck(False)
            case Boundary.PAUSED if self._manner.speculate:
                self._think_ahead()
            case Boundary.RESUMED if self._thought_ahead:
                self._begin_turn()
            case Boundary.ENDED:
                self._end_of_turn()
        self._before.append(frame)

    def _begin_turn(self) -> None:
        """A new turn takes the whole utterance so far; the one before it is cancelled by that."""
        self._turn = self._open_turn()
        self._turn.talks_over = self._talks_over
        self._thought_ahead = False
        self._thinking.begin(self._turn, self._manner.language)
        self._thinking.sound(self._turn, joined(self._utterance))
        self._presence.note("listening", True)

    def _listen_for_stop(self) -> None:
        """A word that stops may be shorter than what is taken for an utterance."""
        if self._talks_over:
            sound = joined(self._utterance)
            self._thinking.listen_for_stop(sound, self._manner.language, self._interrupt)

    def _think_ahead(self) -> None:
        if self._turn is not None:
            self._thought_ahead = True
            self._turn.speech_ended(seconds_ago=self._manner.patience.pause_ms / 1000)
            self._thinking.finish(self._turn)

    def _end_of_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            if not self._thought_ahead:
                turn.speech_ended(seconds_ago=self._pausing.silence_ms / 1000)
                self._thinking.finish(turn)
            turn.commit()
        self._forget_utterance()

    def _forget_utterance(self) -> None:
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None
        self._thought_ahead = self._talks_over = False
        self._utterance = []
        self._pausing.reset()
        self._presence.note("listening", self._held is not None)

    def _hear(self, turn: Turn, samples: Samples) -> None:
        spoken = spoken_part(samples, vad) if (vad := self._hearing.vad) else samples
        if len(spoken) == 0:
            turn.commit()
            turn.cancel("There is no speech in this sound.")
            return
        self._thinking.begin(turn, self._manner.language)
        for start in range(0, len(spoken), FRAME_SAMPLES * 4):
            self._thinking.sound(turn, spoken[start : start + FRAME_SAMPLES * 4])
        self._thinking.finish(turn, clock_starts_now=True)
        turn.commit()
