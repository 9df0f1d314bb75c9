"""Which of several rectangles lies next in a direction: how arrows and pad move the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """A step on the screen; the value is (x, y), y downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ASIDE = {Direction.LEFT: 3.0, Direction.RIGHT: 3.0, Direction.UP: 0.3, Direction.DOWN: 0.3}
"""Rows are wide: up and down go to the next row first, left and right stay in theirs."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the window."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


def next_box(here: Box, others: Sequence[Box], direction: Direction) -> int | None:
    """The index of the nearest box in that direction; None where there is none.

    A box lies in a direction where its near edge is past the middle of `here`. Distance to the
    side counts `ASIDE` times, and not at all where the two overlap.
    """
    nearest, least = None, float("inf")
    for index, other in enumerate(others):
        forward, aside = _distances(here, other, direction)
        if forward is not None and forward + ASIDE[direction] * aside < least:
            nearest, least = index, forward + ASIDE[direction] * aside
    return nearest


def _distances(here: Box, other: Box, direction: Direction) -> tuple[float | None, float]:
    aside_x = max(0.0, other.left - here.right, here.left - other.right)
    aside_y = max(0.0, other.top - here.bottom, here.top - other.bottom)
    middle_x, middle_y = here.left + here.width / 2, here.top + here.height / 2
    match direction:
        case Direction.LEFT:
            past, forward, aside = middle_x - other.right, here.left - other.right, aside_y
        case Direction.RIGHT:
            past, forward, aside = other.left - middle_x, other.left - here.right, aside_y
        case Direction.UP:
            past, forward, aside = middle_y - other.bottom, here.top - other.bottom, aside_x
        case Direction.DOWN:
            past, forward, aside = other.top - middle_y, other.top - here.bottom, aside_x
    return (None if past < 0 else max(0.0, forward)), aside
