"""The values that travel through a conversation, from sound to words and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from rotom.domain.character import Emotion

if TYPE_CHECKING:  # numpy takes longer to import than the window has
    import numpy as np
    import numpy.typing as npt

Samples: TypeAlias = "npt.NDArray[np.float32]"
"""Mono sound, shape (n,), nominally within [-1, 1]."""

HEARING_RATE_HZ = 16_000
"""The rate of everything that is heard: what Silero, Whisper and PocketSphinx take."""

FRAME_SAMPLES = 512
"""One frame of hearing: 32 ms, the block that Silero VAD takes at 16 kHz."""


class Language(StrEnum):
    """The languages that Rotom speaks; values are ISO 639-1."""

    ENGLISH = "en"
    KOREAN = "ko"


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """A piece of mono sound and its rate."""

    samples: Samples
    rate_hz: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate_hz


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A frame without Rotom's own voice, as far as that is possible.

    `others` is the share of what is left, 0 to 1, that was not Rotom's; 0 where nobody can tell.
    """

    samples: Samples
    others: float = 1.0


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was understood of an utterance; `text` is empty for no words.

    `confidence` is 0 to 1, and so is `ending`, that in the last word alone, where ears know it.
    """

    text: str
    language: Language = Language.ENGLISH
    confidence: float = 1.0
    ending: float = 1.0


@dataclass(frozen=True, slots=True)
class Spotted:
    """When a name was said: how many seconds ago it began and was over; `likeness` is 0 to 1."""

    began_s: float
    ended_s: float
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a reply that is spoken in one breath."""

    text: str
    emotion: Emotion = Emotion.NEUTRAL


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation, its words without marks and the emotion beside them."""

    role: Literal["system", "user", "assistant"]
    text: str
    emotion: Emotion = Emotion.NEUTRAL


@dataclass(frozen=True, slots=True)
class MouthMove:
    """Where the mouth goes at a moment of a sentence: `opening` 0 to 1, `shape` a viseme or ''."""

    at_s: float
    opening: float
    shape: str = ""


@dataclass(frozen=True, slots=True)
class SpokenPhrase:
    """A synthesised sentence: its sound and the mouth that goes with it.

    `word_ends` is the share of the sound, 0 to 1, at which each word of the text is over; empty
    where the voice does not tell. Words are what spaces part.
    """

    audio: AudioChunk
    mouth: Sequence[MouthMove] = ()
    word_ends: Sequence[float] = ()
