"""Every page and state of the window, in each theme and language, looks as a person approved it."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.ui.likeness import cells, changed
from tests.ui.pictures import taken
from tests.ui.room import Room, items_of
from tests.ui.window_sheet import SMALL, STYLES, approved, drawn, in_cell, sheet_of

MOST = 60
"""How many pixels of a page (of 64,000) may be off."""


@cache
def as_approved(theme: str, language: str) -> NDArray[np.int16]:
    image = QImage(str(approved(theme, language)))
    assert not image.isNull(), f"{approved(theme, language)} is missing"
    return cells(image, *SMALL)


@pytest.mark.parametrize(("theme", "language"), STYLES)
def test_every_page_and_state_looks_as_approved(qtbot: QtBot, theme: str, language: str) -> None:
    now = drawn(theme, language, SMALL)
    counts = changed(as_approved(theme, language), cells(sheet_of(now.values()), *SMALL))
    off = {name: int(count) for name, count in zip(now, counts, strict=False) if count > MOST}
    assert off == {}, "look at them (make sheet), and approve them (make approve)"


@pytest.mark.parametrize("name", ["talk", "arm"])
def test_a_page_without_a_part_is_not_the_approved_one(room: Room, name: str) -> None:
    room.wait(lambda: named(room, name) is not None)
    before = page(room)
    part = named(room, name)
    assert part is not None
    part.setVisible(False)
    assert changed(before, page(room)).max() > MOST


def named(room: Room, name: str) -> QQuickItem | None:
    items = items_of(room.window.quick.contentItem())
    return next((item for item in items if item.objectName() == name), None)


def page(room: Room) -> NDArray[np.int16]:
    return cells(sheet_of([in_cell(taken(room.window), SMALL)], columns=1), *SMALL)
