"""A room to try the window in: the real App on scripted engines, and hands for its keys."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rotom.app import App
from rotom.files import user_folders
from rotom.ui.main_window import MainWindow
from rotom.ui.pad_keys import Pads
from rotom.ui.window import dress
from tests.cast import Cast
from tests.patience import PATIENCE_MS


@dataclass
class Room:
    """A window that is open, and the one who sits before it."""

    app: App
    window: MainWindow
    cast: Cast
    qtbot: QtBot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Presses and releases a key."""
        QTest.keyClick(self.window.quick, key, modifier or Qt.KeyboardModifier.NoModifier)

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window.quick, key)

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window.quick, key)

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClick(self.window.quick, sign)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Lets Qt work until the condition holds."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def signal(self, signal: SignalInstance) -> AbstractContextManager[object]:
        """Lets Qt work at the end of a block until the signal has come since its beginning."""
        return self.qtbot.waitSignal(signal, timeout=PATIENCE_MS)

    @property
    def focus(self) -> str:
        """What has the focus, as a screen reader would name it."""
        return name_of(self.window.quick.activeFocusItem())

    def part_of_body(self, name: str) -> QObject:
        """A part of Rotom's body, such as its "clock", once all of the body is there."""
        body = self.window.quick.findChild(QObject, "body")
        assert body is not None
        self.wait(lambda: body.property("item") is not None)
        part = self.window.quick.findChild(QObject, name)
        assert part is not None
        return part

    def resize(self, width: int, height: int) -> None:
        self.window.quick.resize(width, height)
        content = self.window.quick.contentItem()
        self.wait(lambda: (content.width(), content.height()) == (width, height))

    def go_to(self, name: str, key: Qt.Key = Qt.Key.Key_Tab, most: int = 60) -> None:
        """Presses a key until the control of that name has the focus."""
        seen = []
        for _ in range(most):
            if self.focus == name:
                return
            seen.append(self.focus)
            self.press(key)
        raise AssertionError(f"{name!r} was not reached, only {seen}")

    def said(self) -> list[str]:
        """The texts of the chat, oldest first."""
        return [line.text for line in self.window.chat.lines]

    def is_quiet(self) -> bool:
        """Whether nothing is being said any more."""
        return not self.window.companion.shown.busy and not any(
            line.growing for line in self.window.chat.lines
        )


def name_of(item: QQuickItem | None) -> str:
    """The accessible name of an item."""
    from PySide6.QtGui import QAccessible

    if item is None:
        return ""
    interface = QAccessible.queryAccessibleInterface(item)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def kind_of(item: QQuickItem) -> str:
    """The QML type of an item, such as "Push"; '' for one of Qt's own.

    As QML says it, and not by the item's meta-object: Python would keep that, and take for it what
    is later made in its place.
    """
    context = QQmlEngine.contextForObject(item)
    if context is None or not context.isValid():
        return ""
    said = QQmlExpression(context, item, "String(this)").evaluate()[0]
    return str(said).partition("(")[0].partition("_")[0]


def items_of(root: QQuickItem) -> list[QQuickItem]:
    """All visible items below one, in the order of the tree."""
    found = []
    for item in root.childItems():
        if item.isVisible():
            found += [item, *items_of(item)]
    return found


def controls_of(root: QQuickItem) -> list[QQuickItem]:
    """All visible items below one that can have the focus."""
    return [item for item in items_of(root) if item.activeFocusOnTab()]


@contextmanager
def opened_room(
    qtbot: QtBot,
    folder: Path,
    cast: Cast | None = None,
    pads: Pads | None = None,
    met: bool = True,
) -> Iterator[Room]:
    """The window, shown and active, with the conversation started."""
    dress()
    cast = cast or Cast()
    app = App(user_folders(folder), cast.engines, find_devices=cast.find_devices)
    if met and not app.settings.met:
        app.change({"met": True})
    window = MainWindow(app, pads)
    try:
        with qtbot.waitSignal(window.ready, timeout=PATIENCE_MS):
            window.show()
        room = Room(app, window, cast, qtbot)
        room.wait(window.quick.isActive)
        room.wait(lambda: window.companion.shown.state != "loading")
        yield room
    finally:
        window.close()
        app.close()
