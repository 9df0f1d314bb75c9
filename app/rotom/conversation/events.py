"""What a conversation tells those who watch it: plain values, emitted on its threads."""

from dataclasses import dataclass

from rotom.conversation.manner import Guard
from rotom.conversation.turn import Outcome
from rotom.domain.character import AgentState, Emotion
from rotom.domain.mood import Mood
from rotom.domain.speech import MouthMove, Sentence, Transcript


@dataclass(frozen=True, slots=True)
class StateChanged:
    state: AgentState


@dataclass(frozen=True, slots=True)
class EngineReady:
    """`kind` is "ears", "brain" or "voice"; `seconds` is how long it took to load."""

    kind: str
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the user should know, in one sentence with a way out."""

    text: str


@dataclass(frozen=True, slots=True)
class MicrophoneOpen:
    is_open: bool


@dataclass(frozen=True, slots=True)
class MicrophoneLevel:
    """Root mean square of the last frame mapped to 0 (-60 dBFS) to 1 (0 dBFS).

    `floor` is what the room alone has on that scale, `stands_out` what a voice needs to begin,
    `speech` the probability of speech, 0 to 1.
    """

    level: float
    floor: float = 0.0
    speech: float = 0.0
    stands_out: float = 0.0


@dataclass(frozen=True, slots=True)
class Guarded:
    """What keeps Rotom from hearing itself, hands-free."""

    by: Guard


@dataclass(frozen=True, slots=True)
class WaitsForName:
    """Hands-free, nothing is listened to before this name; '' once everything is."""

    name: str


@dataclass(frozen=True, slots=True)
class PartlyHeard:
    turn_id: str
    text: str


@dataclass(frozen=True, slots=True)
class UserSaid:
    """A turn was committed with these words: show them as the user's message."""

    turn_id: str
    transcript: Transcript
    typed: bool


@dataclass(frozen=True, slots=True)
class ReplyGrew:
    """`text` is what the reply gained, without marks; shown only once the turn is committed."""

    turn_id: str
    text: str


@dataclass(frozen=True, slots=True)
class SentenceStarted:
    """The sentence begins to sound (or, with the voice off, to be shown) now.

    `word_ends` are those of the phrase that sounds (`SpokenPhrase`).
    """

    turn_id: str
    sentence: Sentence
    seconds: float
    mouth: tuple[MouthMove, ...]
    word_ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceEnded:
    turn_id: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    turn_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class TrialRecorded:
    """A try of the microphone is over and played back; `loudest` 0 to 1, None for no sound."""

    loudest: float | None


@dataclass(frozen=True, slots=True)
class TrialUnderstood:
    """What the ears understood of a try; `why` is a sentence where they could not listen."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class MoodChanged:
    """`emotion` is what the face shows now, `intensity` 0 to 1 how strongly."""

    mood: Mood
    word: str
    emotion: Emotion
    intensity: float


@dataclass(frozen=True, slots=True)
class TalkEnded:
    """The user was silent after they spoke, and so ended what a tap had begun."""


@dataclass(frozen=True, slots=True)
class Woke:
    """The machine has slept: nobody holds what was held before."""


Event = (
    StateChanged
    | EngineReady
    | Problem
    | MicrophoneOpen
    | MicrophoneLevel
    | Guarded
    | WaitsForName
    | PartlyHeard
    | UserSaid
    | ReplyGrew
    | SentenceStarted
    | SentenceEnded
    | TurnEnded
    | TrialRecorded
    | TrialUnderstood
    | MoodChanged
    | TalkEnded
    | Woke
)
