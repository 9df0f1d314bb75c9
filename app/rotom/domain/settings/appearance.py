"""How Rotom and its window look and behave."""

from dataclasses import dataclass

from rotom.domain.character import Form
from rotom.domain.settings.declaring import setting
from rotom.domain.speech import Language

SYSTEM = "system"
"""The choice that follows the system's."""

THEMES = ("plasma", "dark", "light")


@dataclass(frozen=True)
class Appearance:
    interface_language: str = setting(
        SYSTEM,
        "Language of the window",
        "What Rotom's window and commands are written in; what you speak is set under Listening.",
        choices=(SYSTEM, *map(str, Language)),
    )
    theme: str = setting(
        SYSTEM,
        "Colours",
        "Dark, light, or Rotom's own plasma; as the system has it where the system says.",
        choices=(SYSTEM, *THEMES),
    )
    form: str = setting(
        Form.GHOST,
        "Form",
        "What Rotom lives in: itself, a handheld console or a toaster.",
        choices=tuple(map(str, Form)),
    )
    reduced_motion: bool = setting(False, "Calm motion", "Less movement on the screen.")
    quick_replies: str = setting(
        "",
        "Quick replies",
        "Short answers beside Rotom, parted by “ / ”; empty: a few in your language.",
        longest=300,
    )
    pet: bool = setting(
        False,
        "Live on the desktop",
        "Rotom alone in a small window above the others, in place of this one.",
    )
    pet_size: float = setting(
        1.0, "Size on the desktop", "How large Rotom is there.", low=0.5, high=2.5, unit="%1 x"
    )
    pet_place: str = setting("", "Place on the desktop", "Where Rotom was left there.", longest=20)
    close_to_tray: bool = setting(
        False, "Keep running in the tray", "Closing the window leaves Rotom running."
    )
    met: bool = setting(False, "Introduced", "Whether the first-start note was read.")
