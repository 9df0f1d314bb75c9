"""Texts written with a gamepad alone: Korean letters, and the keys that Steam shows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.e2e.seat import Seat
from tests.ui.room import items_of, name_of


def test_korean_is_typed_on_the_screen(seat: Seat) -> None:
    room = seat.room
    seat.press("y")
    seat.press("a")
    room.wait(lambda: room.focus == "q")
    seat.press("r2")
    assert room.focus == "ㅂ"
    for sign in "ㅇㅏㄴㄴㅕㅇ":
        room.window.keyboard.put(sign)
    assert room.window.keyboard.property("text") == "안녕"
    seat.press("x")
    assert room.window.keyboard.property("text") == "안녀"
    seat.press("a")
    assert room.window.keyboard.property("text") == "안녑"
    seat.press("l1")
    assert room.focus == "ㅃ"
    seat.press("x")
    seat.press("x")
    seat.press("y")
    seat.press("b")
    seat.press("a")
    room.wait(lambda: room.focus == "ㅂ")
    assert room.window.keyboard.property("text") == "안ㄴ ", "what was chosen stays"
    seat.press("r2")
    assert room.focus == "q"
    seat.press("b")


def test_a_korean_window_begins_with_korean_keys(seat: Seat) -> None:
    room = seat.room
    room.window.settings.change("interface_language", "ko")
    seat.press("y")
    seat.press("a")
    room.wait(lambda: room.focus == "ㅂ")
    seat.press("b")


class Steams:
    """Keys that Steam shows over the window."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int, int, int]] = []
        self.closed = 0

    def open(self, place: tuple[int, int, int, int]) -> bool:
        self.places.append(place)
        return True

    def close(self) -> bool:
        self.closed += 1
        return True


def test_where_steam_has_keys_they_open_for_a_text_and_close_with_it(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, steam = seat.room, Steams()
    monkeypatch.setattr(room.window.keyboard, "_steam", steam)
    seat.press("y")
    seat.press("a")
    assert not room.window.keyboard.property("shown")
    ((left, top, width, height),) = steam.places
    assert 0 < left < left + width <= 1280
    assert 400 < top < top + height <= 800
    room.type("hi")
    assert steam.closed == 0
    seat.press("up")
    assert steam.closed == 1
    seat.press("up")
    assert steam.closed == 1
    field = next(
        item
        for item in items_of(room.window.quick.contentItem())
        if name_of(item) == "Write to Rotom"
    )
    middle = field.mapToScene(field.boundingRect().center()).toPoint()
    QTest.mouseClick(room.window.quick, Qt.MouseButton.LeftButton, pos=middle)
    room.wait(lambda: len(steam.places) == 2)
    QTest.mouseClick(room.window.quick, Qt.MouseButton.LeftButton, pos=QPoint(600, 90))
    assert len(steam.places) == 2
