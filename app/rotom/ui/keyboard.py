"""The view-model of the keys on the screen: for those who have a pad and no keyboard."""

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem


class Keyboard(QObject):
    """Types into the text control for which it was opened, with the keys that a keyboard sends."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._target: QQuickItem | None = None

    shown = Property(bool, lambda self: self._target is not None, notify=changed)
    text = Property(
        str,
        lambda self: "" if self._target is None else str(self._target.property("text")),
        notify=changed,
    )

    def open_for(self, item: QQuickItem | None) -> bool:
        """Opens for a text control that may be written in; False for any other."""
        if item is None or item.property("cursorPosition") is None or item.property("readOnly"):
            return False
        self._target = item
        self.changed.emit()
        return True

    @Slot(str)
    def put(self, sign: str) -> None:
        key = ord(sign.upper())
        self._send(key, sign)

    @Slot()
    def erase(self) -> None:
        self._send(Qt.Key.Key_Backspace, "")

    @Slot()
    def close(self) -> None:
        """Gives the focus back to the text."""
        target, self._target = self._target, None
        self.changed.emit()
        if target is not None:
            target.forceActiveFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def enter(self) -> None:
        """Closes, and presses Return in the text: a message is sent, a field is taken over."""
        target = self._target
        self.close()
        if target is not None:
            self._press(target, Qt.Key.Key_Return, "\r")

    def _send(self, key: int, text: str) -> None:
        if self._target is not None:
            self._press(self._target, key, text)
            self.changed.emit()

    @staticmethod
    def _press(target: QQuickItem, key: int, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(target, event)
