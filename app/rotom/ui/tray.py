"""The icon in the desktop's tray, for those who keep Rotom running without its window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from rotom.ui.main_window import MainWindow


class Tray(QObject):
    """Needs a QApplication. A click shows the window; the menu shows it or ends the program."""

    def __init__(self, window: MainWindow, stop: Callable[[], None]) -> None:
        super().__init__(window)
        self._menu = QMenu()
        self._menu.addAction("Show Rotom").triggered.connect(window.show)
        self._menu.addAction("Quit").triggered.connect(stop)
        self._icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self._icon.setToolTip("Rotom")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(lambda _reason: window.show())
        window.settings.changed.connect(self._setting_changed)
        self._window = window

    def show(self) -> bool:
        """Puts the icon there; False where the desktop has no tray, and closing ends Rotom."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self._icon.show()
        QGuiApplication.setQuitOnLastWindowClosed(False)
        return True

    def _setting_changed(self, name: str) -> None:
        if name == "close_to_tray":
            stays = bool(self._window.settings.value("close_to_tray"))
            self._icon.setVisible(stays)
            QGuiApplication.setQuitOnLastWindowClosed(not stays)
