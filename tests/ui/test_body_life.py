"""What Rotom's body does by itself: its clock, frights, looks, and the way into another form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Q_ARG, SIGNAL, QMetaObject
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS
from tests.ui.body_sheet import FORMS, STATES
from tests.ui.living_body import body, part

__all__ = ["body"]

FRAME = 1 / 60


def beats(body: QQuickItem, seconds: float) -> int:
    """How often the body is moved while so much time goes by on its clock, frame by frame."""
    clock = part(body, "clock")
    spy = QSignalSpy(clock, SIGNAL("beat(double)"))
    for _ in range(round(seconds / FRAME)):
        QMetaObject.invokeMethod(clock, "advance", Q_ARG("double", FRAME))
    return spy.count()


def startle(body: QQuickItem) -> float:
    return float(part(body, "life").property("startle"))


def test_a_speaking_body_moves_sixty_times_a_second(body: QQuickItem) -> None:
    body.setProperty("agentState", "speaking")
    assert beats(body, 5) == 300


@pytest.mark.parametrize("shown_hz", [40, 59.94, 60, 62.5])
def test_a_speaking_body_moves_with_the_frames_and_at_most_sixty_times_a_second(
    body: QQuickItem, shown_hz: float
) -> None:
    body.setProperty("agentState", "speaking")
    clock = part(body, "clock")
    spy = QSignalSpy(clock, SIGNAL("beat(double)"))
    for _ in range(round(5 * shown_hz)):
        QMetaObject.invokeMethod(clock, "frame", Q_ARG("double", 1 / shown_hz))
    assert spy.count() == pytest.approx(5 * min(60, shown_hz), abs=4)
    assert sum(spy.at(each)[0] for each in range(spy.count())) == pytest.approx(5, abs=0.03)
    assert clock.property("fast") is False


@pytest.mark.parametrize("shown_hz", [72, 75, 90, 120, 144])
def test_a_fast_screen_is_not_kept_drawing_by_a_speaking_body(
    body: QQuickItem, shown_hz: float
) -> None:
    body.setProperty("agentState", "speaking")
    clock = part(body, "clock")
    for _ in range(24):
        assert clock.property("fast") is False
        QMetaObject.invokeMethod(clock, "frame", Q_ARG("double", 1 / shown_hz))
    assert clock.property("fast") is True
    body.setProperty("agentState", "listening")
    body.setProperty("agentState", "speaking")  # perhaps on another screen
    assert clock.property("fast") is False


@pytest.mark.parametrize("late_ms", [0, 0.7, 5, 30])
def test_the_timer_of_a_fast_screen_makes_sixty_beats_a_second(
    body: QQuickItem, late_ms: float
) -> None:
    body.setProperty("agentState", "speaking")
    clock, ticks = part(body, "clock"), part(body, "ticks")
    now_ms, beats_ms = 1e6, []
    clock.setProperty("beatMs", now_ms)
    clock.setProperty("nextMs", now_ms)
    spy = QSignalSpy(clock, SIGNAL("beat(double)"))
    while now_ms < 1e6 + 5000:
        now_ms += ticks.property("interval") + late_ms
        beats_ms.append(now_ms)
        QMetaObject.invokeMethod(clock, "tick", Q_ARG("double", now_ms))
    assert spy.count() <= 301
    assert spy.count() >= 299 or late_ms > 8
    assert sum(spy.at(each)[0] for each in range(spy.count())) == pytest.approx(5, abs=0.04)
    assert all(after - before >= 8 for before, after in pairwise(beats_ms))


def test_an_idle_body_moves_at_most_twenty_times_a_second(body: QQuickItem) -> None:
    assert 6 * 30 - 2 <= beats(body, 30) <= 20 * 30


def test_an_idle_body_is_frightened_and_looks_about_at_most_twenty_times_a_second(
    body: QQuickItem,
) -> None:
    for second in range(20):
        body.setProperty("lookX", 1.0 if second % 2 else -1.0)
        body.setProperty("level", 1.0 if second % 3 == 0 else 0.0)
        assert beats(body, 1) <= 21


def test_a_dozing_body_hardly_moves(body: QQuickItem) -> None:
    body.setProperty("agentState", "sleeping")
    assert 0 < beats(body, 20) <= 4 * 20


@pytest.mark.parametrize("state", STATES)
def test_a_hidden_body_does_not_move_at_all(body: QQuickItem, state: str) -> None:
    body.setProperty("agentState", state)
    body.setProperty("awake", False)
    assert beats(body, 10) == 0


@pytest.mark.parametrize("state", STATES)
def test_behind_a_game_a_body_keeps_its_posture_and_is_seen(body: QQuickItem, state: str) -> None:
    body.setProperty("agentState", state)
    body.setProperty("paused", True)
    assert beats(body, 10) == 0
    assert any(item.isVisible() for item in body.childItems())


def test_time_that_was_lost_is_not_made_up_for(body: QQuickItem) -> None:
    clock = part(body, "clock")
    QMetaObject.invokeMethod(clock, "advance", Q_ARG("double", 60.0))
    assert beats(body, 1) <= 21


def test_a_clap_in_the_quiet_startles_and_is_forgotten(body: QQuickItem) -> None:
    beats(body, 2)
    body.setProperty("level", 0.95)
    beats(body, 0.3)
    body.setProperty("level", 0.0)
    assert startle(body) > 0.5
    beats(body, 3)
    assert startle(body) == 0


def test_a_fright_comes_in_steps_and_not_in_a_jump(body: QQuickItem) -> None:
    beats(body, 2)
    body.setProperty("level", 0.95)
    seen = [startle(body)]
    for _ in range(60):
        beats(body, FRAME)
        seen.append(startle(body))
    assert seen[0] == 0
    assert max(abs(b - a) for a, b in pairwise(seen)) < 0.5
    assert max(seen) > 0.8


@pytest.mark.parametrize("levels", [(0.6, 0.7, 0.6, 0.75), (0.3, 0.5, 0.7, 0.85, 0.9)])
def test_a_talk_does_not_startle(body: QQuickItem, levels: tuple[float, ...]) -> None:
    body.setProperty("agentState", "listening")
    for level in levels:
        body.setProperty("level", level)
        beats(body, 0.5)
        assert startle(body) == 0


def test_its_own_voice_does_not_startle_it(body: QQuickItem) -> None:
    body.setProperty("agentState", "speaking")
    body.setProperty("level", 1.0)
    beats(body, 0.3)
    assert startle(body) == 0


def test_nothing_startles_where_less_motion_is_wanted(body: QQuickItem) -> None:
    body.setProperty("reducedMotion", True)
    body.setProperty("level", 1.0)
    beats(body, 0.3)
    assert startle(body) == 0


def test_an_idle_body_looks_about_and_then_at_the_pointer(body: QQuickItem) -> None:
    life = part(body, "life")
    seen = set()
    for _ in range(60):
        beats(body, 0.5)
        seen.add(round(life.property("gazeX"), 1))
    assert len(seen) > 4
    body.setProperty("lookX", 1.0)
    beats(body, 1)
    assert life.property("gazeX") > 0.95


def test_another_form_is_taken_in_steps_behind_the_plasma(body: QQuickItem, qtbot: QtBot) -> None:
    change = part(body, "change")
    seen: list[tuple[str, float]] = []
    body.setProperty("form", "console")
    assert change.property("drawn") == "ghost"
    assert change.property("veil") == 0

    def arrived() -> bool:
        seen.append((change.property("drawn"), change.property("veil")))
        return change.property("way") == 1

    qtbot.waitUntil(arrived, timeout=PATIENCE_MS)
    assert seen[-1] == ("console", 0)


@pytest.mark.parametrize("way", [0.3, 0.5, 0.7])
def test_the_drawing_changes_only_where_the_plasma_hides_it(body: QQuickItem, way: float) -> None:
    change = part(body, "change")
    body.setProperty("form", "toaster")
    change.setProperty("way", way)
    assert change.property("drawn") == ("ghost" if way < 0.5 else "toaster")
    change.setProperty("way", 0.499)
    assert change.property("veil") == 1
    change.setProperty("way", 0.501)
    assert change.property("veil") == 1


@pytest.mark.parametrize("way", [0.2, 0.45, 0.55, 0.8])
def test_a_change_of_mind_on_the_way_goes_on_from_there(body: QQuickItem, way: float) -> None:
    change = part(body, "change")
    body.setProperty("form", "console")
    change.setProperty("way", way)
    before = change.property("drawn"), change.property("veil")
    body.setProperty("form", "toaster")
    assert change.property("drawn") == before[0]
    assert change.property("veil") == pytest.approx(before[1], abs=0.02)


def test_where_less_motion_is_wanted_another_form_is_there_at_once(body: QQuickItem) -> None:
    body.setProperty("reducedMotion", True)
    for form in FORMS:
        body.setProperty("form", form)
        assert part(body, "change").property("drawn") == form
        assert part(body, "change").property("way") == 1


def test_a_form_nobody_knows_is_the_everyday_one(body: QQuickItem) -> None:
    body.setProperty("reducedMotion", True)
    body.setProperty("form", "teapot")
    assert part(body, "change").property("drawn") == "ghost"
