"""The problem report of the window: the doctor looks in a process of its own, and it is saved."""

import sys

from rotom.domain.character import Emotion
from rotom.ui.report import Report
from tests.patience import PATIENCE_MS
from tests.ui.room import Room

DOCTOR = [sys.executable, "-c", "print('ok   memory: fine')"]


def text_of(room: Room, report: Report, with_talk: bool = False) -> str:
    with room.qtbot.waitSignals([report.changed] * 2, timeout=PATIENCE_MS):
        report.write(with_talk)
    assert not report.property("writing")
    (path,) = room.app.folders.exports.glob("rotom-report-*.txt")
    text = path.read_text("utf-8")
    path.unlink()
    return text


def test_the_doctor_looks_and_what_was_said_is_added_only_on_request(room: Room) -> None:
    room.app.history.journal("cheerful").user_said("1", "my secret")
    room.app.history.journal("cheerful").was_heard("1", "Hm.", Emotion.NEUTRAL, complete=True)
    report = Report(room.app, DOCTOR)
    text = text_of(room, report)
    assert "ok   memory: fine" in text
    assert "my secret" not in text
    assert "my secret" in text_of(room, report, with_talk=True)
    report.close()


def test_a_doctor_that_cannot_come_still_leaves_a_report(room: Room) -> None:
    report = Report(room.app, ["/nonexistent/python"])
    assert "could not be started" in text_of(room, report)


def test_a_report_that_is_being_written_ends_with_the_window(room: Room) -> None:
    report = Report(room.app, [sys.executable, "-c", "input()"])
    report.write(False)
    report.close()
    assert not room.app.folders.exports.exists()
