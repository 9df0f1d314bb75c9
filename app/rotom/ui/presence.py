"""What the companion page shows, as a value, and how each event changes it."""

from dataclasses import dataclass, replace

from rotom.conversation.events import (
    EngineReady,
    MicrophoneOpen,
    MoodChanged,
    PartlyHeard,
    SentenceEnded,
    SentenceStarted,
    StateChanged,
    TurnEnded,
    UserSaid,
)
from rotom.domain.character import AgentState, Emotion

SPOKEN_INTENSITY = 0.75
"""How strongly the face shows the emotion of a sentence while it sounds."""

STATE_WORDS = {
    AgentState.LOADING: "Waking up…",
    AgentState.IDLE: "Here",
    AgentState.LISTENING: "Listening…",
    AgentState.THINKING: "Thinking…",
    AgentState.SPEAKING: "Speaking",
    AgentState.SLEEPING: "Dozing",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """`heard` is what the user said, as far as it is known; `caption` is what Rotom says."""

    state: str = AgentState.LOADING.value
    emotion: str = Emotion.NEUTRAL.value
    intensity: float = 0.0
    mood: str = ""
    mood_emotion: str = Emotion.NEUTRAL.value
    mood_intensity: float = 0.0
    microphone_open: bool = False
    heard: str = ""
    caption: str = ""
    speaking: bool = False
    engines: tuple[str, ...] = ()

    @property
    def state_words(self) -> str:
        return STATE_WORDS[AgentState(self.state)]

    @property
    def busy(self) -> bool:
        """Whether there is something that the stop button would stop."""
        return self.speaking or self.state in (AgentState.THINKING, AgentState.SPEAKING)

    @property
    def engines_text(self) -> str:
        return "\n".join(self.engines)


def after(shown: Shown, event: object) -> Shown:
    """What is shown after an event; events that this page does not show change nothing."""
    match event:
        case StateChanged(state):
            return replace(shown, state=state.value)
        case MicrophoneOpen(is_open):
            return replace(shown, microphone_open=is_open)
        case MoodChanged(word=word, emotion=emotion, intensity=intensity):
            shown = replace(
                shown, mood=word, mood_emotion=emotion.value, mood_intensity=float(intensity)
            )
            return shown if shown.speaking else _resting(shown)
        case PartlyHeard(text=text):
            return replace(shown, heard=text, caption="")
        case UserSaid(transcript=transcript):
            return replace(shown, heard=transcript.text, caption="")
        case SentenceStarted(sentence=sentence):
            shown = replace(shown, caption=sentence.text, speaking=True)
            if sentence.emotion is Emotion.NEUTRAL:
                return shown
            strength = max(SPOKEN_INTENSITY, shown.mood_intensity)
            return replace(shown, emotion=sentence.emotion.value, intensity=strength)
        case SentenceEnded():
            return replace(shown, speaking=False)
        case TurnEnded():
            return _resting(replace(shown, speaking=False))
        case EngineReady(kind, name, seconds):
            said = f"{kind.capitalize()}: {name} (ready after {seconds:.1f} s)"
            others = tuple(e for e in shown.engines if not e.startswith(f"{kind.capitalize()}:"))
            return replace(shown, engines=(*others, said))
    return shown


def _resting(shown: Shown) -> Shown:
    return replace(shown, emotion=shown.mood_emotion, intensity=shown.mood_intensity)
