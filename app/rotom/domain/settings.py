"""Every setting, declared once: its default, title, help and bounds; pages and files follow it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from typing import Any  # a dataclass field's metadata holds values of several types

from rotom.domain.character import Form
from rotom.domain.speech import Language

Value = bool | int | float | str


@dataclass(frozen=True, slots=True)
class About:
    """What a page and the help say of a setting."""

    group: str
    title: str
    help: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    longest: int = 200


def _setting(default: Value, about: About) -> Any:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices. Every field has an `About`; `about(name)` gives it."""

    persona: str = _setting(
        "cheerful", About("Personality", "Personality", "Who Rotom is: its temper and manner.")
    )
    user_name: str = _setting(
        "", About("Personality", "Your name", "What Rotom calls you; empty: it asks.", longest=40)
    )
    voice: str = _setting(
        "rotom-en", About("Voice", "Voice", "The voice that Rotom speaks English with.")
    )
    korean_voice: str = _setting(
        "",
        About(
            "Voice",
            "Korean voice",
            "A voice of Models for Korean; empty: the robot (eSpeak NG).",
            longest=1000,
        ),
    )
    speak_replies: bool = _setting(
        True, About("Voice", "Speak aloud", "Off: replies are only shown.")
    )
    volume: float = _setting(0.8, About("Voice", "Volume", "How loud Rotom is.", low=0.0, high=1.0))
    speed: float = _setting(
        1.0, About("Voice", "Speed", "How fast Rotom speaks.", low=0.5, high=2.0, unit="x")
    )
    pitch: float = _setting(
        2.0,
        About(
            "Voice", "Pitch", "How high Rotom's voice is.", low=-12.0, high=12.0, unit="semitones"
        ),
    )
    ghostliness: float = _setting(
        0.3,
        About("Voice", "Ghostliness", "How electric the voice sounds.", low=0.0, high=1.0),
    )
    language: str = _setting(
        Language.ENGLISH,
        About(
            "Listening", "Language", "The language you speak.", choices=tuple(map(str, Language))
        ),
    )
    hands_free: bool = _setting(
        False,
        About(
            "Listening",
            "Hands-free",
            "The microphone stays open and Rotom answers when you pause. Off: a button.",
        ),
    )
    tap_to_talk: bool = _setting(
        False,
        About(
            "Listening",
            "Tap to talk",
            "The talk button starts with one press and ends with the next. Off: hold it.",
        ),
    )
    headphones: bool = _setting(
        False,
        About(
            "Listening",
            "I wear headphones",
            "Hands-free: you can talk over Rotom. Without headphones it would hear itself.",
        ),
    )
    end_of_turn_ms: int = _setting(
        600,
        About(
            "Listening",
            "Pause that ends your turn",
            "Hands-free: less after a finished sentence, more after a word that hangs.",
            low=350,
            high=2000,
            unit="ms",
        ),
    )
    speculate: bool = _setting(
        True,
        About(
            "Listening",
            "Think ahead",
            "Starts to think while you might go on. Answers sooner, costs some battery.",
        ),
    )
    microphone: str = _setting(
        "", About("Listening", "Microphone", "The one that Rotom listens through.")
    )
    loudspeaker: str = _setting(
        "", About("Voice", "Loudspeaker", "The one that Rotom speaks through.")
    )
    brain: str = _setting(
        "",
        About(
            "Brain",
            "Brain",
            "One of Models by its name, or the path of a GGUF file; empty: the starter brain.",
            longest=1000,
        ),
    )
    ears: str = _setting(
        "",
        About(
            "Listening",
            "Ears",
            "One of Models by its name, or a folder with a Whisper model; empty: PocketSphinx.",
            longest=1000,
        ),
    )
    server: str = _setting(
        "",
        About(
            "Brain",
            "Server that thinks",
            "The address of an OpenAI-compatible server; empty: Rotom thinks on this machine.",
            longest=300,
        ),
    )
    server_model: str = _setting(
        "",
        About("Brain", "Model of the server", "Which one; empty: its first.", longest=300),
    )
    server_agreed: str = _setting(
        "",
        About(
            "Privacy",
            "Server that may read along",
            "The server that you let your words go to; empty: they stay on this machine.",
            longest=300,
        ),
    )
    gpu: bool = _setting(
        False,
        About(
            "Brain",
            "Use the graphics card",
            "Where llama.cpp was built for it. It is tried first, and not used beside a game.",
        ),
    )
    download_limit: float = _setting(
        0.0,
        About(
            "Brain",
            "Download limit",
            "How fast models are fetched at most; 0: as fast as they come.",
            low=0.0,
            high=20.0,
            unit="MB/s",
        ),
    )
    threads: int = _setting(
        0,
        About(
            "Brain",
            "Processor threads",
            "How many threads think; 0: Rotom chooses and leaves one core free.",
            low=0,
            high=32,
        ),
    )
    keep_history: bool = _setting(
        True, About("Privacy", "Keep conversations", "Off: nothing that is said is written down.")
    )
    form: str = _setting(
        Form.GHOST,
        About(
            "Appearance",
            "Form",
            "What Rotom lives in: itself, a handheld console or a toaster.",
            choices=tuple(map(str, Form)),
        ),
    )
    reduced_motion: bool = _setting(
        False, About("Appearance", "Calm motion", "Less movement on the screen.")
    )
    close_to_tray: bool = _setting(
        False,
        About("Appearance", "Keep running in the tray", "Closing the window leaves Rotom running."),
    )
    met: bool = _setting(
        False, About("Appearance", "Introduced", "Whether the first-start note was read.")
    )


