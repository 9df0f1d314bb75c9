"""The window in a process of its own: does what it reads, a word a line, and tells its state."""

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication

from rotom.app import App
from rotom.files import user_folders
from rotom.ui import main_window
from rotom.ui.window import run
from tests.cast import Cast

begin = main_window.MainWindow._first_frame


def first_frame(window: main_window.MainWindow) -> None:
    if window._started:
        return
    begin(window)
    window.quick.visibleChanged.connect(lambda shown: tell("shown" if shown else "hidden"))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: do(window, sys.stdin.readline().strip()))
    tell("ready")


def do(window: main_window.MainWindow, word: str) -> None:
    match word:
        case "close":
            window.quick.close()
        case "pet":
            window.settings.change("pet", True)
            tell("pet")
        case "quit":
            QGuiApplication.quit()
        case "on" | "off":
            window.settings.change("close_to_tray", word == "on")
            tell(" ".join([word, *window.notices.property("sentences")]))


def tell(what: str) -> None:
    print(what, flush=True)


if __name__ == "__main__":
    main_window.MainWindow._first_frame = first_frame  # type: ignore[method-assign]
    cast = Cast()
    app = App(user_folders(Path(sys.argv[1])), cast.engines, find_devices=cast.find_devices)
    app.change({"met": True})
    sys.exit(run(app))
