"""A room with an open window, for every test of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.room import Room, opened_room


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """The window on scripted engines; the first-start note was read before."""
    with opened_room(qtbot, tmp_path) as room:
        yield room
