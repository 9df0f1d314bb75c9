"""The view-model of moving about: pages, what the keys do everywhere, and the way back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from rotom.ui.companion import Companion
from rotom.ui.directions import Direction
from rotom.ui.notices import Notices
from rotom.ui.quick_menu import QuickMenu

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
QUICK_KEY = Qt.Key.Key_F6
HANDS_FREE_KEY = Qt.Key.Key_F7
MUTE_KEY = Qt.Key.Key_F8


class Navigation(QObject):
    """Keys come here when nothing that has the focus wanted them.

    F2 held talks, F3 stops, F6 held shows short answers, F7 and F8 turn hands-free and the
    microphone on and off, F1, F4, F9 and F10 open the pages, Ctrl+M mutes the microphone and
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
        quick: QuickMenu,
        toggle: Callable[[str], None],
        pad_sends: Callable[[], bool],
        move_focus: Callable[[Direction], bool],
    ) -> None:
        super().__init__()
        self._companion = companion
        self._notices = notices
        self._quick = quick
        self._toggle = toggle
        self._pad_sends = pad_sends
        self._move_focus = move_focus
        self._page = PAGES[0]
        self._model_kind = ""
        self._by_pad = False

    page = Property(str, lambda self: self._page, notify=changed)
    byPad = Property(bool, lambda self: self._by_pad, notify=changed)
    """Whether the last key came from a gamepad: hints name its buttons then."""

    @Slot(bool)
    def usedPad(self, by_pad: bool) -> None:
        if by_pad != self._by_pad:
            self._by_pad = by_pad
            self.changed.emit()

    modelKind = Property(str, lambda self: self._model_kind, notify=changed)
    """Which kind of models the page of models was opened for; '' for the one it showed last."""

    @Slot(str)
    @Slot(str, str)
    def open(self, page: str, model_kind: str = "") -> None:
        if page in PAGES and page != self._page:
            self._page, self._model_kind = page, model_kind
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """One step back: the ring, a notice, the page, what is being said. Never quits."""
        if self._quick.property("isOpen"):
            self._quick.cancel()
            return
        if self._notices.dismissNewest():
            return
        if self._page != PAGES[0]:
            self.open(PAGES[0])
        else:
            self._companion.stop()

    @Slot(int, int, bool, result=bool)
    def pressed(self, key: int, modifiers: int, repeated: bool) -> bool:
        """A key went down that nothing else wanted; True where it did something."""
        self.usedPad(self._pad_sends())
        if key in ARROWS:
            return self._move_focus(ARROWS[Qt.Key(key)])
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            return True
        if repeated:
            return key == TALK_KEY
        if modifiers & Qt.KeyboardModifier.ControlModifier.value:
            return self._control(key, bool(modifiers & Qt.KeyboardModifier.ShiftModifier.value))
        if key not in PAGE_KEYS:
            return self._does(key)
        self.open(PAGE_KEYS[key])
        return True

    def _does(self, key: int) -> bool:
        deeds: Mapping[int, Callable[[], object]] = {
            TALK_KEY: self._companion.pressTalk,
            STOP_KEY: self._companion.stop,
            QUICK_KEY: self._quick.open,
            HANDS_FREE_KEY: lambda: self._toggle("hands_free"),
            MUTE_KEY: self._companion.toggleMicrophone,
            Qt.Key.Key_Escape: self.back,
        }
        if key in deeds:
            deeds[key]()
        return key in deeds

    def _control(self, key: int, shift: bool) -> bool:
        match key:
            case Qt.Key.Key_M if shift:
                self._toggle("speak_replies")
            case Qt.Key.Key_M:
                self._companion.toggleMicrophone()
            case Qt.Key.Key_Q:
                self.quit.emit()
            case _:
                return False
        return True

    @Slot(int, bool, result=bool)
    def released(self, key: int, repeated: bool) -> bool:
        if key not in (TALK_KEY, QUICK_KEY):
            return False
        if not repeated:
            (self._companion.releaseTalk if key == TALK_KEY else self._quick.release)()
        return True
