"""The view-model of moving about: pages, what the keys do everywhere, and the way back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from rotom.ui.companion import Companion
from rotom.ui.directions import Direction
from rotom.ui.notices import Notices

PAGES = ("companion", "chat", "models", "settings")

PAGE_KEYS: Mapping[int, str] = {
    Qt.Key.Key_F1: "companion",
    Qt.Key.Key_F4: "chat",
    Qt.Key.Key_F9: "models",
    Qt.Key.Key_F10: "settings",
}

ARROWS: Mapping[int, Direction] = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}

TALK_KEY = Qt.Key.Key_F2
STOP_KEY = Qt.Key.Key_F3


class Navigation(QObject):
    """Keys come here when nothing that has the focus wanted them.

    F2 held talks, F3 stops, F1, F4, F9 and F10 open the pages, Ctrl+M mutes the microphone and
    Ctrl+Shift+M the loudspeaker, Ctrl+Q ends Rotom, Escape goes one step back, arrows move the
    focus.
    """

    changed = Signal()
    paged = Signal(int)
    quit = Signal()

    def __init__(
        self,
        companion: Companion,
        notices: Notices,
        mute_loudspeaker: Callable[[], None],
        move_focus: Callable[[Direction], bool],
    ) -> None:
        super().__init__()
        self._companion = companion
        self._notices = notices
        self._mute_loudspeaker = mute_loudspeaker
        self._move_focus = move_focus
        self._page = PAGES[0]
        self._by_pad = False

    page = Property(str, lambda self: self._page, notify=changed)
    byPad = Property(bool, lambda self: self._by_pad, notify=changed)
    """Whether the last key came from a gamepad: hints name its buttons then."""

    def used_pad(self, by_pad: bool) -> None:
        if by_pad != self._by_pad:
            self._by_pad = by_pad
            self.changed.emit()

    @Slot(str)
    def open(self, page: str) -> None:
        if page in PAGES and page != self._page:
            self._page = page
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """One step back: a notice, then the page, then what is being said. Never quits."""
        if self._notices.dismissNewest():
            return
        if self._page != PAGES[0]:
            self.open(PAGES[0])
        else:
            self._companion.stop()

    @Slot(int, int, bool, result=bool)
    def pressed(self, key: int, modifiers: int, repeated: bool) -> bool:
        """A key went down that nothing else wanted; True where it did something."""
        if key in ARROWS:
            return self._move_focus(ARROWS[Qt.Key(key)])
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            return True
        if repeated:
            return key == TALK_KEY
        if modifiers & Qt.KeyboardModifier.ControlModifier.value:
            return self._control(key, bool(modifiers & Qt.KeyboardModifier.ShiftModifier.value))
        if key in PAGE_KEYS:
            self.open(PAGE_KEYS[key])
        elif key == TALK_KEY:
            self._companion.pressTalk()
        elif key == STOP_KEY:
            self._companion.stop()
        elif key == Qt.Key.Key_Escape:
            self.back()
        else:
            return False
        return True

    def _control(self, key: int, shift: bool) -> bool:
        match key:
            case Qt.Key.Key_M if shift:
                self._mute_loudspeaker()
            case Qt.Key.Key_M:
                self._companion.toggleMicrophone()
            case Qt.Key.Key_Q:
                self.quit.emit()
            case _:
                return False
        return True

    @Slot(int, bool, result=bool)
    def released(self, key: int, repeated: bool) -> bool:
        if key != TALK_KEY:
            return False
        if not repeated:
            self._companion.releaseTalk()
        return True
