"""How alike two pictures are, so that a font hint is no change and a missing arm is one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

SLACK = 40
"""How far off its approved neighbours a colour may be (of 255): a font hint or another rounding of
an edge is no change."""


def cells(image: QImage, width: int, height: int) -> NDArray[np.int16]:
    """Cell x height x width x colour: the pictures of a sheet, row by row."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    rows, columns = plain.height() // height, plain.width() // width
    parted = flat.reshape(rows, height, columns, width, 4)[..., :3]
    return (
        parted.transpose(0, 2, 1, 3, 4).reshape(rows * columns, height, width, 3).astype(np.int16)
    )


def near(cells: NDArray[np.int16]) -> NDArray[np.int16]:
    """Neighbour x cell x ...: each pixel beside the eight around it."""
    wide = np.pad(cells, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="edge")
    _, height, width, _ = cells.shape
    return np.stack([wide[:, y : y + height, x : x + width] for y in range(3) for x in range(3)])


def missed(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.int64]:
    """How many pixels of each cell in `one` have a colour that is not near them in `other`."""
    around = near(other)
    off = (one > around.max(axis=0) + SLACK) | (one < around.min(axis=0) - SLACK)
    return off.any(axis=3).sum(axis=(1, 2))


def changed(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.int64]:
    """How many pixels of each cell are clearly not alike, whichever way they are compared."""
    assert one.shape == other.shape
    return np.maximum(missed(one, other), missed(other, one))
