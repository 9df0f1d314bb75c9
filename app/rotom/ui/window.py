"""The program with a window: from the command to the exit code."""

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import rotom
from rotom import files
from rotom.app import App
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage import settings_file
from rotom.storage.translations import told_in
from rotom.system import instance
from rotom.system.gamepads import Gamepads
from rotom.system.gamescope import is_gaming_mode
from rotom.system.steam import cleaned
from rotom.system.surroundings import interface_language
from rotom.ui.display import why_no_window
from rotom.ui.guard import why_not
from rotom.ui.main_window import MainWindow, WindowError
from rotom.ui.pad_keys import Pads
from rotom.ui.pet import Pet
from rotom.ui.tray import Tray

log = logging.getLogger("qt")

FONT = "Rotom Sans"
"""Comes with Rotom, so that a bare machine shows Hangul."""

EMOJI = "Noto Emoji"
"""Comes with Rotom too: emoji in the colour of the text, the same on every machine."""

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_window(folders: UserFolders, full_screen: bool = False) -> int:
    """The window on the user's folders and the gamepads there are; the program's exit code."""
    reason = why_not(PySide6.__version__, (sys.version_info[0], sys.version_info[1]))
    reason = reason or why_no_window(os.environ)
    if reason:
        print(_in_words(reason, folders), file=sys.stderr)
        return 1
    keep_steams_libraries_from_children()
    right = instance.claim(folders)
    if right is None:
        return _raise_the_other(folders)
    pads = Gamepads()
    try:
        return run(App(folders), pads, right.on_raise, full_screen)
    finally:
        pads.close()
        right.release()


def keep_steams_libraries_from_children() -> None:
    """What Steam puts before the libraries of a game is not for the programs that Rotom starts."""
    kept = cleaned(os.environ)
    for name in set(os.environ) - set(kept):
        del os.environ[name]
    os.environ.update(kept)


def _raise_the_other(folders: UserFolders) -> int:
    if instance.raise_other(folders):
        raised = worded("Rotom is open already; its window was brought to the front.")
        print(_in_words(raised, folders))
        return 0
    silent = worded(
        "Rotom is open already but does not answer. End it, or start with --data and another "
        "folder."
    )
    print(_in_words(silent, folders), file=sys.stderr)
    return 1


def _in_words(text: str, folders: UserFolders) -> str:
    """A sentence in the language of the settings, where there is no window to ask."""
    settings, _ = settings_file.load(folders.settings_file)
    return told_in(interface_language(settings), text)


def run(
    app: App,
    pads: Pads | None = None,
    on_raise: Callable[[Callable[[], None]], None] = lambda _: None,
    full_screen: bool = False,
) -> int:
    """Opens the window and returns the exit code once it was closed. Closes `app`.

    `on_raise` takes what to call, on any thread, when the window is to come to the front.
    """
    qInstallMessageHandler(_note)
    qt = application()
    try:
        window = MainWindow(app, pads, full_screen or is_gaming_mode(os.environ))
    except WindowError as error:
        print(_in_words(str(error), app.folders), file=sys.stderr)
        app.close()
        return 1
    pet = Pet(app, window, qt.quit)
    Tray(window, qt.quit)
    window.navigation.quit.connect(qt.quit)
    on_raise(lambda: window.from_any_thread(window.show))
    pet.show()
    app.standing_back.start()
    with _signals_quit(qt.quit):
        code = qt.exec()
    window.close()
    app.close()
    return code


def application() -> QApplication:
    """Qt's application object; the one with widgets, because the tray's menu is one."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("rotom")
    qt.setApplicationDisplayName("Rotom")
    qt.setApplicationVersion(rotom.__version__)
    qt.setDesktopFileName("rotom")
    qt.setWindowIcon(QIcon(str(files.assets() / "icons" / "rotom.svg")))
    dress()
    return qt


def dress() -> None:
    """Gives the application its fonts; signs that they lack come from the system's."""
    if FONT in QFontDatabase.families():
        return
    for path in sorted((files.assets() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    QGuiApplication.setFont(QFont(FONT))
    QFontDatabase.setApplicationEmojiFontFamilies([EMOJI])


def _note(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(LEVELS.get(kind, logging.WARNING), "%s", message)


@contextmanager
def _signals_quit(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C and a polite kill close the window, also while Qt waits for events."""
    ours, waker = socket.socketpair()
    waker.setblocking(False)
    before = signal.set_wakeup_fd(waker.fileno())
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: ours.recv(64))
    kept = {
        number: signal.signal(number, lambda *_: stop())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        ours.close()
        waker.close()
