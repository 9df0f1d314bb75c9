"""A contact sheet of Rotom's body: every form, state and emotion, in one picture to look at."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
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
FORMS = ("ghost", "console", "toaster")
MOUTHS = ("", "a", "e", "o", "m", "f")
APPROVED = Path(__file__).resolve().parent / "approved"
APPROVED_SIZE = 72
BACKGROUNDS = {"dark": "#12141c", "light": "#f4f4f0"}


def states(form: str) -> list[dict[str, object]]:
    """Every state (a row) with every emotion (a column) in one form."""
    return [
        {
            "form": form, "agentState": state, "emotion": emotion, "intensity": 1.0,
            "mouth": 0.8 if state == "speaking" else 0.0, "level": 0.7,
        }
        for state in STATES for emotion in EMOTIONS
    ]  # fmt: skip


def gallery() -> list[dict[str, object]]:
    """The cells of the whole sheet, row by row: the states of each form, sounds, looks, frights."""
    cells = [cell for form in FORMS for cell in states(form)]
    for shape in MOUTHS:
        cells.append({"agentState": "speaking", "mouth": 0.9, "mouthShape": shape})
    for look in ((-1.0, 0.0), (1.0, -0.6), (0.3, 1.0)):
        cells.append({"agentState": "idle", "lookX": look[0], "lookY": look[1]})
    cells += [{"form": form, "agentState": "idle", "startle": 1.0} for form in FORMS]
    cells += [{"agentState": "listening", "level": level} for level in (0.0, 0.35, 1.0)]
    cells += whims()
    for emotion in ("joy", "sadness", "anger"):
        cells.append({"agentState": "idle", "emotion": emotion, "intensity": 0.35})
    return cells


WHIMS = ("hum", "stretch", "yawn", "chase", "peek", "hop", "wave", "sigh", "drum", "shy")


def whims() -> list[dict[str, object]]:
    """Each of the small things that it does by itself, at three moments."""
    return [
        {"agentState": "idle", "whim": whim, "whimAt": at}
        for whim in WHIMS for at in (0.3, 0.55, 0.75)
    ]  # fmt: skip


def approved(name: str) -> Path:
    """The picture of a form, or of the whims, that a person has looked at."""
    return APPROVED / f"body-{name}.png"


def picture(
    cells: list[dict[str, object]],
    size: int,
    columns: int,
    background: str,
    change: Callable[[QQuickItem], None] = lambda body: None,
) -> QImage:
    """Draw the bodies described by `cells` (properties of Body.qml) into one picture.

    `change` is called with each of them before it is drawn.
    """
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
        change(body)
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


def drawn_states(form: str, change: Callable[[QQuickItem], None] = lambda body: None) -> QImage:
    """All states and emotions of a form, as they are drawn now."""
    return picture(states(form), APPROVED_SIZE, len(EMOTIONS), BACKGROUNDS["dark"], change)


def drawn_whims() -> QImage:
    """What it does by itself, as it is drawn now."""
    return picture(whims(), APPROVED_SIZE, 6, BACKGROUNDS["dark"])


def approve() -> int:
    """Write the approved pictures; look at each of them before they are committed."""
    APPROVED.mkdir(exist_ok=True)
    drawn = {**{form: drawn_states(form) for form in FORMS}, "whims": drawn_whims()}
    for name, image in drawn.items():
        if not image.save(str(approved(name))):
            print(f"could not write {approved(name)}", file=sys.stderr)
            return 1
        print(approved(name))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Write the sheet to the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", help="the PNG to write")
    parser.add_argument(
        "--approve", action="store_true", help="make the pictures that the tests compare with anew"
    )
    parser.add_argument("--size", type=int, default=210, help="edge of one body in pixels")
    parser.add_argument("--background", choices=sorted(BACKGROUNDS), default="dark")
    parser.add_argument("--one", metavar="FORM,STATE,EMOTION", help="one body alone")
    options = parser.parse_args(arguments)
    if (options.out is None) != options.approve:
        parser.error("name the PNG to write, or --approve")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    if options.approve:
        return approve()
    cells = gallery()
    if options.one:
        form, state, emotion = options.one.split(",")
        number = STATES.index(state) * len(EMOTIONS) + EMOTIONS.index(emotion)
        cells = [states(form)[number]]
    columns = min(len(EMOTIONS), len(cells))
    sheet = picture(cells, options.size, columns, BACKGROUNDS[options.background])
    del application
    if not sheet.save(str(options.out)):
        print(f"could not write {options.out}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
