"""Who Rotom is: what it is doing, what it feels, whose manner it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rotom.domain.wording import Worded, worded


class AgentState(StrEnum):
    """What the agent is doing, as its body shows it."""

    LOADING = "loading"
    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"
    SLEEPING = "sleeping"


class Emotion(StrEnum):
    """The emotions that a sentence can be marked with; `NEUTRAL` is the absence of a mark."""

    NEUTRAL = "neutral"
    JOY = "joy"
    AFFECTION = "affection"
    MISCHIEF = "mischief"
    SURPRISE = "surprise"
    SADNESS = "sadness"
    ANGER = "anger"
    FEAR = "fear"
    SLEEPY = "sleepy"


EMOTION_WORDS: Mapping[Emotion, Worded] = {
    Emotion.NEUTRAL: worded("calm"),
    Emotion.JOY: worded("joy"),
    Emotion.AFFECTION: worded("affection"),
    Emotion.MISCHIEF: worded("mischief"),
    Emotion.SURPRISE: worded("surprise"),
    Emotion.SADNESS: worded("sadness"),
    Emotion.ANGER: worded("anger"),
    Emotion.FEAR: worded("fear"),
    Emotion.SLEEPY: worded("sleepiness"),
}
"""What people call them."""


class Form(StrEnum):
    """What Rotom's body lives in."""

    GHOST = "ghost"
    CONSOLE = "console"
    TOASTER = "toaster"


MARKED = tuple(emotion for emotion in Emotion if emotion is not Emotion.NEUTRAL)
"""The emotions that have a mark, in the order in which the prompt names them."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """A point in pleasure-arousal-dominance, each -1 to 1 (Mehrabian, 1996)."""

    pleasure: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0


AXES = ("pleasure", "arousal", "dominance")


@dataclass(frozen=True, slots=True)
class Persona:
    """A manner that Rotom can have; what users edit on the personality page.

    `temperament` is one word or a few that complete "You are ..."; `baseline` is where its mood
    rests; `instructions` are free text that goes into the prompt as it is, and so are `examples`,
    lines that it might say. `form` is what it lives in; '' for that of the settings.
    """

    id: str
    name: str
    temperament: str
    speaks: str
    instructions: str = ""
    greeting: str = ""
    baseline: Feeling = Feeling()
    examples: str = ""
    form: str = ""


LONGEST: Mapping[str, int] = {
    "name": 40,
    "temperament": 80,
    "speaks": 500,
    "instructions": 4000,
    "greeting": 300,
    "examples": 2000,
}
"""Characters of each text of a persona; nearly all of it becomes part of every prompt."""

WITH_LINES = ("instructions", "examples")
"""The texts in which lines mean something."""


@dataclass(frozen=True, slots=True)
class Prosody:
    """How a sentence is spoken; each number multiplies what the voice does by itself.

    `speed` 0.5 to 2, `volume` 0 to 1, `liveliness` 0 to 2 scales Piper's noise; `pitch_semitones`
    -12 to 12 shifts the voice, `ghostliness` 0 to 1 is the strength of the electric timbre.
    """

    speed: float = 1.0
    pitch_semitones: float = 0.0
    volume: float = 1.0
    liveliness: float = 1.0
    ghostliness: float = 0.0
