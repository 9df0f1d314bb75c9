"""Hands-free turns as they are lived: in real time, from the user's last sound to Rotom's first."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from statistics import median, quantiles

import numpy as np

from rotom.conversation.company import Company
from rotom.conversation.events import EngineReady, Event, MicrophoneOpen, Problem, TurnEnded
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Engines, Session
from rotom.domain.character import Persona, Prosody
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.engines import (
    EngineError,
    LanguageModel,
    SpeechToText,
    TextToSpeech,
    VoiceActivity,
    never,
)
from rotom.domain.prompt import Facts, turn_messages
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.domain.text import sentences
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedMicrophone, ScriptedVoice
from rotom.engines.sound_files import FileLoudspeaker
from rotom.storage.memory import MemoryJournal

FIXED_WAIT_MS = 640.0
"""The silence that others wait for before they begin to work (GLaDOS)."""

SLOW_EARS_S = (0.7, 2.0)
SLOW_FIRST_TOKEN_S, SLOW_TOKENS_PER_S, SLOW_PHRASE_S = 0.3, 20.0, 0.15
"""The times of a slow machine: of the ears after the last sound, of the brain's first token where
nothing was read ahead, how many a second after it, and until the first phrase is sound."""

FACTS = Facts(now="Tue 21:40", battery_percent=63, game="Celeste", played="2 h")
"""What is known besides in every turn."""

SLOW_REPLY = "That is a good plan, I think. We could begin with the easy level and see."

LONGEST_TURN_S = 12.0

PERSONA = Persona("bench", "Rotom", "cheerful", "You are warm.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Engines that are loaded once and used by many sessions, one after the other."""

    vad: Callable[[], VoiceActivity]
    ears: Callable[[], SpeechToText]
    brain: LanguageModel
    voice: TextToSpeech


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """`wait_ms` until the turn was over, `first_sound_ms` until the reply sounded, both after the
    user's last sound as the voice activity hears it; `processor_s` within `seconds`; how many
    `turns` were opened for it."""

    wait_ms: float
    first_sound_ms: float
    processor_s: float
    seconds: float
    turns: int


def slow(vad: Callable[[], VoiceActivity], ears_s: float, words: str) -> Loaded:
    """Engines scripted to the times of a slow machine; its ears understand `words`, again and
    again."""
    return Loaded(
        vad=vad,
        ears=lambda: ScriptedEars([words] * 50, takes_s=ears_s),
        brain=ScriptedBrain(
            [SLOW_REPLY], tokens_per_s=SLOW_TOKENS_PER_S, first_token_s=SLOW_FIRST_TOKEN_S
        ),
        voice=ScriptedVoice(takes_s=SLOW_PHRASE_S),
    )


class Talk:
    """A session that is spoken to in real time."""

    def __init__(self, loaded: Loaded, manner: ListeningManner) -> None:
        self.microphone = ScriptedMicrophone()
        self._events: SimpleQueue[Event] = SimpleQueue()
        self.session = Session(
            Engines(
                vad=loaded.vad,
                ears=loaded.ears,
                brain=lambda: loaded.brain,
                voices=lambda: {Language.ENGLISH: loaded.voice},
                microphone=self.microphone,
                loudspeaker=FileLoudspeaker(),
            ),
            Company(PERSONA, MemoryJournal()),
            facts=lambda: FACTS,
            listening=manner,
        )
        self.session.subscribe(self._events.put)

    def start(self) -> None:
        """Returns once it listens and everything is loaded."""
        self.session.start()
        missing = {"ears", "brain", "voice", "microphone"}
        while missing:
            match self._events.get():
                case EngineReady(kind=kind):
                    missing.discard(kind)
                case MicrophoneOpen(is_open=True):
                    missing.discard("microphone")
                case Problem(text=text):
                    raise EngineError(text)

    def say(self, sound: Samples) -> SpokenTurn | None:
        """Speaks, is silent until the reply is over, and says how the turn went.

        None where nothing was answered, because the ears did not catch it.
        """
        began_s, used_s = time.monotonic(), time.process_time()
        whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
        frames = iter(sound[:whole].reshape(-1, FRAME_SAMPLES))
        silence = np.zeros(FRAME_SAMPLES, np.float32)
        turns = 0
        for number in range(1, int(LONGEST_TURN_S * 1000 / FRAME_MS)):
            self.microphone.push(next(frames, silence))
            ended = self._next_event(until_s=began_s + number * FRAME_MS / 1000)
            turns += ended is not None
            if ended is not None and ended.outcome.timings.first_audio_ms is not None:
                timings = ended.outcome.timings
                return SpokenTurn(
                    timings.committed_ms or 0.0,
                    ended.outcome.timings.first_audio_ms,
                    time.process_time() - used_s,
                    time.monotonic() - began_s,
                    turns,
                )
        return None

    def _next_event(self, until_s: float) -> TurnEnded | None:
        """Waits until that time, or for the end of a turn."""
        ended: TurnEnded | None = None
        while (left_s := until_s - time.monotonic()) > 0:
            try:
                event = self._events.get(timeout=left_s)
            except Empty:
                break
            if isinstance(event, TurnEnded):
                ended = event
        return ended


@contextmanager
def talking(loaded: Loaded, manner: ListeningManner) -> Iterator[Talk]:
    talk = Talk(loaded, manner)
    try:
        talk.start()
        yield talk
    finally:
        talk.session.stop()


def in_sequence_ms(loaded: Loaded, sound: Samples) -> float:
    """The same engines called one after the other, once a fixed silence is over."""
    ears = loaded.ears()
    began_s = time.perf_counter()
    ears.start(Language.ENGLISH)
    ears.feed(sound)
    words = ears.finish().text
    messages = turn_messages(PERSONA, (), words, replace(FACTS, mood="at ease"))
    phrase = next(sentences(loaded.brain.reply(messages, never), short_first=True))
    loaded.voice.synthesise(phrase.text, Language.ENGLISH, Prosody())
    return FIXED_WAIT_MS + (time.perf_counter() - began_s) * 1000


def talked(loaded: Loaded, manner: ListeningManner, sounds: Sequence[Samples]) -> list[SpokenTurn]:
    """One conversation in which all of that is said; what was not caught is left out."""
    with talking(loaded, manner) as talk:
        return [turn for sound in sounds if (turn := talk.say(sound)) is not None]


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 are below."""
    if len(values) < 2:
        return values[0], values[0]
    return median(values), quantiles(values, n=20, method="inclusive")[-1]
