"""How, when and through what Rotom listens."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting
from rotom.domain.speech import Language


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
    tap_to_talk: bool = setting(
        False,
        "Tap to talk",
        "The talk button starts with one press and ends with the next. Off: hold it.",
    )
    headphones: bool = setting(
        False,
        "I wear headphones",
        "Hands-free: you can talk over Rotom. Without headphones it would hear itself.",
    )
    end_of_turn_ms: int = setting(
        600,
        "Pause that ends your turn",
        "Hands-free: less after a finished sentence, more after a word that hangs.",
        low=350,
        high=2000,
        unit="ms",
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
    microphone: str = setting("", "Microphone", "The one that Rotom listens through.")
    ears: str = setting(
        "",
        "Ears",
        "One of Models by its name, or a folder with a Whisper model; empty: PocketSphinx.",
        longest=1000,
    )
