"""The process that shows a small Rotom over a game: it reads what to show, a line of JSON each.

A window that gamescope lays over a game has to be on its first X server, and the games, Rotom's
large window among them, are on another one: no program can have windows on both.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from rotom import files
from rotom.system.gamescope import LAID_OVER
from rotom.system.x11 import Display, NoDisplay

QML = Path(__file__).resolve().parent / "qml" / "Overlay.qml"


class Overlay(QObject):
    """Shows the window while it is told to, marked for gamescope from before its first frame."""

    def __init__(self, window: QQuickWindow, display: str) -> None:
        super().__init__(window)
        self._window = window
        self._display = display
        self._rest = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        came = os.read(sys.stdin.fileno(), 65536)
        if not came:  # Rotom has ended
            self._notifier.setEnabled(False)
            QGuiApplication.quit()
            return
        *lines, self._rest = (self._rest + came).split(b"\n")
        for line in lines:
            self._show(json.loads(line))

    def _show(self, told: dict[str, object]) -> None:
        visible = bool(told.pop("shown", self._window.isVisible()))
        for name, value in told.items():
            self._window.setProperty(name, value)
        if visible != self._window.isVisible():
            self._mark(visible)
            self._window.setVisible(visible)

    def _mark(self, visible: bool) -> None:
        """Takes gamescope's one place for such windows, or gives it back."""
        with suppress(NoDisplay), Display(self._display) as display:
            display.put(int(self._window.winId()), LAID_OVER, int(visible))


def main() -> int:
    qt = QGuiApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    engine = QQmlApplicationEngine()
    assets = QUrl.fromLocalFile(str(files.assets())).toString()
    engine.setInitialProperties({"assets": assets})
    engine.load(QUrl.fromLocalFile(str(QML)))
    (window,) = engine.rootObjects() or (None,)
    if not isinstance(window, QQuickWindow):
        return 1
    overlay = Overlay(window, os.environ["DISPLAY"])
    code = qt.exec()
    del overlay, engine
    return code


if __name__ == "__main__":
    sys.exit(main())
