"""What the companion page shows, as a value, and how each event changes it."""

import math
from dataclasses import dataclass, replace

from rotom.conversation.events import (
    EngineReady,
    Guarded,
    MicrophoneOpen,
    MoodChanged,
    PartlyHeard,
    SentenceEnded,
    SentenceStarted,
    StateChanged,
    TurnEnded,
    UserSaid,
    WaitsForName,
)
from rotom.conversation.manner import Guard
from rotom.domain.character import AgentState, Emotion
from rotom.domain.speech import Sentence
from rotom.domain.wording import worded

IDLE = AgentState.IDLE.value

SPOKEN_INTENSITY = 0.75
"""How strongly the face shows the emotion of a sentence while it sounds."""

STATE_WORDS = {
    AgentState.LOADING: worded("Waking up…"),
    AgentState.IDLE: worded("Here"),
    AgentState.LISTENING: worded("Listening…"),
    AgentState.THINKING: worded("Thinking…"),
    AgentState.SPEAKING: worded("Speaking"),
    AgentState.SLEEPING: worded("Dozing"),
}

GUARD_WORDS = {
    Guard.HEADPHONES: worded("Hands-free: with headphones Rotom listens while it speaks."),
    Guard.SERVER: worded(
        "Hands-free: the sound server and Rotom take its own voice out, so you can talk over it."
    ),
    Guard.ROTOM: worded("Hands-free: Rotom takes its own voice out, so you can talk over it."),
    Guard.DEAF: worded("Hands-free: Rotom does not listen while it speaks."),
}

ENGINE_TITLES = {"ears": worded("Ears"), "brain": worded("Brain"), "voice": worded("Voice")}


A_FRIEND = 150
"""After how many exchanges Rotom is two thirds of the way from a stranger to a friend."""


def bond_after(exchanges: int) -> float:
    """How well Rotom knows who it talks to, 0 to 1."""
    return 1.0 - math.exp(-exchanges / A_FRIEND)


@dataclass(frozen=True, slots=True)
class Shown:
    """`heard` is what the user said, as far as it is known; `caption` is what Rotom says.

    `heard_turn` is the turn of what was heard once it is committed: then it can be corrected.
    """

    state: str = AgentState.LOADING.value
    emotion: str = Emotion.NEUTRAL.value
    intensity: float = 0.0
    mood: str = ""
    mood_emotion: str = Emotion.NEUTRAL.value
    mood_intensity: float = 0.0
    microphone_open: bool = False
    guard: str = ""
    waits_for: str = ""
    heard: str = ""
    heard_turn: str = ""
    caption: str = ""
    speaking: bool = False
    engines: tuple[str, ...] = ()

    @property
    def state_words(self) -> str:
        if self.waits_for and self.state in (IDLE, AgentState.SLEEPING.value):
            return worded("Say “{name}” to wake me", name=self.waits_for)
        return STATE_WORDS[AgentState(self.state)]

    @property
    def guard_words(self) -> str:
        """What keeps Rotom from hearing itself; '' before that is known."""
        return GUARD_WORDS[Guard(self.guard)] if self.guard else ""

    @property
    def busy(self) -> bool:
        """Whether there is something that the stop button would stop."""
        return self.speaking or self.state in (AgentState.THINKING, AgentState.SPEAKING)


def after(shown: Shown, event: object) -> Shown:
    """What is shown after an event; events that this page does not show change nothing."""
    match event:
        case StateChanged(state):
            return replace(shown, state=state.value)
        case MicrophoneOpen() | Guarded() | WaitsForName():
            return _listening(shown, event)
        case PartlyHeard(text=text):
            return replace(shown, heard=text, heard_turn="", caption="")
        case UserSaid(turn_id, transcript):
            return replace(shown, heard=transcript.text, heard_turn=turn_id, caption="")
        case MoodChanged():
            return _felt(shown, event)
        case SentenceStarted(sentence=sentence):
            return _spoken(shown, sentence)
        case SentenceEnded():
            return replace(shown, speaking=False)
        case TurnEnded():
            return _resting(replace(shown, speaking=False))
        case EngineReady():
            return _with_engine(shown, event)
    return shown


def dozed(shown: Shown) -> Shown:
    """Nothing has happened for long: what rests falls asleep, what is at work does not."""
    return replace(shown, state=AgentState.SLEEPING.value) if shown.state == IDLE else shown


def woken(shown: Shown) -> Shown:
    """Something happened: what sleeps rests."""
    return replace(shown, state=IDLE) if shown.state == AgentState.SLEEPING.value else shown


def _listening(shown: Shown, event: MicrophoneOpen | Guarded | WaitsForName) -> Shown:
    if isinstance(event, WaitsForName):
        return replace(shown, waits_for=event.name)
    if isinstance(event, Guarded):
        return replace(shown, guard=event.by.value)
    return replace(shown, microphone_open=event.is_open)


def _felt(shown: Shown, event: MoodChanged) -> Shown:
    shown = replace(
        shown,
        mood=event.word,
        mood_emotion=event.emotion.value,
        mood_intensity=float(event.intensity),
    )
    return shown if shown.speaking else _resting(shown)


def _spoken(shown: Shown, sentence: Sentence) -> Shown:
    shown = replace(shown, caption=sentence.text, speaking=True)
    if sentence.emotion is Emotion.NEUTRAL:
        return shown
    strength = max(SPOKEN_INTENSITY, shown.mood_intensity)
    return replace(shown, emotion=sentence.emotion.value, intensity=strength)


def _with_engine(shown: Shown, event: EngineReady) -> Shown:
    title = f"{ENGINE_TITLES.get(event.kind, event.kind)}: "
    said = f"{title}{event.name}"
    # There is a voice for each language, and one of everything else.
    replaced = said if event.kind == "voice" else title
    others = tuple(line for line in shown.engines if not line.startswith(replaced))
    line = worded(
        "{kind}: {name}, {seconds:.1f} s to load",
        kind=ENGINE_TITLES.get(event.kind, event.kind),
        name=event.name,
        seconds=event.seconds,
    )
    return replace(shown, engines=(*others, line))


def _resting(shown: Shown) -> Shown:
    return replace(shown, emotion=shown.mood_emotion, intensity=shown.mood_intensity)
