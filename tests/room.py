"""A room in which Rotom's own loudspeaker reaches its microphone, and somebody may talk over it."""

import threading
from dataclasses import dataclass

import numpy as np

from rotom.conversation.company import Company
from rotom.conversation.events import MicrophoneLevel, TurnEnded, UserSaid
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Engines, Session
from rotom.conversation.speaking import SpeakingManner
from rotom.conversation.turn import Outcome
from rotom.domain.character import Persona, Prosody
from rotom.domain.engines import TextToSpeech
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples, SpokenPhrase
from rotom.engines.echo_canceller import EchoCanceller
from rotom.engines.scripted import (
    ScriptedBrain,
    ScriptedEars,
    ScriptedLoudspeaker,
    ScriptedMicrophone,
)
from rotom.engines.silero import SileroVad
from rotom.engines.sounddevice_io import OUTPUT_BLOCK_S
from rotom.storage.memory import MemoryJournal
from tests.acoustics import Way, loudness
from tests.patience import PATIENCE_S

SPEECH_DB = -26.0
"""How loud speech usually is at a microphone (dBFS, root mean square of what is loud of it)."""

ROOM_DB = -65.0
"""How loud the room is by itself."""

REPLIES = (
    "That last fight was really close, but you made it. I am proud of you, truly.",
    "Nobody has ever asked me that before. Let me think about it for a moment.",
    "It is getting late and the battery is almost empty. Maybe we should rest a little.",
    "Hello there! I was just thinking about the dragon you told me about yesterday.",
)

AFTERWARDS_FRAMES = 45
"""How long it is listened to after the last sound: about 1.4 s, in which all is answered."""


class _Once:
    """A voice that says each sentence as it said it first, whatever its mood, without the work:
    virtual time goes on while it works.
    """

    def __init__(self, voice: TextToSpeech) -> None:
        self.name, self.speaks = voice.name, voice.speaks
        self._voice = voice
        self._said: dict[str, SpokenPhrase] = {}

    def synthesise(self, text: str, language: Language, prosody: Prosody) -> SpokenPhrase:
        if text not in self._said:
            self._said[text] = self._voice.synthesise(text, language, prosody)
        return self._said[text]


class _Count:
    """How many frames were listened to."""

    def __init__(self) -> None:
        self.value = 0
        self._news = threading.Condition()

    def up(self) -> None:
        with self._news:
            self.value += 1
            self._news.notify_all()

    def wait_for(self, value: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: self.value >= value, PATIENCE_S), "nobody listens"


def _part(person: "Samples | None", frame: int) -> Samples:
    """What somebody says in a frame, counted from the beginning of it."""
    start = frame * FRAME_SAMPLES
    part = person[start : start + FRAME_SAMPLES] if person is not None and start >= 0 else []
    return np.pad(np.asarray(part, np.float32), (0, FRAME_SAMPLES - len(part)))


@dataclass(frozen=True, slots=True)
class Told:
    """How a reply went: `frame` is where its turn ended."""

    outcome: Outcome
    frame: int


