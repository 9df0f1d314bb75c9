"""How, when and through what Rotom listens."""

from dataclasses import dataclass
from enum import StrEnum

from rotom.domain.settings.declaring import setting
from rotom.domain.speech import Language


class EchoBy(StrEnum):
    """Who takes Rotom's voice out of what the microphone hears, beside Rotom itself."""

    SERVER = "server"
    LOADED = "loaded"
    ROTOM = "rotom"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Listening:
    language: str = setting(
        Language.ENGLISH, "Language", "The language you speak.", choices=tuple(map(str, Language))
    )
    hands_free: bool = setting(
        False,
        "Hands-free",
        "The microphone stays open and Rotom answers when you pause. Off: a button.",
    )
    wake_by_name: bool = setting(
        False,
        "Wake by name",
        "Hands-free: what is said is passed over until it begins or ends with the name, spoken in "
        "English.",
    )
    awake_s: int = setting(
        20,
        "Stays awake",
        "With Wake by name: how long after an exchange the name is not needed.",
        low=5,
        high=600,
        unit="%1 s",
    )
    tap_to_talk: bool = setting(
        False,
        "Tap to talk",
        "The talk button starts with one press and ends with the next, or once you are silent."
        " Off: hold it.",
    )
    headphones: bool = setting(
        False,
        "I wear headphones",
        "Hands-free: Rotom's voice does not reach the microphone. Often noticed by itself.",
    )
    echo: str = setting(
        EchoBy.SERVER,
        "Talk over Rotom",
        "Hands-free without headphones: what keeps Rotom from hearing its own voice.",
        choices=tuple(map(str, EchoBy)),
    )
    sureness: float = setting(
        0.5,
        "What counts as speech",
        "How sure Rotom has to be. More: noise begins nothing. Less: quiet voices are heard.",
        low=0.2,
        high=0.9,
    )
    shortest_speech_ms: int = setting(
        250,
        "Shortest speech",
        "Hands-free: less than this is a cough or a knock, and is not answered.",
        low=100,
        high=800,
        unit="%1 ms",
    )
    end_of_turn_ms: int = setting(
        600,
        "Pause that ends your turn",
        "Hands-free: less after a finished sentence, more after a word that hangs.",
        low=350,
        high=2000,
        unit="%1 ms",
    )
    speculate: bool = setting(
        True,
        "Think ahead",
        "Starts to think while you might go on. Answers sooner, costs some battery.",
    )
    show_times: bool = setting(
        False,
        "Show the times",
        "How long the last answer took, in a corner of the page. They also stand under About.",
    )
    short_context: bool = setting(
        True,
        "Quick Whisper",
        "Whisper looks at no more than you said, which takes less time. Off: at 30 s each time.",
    )
    microphone: str = setting("", "Microphone", "The one that Rotom listens through.")
    ears: str = setting(
        "",
        "Ears",
        "One of Models by its name, or a folder with a Whisper model; empty: PocketSphinx.",
        longest=1000,
    )
