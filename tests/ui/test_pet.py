"""Rotom on the desktop: a small window in place of the large one, dragged, pressed, with a menu."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rotom.ui.desktop import allowed, placed
from rotom.ui.pet import Pet
from tests.ui.room import Room, opened_room

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SCREENS = [(0, 0, 1280, 800), (1280, 0, 1920, 1080)]


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ("40,50", (40, 50)),
        ("1300,600", (1300, 600)),
        ("-90,50", (0, 50)),
        ("1050,650", (1050, 600)),
        ("9000,9000", (1056, 576)),
        ("", (1056, 576)),
        ("here", (1056, 576)),
        ("1,2,3", (1056, 576)),
    ],
)
def test_it_stands_where_it_was_left_as_far_as_there_is_a_screen(
    wanted: str, place: tuple[int, int]
) -> None:
    assert placed(wanted, 200, SCREENS) == place


@given(st.integers(-5000, 5000), st.integers(-5000, 5000), st.integers(50, 600))
def test_it_is_always_seen_whole(x: int, y: int, size: int) -> None:
    left, top = placed(f"{x},{y}", size, SCREENS)
    assert any(
        a <= left and b <= top and left + size <= a + w and top + size <= b + h
        for a, b, w, h in SCREENS
    )


def test_what_a_desktop_does_not_allow_is_said() -> None:
    assert allowed("xcb", {}).sentence == ""
    wayland = allowed("wayland", {"XDG_CURRENT_DESKTOP": "KDE"})
    assert wayland.lives
    assert not wayland.placed
    assert "QT_QPA_PLATFORM=xcb" in wayland.sentence
    gaming = allowed("xcb", {"XDG_CURRENT_DESKTOP": "gamescope"})
    assert not gaming.lives
    assert "desktop mode" in gaming.sentence


@dataclass
class Outside:
    room: Room
    pet: Pet
    quits: list[bool]

    @property
    def quick(self) -> QQuickWindow:
        assert self.pet.quick is not None
        return self.pet.quick

    def choose(self, words: str) -> None:
        menu = self.pet.menu()
        (entry,) = [entry for entry in menu.actions() if entry.text() == words]
        entry.trigger()


@pytest.fixture
def outside(qtbot: QtBot, tmp_path: Path) -> Iterator[Outside]:
    """Rotom, who was just sent to the desktop."""
    with opened_room(qtbot, tmp_path) as room:
        quits: list[bool] = []
        pet = Pet(room.app, room.window, lambda: quits.append(True))
        room.window.settings.change("pet", True)
        room.wait(lambda: pet.quick is not None and pet.quick.isExposed())
        yield Outside(room, pet, quits)


def test_it_takes_the_place_of_the_window_and_stays_above_the_others(outside: Outside) -> None:
    assert not outside.room.window.quick.isVisible()
    flags = outside.quick.flags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert outside.quick.size().width() == 240
    outside.room.wait(lambda: outside.quick.grabWindow().pixelColor(120, 110).alpha() == 255)
    assert outside.quick.grabWindow().pixelColor(1, 1).alpha() == 0


def test_a_press_talks_and_the_next_one_ends_it(outside: Outside) -> None:
    companion = outside.room.window.companion
    middle = QPoint(120, 120)
    QTest.mouseClick(outside.quick, LEFT, Qt.KeyboardModifier.NoModifier, middle)
    outside.room.wait(lambda: companion.shown.microphone_open)
    QTest.mouseClick(outside.quick, LEFT, Qt.KeyboardModifier.NoModifier, middle)
    outside.room.wait(lambda: not companion.shown.microphone_open)


def test_keys_talk_too_and_a_page_key_opens_the_window(outside: Outside) -> None:
    room = outside.room
    QTest.keyClick(outside.quick, Key.Key_Space)
    room.wait(lambda: room.window.companion.shown.microphone_open)
    QTest.keyClick(outside.quick, Key.Key_Space)
    room.wait(lambda: not room.window.companion.shown.microphone_open)
    QTest.keyClick(outside.quick, Key.Key_F4)
    room.wait(room.window.quick.isVisible)
    assert not outside.quick.isVisible()
    assert room.window.navigation.property("page") == "chat"
    assert not room.app.settings.pet


def test_it_is_dragged_and_stands_there_again(outside: Outside) -> None:
    room, quick = outside.room, outside.quick
    began = quick.position()
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(quick, LEFT, modifier, QPoint(120, 120))
    for step in range(1, 12):
        QTest.mouseMove(quick, QPoint(120 - 4 * step, 120 - 2 * step), 5)
    QTest.mouseRelease(quick, LEFT, modifier, QPoint(120, 120))
    left = quick.position()
    assert left.x() < began.x()
    assert left.y() < began.y()
    room.wait(lambda: room.app.settings.pet_place == f"{left.x()},{left.y()}")
    assert not room.window.companion.property("talking")
    room.window.settings.change("pet", False)
    assert room.window.quick.isVisible()
    quick.setPosition(0, 0)
    room.window.settings.change("pet", True)
    assert quick.position() == left


def test_its_menu_changes_what_it_does(outside: Outside) -> None:
    app = outside.room.app
    outside.choose("Speak aloud")
    assert not app.settings.speak_replies
    outside.choose("Larger")
    assert app.settings.pet_size == 1.1
    assert outside.quick.width() == 264
    for _ in range(20):
        outside.choose("Smaller")
    assert app.settings.pet_size == 0.5
    outside.choose("Quit")
    assert outside.quits == [True]
    outside.choose("Open the window")
    assert outside.room.window.quick.isVisible()
    assert not outside.quick.isVisible()


def right_button(outside: Outside) -> None:
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(outside.quick, Qt.MouseButton.RightButton, modifier, QPoint(100, 100))


def menu_key(outside: Outside) -> None:
    QTest.keyClick(outside.quick, Key.Key_Menu)


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("ask", [right_button, menu_key])
def test_the_menu_opens_where_it_was_asked_for(
    outside: Outside, ask: Callable[[Outside], None]
) -> None:
    ask(outside)
    outside.room.wait(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert outside.quick.geometry().intersects(popup.geometry())
    popup.close()
    assert not outside.room.window.companion.property("talking")


def test_a_notice_is_signed_and_read_in_the_window(outside: Outside) -> None:
    outside.room.window.notices.add("The microphone was unplugged.")
    outside.choose("Read the notice")
    assert outside.room.window.quick.isVisible()


def test_a_second_start_brings_the_window_back(outside: Outside) -> None:
    outside.room.window.show()
    assert not outside.room.app.settings.pet
    assert not outside.quick.isVisible()


def test_in_gaming_mode_it_stays_in_the_window_and_says_why(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "gamescope")
    pet = Pet(room.app, room.window, lambda: None)
    room.window.settings.change("pet", True)
    assert pet.quick is None
    assert room.window.quick.isVisible()
    assert not room.app.settings.pet
    assert "gaming mode" in room.window.notices.property("sentences")[0]


def test_rotom_that_was_left_on_the_desktop_starts_there(outside: Outside) -> None:
    outside.quick.hide()
    outside.pet.show()
    assert outside.quick.isVisible()
    assert not outside.room.window.quick.isVisible()
