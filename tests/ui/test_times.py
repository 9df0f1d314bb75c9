"""The times of the answers: the last one beside what is usual, and where they are shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from rotom.conversation.events import TurnEnded
from rotom.conversation.turn import Outcome, Timings
from rotom.ui.times import NONE
from tests.cast import Cast
from tests.ui.room import Room, items_of, opened_room
from tests.ui.test_pages import SMALLEST_TEXT_PX


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with opened_room(qtbot, tmp_path, Cast()) as opened:
        yield opened


def ended(committed_ms: float, sound_ms: float | None) -> TurnEnded:
    timings = Timings(committed_ms, None, committed_ms + 20, sound_ms, 900.0)
    return TurnEnded("t", Outcome(committed=True, timings=timings))


def test_the_last_answer_stands_beside_the_median(room: Room) -> None:
    times = room.window.times
    assert (times.turns, times.last, times.usual) == (0, [NONE] * 4, [NONE] * 4)
    for committed_ms in (300, 400, 800):
        times.take(ended(committed_ms, committed_ms + 100.4))
    assert times.last == [800, NONE, 820, 900]
    assert times.usual == [400, NONE, 420, 500]


def test_a_turn_without_an_answer_does_not_count(room: Room) -> None:
    room.window.times.take(ended(300, None))
    assert room.window.times.turns == 0


def test_they_stand_in_the_corner_once_the_setting_is_on_and_there_are_some(room: Room) -> None:
    table = room.window.quick.findChild(QQuickItem, "times")
    assert table is not None
    assert not table.property("visible")
    room.window.times.take(ended(300, 400))
    assert not table.property("visible")
    room.window.settings.change("show_times", True)
    assert table.property("visible")
    texts = [each for each in items_of(table) if each.inherits("QQuickText")]
    assert len(texts) > 10
    assert all(text.property("font").pixelSize() >= SMALLEST_TEXT_PX for text in texts)
