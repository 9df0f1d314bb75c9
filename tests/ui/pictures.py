"""Draws every page and state of the window into PNG files: `python -m tests.ui.pictures FOLDER`."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from rotom.app import App
from rotom.conversation.events import EngineReady
from rotom.domain.choosing import Situation
from rotom.domain.settings.appearance import THEMES
from rotom.domain.speech import Language
from rotom.files import user_folders
from rotom.ui.main_window import MainWindow
from rotom.ui.window import application, dress
from tests.cast import Cast
from tests.ui.room import items_of, kind_of
from tests.ui.scenes import scenes, settle

ENGINES = {
    "ears": "PocketSphinx",
    "brain": "rotom-starter.gguf",
    "voice": "rotom-en",
}

DECK = Situation(total_bytes=16 * 10**9, free_bytes=9 * 10**9, cores=4)
"""The machine that the advice on models is for."""


@contextmanager
def stage(folder: Path, theme: str, language: str) -> Iterator[MainWindow]:
    """A window that looks the same on every machine and at every time, before anything was said."""
    QGuiApplication.styleHints().setCursorFlashTime(0)
    dress()
    cast = Cast()
    app = App(user_folders(folder), cast.engines, find_devices=cast.find_devices)
    app.notices = ()
    with patch("rotom.app.situation_now", lambda *_: DECK):
        window = MainWindow(app)
        window._started = True  # the states come from the scenes
        window.machine._log_file = Path("/home/deck/.local/share/rotom/rotom.log")
        window.settings.change("theme", theme)
        window.settings.change("interface_language", language)
        window.settings.change("language", language)
        window.show()
        try:
            yield window
        finally:
            window.close()
            app.close()


def pictures(folder: Path, theme: str, language: str) -> Iterator[tuple[str, QImage]]:
    """Every page and state in turn, standing still."""
    with stage(folder, theme, language) as window:
        for step in range(3):
            go_to_step(window, step)
            yield f"first-start-{step + 1}", taken(window)
        window.settings.change("met", True)
        for kind, name in ENGINES.items():
            window._take(EngineReady(kind, name, 0.6))
        for name, show in scenes():
            show(window)
            yield name, taken(window)


def go_to_step(window: MainWindow, step: int) -> None:
    """Shows a step of the first start."""
    for item in items_of(window.quick.contentItem()):
        if kind_of(item) == "Welcome":
            item.setProperty("step", step)


def taken(window: MainWindow) -> QImage:
    """The window as it is once everything is loaded and has come to rest."""
    settle(0.1)
    items = items_of(window.quick.contentItem())
    while any(is_loading(item) for item in items):
        settle(0.02)
        items = items_of(window.quick.contentItem())
    for item in items:
        if kind_of(item) == "Body":
            item.setProperty("still", True)
            item.setProperty("phase", 0.9)
    settle(0.02)
    return window.quick.grabWindow()


def is_loading(item: QQuickItem) -> bool:
    """Whether something is still to come into its place."""
    if item.inherits("QQuickLoader"):
        wanted = item.property("active") and item.property("sourceComponent") is not None
        return bool(wanted) and item.property("item") is None
    if item.inherits("QQuickImage"):
        return not item.property("source").isEmpty() and item.property("progress") < 1
    return False


def main() -> None:
    """Writes a file for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("only", nargs="?", default="", help="a part of the names that are wanted")
    parser.add_argument("--theme", default="plasma", choices=THEMES)
    parser.add_argument("--language", default="en", choices=tuple(map(str, Language)))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    qt = application()
    with tempfile.TemporaryDirectory() as data:
        for name, image in pictures(Path(data), options.theme, options.language):
            if options.only in name:
                image.save(str(options.folder / f"{name}.png"))
                print(options.folder / f"{name}.png")
    del qt


if __name__ == "__main__":
    main()
