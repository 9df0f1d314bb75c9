"""How presses, sticks and held directions become what a gamepad asks for."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rotom.domain.controls import DIRECTIONS, PadAction

REACH = 0.55
"""How far a stick or a trigger is moved, 0 to 1, before it counts."""

BACK_AT = 0.64
"""The part of that at which it counts no more."""

REPEAT_AFTER_S, REPEAT_EVERY_S = 0.25, 0.08


@dataclass(frozen=True, slots=True)
class PadEvent:
    """An action begins (`pressed`), goes on (`pressed` and `repeated`), or ends."""

    action: PadAction
    pressed: bool
    repeated: bool = False


def is_pulled(value: float, before: bool, reach: float = REACH) -> bool:
    """Whether a trigger at `value`, 0 to 1, counts as pressed."""
    return value >= (BACK_AT * reach if before else reach)


def stick_direction(
    x: float, y: float, before: PadAction | None, reach: float = REACH
) -> PadAction | None:
    """The direction of a stick at (x, y), each -1 to 1, y downwards.

    A stick that points somewhere already keeps to it until it is nearly back in the middle or
    clearly elsewhere, so that a trembling thumb makes one step.
    """
    along = {
        PadAction.UP: -y,
        PadAction.DOWN: y,
        PadAction.LEFT: -x,
        PadAction.RIGHT: x,
    }
    strongest = max(along, key=lambda action: along[action])
    if (
        before is not None
        and along[before] >= BACK_AT * reach
        and along[strongest] < 2 * along[before]
    ):
        return before
    return strongest if along[strongest] >= reach else None


class Held:
    """Which actions are held, by what: two buttons for one action are one press of it."""

    def __init__(self) -> None:
        self._sources: dict[PadAction, set[Hashable]] = {}

    def press(self, action: PadAction, source: Hashable) -> list[PadEvent]:
        holding = self._sources.setdefault(action, set())
        first = not holding
        holding.add(source)
        return [PadEvent(action, pressed=True)] if first else []

    def release(self, action: PadAction, source: Hashable) -> list[PadEvent]:
        holding = self._sources.get(action, set())
        if source not in holding:
            return []
        holding.remove(source)
        return [] if holding else [PadEvent(action, pressed=False)]

    def release_all(self, sources: Sequence[Hashable] | None = None) -> list[PadEvent]:
        """Releases everything, or what these sources hold."""
        events = []
        for action, holding in self._sources.items():
            for source in list(holding if sources is None else holding.intersection(sources)):
                events += self.release(action, source)
        return events


class Repeat:
    """Repeats the direction that was pressed last while it is held. Times are in seconds."""

    def __init__(self, after_s: float = REPEAT_AFTER_S, every_s: float = REPEAT_EVERY_S) -> None:
        self._after_s = after_s
        self._every_s = every_s
        self._action: PadAction | None = None
        self._due_s = 0.0

    def take(self, event: PadEvent, now_s: float) -> None:
        """Hears of every press and release."""
        if event.pressed and event.action in DIRECTIONS:
            self._action, self._due_s = event.action, now_s + self._after_s
        elif not event.pressed and event.action == self._action:
            self._action = None

    def due(self, now_s: float) -> list[PadEvent]:
        """At most one repetition: time in which nobody asked is not made up for."""
        if self._action is None or now_s < self._due_s:
            return []
        self._due_s = max(self._due_s + self._every_s, now_s + self._every_s / 2)
        return [PadEvent(self._action, pressed=True, repeated=True)]
