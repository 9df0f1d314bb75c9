"""Rotom's icon as desktops look for it: the drawing, and pictures of it in the usual sizes."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""In pixels."""


def write(drawing: Path, theme: Path, name: str = "rotom") -> None:
    """Fills a folder laid out as the theme hicolor."""
    scalable = theme / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(drawing, scalable / f"{name}.svg")
    renderer = QSvgRenderer(str(drawing))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        folder = theme / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        image.save(str(folder / f"{name}.png"))
