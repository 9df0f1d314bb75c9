"""What a Steam Deck's own controller tells in each of its reports: the buttons that are down.

The places of the bits are those that Linux's driver of the controller writes down (hid-steam.c).
"""

import struct
from collections.abc import Mapping

from rotom.domain.controls import PadButton

REPORT_BYTES = 64

_HEAD = b"\x01\x00\x09"
"""How a report of the Deck's state begins; others tell of a battery or of a receiver."""

_BITS: Mapping[PadButton, tuple[int, int]] = {
    PadButton.R2: (8, 0),
    PadButton.L2: (8, 1),
    PadButton.R1: (8, 2),
    PadButton.L1: (8, 3),
    PadButton.Y: (8, 4),
    PadButton.B: (8, 5),
    PadButton.X: (8, 6),
    PadButton.A: (8, 7),
    PadButton.UP: (9, 0),
    PadButton.RIGHT: (9, 1),
    PadButton.LEFT: (9, 2),
    PadButton.DOWN: (9, 3),
    PadButton.VIEW: (9, 4),
    PadButton.MENU: (9, 6),
    PadButton.L5: (9, 7),
    PadButton.R5: (10, 0),
    PadButton.L3: (10, 6),
    PadButton.R3: (11, 2),
    PadButton.L4: (13, 1),
    PadButton.R4: (13, 2),
}
"""The byte and the bit of each button; a trigger's is set where it is pulled to its end."""

_TRIGGERS = 44
"""Where both triggers stand as 16-bit numbers, 0 to 32767, and behind them both sticks."""

_MOVED = 8000
"""A quarter of the way: a stick that drifts is not moved."""

CHORDS = ("l5", "l4", "r5", "r4", "l4+r4", "l5+r5", "l1+r1")
"""What the user may hold to talk: buttons that games need least, alone or two together."""


def button_bytes(report: bytes) -> bytes | None:
    """The part that only buttons change; None for what is no whole report of the Deck's state."""
    if len(report) != REPORT_BYTES or not report.startswith(_HEAD):
        return None
    return report[8:14]


def buttons_in(report: bytes) -> frozenset[PadButton] | None:
    """The buttons that are down; None for what is no whole report of the Deck's state."""
    if button_bytes(report) is None:
        return None
    return frozenset(button for button, (byte, bit) in _BITS.items() if report[byte] >> bit & 1)


def at_rest(report: bytes) -> bool | None:
    """Whether no button is down, no stick and no trigger is moved; None for what is no report.

    Thumbs may lie on sticks and trackpads: their touch is no movement.
    """
    down = buttons_in(report)
    if down is None:
        return None
    moved = struct.unpack_from("<HH4h", report, _TRIGGERS)
    return not down and all(abs(value) < _MOVED for value in moved)


def chord(name: str) -> frozenset[PadButton]:
    """The buttons of "L5" or "L1+R1"; ValueError for a name that is none."""
    return frozenset(PadButton(part.strip().lower()) for part in name.split("+"))