class Room:
    """A session with Rotom's voice, its voice activity and its canceller, in virtual time.

    `echo_db` is how loud the voice is at the microphone (None: it does not get there); `drive` and
    `drift_ppm` are those of `Way`.
    """

    def __init__(
        self,
        voice: TextToSpeech,
        echo_db: float | None,
        way: Samples,
        drive: float = 0.0,
        talk_over: bool = True,
        drift_ppm: float = 0.0,
    ) -> None:
        self._voice = voice = _Once(voice)
        self._noise = np.random.default_rng(11)
        self._way = Way(way, self._gain_for(echo_db, way), drift_ppm, drive)
        self._loudspeaker = ScriptedLoudspeaker(rate_hz=HEARING_RATE_HZ)
        self._microphone = ScriptedMicrophone()
        self._done = _Count()
        self._said = self._ended = 0
        self._replies = 0
        self._session = Session(
            Engines(
                vad=SileroVad,
                canceller=EchoCanceller,
                ears=lambda: ScriptedEars(["this is an answer to nobody"] * 99),
                brain=lambda: ScriptedBrain(REPLIES),
                voices=lambda: {Language.ENGLISH: voice},
                microphone=self._microphone,
                loudspeaker=self._loudspeaker,
            ),
            Company(Persona("room", "Rotom", "cheerful", "You are warm."), MemoryJournal()),
            listening=ListeningManner(hands_free=True, talk_over=talk_over, speculate=False),
            speaking=SpeakingManner(prosody=Prosody(pitch_semitones=2.0, ghostliness=0.3)),
        )
        self._session.subscribe(self._watch)
        self._session.start()

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self._session.stop()

    def reply(self, person: "Samples | None" = None, at_frame: int = 0) -> Told:
        """One reply to its end and a while longer; `person` begins to speak over it at a frame."""
        played = self._loudspeaker._plays
        turn = self._session.say("go on")
        self._replies += 1
        self._loudspeaker.wait_for_plays(played + 1)
        frame, end = 0, None
        spoken = at_frame + len(person) // FRAME_SAMPLES if person is not None else 0
        while end is None or frame < max(end, spoken) + AFTERWARDS_FRAMES:
            self._step(_part(person, frame - at_frame))
            frame += 1
            if end is None and turn.outcome is not None:
                end = frame
        assert turn.outcome is not None
        self._let_think()
        self._session.interrupt()
        if self._session._turn is not None:
            self._session._turn.wait_ended(PATIENCE_S)
        return Told(turn.outcome, end)

    def _let_think(self) -> None:
        """Waits until what was heard is thought about: that takes real time and no virtual one."""
        thought = threading.Event()
        self._session.thinking._stage.post(thought.set)
        assert thought.wait(PATIENCE_S), "it thinks for too long"

    @property
    def turns_taken(self) -> int:
        """How many turns the microphone began; after the room was left."""
        return self._ended - self._replies

    @property
    def ducked(self) -> int:
        """How often the voice was lowered because somebody might be speaking."""
        return sum(volume < 0.5 for volume in self._loudspeaker.volumes)

    @property
    def volume(self) -> float:
        """How loud the voice is set, 0 to 1."""
        return self._loudspeaker.volumes[-1]

    @property
    def answered(self) -> int:
        """How many of them were understood and answered."""
        return self._said - self._replies

    def _step(self, person: Samples) -> None:
        """One frame of life: the loudspeaker plays on, and the microphone hears all of it."""
        while self._way.due(FRAME_SAMPLES):
            self._loudspeaker.advance(OUTPUT_BLOCK_S)
            self._way.play(self._loudspeaker.newest)
        noise = self._noise.normal(0, 10 ** (ROOM_DB / 20), FRAME_SAMPLES)
        heard = self._way.arrives(FRAME_SAMPLES) + person + noise
        count = self._done.value
        self._microphone.push(np.clip(heard, -1, 1).astype(np.float32))
        self._done.wait_for(count + 1)

    def _gain_for(self, echo_db: float | None, way: Samples) -> float:
        if echo_db is None:
            return 0.0
        prosody = Prosody(pitch_semitones=2.0, ghostliness=0.3)
        audio = self._voice.synthesise(REPLIES[0], Language.ENGLISH, prosody).audio
        places = np.arange(round(audio.seconds * HEARING_RATE_HZ)) / HEARING_RATE_HZ
        sound = np.interp(places, np.arange(len(audio.samples)) / audio.rate_hz, audio.samples)
        echo = np.convolve(sound, way)[: len(sound)].astype(np.float32)
        return float(10 ** (echo_db / 20) / loudness(echo))

    def _watch(self, event: object) -> None:
        match event:
            case MicrophoneLevel():
                self._done.up()
            case UserSaid():
                self._said += 1
            case TurnEnded():
                self._ended += 1
