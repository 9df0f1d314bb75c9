"""The list by which Valve calls a game Deck Verified, a point a test.

partner.steamgames.com/doc/steamdeck/compat: input, display, seamlessness, system.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from rotom.conversation.events import StateChanged
from rotom.domain.character import AgentState
from rotom.domain.pad_families import PadFamily
from rotom.domain.settings import Settings
from tests.e2e.seat import VOICE, Seat
from tests.ui.room import Room, controls_of, opened_room
from tests.ui.test_pages import box, pages, rendered, texts_of

LEAST_PX, RECOMMENDED_PX = 9, 12
"""How high a letter is on the Deck's screen."""

LEAST_FRAMES = 30
"""A second, while anything is said or heard."""

SCREENS = ((1280, 800), (1280, 720), (1920, 1080), (3840, 2160))

KEYBOARD = re.compile(r"\b(F\d+|Enter|Return|Esc|Escape|Ctrl|Alt|Tab|Space bar|Page (Up|Down))\b")
WARNING = re.compile(r"unsupported|not supported|incompatible|your (system|device)", re.IGNORECASE)


def fill(room: Room, size: tuple[int, int]) -> float:
    """Rotom on a whole screen of that size; how much it is enlarged."""
    quick = room.window.quick
    quick.setProperty("fillsScreen", True)  # the test's own screen has one size only
    quick.resize(*size)
    content = quick.contentItem()
    room.wait(lambda: (content.width(), content.height()) == size)
    return float(quick.property("zoom"))


def test_the_default_controls_reach_everything_and_talk(seat: Seat) -> None:
    room = seat.room
    assert room.app.settings == Settings(met=True)
    for button, page in {"y": "chat", "menu": "settings", "r3": "models"}.items():
        seat.press(button)
        assert seat.page == page
        seat.press("b")
        assert seat.page == "companion"
    seat.pad.press("r1")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.cast.microphone.push(VOICE)
    seat.pad.release("r1")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())


def test_the_signs_are_those_of_the_decks_buttons_and_never_keys(seat: Seat) -> None:
    room = seat.room
    seat.press("view")
    assert seat.pads.family is PadFamily.DECK
    labels = {entry["label"] for entry in room.window.pad.property("buttons").values()}
    assert {"A", "B", "X", "Y", "L1", "R1", "L2", "R2"} <= labels
    for page in pages(room):
        for text in texts_of(room):
            said = str(text.property("text"))
            assert not KEYBOARD.search(said), f"{said!r} on {page} names a key"


def test_every_text_brings_a_keyboard_by_the_pad_and_b_takes_it_away(seat: Seat) -> None:
    room = seat.room
    seat.press("view")
    tried = 0
    for page in pages(room):
        rendered(room)
        for number in range(len(fields(room))):
            item = fields(room)[number]
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            before = item.property("text")
            seat.press("a")
            assert room.window.keyboard.property("shown"), f"no keyboard on {page}"
            seat.press("b")
            assert not room.window.keyboard.property("shown")
            assert item.property("text") == before
            tried += 1
    assert tried > 4


def fields(room: Room) -> list[QQuickItem]:
    """Everything to write in that is there now."""
    return [
        item
        for item in controls_of(room.window.quick.contentItem())
        if item.property("cursorPosition") is not None
        and item.property("readOnly") is False
        and item.isEnabled()
    ]


@pytest.mark.parametrize("size", SCREENS)
def test_it_fills_the_screen_and_every_letter_is_high_enough(
    seat: Seat, size: tuple[int, int]
) -> None:
    zoom = fill(seat.room, size)
    assert zoom == pytest.approx(max(1.0, min(size[0] / 1280, size[1] / 720)), abs=0.12)
    assert LEAST_PX < RECOMMENDED_PX
    for page in pages(seat.room):
        rendered(seat.room)
        for text in texts_of(seat.room):
            said = f"{text.property('text')!r} on {page}"
            height = QFontMetricsF(text.property("font")).capHeight() * zoom
            assert height >= RECOMMENDED_PX * zoom, f"{said} is {height} px high"
            assert box(text).left() >= 0, f"{said} begins left of the screen"
            assert box(text).right() <= size[0] + 1, f"{said} ends right of the screen"


@pytest.mark.parametrize("state", [AgentState.LISTENING, AgentState.SPEAKING])
def test_what_moves_is_drawn_at_least_thirty_times_a_second(seat: Seat, state: AgentState) -> None:
    """By design; how fast a machine really draws is measured by `make bench ARGS=gaming`."""
    room = seat.room
    clock = room.part_of_body("clock")
    room.window.companion.take(StateChanged(state))
    assert clock.property("running")
    assert clock.property("pace") >= LEAST_FRAMES


def test_nothing_warns_of_the_device_and_nothing_stands_before_rotom(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SteamDeck", "1")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "gamescope")
    with opened_room(qtbot, tmp_path, met=False) as room:
        assert room.window.notices.property("sentences") == []
        shown = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
        assert [each.objectName() for each in shown] == [room.window.quick.objectName()]
        said = [str(text.property("text")) for text in texts_of(room)]
        assert said
        assert not [text for text in said if WARNING.search(text)]


def test_it_goes_on_after_a_sleep(seat: Seat) -> None:
    room = seat.room
    seat.sleep()
    seat.press("y")
    room.window.chat.say("still here?")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
