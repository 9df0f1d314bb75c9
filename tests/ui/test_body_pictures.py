"""Every form, state and emotion of the body looks as it was approved by a person."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.ui.body_sheet import (
    APPROVED_SIZE,
    EMOTIONS,
    FORMS,
    STATES,
    approved,
    drawn_states,
    drawn_whims,
)
from tests.ui.likeness import cells, changed

MOST = 20
"""How many pixels of a body (of 5,184) may be off."""

NAMES = [f"{state}, {emotion}" for state in STATES for emotion in EMOTIONS]


def bodies(image: QImage) -> NDArray[np.int16]:
    """Body x height x width x colour, the bodies row by row."""
    return cells(image, APPROVED_SIZE, APPROVED_SIZE)


def items(root: QQuickItem) -> list[QQuickItem]:
    """All items below one."""
    return [item for child in root.childItems() for item in (child, *items(child))]


def without_an_arm(body: QQuickItem) -> None:
    next(item for item in items(body) if item.objectName() == "arm").setVisible(False)


def a_hair_aside(body: QQuickItem) -> None:
    body.setX(body.x() + 0.4)
    body.setY(body.y() + 0.4)


def as_approved(form: str) -> NDArray[np.int16]:
    image = QImage(str(approved(form)))
    assert not image.isNull(), f"{approved(form)} is missing"
    return bodies(image)


@pytest.mark.parametrize("form", FORMS)
def test_every_state_and_emotion_looks_as_approved(qtbot: QtBot, form: str) -> None:
    counts = changed(as_approved(form), bodies(drawn_states(form)))
    others = {name: int(count) for name, count in zip(NAMES, counts, strict=True) if count > MOST}
    assert others == {}


def test_what_it_does_by_itself_looks_as_approved(qtbot: QtBot) -> None:
    assert changed(as_approved("whims"), bodies(drawn_whims())).max() <= MOST


@pytest.mark.parametrize("form", FORMS)
def test_a_body_a_hair_aside_is_still_the_approved_one(qtbot: QtBot, form: str) -> None:
    assert changed(as_approved(form), bodies(drawn_states(form, a_hair_aside))).max() <= MOST


@pytest.mark.parametrize("form", FORMS)
def test_a_body_without_an_arm_is_not_the_approved_one(qtbot: QtBot, form: str) -> None:
    assert changed(as_approved(form), bodies(drawn_states(form, without_an_arm))).min() > MOST


@pytest.mark.parametrize("form", FORMS)
def test_awake_no_feeling_looks_like_another(qtbot: QtBot, form: str) -> None:
    seen = as_approved(form).reshape(len(STATES), len(EMOTIONS), APPROVED_SIZE, APPROVED_SIZE, 3)
    for state, row in zip(STATES, seen, strict=True):
        for number in range(1, len(row) if state != "sleeping" else 0):
            others = np.broadcast_to(row[number], row[:number].shape)
            assert changed(row[:number], others).min() > MOST, (state, EMOTIONS[number])


def test_the_forms_are_unlike_each_other(qtbot: QtBot) -> None:
    one, two, three = (as_approved(form) for form in FORMS)
    assert min(changed(one, two).min(), changed(two, three).min(), changed(one, three).min()) > 200
