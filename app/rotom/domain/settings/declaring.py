"""How a setting is declared: its default, title, help and bounds, in one line."""

from dataclasses import dataclass, field
from typing import Any  # what `setting` gives stands where a value of the field's own type is meant

Value = bool | int | float | str


@dataclass(frozen=True, slots=True)
class About:
    """What a page and the help say of a setting."""

    title: str
    help: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    """How a number is written with its unit, such as "%1 ms"."""
    longest: int = 200
    group: str = ""
    """The page it stands on: the name of the class that declares it."""


def setting(
    default: Value,
    title: str,
    help: str,  # noqa: A002  # the word that pages and commands use
    *,
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    longest: int = 200,
) -> Any:
    """The field of a settings group; numbers are within `low` and `high`, texts not `longest`."""
    said = About(title, help, choices, low, high, unit, longest)
    return field(default=default, metadata={"about": said})
