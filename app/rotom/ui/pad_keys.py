"""Makes keys of what is pressed on a gamepad, while the window is the active one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

from rotom.system.pad_actions import PadAction, PadEvent

POLL_MS = 12
LOOK_OUT_MS = 250
"""How often a pad is looked out for while none is plugged in."""

KEYS: Mapping[PadAction, Qt.Key] = {
    PadAction.UP: Qt.Key.Key_Up,
    PadAction.DOWN: Qt.Key.Key_Down,
    PadAction.LEFT: Qt.Key.Key_Left,
    PadAction.RIGHT: Qt.Key.Key_Right,
    PadAction.ACTIVATE: Qt.Key.Key_Space,
    PadAction.BACK: Qt.Key.Key_Escape,
    PadAction.STOP: Qt.Key.Key_F3,
    PadAction.CHAT: Qt.Key.Key_F4,
    PadAction.MENU: Qt.Key.Key_F10,
    PadAction.VIEW: Qt.Key.Key_F1,
    PadAction.PAGE_LEFT: Qt.Key.Key_PageUp,
    PadAction.TALK: Qt.Key.Key_F2,
}
"""The key for each action of a pad; the window handles keys alone."""


class Pads(Protocol):
    """All gamepads together; `names` are those that are plugged in."""

    @property
    def names(self) -> Sequence[str]: ...
    def poll(self) -> Sequence[PadEvent]: ...
    def release(self) -> None: ...


class PadKeys(QObject):
    """Polls the pads only while the window is active; what is held is let go when it is not.

    `before_press` is asked before every key: it returns True where it takes the press for itself.
    `taken` counts the presses and releases so far, `held` are the actions whose keys are down.
    """

    def __init__(
        self, window: QWindow, pads: Pads, before_press: Callable[[PadEvent], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pads = pads
        self._before_press = before_press
        self.held: set[PadAction] = set()
        self.taken = 0
        self._timer = QTimer(self, interval=LOOK_OUT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.poll)
        window.activeChanged.connect(self._active_changed)
        self._active_changed()

    def poll(self) -> None:
        """Sends a key for everything that was pressed and released since the last time."""
        events = self._pads.poll()
        wanted_ms = POLL_MS if self._pads.names else LOOK_OUT_MS
        if self._timer.interval() != wanted_ms:
            self._timer.setInterval(wanted_ms)
        for event in events:
            self.taken += 1
            if not event.pressed:
                self._release(event.action)
            elif not self._before_press(event):
                self.held.add(event.action)
                self._send(QEvent.Type.KeyPress, event.action, event.repeated)

    def close(self) -> None:
        """Stops polling."""
        self._timer.stop()

    def _release(self, action: PadAction) -> None:
        if action in self.held:
            self.held.remove(action)
            self._send(QEvent.Type.KeyRelease, action)

    def _send(self, kind: QEvent.Type, action: PadAction, repeated: bool = False) -> None:
        text = " " if action is PadAction.ACTIVATE else ""
        event = QKeyEvent(kind, KEYS[action], Qt.KeyboardModifier.NoModifier, text, repeated)
        QCoreApplication.sendEvent(self._window, event)

    def _active_changed(self) -> None:
        if self._window.isActive():
            self._timer.start()
            return
        self._timer.stop()
        for action in tuple(self.held):
            self._release(action)
        self._pads.release()
