"""Our icons in the colour that QML asks for: `image://icon/RRGGBB/NAME`."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

INK = "#f1f4ff"
"""The one colour that the icons are drawn in."""


class Icons(QQuickImageProvider):
    """Draws the icons of a folder; one that is not there is an empty picture."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N803
        """The icon; `id` is its colour and its name."""
        colour, _, name = id.partition("/")
        drawing = (self._folder / f"{name}.svg").read_text("utf-8").replace(INK, f"#{colour}")
        image = QImage(requestedSize, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()
        return image
