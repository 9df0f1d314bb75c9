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

SLACK = 40
"""How far off its approved neighbours a colour may be (of 255): a font hint or another rounding of
an edge is no change."""

MOST = 20
"""How many pixels of a body (of 5,184) may be off."""

NAMES = [f"{state}, {emotion}" for state in STATES for emotion in EMOTIONS]


def bodies(image: QImage) -> NDArray[np.int16]:
    """Body x height x width x colour, the bodies row by row."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    rows, columns = plain.height() // APPROVED_SIZE, plain.width() // APPROVED_SIZE
    parted = flat.reshape(rows, APPROVED_SIZE, columns, APPROVED_SIZE, 4)[..., :3]
    square = (rows * columns, APPROVED_SIZE, APPROVED_SIZE, 3)
    return parted.transpose(0, 2, 1, 3, 4).reshape(square).astype(np.int16)


def near(bodies: NDArray[np.int16]) -> NDArray[np.int16]:
    """Neighbour x body x ...: each pixel beside the eight around it."""
    wide = np.pad(bodies, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="edge")
    size = bodies.shape[1]
    return np.stack([wide[:, y : y + size, x : x + size] for y in range(3) for x in range(3)])


def missed(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.int64]:
    """How many pixels of each body in `one` have a colour that is not near them in `other`."""
    around = near(other)
    off = (one > around.max(axis=0) + SLACK) | (one < around.min(axis=0) - SLACK)
    return off.any(axis=3).sum(axis=(1, 2))


def changed(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.int64]:
    """How many pixels of each body are clearly not alike, whichever way they are compared."""
    assert one.shape == other.shape
    return np.maximum(missed(one, other), missed(other, one))


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
