"""What Rotom does by itself while nothing happens: varied, by mood and bond, softly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject
from PySide6.QtQml import QJSEngine
from PySide6.QtQuick import QQuickItem

from tests.ui.body_sheet import BODY, EMOTIONS, WHIMS
from tests.ui.living_body import body, part

__all__ = ["body"]

STEP = 0.05
STEPS = {"armLeft": 25, "armRight": 25, "lean": 5, "rise": 15, "lid": 0.4}
"""The furthest that anything moves within one step: units and degrees."""


def step(body: QQuickItem, seconds: float = STEP) -> None:
    QMetaObject.invokeMethod(part(body, "whim"), "step", Q_ARG("double", seconds))


def begin(body: QQuickItem, name: str) -> None:
    QMetaObject.invokeMethod(part(body, "whim"), "begin", Q_ARG("QString", name))


def pose(body: QQuickItem) -> dict[str, float]:
    value = part(body, "whim").property("pose")
    return dict(value.toVariant() if hasattr(value, "toVariant") else value)


def now(body: QQuickItem) -> str:
    return str(part(body, "whim").property("now"))


def seen(body: QQuickItem, minutes: float) -> list[str]:
    """The names of what it did in that time, one after the other."""
    did: list[str] = []
    before = ""
    for _ in range(round(minutes * 60 / 0.5)):
        step(body, 0.5)
        name = now(body)
        if name and name != before:
            did.append(name)
        before = name
    return did


@pytest.fixture
def idle(body: QQuickItem) -> QQuickItem:
    body.setProperty("agentState", "idle")
    return body


@pytest.mark.parametrize("name", WHIMS)
def test_each_comes_and_goes_softly(idle: QQuickItem, name: str) -> None:
    rest = pose(idle)
    begin(idle, name)
    before, moved = rest, False
    for _ in range(200):
        step(idle)
        here = pose(idle)
        if here["spark"] and before["spark"]:
            assert abs(here["sparkX"] - before["sparkX"]) < 60
        for key, most in STEPS.items():
            assert abs(here[key] - before[key]) <= most, key
        moved = moved or here != rest
        before = here
        if not now(idle):
            break
    assert moved
    assert pose(idle) == rest


def test_what_has_begun_is_taken_back_when_something_happens(idle: QQuickItem) -> None:
    begin(idle, "stretch")
    for _ in range(30):
        step(idle)
    raised = pose(idle)["armLeft"]
    assert raised > 20
    idle.setProperty("agentState", "listening")
    step(idle)
    assert 0 < pose(idle)["armLeft"] < raised
    for _ in range(6):
        step(idle)
    assert now(idle) == ""


def test_left_alone_it_does_something_a_few_times_a_minute(idle: QQuickItem) -> None:
    assert 7 <= len(seen(idle, 5)) <= 35


@pytest.fixture
def whims() -> QJSEngine:
    """The functions of whims.js by themselves."""
    engine = QJSEngine()
    source = (BODY.parent / "whims.js").read_text("utf-8").replace(".pragma library", "")
    assert not engine.evaluate(source).isError()
    return engine


def likely(whims: QJSEngine, emotion: str, bond: float) -> set[str]:
    """All that may be chosen in a mood by one who knows its company that well."""
    chosen = f"choice('{emotion}', {bond}, {{}})"
    chances = (number / 200 for number in range(200))
    return {str(whims.evaluate(chosen.format(chance)).toString()) for chance in chances}


@pytest.mark.parametrize("emotion", EMOTIONS)
def test_every_mood_has_several_and_a_friend_sees_more(whims: QJSEngine, emotion: str) -> None:
    stranger, friend = likely(whims, emotion, 0.0), likely(whims, emotion, 1.0)
    assert len(stranger) > 1
    assert stranger <= friend <= set(WHIMS)


def test_what_it_does_goes_with_its_mood(whims: QJSEngine) -> None:
    assert likely(whims, "sleepy", 1.0) == {"yawn", "stretch"}
    assert "sigh" in likely(whims, "sadness", 0.0)
    assert "hum" not in likely(whims, "anger", 1.0)
    assert "wave" not in likely(whims, "neutral", 0.0)
    assert "wave" in likely(whims, "neutral", 1.0)


@pytest.mark.parametrize("state", ["listening", "thinking", "speaking", "sleeping", "loading"])
def test_it_does_nothing_of_its_own_while_it_is_busy_or_asleep(
    body: QQuickItem, state: str
) -> None:
    body.setProperty("agentState", state)
    assert seen(body, 2) == []


def test_where_less_motion_is_wanted_it_keeps_still(idle: QQuickItem) -> None:
    idle.setProperty("reducedMotion", True)
    assert seen(idle, 2) == []


def test_who_has_slept_stretches_first(body: QQuickItem) -> None:
    body.setProperty("agentState", "sleeping")
    body.setProperty("agentState", "idle")
    assert now(body) == "stretch"
