"""What holds on every page: names, sizes, contrast, plain text, nothing drawn when hidden."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from rotom.conversation.events import (
    MicrophoneOpen,
    Problem,
    ReplyGrew,
    SentenceEnded,
    SentenceStarted,
    StateChanged,
    UserSaid,
)
from rotom.domain.character import AgentState
from rotom.domain.settings import Settings
from rotom.domain.speech import MouthMove, Sentence, Transcript
from rotom.ui.main_window import QML
from tests.ui.room import Room, controls_of, items_of, name_of, opened_room

SIZES = ((1280, 800), (800, 600), (1920, 1080))
SMALLEST_TEXT_PX = 18
SMALLEST_CAPITAL_PX = 12
SMALLEST_TARGET_PX = 48


def pages(room: Room) -> Iterator[str]:
    """Shows every page in turn, and says which."""
    for page in ("companion", "chat", "models"):
        room.window.navigation.open(page)
        yield page
    room.window.navigation.open("settings")
    for number in range(len(room.window.settings.property("groups"))):
        if number:
            room.window.navigation.paged.emit(1)
        yield f"settings {number}"


def texts_of(room: Room) -> list[QQuickItem]:
    return [
        item
        for item in items_of(room.window.quick.contentItem())
        if item.inherits("QQuickText") and item.property("text")
    ]


def box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def rendered(room: Room) -> None:
    """Draws the window as it is now, with everything laid out."""
    assert not room.window.quick.grabWindow().isNull()


@pytest.mark.parametrize("size", SIZES)
def test_every_control_has_a_name_and_is_large_enough(room: Room, size: tuple[int, int]) -> None:
    room.resize(*size)
    for page in pages(room):
        rendered(room)
        controls = controls_of(room.window.quick.contentItem())
        assert controls
        for control in controls:
            assert name_of(control), f"{control} on {page} has no name"
            large = min(control.width(), control.height()) >= SMALLEST_TARGET_PX
            lines = control.property("cursorPosition") is not None
            assert large or lines, f"{name_of(control)} on {page} is {control.height()} px high"


@pytest.mark.parametrize("size", SIZES)
def test_every_text_can_be_read_and_lies_within_the_window(
    room: Room, size: tuple[int, int]
) -> None:
    room.resize(*size)
    for page in pages(room):
        rendered(room)
        texts = texts_of(room)
        assert len(texts) > 3
        for text in texts:
            said = str(text.property("text"))
            pixels = text.property("font").pixelSize()
            assert pixels >= SMALLEST_TEXT_PX, f"{said!r} on {page} is written {pixels} px high"
            capitals = QFontMetricsF(text.property("font")).capHeight()
            assert capitals >= SMALLEST_CAPITAL_PX, f"{said!r} on {page}: {capitals} px"
            assert box(text).left() >= 0, f"{said!r} on {page} begins left of the window"
            assert box(text).right() <= size[0], f"{said!r} on {page} ends right of the window"


def test_nothing_that_is_said_is_read_as_markup(room: Room) -> None:
    said = "<b>bold</b><br><img src='file:///nowhere.png'>"
    room.window._take(UserSaid("1", Transcript(said), typed=True))
    room.window._take(ReplyGrew("1", said))
    room.window._take(SentenceStarted("1", Sentence(said), 1.0, ()))
    room.window._take(Problem(said))
    for _ in pages(room):
        rendered(room)
        for text in texts_of(room):
            if said in str(text.property("text")):
                plain = QFontMetricsF(text.property("font")).horizontalAdvance(said)
                lines = int(text.property("lineCount"))
                assert lines > 1 or text.property("implicitWidth") == pytest.approx(plain, rel=0.1)


def test_only_plain_text_is_ever_drawn_and_markup_of_our_own() -> None:
    words, marked = QML / "controls" / "Words.qml", QML / "controls" / "Marked.qml"
    assert "textFormat: Text.PlainText" in words.read_text("utf-8")
    text, user = (
        re.compile(r"^\s*Text \{", re.MULTILINE),
        re.compile(r"^\s*Marked \{", re.MULTILINE),
    )
    files = {path: path.read_text("utf-8") for path in QML.rglob("*.qml")}
    assert {path for path, source in files.items() if text.search(source)} == {words, marked}
    users = {path.name for path, source in files.items() if user.search(source)}
    assert users == {"BubblePart.qml", "Captions.qml"}


def test_an_open_microphone_is_signed_on_every_page_and_layer(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, met=False) as room:
        room.window._take(MicrophoneOpen(True))
        for _ in pages(room):
            rendered(room)
            signs = [t for t in texts_of(room) if t.property("text") == "Microphone open"]
            assert len(signs) == 1
            assert box(signs[0]).right() <= 1280


def frames_in(room: Room, milliseconds: int) -> int:
    """How many frames are drawn in that time."""
    frames = 0

    def count() -> None:
        nonlocal frames
        frames += 1

    room.window.quick.frameSwapped.connect(count)
    over: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: over.append(True))
    room.wait(lambda: bool(over))
    room.window.quick.frameSwapped.disconnect(count)
    return frames


def test_rotom_moves_while_it_is_seen_and_nothing_is_drawn_while_it_is_not(room: Room) -> None:
    room.wait(lambda: frames_in(room, 500) > 2)
    room.window.quick.hide()
    room.wait(lambda: not room.window.quick.isExposed())
    assert frames_in(room, 500) == 0


def costs_one_frame_each(room: Room, clock: QObject) -> bool:
    """Whether for a while as many frames are drawn as the body moves."""
    beats = QSignalSpy(clock, SIGNAL("beat(double)"))
    return 3 < frames_in(room, 900) <= beats.count() + 1


def test_each_movement_of_a_resting_body_costs_one_frame(room: Room) -> None:
    clock = room.part_of_body("clock")
    room.wait(lambda: costs_one_frame_each(room, clock))


def test_each_movement_of_a_speaking_body_costs_one_frame(room: Room) -> None:
    clock = room.part_of_body("clock")
    moves = tuple(MouthMove(0.1 * n, n % 2, "ao"[n % 2]) for n in range(600))
    room.window._take(StateChanged(AgentState.SPEAKING))
    room.window._take(SentenceStarted("t", Sentence("Aaah."), 60.0, moves))
    room.wait(lambda: costs_one_frame_each(room, clock))


def test_settings_that_hold_still_cost_no_frames(room: Room) -> None:
    room.press(Qt.Key.Key_F10)
    room.wait(lambda: frames_in(room, 300) == 0)


def test_the_mouth_moves_while_a_sentence_sounds_and_rests_after_it(room: Room) -> None:
    moves = (MouthMove(0.0, 0.6, "a"), MouthMove(60.0, 0.7))
    room.window._take(SentenceStarted("t", Sentence("Aaah."), 60.0, moves))
    room.wait(lambda: room.window.companion.property("mouth") > 0.5)
    assert room.window.companion.property("mouthShape") == "a"
    room.window._take(SentenceEnded("t"))
    assert room.window.companion.property("mouth") == 0.0


def test_a_value_that_cannot_be_is_said_and_not_kept(room: Room) -> None:
    room.window.settings.change("speed", 99.0)
    assert room.app.settings.speed == Settings().speed
    assert "speed is between" in room.window.notices.property("sentences")[0]


def test_notices_wait_until_they_were_read(room: Room) -> None:
    for number in range(5):
        room.window.notices.add(f"Notice {number}.")
        room.window.notices.add(f"Notice {number}.")
    assert room.window.notices.property("sentences") == ["Notice 2.", "Notice 3.", "Notice 4."]
    room.press(Qt.Key.Key_Escape)
    assert room.window.notices.property("sentences") == ["Notice 2.", "Notice 3."]


def test_very_long_texts_neither_stop_nor_leave_the_window(room: Room) -> None:
    room.press(Qt.Key.Key_F4)
    for number, text in enumerate(
        ("word " * 20_000, "x" * 20_000, "\n" * 2_000 + "end", "\u202eab")
    ):
        room.window._take(UserSaid(str(number), Transcript(text), typed=True))
        rendered(room)
    for text in texts_of(room):
        assert box(text).right() <= 1280


def test_a_hundred_thousand_signs_are_typed_and_answered(room: Room) -> None:
    room.window.chat.say("é" * 100_000)
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())


def test_a_long_history_opens_at_its_end_and_scrolls(room: Room) -> None:
    for number in range(150):
        room.window._take(UserSaid(str(number), Transcript(f"message {number}"), typed=True))
    room.press(Qt.Key.Key_F4)
    rendered(room)
    shows = lambda text: any(t.property("text") == text for t in inside(room))  # noqa: E731
    room.wait(lambda: shows("message 149"))
    assert not shows("message 100")
    room.press(Qt.Key.Key_PageUp)
    rendered(room)
    assert not shows("message 149")
    for _ in range(60):
        room.press(Qt.Key.Key_PageUp)
    rendered(room)
    room.wait(lambda: shows("message 0"))


def inside(room: Room) -> list[QQuickItem]:
    """The texts that lie within the height of the window's list of messages."""
    return [t for t in texts_of(room) if 70 <= box(t).top() <= 700]


def test_a_page_that_scrolls_shows_what_has_the_focus(room: Room) -> None:
    room.resize(800, 600)
    room.press(Qt.Key.Key_F10)
    for name in ("Greeting", "Calm"):
        room.go_to(name, most=80)
        rendered(room)
        focused = room.window.quick.activeFocusItem()
        assert focused is not None
        assert box(focused).top() >= 0
        assert box(focused).bottom() <= 600


def test_a_second_start_brings_the_window_to_the_front(room: Room) -> None:
    room.window.quick.hide()
    room.window.from_any_thread(room.window.show)
    room.wait(room.window.quick.isVisible)
