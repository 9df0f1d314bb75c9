"""The view-model of the keys on the screen: Steam's own where it can open them, else ours."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem

from rotom.domain.hangul import erased, is_letter, typed
from rotom.domain.speech import Language

Place = tuple[int, int, int, int]


class Elsewhere(Protocol):
    """Keys that somebody else shows over the window, as Steam does; False where it cannot."""

    def open(self, place: Place) -> bool: ...
    def close(self) -> bool: ...


class Keyboard(QObject):
    """Types into the text control for which it was opened, with the keys that a keyboard sends.

    `language` tells which letters to begin with; whoever changed them keeps what they chose.
    """

    changed = Signal()

    def __init__(self, steam: Elsewhere, language: Callable[[], Language]) -> None:
        super().__init__()
        self._steam = steam
        self._language = language
        self._target: QQuickItem | None = None
        self._steams: QQuickItem | None = None
        self._hangul: bool | None = None
        self._growing = ""

    shown = Property(bool, lambda self: self._target is not None, notify=changed)
    text = Property(
        str,
        lambda self: "" if self._target is None else str(self._target.property("text")),
        notify=changed,
    )
    hangul = Property(bool, lambda self: self._writes_hangul, notify=changed)
    """Whether the keys are Korean letters."""

    @property
    def _writes_hangul(self) -> bool:
        return self._language() is Language.KOREAN if self._hangul is None else self._hangul

    def open_for(self, item: QQuickItem | None) -> bool:
        """Opens for a text control that may be written in; False for any other."""
        if item is None or not _is_text(item):
            return False
        if self._open_steams(item):
            return True
        self._target, self._growing = item, ""
        self.changed.emit()
        return True

    @Slot(QQuickItem)
    def touched(self, item: QQuickItem | None) -> None:
        """A finger or the pointer has pressed what has the focus: for a text Steam's keys open."""
        if item is not None and _is_text(item):
            self._open_steams(item)

    def focus_moved(self, item: QQuickItem | None) -> None:
        """Steam's keys go away with the text that they were opened for."""
        if self._steams is not None and item is not self._steams:
            self._steams = None
            self._steam.close()

    def _open_steams(self, item: QQuickItem) -> bool:
        ratio = item.window().devicePixelRatio()
        area = item.mapRectToScene(item.boundingRect())
        sizes = (area.x(), area.y(), area.width(), area.height())
        left, top, width, height = (round(size * ratio) for size in sizes)
        if not self._steam.open((left, top, width, height)):
            return False
        self._steams = item
        return True

    @Slot(str)
    def put(self, sign: str) -> None:
        """A key was pressed; Korean letters grow together."""
        if not is_letter(sign):
            self._growing = ""
            self._send(ord(sign.upper()), sign)
            return
        before = self._growing
        done, self._growing = typed(before, sign)
        if done != before:
            self._send(Qt.Key.Key_Backspace, "")
            self._write(done)
        self._write(self._growing)

    @Slot()
    def erase(self) -> None:
        left, self._growing = erased(self._growing) if self._growing else "", ""
        self._send(Qt.Key.Key_Backspace, "")
        self._write(left)
        self._growing = left

    @Slot()
    def changeLetters(self) -> None:
        """Korean or Latin letters."""
        self._hangul, self._growing = not self._writes_hangul, ""
        self.changed.emit()

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
            _press(target, Qt.Key.Key_Return, "\r")

    def _write(self, signs: str) -> None:
        for sign in signs:
            self._send(ord(sign), sign)

    def _send(self, key: int, text: str) -> None:
        if self._target is not None:
            _press(self._target, key, text)
            self.changed.emit()


def _is_text(item: QQuickItem) -> bool:
    return item.property("cursorPosition") is not None and not item.property("readOnly")


def _press(target: QQuickItem, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(target, event)
