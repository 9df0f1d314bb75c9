"""Rotom alone on the desktop, in a small window that takes the place of the large one."""

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QRegion
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QMenu

from rotom.app import App
from rotom.domain.settings import about
from rotom.domain.wording import worded
from rotom.ui.desktop import Area, allowed, placed
from rotom.ui.main_window import MainWindow
from rotom.ui.tongue import shown

SETTLED_MS = 500
"""How long the window stays where it is before its place is kept."""

LOOK_MS = 100
"""How often the eyes look where the pointer is on the desktop."""

GAZE_PX = 400.0
"""How far off the pointer is when the eyes are turned as far as they go."""

SHAPED = ("xcb", "wayland")
"""The platforms of Qt on which a window can have another shape than a rectangle."""

STEP = 0.1
"""How much larger or smaller one turn of the wheel makes it."""


class Pet(QObject):
    """Follows the setting `pet`: shows the small window and hides the large one, and back.

    Needs a QApplication, because its menu is one of widgets. `quit_program` ends Rotom.
    """

    size_changed = Signal()
    looked = Signal()

    def __init__(self, app: App, window: MainWindow, quit_program: Callable[[], None]) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._quit = quit_program
        self._quick: QQuickWindow | None = None
        self._menu: QMenu | None = None
        self._look = (0.0, 0.0)
        self._pointer = QPoint()
        self._allowed = allowed(QGuiApplication.platformName(), os.environ)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._keep_place)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look_at_pointer)
        window.settings.changed.connect(self._setting_changed)
        window.navigation.changed.connect(self._page_changed)
        window.quick.visibleChanged.connect(self._window_shown)

    size = Property(float, lambda self: self._app.settings.pet_size, notify=size_changed)
    lookX = Property(float, lambda self: self._look[0], notify=looked)
    lookY = Property(float, lambda self: self._look[1], notify=looked)

    @property
    def quick(self) -> QQuickWindow | None:
        """The small window, once there was one."""
        return self._quick

    def show(self) -> None:
        """Shows Rotom as the setting has it: the small window or the large one."""
        if not (self._app.settings.pet and self._go_out()):
            self._window.show()

    @Slot(QPoint)
    def openMenu(self, at: QPoint) -> None:
        """The menu, at a place on the desktop."""
        self._menu = self.menu()
        self._menu.popup(at)

    @Slot(int)
    def resize(self, steps: int) -> None:
        said = about("pet_size")
        wanted = self._app.settings.pet_size + STEP * steps
        self._change("pet_size", round(min(max(wanted, said.low or 0.0), said.high or wanted), 2))

    @Slot(int, int, bool, result=bool)
    def pressed(self, key: int, modifiers: int, repeated: bool) -> bool:
        return self._window.navigation.pressed(key, modifiers, repeated)

    @Slot(int, bool, result=bool)
    def released(self, key: int, repeated: bool) -> bool:
        return self._window.navigation.released(key, repeated)

    def menu(self) -> QMenu:
        """What can be done with the pet, made for what it does now."""
        companion, settings, menu = self._window.companion, self._app.settings, QMenu()
        talk = worded("Stop talking") if companion.property("talking") else worded("Talk")
        muted = bool(companion.property("microphoneMuted"))
        toggle = self._window.settings.toggle
        notices = bool(self._window.notices.property("sentences"))
        window = worded("Read the notice") if notices else worded("Open the window")
        entries: tuple[tuple[str, Callable[[], None], bool | None], ...] = (
            (talk, companion.toggleTalk, None),
            (worded("Stop the reply"), companion.stop, None),
            (worded("Mute the microphone"), companion.toggleMicrophone, muted),
            (worded("Speak aloud"), partial(toggle, "speak_replies"), settings.speak_replies),
            (worded("Hands-free"), partial(toggle, "hands_free"), settings.hands_free),
            (worded("Larger"), partial(self.resize, 1), None),
            (worded("Smaller"), partial(self.resize, -1), None),
            (window, self._window.show, None),
            (worded("Quit"), self._quit, None),
        )
        for words, act, checked in entries:
            entry = menu.addAction(shown(words))
            entry.setCheckable(checked is not None)
            entry.setChecked(bool(checked))
            entry.triggered.connect(act)
        return menu

    def _setting_changed(self, name: str) -> None:
        if name == "pet":
            self._go_out() if self._app.settings.pet else self._come_home()
        elif name == "pet_size":
            self.size_changed.emit()

    def _page_changed(self) -> None:
        """A key has opened a page: it is in the large window."""
        if self._is_out() and self._window.navigation.property("page") != "companion":
            self._window.show()

    def _window_shown(self) -> None:
        """The large window was brought back, from the tray or by a second start."""
        if self._window.quick.isVisible() and self._is_out():
            self._change("pet", False)

    def _is_out(self) -> bool:
        return self._quick is not None and self._quick.isVisible()

    def _go_out(self) -> bool:
        if not self._allowed.lives:
            self._window.notices.add(self._allowed.sentence)
            self._change("pet", False)
            return False
        if self._quick is None:
            self._quick = self._made()
        if self._allowed.placed:
            place, size = self._app.settings.pet_place, self._quick.width()
            self._quick.setPosition(*placed(place, size, _screens()))
        elif self._allowed.sentence:
            self._window.notices.add(self._allowed.sentence)
        self._window.navigation.open("companion")
        self._quick.show()
        self._looking.start()
        self._window.quick.hide()
        return True

    def _come_home(self) -> None:
        if self._is_out() and self._quick is not None:
            self._looking.stop()
            if self._settled.isActive():
                self._keep_place()
            if not self._window.quick.isVisible():
                self._window.show()
            self._quick.hide()

    def _made(self) -> QQuickWindow:
        quick = self._window.load(
            "Pet.qml",
            {"pet": self, "companion": self._window.companion, "notices": self._window.notices},
        )
        for moved in (quick.xChanged, quick.yChanged):
            moved.connect(lambda _: self._settled.start())
        quick.widthChanged.connect(lambda _: _round(quick))
        quick.destroyed.connect(self._gone)
        _round(quick)
        return quick

    def _gone(self) -> None:
        """The windows of the program were closed for good."""
        self._quick = None
        self._settled.stop()
        self._looking.stop()

    def _keep_place(self) -> None:
        if self._quick is not None and self._allowed.placed and self._quick.isVisible():
            self._change("pet_place", f"{self._quick.x()},{self._quick.y()}")

    def _look_at_pointer(self) -> None:
        """The eyes follow the pointer over the whole desktop while it moves."""
        pointer = QCursor.pos()
        if self._quick is None or pointer == self._pointer:
            return
        self._pointer = pointer
        middle = self._quick.geometry().center()
        self._look = _share(pointer.x() - middle.x()), _share(pointer.y() - middle.y())
        self.looked.emit()

    def _change(self, name: str, value: object) -> None:
        self._window.settings.change(name, value)


def _screens() -> list[Area]:
    there = (screen.availableGeometry() for screen in QGuiApplication.screens())
    return [(one.x(), one.y(), one.width(), one.height()) for one in there]


def _round(quick: QQuickWindow) -> None:
    """The corners belong to what is below: they are neither drawn nor pressed."""
    if QGuiApplication.platformName() in SHAPED:
        quick.setMask(QRegion(0, 0, quick.width(), quick.height(), QRegion.RegionType.Ellipse))


def _share(pixels: int) -> float:
    return max(-1.0, min(1.0, pixels / GAZE_PX))
