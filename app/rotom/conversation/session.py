"""The one door to a conversation: start, stop, say, talk, interrupt, subscribe."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rotom.conversation.company import Company
from rotom.conversation.events import Event, Problem, TrialRecorded, TrialUnderstood, Woke
from rotom.conversation.listening import Listening
from rotom.conversation.manner import ListeningManner
from rotom.conversation.presence import Presence
from rotom.conversation.speaking import Speaking, SpeakingManner, Voices
from rotom.conversation.thinking import Thinking
from rotom.conversation.trial import Trial, loudest
from rotom.conversation.turn import Turn
from rotom.conversation.waking import LoadSpotter
from rotom.domain.character import AgentState, Feeling
from rotom.domain.engines import (
    EchoCanceller,
    LanguageModel,
    Loudspeaker,
    Microphone,
    SpeechToText,
    VoiceActivity,
)
from rotom.domain.prompt import Facts
from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk, Language, Samples
from rotom.domain.text import cleaned

log = logging.getLogger(__name__)

LONGEST_MESSAGE = 8000
"""Characters of a typed message that are taken; a small brain's context holds less."""


AS_IT_COMES = ListeningManner()
ALOUD = SpeakingManner()
EVEN = Feeling()


@dataclass(frozen=True, slots=True)
class Engines:
    """How to load each engine; each is called on the thread that will use it.

    None for a conversation that does without: typed, or with a button held.
    """

    vad: Callable[[], VoiceActivity] | None
    ears: Callable[[], SpeechToText] | None
    brain: Callable[[], LanguageModel]
    voices: Callable[[], Voices]
    microphone: Microphone
    loudspeaker: Loudspeaker
    canceller: Callable[[], EchoCanceller] | None = None
    spotter: LoadSpotter | None = None
    """Given the name that it is to hear."""


