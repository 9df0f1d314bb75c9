"""What the desktop lets a window do by itself: stay above the others, and choose its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rotom.domain.wording import worded
from rotom.system.gamescope import is_gaming_mode

GAMING = worded(
    "In gaming mode there is no desktop for Rotom to live on. Switch to desktop mode first."
)
NO_PLACE = worded(
    "Living on this desktop (Wayland), Rotom can neither choose its place nor stay above the other "
    "windows: both are up to you. Started with QT_QPA_PLATFORM=xcb, it can."
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether a window of Rotom's own can live on the desktop and be placed; what to say of it."""

    lives: bool = True
    placed: bool = True
    sentence: str = ""


def allowed(platform: str, environment: Mapping[str, str]) -> Allowed:
    """What a desktop allows that Qt reaches through `platform`."""
    if is_gaming_mode(environment):
        return Allowed(lives=False, placed=False, sentence=GAMING)
    if platform.startswith("wayland"):
        return Allowed(placed=False, sentence=NO_PLACE)
    return Allowed()


Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


def placed(wanted: str, size: int, screens: Iterable[Area]) -> tuple[int, int]:
    """Where a window of that size stands: "x,y" as it was kept, moved onto a screen.

    The lower right corner of the first screen where nothing was kept, or its screen is gone.
    """
    areas = list(screens) or [(0, 0, size, size)]
    try:
        x, y = (int(part) for part in wanted.split(","))
    except ValueError:
        x, y = None, None
    for left, top, width, height in areas:
        if x is not None and y is not None:
            middle_x, middle_y = x + size // 2, y + size // 2
            if left <= middle_x < left + width and top <= middle_y < top + height:
                return (
                    max(left, min(x, left + width - size)),
                    max(top, min(y, top + height - size)),
                )
    left, top, width, height = areas[0]
    return left + max(0, width - size - 24), top + max(0, height - size - 24)
