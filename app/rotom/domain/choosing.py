"""Which model suits a machine now: what fits into its memory beside what runs, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from rotom.domain.catalog import Kind, Model, Use
from rotom.domain.memory import SPARE_BYTES
from rotom.domain.speech import Language

_MANY_CORES = 8
"""With fewer, a large model answers too slowly on the processor alone."""

_GAME_SHARE = 0.25
"""How much of the memory may be taken beside a game; its own need grows while it runs."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The machine as it is now; `free_bytes` is None where nobody knows."""

    total_bytes: int | None
    free_bytes: int | None
    cores: int
    on_battery: bool = False
    beside_a_game: bool = False
    has_gpu: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether large models are quick enough: a graphics card or many cores, on mains."""
        return (self.has_gpu or self.cores >= _MANY_CORES) and not (
            self.on_battery or self.beside_a_game
        )

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
        return Advice(None, f"There is no {kind} for this language in the catalogue.")
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
            f"{_reason(situation)}, and the smallest, {smallest.title}, needs "
            f"{smallest.memory_mb / 1000:.1f} GB.",
        )
    best = fitting[0]
    return Advice(best, f"{_reason(situation)}, so {best.title} suits{_passed_over(ranked, best)}.")


def _order(situation: Situation, language: Language) -> list[Use]:
    """The uses from the best to what is left where memory is short."""
    usual = [Use.BESIDE_A_GAME, Use.TINY]
    if language == Language.KOREAN:
        usual = [Use.KOREAN_FIRST, *usual]
    if situation.is_strong:
        usual = [Use.DOCKED, *usual]
    return [*usual, Use.QUICK, Use.HIGH_QUALITY]


def _reason(situation: Situation) -> str:
    if situation.free_bytes is None:
        start = "It is not known how much memory is free"
    else:
        start = f"{situation.free_bytes / 1e9:.1f} GB of memory are free"
    if situation.beside_a_game:
        return f"{start} beside a game"
    if situation.on_battery:
        return f"{start} and the battery is in use"
    if not situation.is_strong:
        return f"{start} and the processor has {situation.cores} cores"
    return f"{start} and the machine is strong"


def _passed_over(ranked: Sequence[Model], best: Model) -> str:
    """Why something better was not taken, where memory is the reason."""
    better = ranked[0]
    if better is best:
        return ""
    return f"; {better.title} would need {better.memory_mb / 1000:.1f} GB"
