"""Which model suits a machine now: what fits into its memory beside what runs, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rotom.domain.catalog import Kind, Model, Use
from rotom.domain.memory import SPARE_BYTES
from rotom.domain.speech import Language
from rotom.domain.wording import Worded, worded

_MANY_CORES = 8
"""With fewer, a large model answers too slowly on the processor alone."""

_GAME_SHARE = 0.25
"""How much of the memory may be taken beside a game; its own need grows while it runs."""


class Graphics(StrEnum):
    """What the graphics card does for the brain."""

    NONE = "none"
    """There is none, or llama.cpp was built without support for it."""
    OFF = "off"
    """It could think; the setting is off."""
    FAILED = "failed"
    """It failed its trial against the processor."""
    ON = "on"


@dataclass(frozen=True, slots=True)
class Situation:
    """The machine as it is now; `free_bytes` is None where nobody knows."""

    total_bytes: int | None
    free_bytes: int | None
    cores: int
    on_battery: bool = False
    beside_a_game: bool = False
    graphics: Graphics = Graphics.NONE

    @property
    def is_strong(self) -> bool:
        """Whether large models are quick enough: a graphics card or many cores, on mains."""
        has_power = self.graphics == Graphics.ON or self.cores >= _MANY_CORES
        return has_power and not (self.on_battery or self.beside_a_game)

    @property
    def room_bytes(self) -> int | None:
        """What a model may take."""
        if self.free_bytes is None:
            return None
        room = max(0, self.free_bytes - SPARE_BYTES)
        if self.beside_a_game and self.total_bytes is not None:
            room = min(room, int(self.total_bytes * _GAME_SHARE))
        return room


@dataclass(frozen=True, slots=True)
class Advice:
    """The model that suits, None where none fits, and the reason in one sentence."""

    model: Model | None
    why: str


def advise(kind: Kind, models: Sequence[Model], situation: Situation, language: Language) -> Advice:
    """The best model of a kind for the language that is spoken, by the order of the catalogue.

    Nothing is advised whose licence has to be accepted, unless there is nothing else.
    """
    spoken = [model for model in models if model.kind == kind and language in model.languages]
    if not spoken:
        return Advice(None, worded("The catalogue has nothing of this kind for your language."))
    order = _order(situation, language)
    ranked = sorted(
        (model for model in spoken if model.use in order),
        key=lambda model: (model.licence.must_be_accepted, order.index(model.use)),
    )
    room = situation.room_bytes
    fitting = [each for each in ranked if room is None or each.memory_mb * 10**6 <= room]
    if not fitting:
        smallest = min(spoken, key=lambda model: model.memory_mb)
        return Advice(
            None,
            worded(
                "{reason}, and the smallest, {smallest}, needs {gb:.1f} GB.",
                reason=_reason(situation),
                smallest=smallest.title,
                gb=smallest.memory_mb / 1000,
            ),
        )
    return Advice(fitting[0], _suits(situation, fitting[0], ranked[0]))


def _order(situation: Situation, language: Language) -> list[Use]:
    """The uses from the best to what is left where memory is short."""
    usual = [Use.BESIDE_A_GAME, Use.TINY]
    if language == Language.KOREAN:
        usual = [Use.KOREAN_FIRST, *usual]
    if situation.is_strong:
        usual = [Use.DOCKED, *usual]
    return [*usual, Use.QUICK, Use.HIGH_QUALITY]


def _suits(situation: Situation, best: Model, better: Model) -> Worded:
    """Why the best that fits suits, and why something better does not where there is such."""
    reason = _reason(situation)
    if better is best:
        return worded("{reason}, so {best} suits.", reason=reason, best=best.title)
    return worded(
        "{reason}, so {best} suits; {better} would need {gb:.1f} GB.",
        reason=reason,
        best=best.title,
        better=better.title,
        gb=better.memory_mb / 1000,
    )


def _reason(situation: Situation) -> Worded:
    if situation.free_bytes is None:
        memory = worded("It is not known how much memory is free")
    else:
        memory = worded("{gb:.1f} GB of memory are free", gb=situation.free_bytes / 1e9)
    if situation.beside_a_game:
        return worded("{memory} beside a game", memory=memory)
    if situation.on_battery:
        return worded("{memory} and the battery is in use", memory=memory)
    said = worded(
        "{memory} and the processor has {cores} cores", memory=memory, cores=situation.cores
    )
    match situation.graphics:
        case Graphics.ON:
            return worded("{memory} and the graphics card thinks", memory=memory)
        case Graphics.OFF:
            return worded("{said} (the graphics card could help: a setting under Brain)", said=said)
        case Graphics.FAILED:
            return worded("{said} (the graphics card failed its trial)", said=said)
    return said
