"""Rotom's body: what it shows, how it moves, and that it rests when nobody looks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Q_ARG, QMetaObject
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS
from tests.ui.body_sheet import BACKGROUNDS, EMOTIONS, STATES, picture
from tests.ui.living_body import body, part

__all__ = ["body"]

SIZE = 160
FIGURE = {"agentState": "idle", "emotion": "neutral", "intensity": 1.0}


def pixels(image: QImage) -> NDArray[np.int16]:
    """Height x width x (red, green, blue)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(np.int16)


def drawn(size: int = SIZE, ground: str = "dark", **values: object) -> NDArray[np.int16]:
    """One body with these properties."""
    return pixels(picture([{**FIGURE, **values}], size, 1, BACKGROUNDS[ground]))


def difference(one: NDArray[np.int16], other: NDArray[np.int16]) -> int:
    """How many pixels are clearly not alike (some channel is off by more than 40)."""
    return int((np.abs(one - other).max(axis=2) > 40).sum())


def live(body: QQuickItem, seconds: float) -> None:
    """Let the life of a body go on in steps of a twentieth of a second."""
    for _ in range(round(seconds * 20)):
        QMetaObject.invokeMethod(part(body, "life"), "step", Q_ARG("double", 0.05))


@pytest.mark.parametrize("emotion", EMOTIONS[1:])
def test_every_emotion_is_seen_in_the_face_and_not_by_colour_alone(
    qtbot: QtBot, emotion: str
) -> None:
    face = slice(40, 120), slice(45, 115)
    neutral, felt = drawn()[face], drawn(emotion=emotion)[face]
    assert difference(neutral, felt) > 120


def test_every_emotion_looks_unlike_every_other(qtbot: QtBot) -> None:
    looks = [drawn(emotion=emotion) for emotion in EMOTIONS]
    for number, look in enumerate(looks):
        assert all(difference(look, other) > 400 for other in looks[:number])


def test_every_state_looks_unlike_every_other(qtbot: QtBot) -> None:
    looks = [drawn(agentState=state, level=0.8, mouth=0.9) for state in STATES]
    for number, look in enumerate(looks):
        assert all(difference(look, other) > 200 for other in looks[:number])


def test_a_weak_feeling_shows_less_than_a_strong_one(qtbot: QtBot) -> None:
    neutral = drawn()
    weak, strong = (drawn(emotion="anger", intensity=felt) for felt in (0.3, 1.0))
    assert 0 < difference(neutral, weak) < difference(neutral, strong)


def test_an_emotion_nobody_knows_is_shown_as_neutral(qtbot: QtBot) -> None:
    assert np.array_equal(drawn(emotion="hunger"), drawn())


def test_the_mouth_opens_with_the_sound_and_shuts_for_an_m(qtbot: QtBot) -> None:
    shut = drawn(agentState="speaking")
    assert difference(shut, drawn(agentState="speaking", mouth=1.0, mouthShape="a")) > 60
    pressed = drawn(agentState="speaking", mouth=1.0, mouthShape="m")
    mouth = slice(95, 112), slice(60, 100)
    assert difference(shut[mouth], pressed[mouth]) < 30


def test_only_a_speaking_body_moves_its_mouth(qtbot: QtBot) -> None:
    assert difference(drawn(mouth=1.0), drawn()) == 0


def test_the_eyes_follow_the_pointer(qtbot: QtBot) -> None:
    assert difference(drawn(lookX=-1.0), drawn(lookX=1.0)) > 100


@pytest.mark.parametrize("ground", sorted(BACKGROUNDS))
@pytest.mark.parametrize("size", [64, 800])
def test_the_figure_is_clear_when_small_and_when_large(
    qtbot: QtBot, size: int, ground: str
) -> None:
    image = drawn(size=size, ground=ground)
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    body = (red > 200) & (green > 70) & (green < 190) & (blue < 110)
    plasma = (blue > 150) & (green > 120) & (red < 170)
    assert 0.1 < body.mean() < 0.35
    assert plasma.mean() > 0.05


def test_a_body_nobody_sees_draws_nothing_and_stops_its_clock(body: QQuickItem) -> None:
    clock = part(body, "clock")
    assert clock.property("running")
    body.setProperty("awake", False)
    assert not clock.property("beating")
    assert difference(drawn(awake=False), drawn(awake=False, emotion="joy")) == 0


def test_an_idle_body_moves_at_most_twenty_times_a_second(body: QQuickItem) -> None:
    for _ in range(200):
        live(body, 0.05)
        assert part(body, "clock").property("pace") <= 20


def test_a_speaking_body_moves_with_every_frame(body: QQuickItem) -> None:
    body.setProperty("agentState", "speaking")
    assert part(body, "clock").property("pace") == 60


def test_a_living_body_blinks_at_irregular_times(body: QQuickItem) -> None:
    blinks: list[int] = []
    was_open = True
    for step in range(20 * 60):
        live(body, 0.05)
        is_open = part(body, "life").property("blink") == 0
        if was_open and not is_open:
            blinks.append(step)
        was_open = is_open
    gaps = {b - a for a, b in pairwise(blinks)}
    assert 8 <= len(blinks) <= 40
    assert len(gaps) > 3


def test_less_motion_keeps_the_figure_in_its_place(body: QQuickItem) -> None:
    body.setProperty("reducedMotion", True)
    live(body, 5)
    assert part(body, "life").property("phase") == 0


def test_a_new_emotion_comes_in_steps_and_not_in_a_jump(body: QQuickItem, qtbot: QtBot) -> None:
    face = part(body, "face")
    body.setProperty("emotion", "joy")
    body.setProperty("intensity", 1.0)
    assert face.property("blend") < 0.2
    qtbot.waitUntil(lambda: face.property("blend") == 1, timeout=PATIENCE_MS)
