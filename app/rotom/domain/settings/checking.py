"""Whether a value can be a setting's, and settings with some of them changed."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from rotom.domain.settings.declared import SETTINGS, Settings, about
from rotom.domain.settings.declaring import Value
from rotom.domain.wording import worded

NAMES = frozenset(f.name for f in SETTINGS)


class SettingError(ValueError):
    """A value that a setting cannot have, said in one sentence."""


def checked(name: str, value: object) -> Value:
    """The value as the setting's own type and within its bounds, or SettingError."""
    if name not in NAMES:
        raise SettingError(worded("There is no setting called {name}.", name=_shown(name)))
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise SettingError(
                worded("{name} is true or false, not {value}.", name=name, value=_shown(value))
            )
        return value
    if isinstance(default, int | float):
        return _checked_number(name, value, type(default))
    return _checked_text(name, value)


def _checked_number(name: str, value: object, kind: type[int] | type[float]) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise SettingError(
            worded("{name} is a number, not {value}.", name=name, value=_shown(value))
        )
    low, high = about(name).low, about(name).high
    if (low is not None and value < low) or (high is not None and value > high):
        raise SettingError(
            worded(
                "{name} is between {low:g} and {high:g}, not {value}.",
                name=name,
                low=low,
                high=high,
                value=_shown(value),
            )
        )
    if kind is int and value != int(value):
        raise SettingError(
            worded("{name} is a whole number, not {value}.", name=name, value=_shown(value))
        )
    return kind(value)


def _checked_text(name: str, value: object) -> Value:
    said = about(name)
    if not isinstance(value, str):
        raise SettingError(worded("{name} is text, not {value}.", name=name, value=_shown(value)))
    if said.choices and value not in said.choices:
        raise SettingError(
            worded(
                "{name} is one of {choices}, not {value}.",
                name=name,
                choices=", ".join(said.choices),
                value=_shown(value),
            )
        )
    if len(value) > said.longest:
        raise SettingError(
            worded("{name} has at most {longest} characters.", name=name, longest=said.longest)
        )
    if any(unicodedata.category(c) in _UNWRITABLE for c in value):
        raise SettingError(
            worded(
                "{name} is one line without control characters, not {value}.",
                name=name,
                value=_shown(value),
            )
        )
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
