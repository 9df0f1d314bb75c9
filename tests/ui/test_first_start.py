"""The first start, step by step: whoever looks at it, hears it or steers it can use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from rotom.domain.settings.appearance import THEMES
from tests.ui.pictures import go_to_step
from tests.ui.room import Room, controls_of, items_of, kind_of, name_of, opened_room
from tests.ui.test_everyone import ROLES, SEEN_PX, grabbed, pale_texts, pixels
from tests.ui.test_pages import (
    SIZES,
    SMALLEST_TARGET_PX,
    SMALLEST_TEXT_PX,
    box,
    rendered,
    texts_of,
)

STEPS = range(3)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """The window on its first start, at the first of the steps."""
    with opened_room(qtbot, tmp_path, met=False) as room:
        yield room


def steps(room: Room) -> Iterator[int]:
    """Shows each step in turn, and says which."""
    for step in STEPS:
        go_to_step(room.window, step)
        rendered(room)
        yield step


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
def test_every_control_and_text_of_a_step_is_named_large_and_in_sight(
    room: Room, size: tuple[int, int], language: str
) -> None:
    room.window.settings.change("interface_language", language)
    room.window.settings.change("language", language)
    room.resize(*size)
    for step in steps(room):
        controls = controls_of(room.window.quick.contentItem())
        assert len(controls) > 1
        for control in controls:
            role = QAccessible.queryAccessibleInterface(control).role()
            assert role in ROLES, f"{name_of(control)} of step {step} is a {role.name}"
            assert name_of(control), f"{control} of step {step} has no name"
            if control.property("cursorPosition") is None:
                assert min(control.width(), control.height()) >= SMALLEST_TARGET_PX
        for text in texts_of(room):
            assert text.property("font").pixelSize() >= SMALLEST_TEXT_PX
            assert 0 <= box(text).left() <= box(text).right() <= size[0], text.property("text")


def test_what_has_the_focus_shows_it_in_every_step(room: Room) -> None:
    focus = QColor("#ffd166").rgb()
    for step in steps(room):
        for control in controls_of(room.window.quick.contentItem()):
            if not control.isEnabled():
                continue
            control.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            image = grabbed(room)
            around = box(control).adjusted(-20, -20, 20, 20).toAlignedRect()
            ring = (pixels(image.copy(around.intersected(image.rect()))) == focus).sum()
            assert ring >= SEEN_PX, f"{name_of(control)} of step {step} does not show its focus"


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_written_in_a_step_can_be_read(room: Room, theme: str) -> None:
    room.window.settings.change("theme", theme)
    for step in steps(room):
        (welcome,) = (i for i in items_of(room.window.quick.contentItem()) if is_welcome(i))
        assert not pale_texts(room, items_of(welcome)), step


def test_a_step_is_gone_through_with_tab_alone_and_comes_round(room: Room) -> None:
    for step in steps(room):
        room.go_to("Let's talk" if step == 2 else "Next")
        reached = {room.focus}
        for _ in range(30):
            room.press(Qt.Key.Key_Tab)
            reached.add(room.focus)
        wanted = {
            name_of(control)
            for control in controls_of(room.window.quick.contentItem())
            if control.isEnabled() and control.isVisible()
        }
        assert wanted <= reached, (step, wanted - reached)


def test_who_reads_korean_begins_in_korean(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ko")
    with opened_room(qtbot, tmp_path / "korean", met=False) as room:
        assert room.app.settings.language == "ko"
        assert room.focus == "다음"
        assert room.window.companion.property("greeting").startswith("찌릿!")
        assert room.window.companion.property("quickReplies")[0] == "응"


def test_the_keys_and_buttons_that_are_named_are_those_in_the_hand(room: Room) -> None:
    def shows(*words: str) -> bool:
        shown = " ".join(text.property("text") for text in texts_of(room))
        return all(word in shown for word in words)

    assert shows("round button (F2)", "chat (F4)", "Stop (F3)")
    room.window.navigation.usedPad(True)
    assert shows("round button (R1)", "chat (Y)", "Stop (X)")
    room.window.settings.change("pad_talk", "l5")
    room.window.settings.change("pad_stop", "none")
    assert shows("round button (L5)", "chat (Y)", "press Stop.")


def is_welcome(item: QQuickItem) -> bool:
    return kind_of(item) == "Welcome"
