"""How a brain chooses its next words: what can be turned, and how far."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rotom.domain.settings import SettingError
from rotom.domain.wording import worded

THOUGHT_TOKENS = 1024
"""How much a brain that thinks before it answers may think; nobody hears it."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next word is chosen; `seed` makes it repeatable.

    `thinks`: the model thinks before it answers, where its chat template has a switch for that.
    """

    temperature: float = 0.7
    top_p: float = 0.9
    top_k: int = 40
    min_p: float = 0.05
    presence_penalty: float = 0.0
    repeat_penalty: float = 1.05
    max_tokens: int = 160
    seed: int | None = None
    thinks: bool = False

    @property
    def most_tokens(self) -> int:
        """How long a reply may be with what is thought before it."""
        return self.max_tokens + (THOUGHT_TOKENS if self.thinks else 0)


Tune = Callable[[Sampling], Sampling]
"""What the user changed of a model's own way."""


def untouched(sampling: Sampling) -> Sampling:
    return sampling


@dataclass(frozen=True, slots=True)
class Knob:
    """What can be turned; `low` and `high` are of its own type, `step` is for a slider."""

    title: str
    help: str
    low: float
    high: float
    step: float


KNOBS: Mapping[str, Knob] = {
    "temperature": Knob(
        worded("Temperature"),
        worded("Higher is livelier and stranger; 0 always takes the likeliest word."),
        0.0,
        2.0,
        0.05,
    ),
    "top_p": Knob(
        worded("Top p"),
        worded("Only the likeliest words that together have this share; 1: all."),
        0.0,
        1.0,
        0.05,
    ),
    "top_k": Knob(worded("Top k"), worded("Only so many of the likeliest; 0: all."), 0, 1000, 10),
    "min_p": Knob(
        worded("Min p"),
        worded("No words less likely than this share of the likeliest; 0: all."),
        0.0,
        1.0,
        0.05,
    ),
    "presence_penalty": Knob(
        worded("New words"), worded("How far words that were there are avoided."), 0.0, 2.0, 0.1
    ),
    "repeat_penalty": Knob(
        worded("No repeating"), worded("How far repeating is avoided; 1: not."), 0.5, 2.0, 0.05
    ),
    "max_tokens": Knob(
        worded("Longest reply"), worded("In tokens, about four letters each."), 16, 1024, 16
    ),
}

Values = Mapping[str, float | int | bool]
"""What the user changed, by the names of `Sampling`."""


def tuned(sampling: Sampling, values: Values) -> Sampling:
    """The sampling with what the user changed; SettingError where a value cannot be."""
    return replace(sampling, **{name: checked(name, value) for name, value in values.items()})  # type: ignore[arg-type]


def checked(name: str, value: object) -> float | int | bool:
    """The value as its knob has it, or SettingError."""
    if name == "thinks":
        if not isinstance(value, bool):
            raise SettingError("thinks is true or false.")
        return value
    knob = KNOBS.get(name)
    if knob is None:
        known = ", ".join((*KNOBS, "thinks"))
        raise SettingError(
            worded("There is no {name} to change; there are {known}.", name=name[:40], known=known)
        )
    kind: type[int] | type[float] = type(knob.low)
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not knob.low <= value <= knob.high
        or (kind is int and value != int(value))
    ):
        raise SettingError(
            worded(
                "{name} is {what} between {low:g} and {high:g}.",
                name=name,
                what=worded("a whole number") if kind is int else worded("a number"),
                low=knob.low,
                high=knob.high,
            )
        )
    return kind(value)


_KEYS = {
    "temp": "temperature",
    "top_p": "top_p",
    "top_k": "top_k",
    "min_p": "min_p",
    "penalty_repeat": "repeat_penalty",
}


def own_sampling(metadata: Mapping[str, object]) -> Sampling:
    """What a GGUF file wants by llama.cpp's `general.sampling.*` keys.

    Ours where it wants nothing, or nothing that is a finite number from 0.
    """
    own: dict[str, float | int] = {}
    for key, name in _KEYS.items():
        try:
            value = float(str(metadata[f"general.sampling.{key}"]))
        except (KeyError, ValueError):
            continue
        if math.isfinite(value) and value >= 0:
            own[name] = int(value) if name == "top_k" else value
    return replace(Sampling(), **own)  # type: ignore[arg-type]  # the names are of these types
