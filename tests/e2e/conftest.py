"""A pad, and somebody at the window with it: SDL's virtual pad through the real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rotom.system.gamepads import Gamepads
from tests.e2e.seat import Seat, seated
from tests.ui.room import opened_room
from tests.virtual_pad import VirtualPad


@pytest.fixture
def pads() -> Iterator[Gamepads]:
    """On a clock that stands still: no button is held so long on a slow machine that it repeats."""
    pads = Gamepads(clock=lambda: 0.0)
    pads.load()
    yield pads
    pads.close()


@pytest.fixture
def pad(pads: Gamepads) -> Iterator[VirtualPad]:
    with VirtualPad() as pad:
        yield pad


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, pads: Gamepads, pad: VirtualPad) -> Iterator[Seat]:
    with opened_room(qtbot, tmp_path, pads=pads) as room:
        yield seated(room, pad, pads)