SETTINGS: tuple[Field[Any], ...] = fields(Settings)
"""The declarations, in the order in which pages show them."""


def about(name: str) -> About:
    """What is said of the setting called `name`; KeyError for a name that is none."""
    return _ABOUT[name]


_ABOUT: Mapping[str, About] = {f.name: f.metadata["about"] for f in SETTINGS}


class SettingError(ValueError):
    """A value that a setting cannot have, said in one sentence."""


def checked(name: str, value: object) -> Value:
    """The value as the setting's own type and within its bounds, or SettingError."""
    if name not in _ABOUT:
        raise SettingError(f"There is no setting called {_shown(name)}.")
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise SettingError(f"{name} is true or false, not {_shown(value)}.")
        return value
    if isinstance(default, int | float):
        return _checked_number(name, value, type(default))
    return _checked_text(name, value)


def _checked_number(name: str, value: object, kind: type[int] | type[float]) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise SettingError(f"{name} is a number, not {_shown(value)}.")
    low, high = _ABOUT[name].low, _ABOUT[name].high
    if (low is not None and value < low) or (high is not None and value > high):
        raise SettingError(f"{name} is between {low:g} and {high:g}, not {_shown(value)}.")
    if kind is int and value != int(value):
        raise SettingError(f"{name} is a whole number, not {_shown(value)}.")
    return kind(value)


def _checked_text(name: str, value: object) -> Value:
    said = _ABOUT[name]
    if not isinstance(value, str):
        raise SettingError(f"{name} is text, not {_shown(value)}.")
    if said.choices and value not in said.choices:
        raise SettingError(f"{name} is one of {', '.join(said.choices)}, not {_shown(value)}.")
    if len(value) > said.longest:
        raise SettingError(f"{name} has at most {said.longest} characters.")
    if any(unicodedata.category(c) in _UNWRITABLE for c in value):
        raise SettingError(f"{name} is one line without control characters, not {_shown(value)}.")
    return str(value)


_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})


def _shown(value: object) -> str:
    """A value as a sentence can hold it: short, whatever it is."""
    if isinstance(value, int) and abs(value) >= 10**15:  # Python writes out no 4,300 digits
        return "a number so large"
    if isinstance(value, str | bool | int | float):
        return repr(value if not isinstance(value, str) else value[:40])
    return f"a {type(value).__name__}"


def changed(settings: Settings, values: Mapping[str, object]) -> Settings:
    """The settings with some of them changed; SettingError where a value cannot be."""
    return replace(settings, **{name: checked(name, value) for name, value in values.items()})  # type: ignore[arg-type]


def differing(settings: Settings) -> dict[str, Value]:
    """Only what differs from the defaults: what the settings file holds."""
    default = Settings()
    return {
        f.name: getattr(settings, f.name)
        for f in SETTINGS
        if getattr(settings, f.name) != getattr(default, f.name)
    }
