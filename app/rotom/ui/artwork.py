"""The pictures of Rotom for a library of games, composed of our own drawings."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtSvg import QSvgRenderer

NIGHT, DUSK = "#0a0f24", "#243056"


@dataclass(frozen=True, slots=True)
class Composition:
    """Where the ghost and the name stand: the middle and the height, as shares of the picture.

    A height of 0 leaves it out.
    """

    ghost: tuple[float, float, float]
    name: tuple[float, float, float]
    backdrop: bool = True


COMPOSITIONS: Mapping[str, Composition] = {
    "": Composition(ghost=(0.27, 0.5, 0.86), name=(0.71, 0.5, 0.3)),
    "p": Composition(ghost=(0.5, 0.4, 0.56), name=(0.5, 0.82, 0.13)),
    "_hero": Composition(ghost=(0.72, 0.5, 0.92), name=(0.5, 0.5, 0.0)),
    "_logo": Composition(ghost=(0.5, 0.5, 0.0), name=(0.5, 0.5, 0.42), backdrop=False),
    "_icon": Composition(ghost=(0.5, 0.5, 1.0), name=(0.5, 0.5, 0.0), backdrop=False),
}


def draw(assets: Path, kind: str, width: int, height: int) -> bytes:
    """One picture as the bytes of a PNG file; needs no display and no application object."""
    composition = COMPOSITIONS[kind]
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if composition.backdrop:
        _paint_backdrop(painter, assets, width, height)
    ghost = "icons/rotom.svg" if not composition.backdrop else "store/ghost.svg"
    for drawing, (x, y, share) in (
        (ghost, composition.ghost),
        ("store/name.svg", composition.name),
    ):
        if share:
            _paint(painter, assets / drawing, x * width, y * height, share * height)
    painter.end()
    return _png(image)


def _paint_backdrop(painter: QPainter, assets: Path, width: int, height: int) -> None:
    sky = QLinearGradient(0, 0, width, height)
    sky.setColorAt(0.0, QColor(DUSK))
    sky.setColorAt(1.0, QColor(NIGHT))
    painter.fillRect(0, 0, width, height, sky)
    sparks = QSvgRenderer(str(assets / "store" / "sparks.svg"))
    tile = float(max(width, height))
    sparks.render(painter, QRectF((width - tile) / 2, (height - tile) / 2, tile, tile))


def _paint(painter: QPainter, drawing: Path, x: float, y: float, height: float) -> None:
    """Paints a drawing around a point, as wide as its own proportions want."""
    renderer = QSvgRenderer(str(drawing))
    size = renderer.defaultSize()
    width = height * size.width() / size.height()
    renderer.render(painter, QRectF(x - width / 2, y - height / 2, width, height))


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise RuntimeError(writer.errorString())
    buffer.close()
    return bytes(content.data())
