"""The buttons of a gamepad and what each of them does."""

from collections.abc import Mapping
from enum import StrEnum
from math import atan2, hypot, pi


class PadButton(StrEnum):
    """A button by the name that stands on a Steam Deck; each stick is one as well."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    A = "a"
    B = "b"
    X = "x"
    Y = "y"
    L1 = "l1"
    R1 = "r1"
    L2 = "l2"
    R2 = "r2"
    L3 = "l3"
    R3 = "r3"
    L4 = "l4"
    R4 = "r4"
    L5 = "l5"
    R5 = "r5"
    VIEW = "view"
    MENU = "menu"


class PadAction(StrEnum):
    """What a button does."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    ACTIVATE = "activate"
    BACK = "back"
    TALK = "talk"
    STOP = "stop"
    QUICK = "quick"
    CHAT = "chat"
    SETTINGS = "settings"
    HOME = "home"
    MODELS = "models"
    PREVIOUS = "previous"
    NEXT = "next"
    MUTE = "mute"
    HANDS_FREE = "hands_free"


DIRECTIONS = (PadAction.UP, PadAction.DOWN, PadAction.LEFT, PadAction.RIGHT)

NO_BUTTON = "none"

CHOSEN = (
    PadAction.TALK,
    PadAction.STOP,
    PadAction.QUICK,
    PadAction.CHAT,
    PadAction.SETTINGS,
    PadAction.HOME,
    PadAction.MODELS,
    PadAction.PREVIOUS,
    PadAction.NEXT,
    PadAction.MUTE,
    PadAction.HANDS_FREE,
)
"""What the user may give a button, the most wanted first."""

ALWAYS: Mapping[PadButton, PadAction] = {
    PadButton.UP: PadAction.UP,
    PadButton.DOWN: PadAction.DOWN,
    PadButton.LEFT: PadAction.LEFT,
    PadButton.RIGHT: PadAction.RIGHT,
    PadButton.A: PadAction.ACTIVATE,
    PadButton.B: PadAction.BACK,
}
"""What cannot be given away, so that every page can be reached and left whatever is chosen."""

FREE = tuple(button for button in PadButton if button not in ALWAYS)
"""The buttons that an action may have."""

Chosen = Mapping[PadAction, str]
"""The button of each action of `CHOSEN`, or `NO_BUTTON`."""


def bindings(chosen: Chosen, swap_ab: bool = False) -> dict[PadButton, PadAction]:
    """What each button does. Where two actions ask for one button, the first of `CHOSEN` has it."""
    bound = dict(ALWAYS)
    if swap_ab:
        bound[PadButton.A], bound[PadButton.B] = bound[PadButton.B], bound[PadButton.A]
    for action in CHOSEN:
        button = chosen.get(action, NO_BUTTON)
        if button != NO_BUTTON:
            bound.setdefault(PadButton(button), action)
    return bound


def holder(chosen: Chosen, action: PadAction) -> PadAction | None:
    """The action that has this one's button in its stead; None where it has it itself, or none."""
    button = chosen.get(action, NO_BUTTON)
    if button == NO_BUTTON:
        return None
    first = next(other for other in CHOSEN if chosen.get(other) == button)
    return None if first is action else first


def given(chosen: Chosen, action: PadAction, button: PadButton) -> dict[PadAction, str]:
    """The choices once `action` has `button`: who had it before takes what `action` had."""
    return {
        **chosen,
        **{other: chosen[action] for other in chosen if chosen[other] == button},
        action: button,
    }


def sector(x: float, y: float, count: int, dead_zone: float) -> int | None:
    """Which of `count` sectors a stick at (x, y) points to, y downwards; the first is above.

    None while it is within `dead_zone`, 0 to 1, of the middle.
    """
    if count < 1 or hypot(x, y) < dead_zone:
        return None
    turns = atan2(x, -y) / (2 * pi)
    return round(turns * count) % count
