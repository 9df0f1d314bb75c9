"""What stands on the buttons of the pads that people have."""

from collections.abc import Mapping
from enum import StrEnum

from rotom.domain.controls import PadButton


class PadFamily(StrEnum):
    """Pads whose buttons look alike."""

    DECK = "deck"
    XBOX = "xbox"
    PLAYSTATION = "playstation"
    SWITCH = "switch"


VENDORS: Mapping[int, PadFamily] = {
    0x28DE: PadFamily.DECK,
    0x045E: PadFamily.XBOX,
    0x054C: PadFamily.PLAYSTATION,
    0x057E: PadFamily.SWITCH,
}
"""By the number that USB knows the maker by: Valve, Microsoft, Sony, Nintendo."""

_NAMES: Mapping[str, PadFamily] = {
    "dualshock": PadFamily.PLAYSTATION,
    "dualsense": PadFamily.PLAYSTATION,
    "playstation": PadFamily.PLAYSTATION,
    "ps3": PadFamily.PLAYSTATION,
    "ps4": PadFamily.PLAYSTATION,
    "ps5": PadFamily.PLAYSTATION,
    "nintendo": PadFamily.SWITCH,
    "switch": PadFamily.SWITCH,
    "joy-con": PadFamily.SWITCH,
    "steam": PadFamily.DECK,
}


def family_of(vendor: int, name: str) -> PadFamily:
    """The family of a pad; a stranger has the buttons that most have, those of an Xbox."""
    if vendor in VENDORS:
        return VENDORS[vendor]
    lower = name.lower()
    return next((family for word, family in _NAMES.items() if word in lower), PadFamily.XBOX)


_LABELS: Mapping[PadFamily, Mapping[PadButton, str]] = {
    PadFamily.DECK: {},
    PadFamily.XBOX: {
        PadButton.L1: "LB",
        PadButton.R1: "RB",
        PadButton.L2: "LT",
        PadButton.R2: "RT",
        PadButton.L3: "LS",
        PadButton.R3: "RS",
    },
    PadFamily.PLAYSTATION: {
        PadButton.A: "Cross",
        PadButton.B: "Circle",
        PadButton.X: "Square",
        PadButton.Y: "Triangle",
        PadButton.VIEW: "Create",
        PadButton.MENU: "Options",
    },
    PadFamily.SWITCH: {
        PadButton.L1: "L",
        PadButton.R1: "R",
        PadButton.L2: "ZL",
        PadButton.R2: "ZR",
        PadButton.L3: "LS",
        PadButton.R3: "RS",
        PadButton.VIEW: "−",
        PadButton.MENU: "+",
    },
}
_ALIKE: Mapping[PadButton, str] = {
    PadButton.UP: "Up",
    PadButton.DOWN: "Down",
    PadButton.LEFT: "Left",
    PadButton.RIGHT: "Right",
    PadButton.VIEW: "View",
    PadButton.MENU: "Menu",
}


def label(button: PadButton, family: PadFamily) -> str:
    """What stands on a button, or what its sign is called."""
    return _LABELS[family].get(button) or _ALIKE.get(button) or button.value.upper()


def sign(button: PadButton, family: PadFamily) -> str:
    """The drawing that stands on a button instead of letters, such as "cross"; '' for letters."""
    if button in (PadButton.UP, PadButton.DOWN, PadButton.LEFT, PadButton.RIGHT):
        return "pad-cross"
    if family is PadFamily.PLAYSTATION:
        return _SHAPES.get(button, "")
    if button in (PadButton.VIEW, PadButton.MENU) and family is not PadFamily.SWITCH:
        return f"pad-{button}"
    return ""


_SHAPES: Mapping[PadButton, str] = {
    PadButton.A: "pad-x",
    PadButton.B: "pad-circle",
    PadButton.X: "pad-square",
    PadButton.Y: "pad-triangle",
    PadButton.VIEW: "pad-create",
    PadButton.MENU: "pad-menu",
}
