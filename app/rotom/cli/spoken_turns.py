"""Hands-free turns as they are lived: in real time, from the user's last sound to Rotom's first."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from statistics import mean, median, quantiles

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
"""The times of a slow machine: of the ears after the last sound, until the brain's first token
where nothing of the newest message was read ahead, how many tokens come a second from then on, and
until a phrase is sound."""

SLOW_WORDS = "tell me a story"
"""What the slow machine understands, whatever is said to it."""

FACTS = Facts(now="Tue 21:40", battery_percent=63, game="Celeste", played="2 h")
"""What is known besides in every turn."""

SLOW_REPLY = "That is a good plan, I think. We could begin with the easy level and see."

LONGEST_TURN_S = 30.0

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


def slow(vad: Callable[[], VoiceActivity], ears_s: float) -> Loaded:
    """Engines scripted to the times of a slow machine, which have read nothing yet."""
    return Loaded(
        vad=vad,
        ears=lambda: ScriptedEars([SLOW_WORDS] * 50, takes_s=ears_s),
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


def published() -> Iterator[tuple[str, float, str]]:
    """The times of the slow machine, to be read beside what they lead to."""
    yield "published: the slow brain's first token, nothing read ahead", SLOW_FIRST_TOKEN_S, "s"
    yield "published: its tokens a second", SLOW_TOKENS_PER_S, "1/s"
    yield "published: until its first phrase is sound", SLOW_PHRASE_S, "s"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Turns of one run beside the wait alone and the same engines in sequence.

    Milliseconds after the user's last sound, each as the median and what 95 of 100 are below;
    `later` is by how much the first sound of a turn came after its wait.
    """

    wait: tuple[float, float]
    sound: tuple[float, float]
    later: tuple[float, float]
    sequence: tuple[float, float]
    answered: float

    @property
    def share(self) -> float:
        """The first sound as a share of what it takes in sequence, by the medians."""
        return self.sound[0] / self.sequence[0]

    def rows(self, name: str) -> Iterator[tuple[str, float, str]]:
        for what, (middle, most) in (
            ("the wait alone", self.wait),
            ("first sound", self.sound),
            ("later than the wait", self.later),
            (f"in sequence after {FIXED_WAIT_MS:.0f} ms", self.sequence),
        ):
            yield f"{name}: {what}, median", middle, "ms"
            yield f"{name}: {what}, 95 of 100 within", most, "ms"
        yield f"{name}: first sound as a share of in sequence", self.share, "x"
        yield f"{name}: turns answered", 100 * self.answered, "%"


def compared(turns: Sequence[SpokenTurn], in_sequence: Sequence[float], said: int) -> Comparison:
    """EngineError where none of the turns was answered."""
    if not turns:
        raise EngineError("The ears did not catch what was said.")
    return Comparison(
        wait=spread([turn.wait_ms for turn in turns]),
        sound=spread([turn.first_sound_ms for turn in turns]),
        later=spread([turn.first_sound_ms - turn.wait_ms for turn in turns]),
        sequence=spread(in_sequence),
        answered=len(turns) / said,
    )


def spent(name: str, turns: Sequence[SpokenTurn]) -> Iterator[tuple[str, float, str]]:
    """What turns cost, and how soon they were answered. EngineError where there are none."""
    if not turns:
        raise EngineError("The ears did not catch what was said.")
    processor_s = sum(turn.processor_s for turn in turns)
    share = 100 * processor_s / sum(turn.seconds for turn in turns)
    yield f"{name}: processor time of a turn", processor_s / len(turns), "s"
    yield f"{name}: share of one core meanwhile", share, "%"
    yield f"{name}: turns opened for one that was answered", mean(t.turns for t in turns), ""
    yield f"{name}: first sound, median", median(t.first_sound_ms for t in turns), "ms"


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 are below."""
    if len(values) < 2:
        return values[0], values[0]
    return median(values), quantiles(values, n=20, method="inclusive")[-1]