class Session:
    """A conversation that goes on until `stop`. All methods may be called from any thread."""

    def __init__(
        self,
        engines: Engines,
        company: Company,
        facts: Callable[[], Facts] = Facts,
        listening: ListeningManner = AS_IT_COMES,
        speaking: SpeakingManner = ALOUD,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._lock = threading.Lock()
        self._subscribers: tuple[Callable[[Event], None], ...] = ()
        self._turn: Turn | None = None
        self._sample: Turn | None = None
        self._company = company
        self._presence = Presence(self._emit)
        self.speaking = Speaking(
            engines.voices,
            engines.loudspeaker,
            self._presence,
            self._emit,
            self._on_error,
            speaking,
        )
        self.thinking = Thinking(
            engines.ears,
            engines.brain,
            self.speaking,
            self._presence,
            self._emit,
            self._on_error,
            company,
            facts,
            clock,
        )
        self.listening = Listening(
            engines.vad,
            engines.canceller,
            engines.spotter,
            engines.microphone,
            self._open_turn,
            self.interrupt,
            self.thinking,
            self.speaking,
            self._presence,
            self._emit,
            self._on_error,
            listening,
        )

    @property
    def state(self) -> AgentState:
        return self._presence.state

    def start(self) -> None:
        """Starts the stages; each loads its own engines, and what is said meanwhile waits."""
        self.speaking.start()
        self.thinking.start()
        self.listening.start()

    def stop(self) -> None:
        """Stops what is going on, ends every turn and joins every thread."""
        self.interrupt()
        self.listening.stop()
        self.interrupt()
        self.thinking.stop()
        self.speaking.stop()

    def subscribe(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Calls back for every event, on the thread where it happens; returns how to end that."""
        with self._lock:
            self._subscribers = (*self._subscribers, callback)

        def unsubscribe() -> None:
            with self._lock:
                self._subscribers = tuple(s for s in self._subscribers if s is not callback)

        return unsubscribe

    def say(self, text: str) -> Turn:
        """A typed message: a turn that is committed at once. Empty text ends it at once."""
        turn = self._open_turn(typed=True)
        words = cleaned(text, LONGEST_MESSAGE)
        turn.speech_ended()
        turn.commit()
        if words:
            self.thinking.say(turn, words)
        else:
            turn.cancel("There was nothing to read in that message.")
        return turn

    def remark(self, text: str) -> Turn | None:
        """Says something that nobody asked for; None, and nothing, while anything goes on.

        It is a turn like any other, so whatever stops a reply stops it; no history keeps it.
        """
        turn = Turn(typed=True)
        with self._lock:
            before = self._turn
            is_busy = before is not None and before.outcome is None
            if is_busy or self.state is not AgentState.IDLE:
                return None
            self._turn = turn
            self.speaking.open(turn, None)
        turn.speech_ended()
        turn.commit()
        self.thinking.remark(turn, text)
        return turn

    def hear(self, samples: Samples) -> Turn:
        """A recording at 16 kHz as one spoken turn."""
        turn = self._open_turn()
        self.listening.hear(turn, samples)
        return turn

    def press_talk(self, tapped: bool = False) -> None:
        """Push-to-talk down: interrupts at once and listens until it is released.

        What is `tapped` may end before, with `TalkEnded`, by the silence after what was said.
        """
        self.interrupt()
        self.listening.press(tapped)

    def release_talk(self) -> None:
        self.listening.release()

    def interrupt(self) -> None:
        """Stops the reply, wherever it is; does nothing where there is none."""
        with self._lock:
            turn = self._turn
        if turn is not None:
            turn.cancel()

    def wake(self, microphone: Microphone, loudspeaker: Loudspeaker) -> None:
        """The machine slept: goes on with devices opened anew, and with nothing held."""
        self.interrupt()
        self.listening.let_go()
        self.listening.use_microphone(microphone)
        self.speaking.use_loudspeaker(loudspeaker)
        self.thinking.feel_the_time()
        self._emit(Woke())

    def mute_microphone(self, muted: bool) -> None:
        self.listening.mute(muted)

    def preview(self, text: str, feeling: Feeling = EVEN) -> None:
        """Speaks a sample with the voice as it is set, instead of what is being said."""
        self.speaking.samples.speak(self._new_sample(), text, feeling)

    def play_back(self, sound: AudioChunk) -> None:
        """Plays a sound instead of what is being said."""
        self.speaking.samples.play(self._new_sample(), sound)

    def try_microphone(self, language: Language) -> None:
        """Records for a few seconds, plays that back, and tells what the ears understood."""
        self.interrupt()
        self.listening.try_out(Trial(partial(self._tried, language)))

    def hush(self) -> None:
        """Ends a sample; a reply goes on."""
        with self._lock:
            sample = self._sample
        if sample is not None:
            sample.cancel()

    def join(self, company: Company) -> None:
        """Goes on as another persona, with its own history and mood."""
        self.interrupt()
        with self._lock:
            self._company = company
        self.thinking.join(company)

    def _tried(self, language: Language, samples: "Samples | None") -> None:
        if samples is None:
            self._emit(TrialRecorded(None))
            return
        self._emit(TrialRecorded(loudest(samples)))
        self.thinking.understand(
            samples, language, lambda text, why: self._emit(TrialUnderstood(text, why))
        )
        self.play_back(AudioChunk(samples, HEARING_RATE_HZ))

    def _new_sample(self) -> Turn:
        """A sample is a turn that nobody else is told of, so whatever stops a turn stops it."""
        sample = Turn(typed=True)
        sample.commit()
        with self._lock:
            before, self._turn = self._turn, sample
            self._sample = sample
        if before is not None:
            before.cancel()
        return sample

    def _open_turn(self, typed: bool = False) -> Turn:
        """A new turn; the one before it is cancelled, and speaking will end both."""
        turn = Turn(typed)
        with self._lock:
            before, self._turn = self._turn, turn
            company = self._company
            self.speaking.open(turn, company.journal)
        if before is not None:
            before.cancel()
        return turn

    def _on_error(self, _: Exception) -> None:
        self._emit(Problem("Something went wrong in Rotom; its log file has the details."))

    def _emit(self, event: Event) -> None:
        for subscriber in self._subscribers:
            try:
                subscriber(event)
            except Exception:  # one who watches must not stop the conversation
                log.exception("a subscriber failed on %s", type(event).__name__)
