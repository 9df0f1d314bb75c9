"""The icon in the desktop's tray, for those who keep Rotom running without its window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from rotom.domain.wording import worded
from rotom.ui.main_window import MainWindow
from rotom.ui.presence import Shown
from rotom.ui.tongue import shown

NO_TRAY = worded("This desktop has no tray, so closing the window ends Rotom.")


def listens_for(companion: Shown) -> str:
    """What the microphone is open for, with Rotom's name before it."""
    if not companion.microphone_open:
        return "Rotom"
    if companion.waits_for:
        return worded("Rotom waits for “{name}”", name=companion.waits_for)
    return worded("Rotom: the microphone is open")


class Tray(QObject):
    """Follows the setting. A click shows the window, its tip tells what the microphone
    is open for; the menu shows it, or the pet, or ends all.

    Needs a QApplication. Without a tray a notice says so, and closing the window ends the program.
    """

    def __init__(self, window: MainWindow, stop: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._stop = stop
        self._menu: QMenu | None = None
        self._icon: QSystemTrayIcon | None = None
        window.settings.changed.connect(self._setting_changed)
        self._setting_changed("close_to_tray")

    def _setting_changed(self, name: str) -> None:
        if name == "interface_language" and self._menu is not None:
            self._fill(self._menu)
        if name != "close_to_tray":
            return
        wanted = bool(self._window.settings.value(name))
        stays = wanted and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted and not stays:
            self._window.notices.add(NO_TRAY)
        if stays and self._icon is None:
            self._icon = self._made()
            self._window.companion.changed.connect(self._tell)
            self._tell()
        if self._icon is not None:
            self._icon.setVisible(stays)
        QGuiApplication.setQuitOnLastWindowClosed(not stays)

    def _made(self) -> QSystemTrayIcon:
        # No widget of the window's tree can own a menu, so it is kept here.
        self._menu = QMenu()
        self._fill(self._menu)
        icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        icon.setContextMenu(self._menu)
        icon.activated.connect(lambda _reason: self._window.show())
        return icon

    def _tell(self) -> None:
        """The tip of the icon is what the microphone is open for."""
        if self._icon is not None:
            self._icon.setToolTip(shown(listens_for(self._window.companion.shown)))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for words, act in (
            (worded("Show Rotom"), self._window.show),
            (worded("Live on the desktop"), self._live_on_the_desktop),
            (worded("Quit"), self._stop),
        ):
            menu.addAction(shown(words)).triggered.connect(act)

    def _live_on_the_desktop(self) -> None:
        self._window.settings.change("pet", True)
