"""The program with a window: from the command to the exit code."""

import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import PySide6
from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon

import rotom
from rotom import files
from rotom.app import App
from rotom.files import UserFolders
from rotom.system.gamepads import Gamepads
from rotom.ui.guard import why_not
from rotom.ui.pad_keys import Pads
from rotom.ui.main_window import MainWindow, WindowError

log = logging.getLogger("qt")

FONTS = ("Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Cantarell", "DejaVu Sans")
"""Families in the order in which they are wished for; the desktop's own where there is none."""

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_window(folders: UserFolders) -> int:
    """The window on the user's folders and the gamepads there are; the program's exit code."""
    reason = why_not(PySide6.__version__, (sys.version_info[0], sys.version_info[1]))
    if reason:
        print(reason, file=sys.stderr)
        return 1
    pads = Gamepads()
    try:
        return run(App(folders), pads)
    finally:
        pads.close()


def run(app: App, pads: Pads | None = None) -> int:
    """Opens the window and returns the exit code once it was closed. Closes `app`."""
    qInstallMessageHandler(_note)
    qt = application(with_tray=app.settings.close_to_tray)
    try:
        window = MainWindow(app, pads)
    except WindowError as error:
        print(error, file=sys.stderr)
        app.close()
        return 1
    tray = None
    if app.settings.close_to_tray:
        from rotom.ui.tray import Tray

        tray = Tray(window, qt.quit)
        if not tray.show():
            window.notices.add(
                "This desktop has no tray: closing the window ends Rotom, whatever the setting says."
            )
    window.navigation.quit.connect(qt.quit)
    window.show()
    with _signals_quit(qt.quit):
        code = qt.exec()
    window.close()
    app.close()
    return code


def application(with_tray: bool = False) -> QGuiApplication:
    """Qt's application object; with a tray it is the heavier one that has widgets."""
    if with_tray:
        from PySide6.QtWidgets import QApplication

        qt: QGuiApplication = QApplication(sys.argv[:1])
    else:
        qt = QGuiApplication(sys.argv[:1])
    qt.setApplicationName("rotom")
    qt.setApplicationDisplayName("Rotom")
    qt.setApplicationVersion(rotom.__version__)
    qt.setDesktopFileName("rotom")
    qt.setWindowIcon(QIcon(str(files.assets() / "icons" / "rotom.svg")))
    dress(qt)
    return qt


def dress(qt: QGuiApplication) -> None:
    """Gives the application its font; signs that it lacks come from another of the system's."""
    there = set(QFontDatabase.families())
    for family in FONTS:
        if family in there:
            qt.setFont(QFont(family))
            return


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
