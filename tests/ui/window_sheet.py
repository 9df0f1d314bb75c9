"""Contact sheets of the window: every page and state, in each theme and language.

`python -m tests.ui.window_sheet FOLDER` writes them all to look at; `--approve` writes the small
ones that the tests compare with.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from rotom.domain.settings.appearance import THEMES
from rotom.domain.speech import Language
from rotom.ui.window import application
from tests.ui.body_sheet import APPROVED
from tests.ui.pictures import pictures

STYLES = (("plasma", "ko"), ("light", "en"), ("dark", "ko"))
"""Every theme, and both languages: what is approved."""

COLUMNS = 6
SMALL = (320, 200)
LARGE = (640, 400)

QUALITY = 100
"""Of WebP: nothing is lost."""


def approved(theme: str, language: str) -> Path:
    """The sheet that a person has looked at."""
    return APPROVED / f"window-{theme}-{language}.webp"


def drawn(theme: str, language: str, size: tuple[int, int]) -> dict[str, QImage]:
    """Each scene by its name, as it is drawn now, in cells of that size."""
    with tempfile.TemporaryDirectory() as folder:
        return {
            name: in_cell(image, size) for name, image in pictures(Path(folder), theme, language)
        }


def sheet_of(images: Iterable[QImage], columns: int = COLUMNS) -> QImage:
    """One picture of all, row by row."""
    cells = list(images)
    width, height = cells[0].width(), cells[0].height()
    rows = -(-len(cells) // columns)
    sheet = QImage(columns * width, rows * height, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for number, cell in enumerate(cells):
        painter.drawImage(QPoint(number % columns * width, number // columns * height), cell)
    painter.end()
    return sheet


def in_cell(image: QImage, size: tuple[int, int]) -> QImage:
    """A picture as large as fits, at the left and the top."""
    fitting = image.scaled(
        *size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    cell = QImage(*size, QImage.Format.Format_RGB32)
    cell.fill(Qt.GlobalColor.gray)
    painter = QPainter(cell)
    painter.drawImage(0, 0, fitting)
    painter.end()
    return cell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where the sheets are written")
    parser.add_argument("--approve", action="store_true", help="make the approved sheets anew")
    options = parser.parse_args()
    if (options.folder is None) != options.approve:
        parser.error("name the folder to write to, or --approve")
    qt = application()
    wanted = STYLES if options.approve else tuple(product(THEMES, map(str, Language)))
    for theme, language in wanted:
        path = approved(theme, language)
        if not options.approve:
            options.folder.mkdir(parents=True, exist_ok=True)
            path = options.folder / f"{path.stem}.png"
        size = SMALL if options.approve else LARGE
        sheet = sheet_of(drawn(theme, language, size).values())
        sheet.save(str(path), quality=QUALITY)
        print(path)
    del qt


if __name__ == "__main__":
    main()
