"""Makes keys of what is pressed on a gamepad, while the window is the active one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from rotom.domain.controls import PadAction, PadButton
from rotom.domain.pad_families import PadFamily
from rotom.system.pad_actions import PadEvent

POLL_MS = 12
RESTING_POLL_MS = 24
"""How often a pad is looked at that nobody touches; a look takes more than one may think."""
RESTS_AFTER = 250
"""Looks at which nothing happened (3 s) until a pad counts as untouched."""
LOOK_OUT_MS = 250
"""How often a pad is looked out for while none is plugged in."""

KEYS: Mapping[PadAction, Qt.Key] = {
    PadAction.UP: Qt.Key.Key_Up,
    PadAction.DOWN: Qt.Key.Key_Down,
    PadAction.LEFT: Qt.Key.Key_Left,
    PadAction.RIGHT: Qt.Key.Key_Right,
    PadAction.ACTIVATE: Qt.Key.Key_Space,
    PadAction.BACK: Qt.Key.Key_Escape,
    PadAction.HOME: Qt.Key.Key_F1,
    PadAction.TALK: Qt.Key.Key_F2,
    PadAction.STOP: Qt.Key.Key_F3,
    PadAction.CHAT: Qt.Key.Key_F4,
    PadAction.QUICK: Qt.Key.Key_F6,
    PadAction.HANDS_FREE: Qt.Key.Key_F7,
    PadAction.MUTE: Qt.Key.Key_F8,
    PadAction.MODELS: Qt.Key.Key_F9,
    PadAction.SETTINGS: Qt.Key.Key_F10,
    PadAction.PREVIOUS: Qt.Key.Key_PageUp,
    PadAction.NEXT: Qt.Key.Key_PageDown,
}
"""The key for each action of a pad; the window handles keys alone."""


class Pads(Protocol):
    """All gamepads together, as `system.gamepads` has them."""

    @property
    def names(self) -> Sequence[str]: ...
    @property
    def family(self) -> PadFamily: ...
    @property
    def stick(self) -> tuple[float, float]: ...
    def use(self, bound: Mapping[PadButton, PadAction], reach: float) -> None: ...
    def ask(self, tell: Callable[[PadButton], None] | None) -> None: ...
    def rumble(self, strength: float, ms: int) -> None: ...
    def poll(self) -> Sequence[PadEvent]: ...
    def release(self) -> None: ...


class PadKeys(QObject):
    """Polls the pads only while the window is active; what is held is let go when it is not.

    `before_press` is asked before every key: it returns True where it takes the press for itself.
    `taken` counts the presses and releases so far, `held` are the actions whose keys are down, and
    `sending` is true while a key is on its way.
    """

    stickMoved = Signal(float, float)
    """Where the left stick is now, each -1 to 1, y downwards."""

    def __init__(
        self, window: QWindow, pads: Pads, before_press: Callable[[PadEvent], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pads = pads
        self._before_press = before_press
        self._stick = (0.0, 0.0)
        self._untouched = 0
        self.held: set[PadAction] = set()
        self.taken = 0
        self.sending = False
        self._timer = QTimer(self, interval=LOOK_OUT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.poll)
        window.activeChanged.connect(self._active_changed)
        self._active_changed()

    @property
    def every_ms(self) -> int:
        """How often the pads are looked at now."""
        if not self._pads.names:
            return LOOK_OUT_MS
        return POLL_MS if self._untouched < RESTS_AFTER else RESTING_POLL_MS

    def poll(self) -> None:
        """Sends a key for everything that was pressed and released since the last time."""
        events = self._pads.poll()
        is_touched = bool(events or self.held or self._pads.stick != self._stick)
        self._untouched = 0 if is_touched else self._untouched + 1
        if self._timer.interval() != self.every_ms:
            self._timer.setInterval(self.every_ms)
        if self._pads.stick != self._stick:
            self._stick = self._pads.stick
            self.stickMoved.emit(*self._stick)
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
        self.sending = True
        QCoreApplication.sendEvent(self._window, event)
        self.sending = False

    def _active_changed(self) -> None:
        if self._window.isActive():
            self._timer.start()
            return
        self._timer.stop()
        self.let_go()

    def let_go(self) -> None:
        """Nothing is held any more, whatever a pad says: it has to be pressed anew."""
        for action in tuple(self.held):
            self._release(action)
        self._pads.release()
