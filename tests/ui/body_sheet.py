"""A contact sheet of Rotom's body: every state with every emotion, in one picture to look at."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

ROOT = Path(__file__).resolve().parents[2]
BODY = ROOT / "app" / "rotom" / "ui" / "qml" / "body" / "Body.qml"
PARTS = ROOT / "assets" / "body"
STATES = ("loading", "idle", "listening", "thinking", "speaking", "sleeping")
EMOTIONS = (
    "neutral", "joy", "affection", "mischief", "surprise", "sadness", "anger", "fear", "sleepy",
)  # fmt: skip
MOUTHS = ("", "a", "e", "o", "m", "f")
BACKGROUNDS = {"dark": "#12141c", "light": "#f4f4f0"}


def gallery() -> list[dict[str, object]]:
    """What the cells of the sheet show, row by row: six states, then sounds and strengths."""
    cells: list[dict[str, object]] = []
    for state in STATES:
        for emotion in EMOTIONS:
            cells.append({
                "agentState": state, "emotion": emotion, "intensity": 1.0,
                "mouth": 0.8 if state == "speaking" else 0.0, "level": 0.7,
            })  # fmt: skip
    for shape in MOUTHS:
        cells.append({"agentState": "speaking", "mouth": 0.9, "mouthShape": shape})
    for look in ((-1.0, 0.0), (1.0, -0.6), (0.3, 1.0)):
        cells.append({"agentState": "idle", "lookX": look[0], "lookY": look[1]})
    return cells


def picture(cells: list[dict[str, object]], size: int, columns: int, background: str) -> QImage:
    """Draw the bodies described by `cells` (properties of Body.qml) into one picture."""
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(BODY)))
    if component.isError():
        raise SystemExit(component.errorString())
    rows = -(-len(cells) // columns)
    window = QQuickWindow()
    window.setColor(QColor(background))
    window.resize(columns * size, rows * size)
    bodies: list[QQuickItem] = []
    for number, cell in enumerate(cells):
        values = {
            "partsFolder": QUrl.fromLocalFile(str(PARTS)), "still": True, "phase": 0.9,
            "x": number % columns * size, "y": number // columns * size,
            "width": size, "height": size, **cell,
        }  # fmt: skip
        body = component.createWithInitialProperties(values)
        if not isinstance(body, QQuickItem):
            raise SystemExit(component.errorString())
        body.setParentItem(window.contentItem())
        bodies.append(body)
    window.show()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    image = window.grabWindow()
    for body in bodies:
        body.deleteLater()
    window.close()
    return image


def main(arguments: list[str] | None = None) -> int:
    """Write the sheet to the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the PNG to write")
    parser.add_argument("--size", type=int, default=210, help="edge of one body in pixels")
    parser.add_argument("--background", choices=sorted(BACKGROUNDS), default="dark")
    parser.add_argument("--one", metavar="STATE,EMOTION", help="one body alone")
    options = parser.parse_args(arguments)
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    cells = gallery()
    if options.one:
        state, emotion = options.one.split(",")
        cells = [c for c in cells if (c["agentState"], c.get("emotion")) == (state, emotion)]
    columns = min(len(EMOTIONS), len(cells))
    sheet = picture(cells, options.size, columns, BACKGROUNDS[options.background])
    del application
    if not sheet.save(str(options.out)):
        print(f"could not write {options.out}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
