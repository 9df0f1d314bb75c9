"""The only thing that crosses from the threads of a conversation to Qt's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Bridge(QObject):
    """Hands values from any thread to the main thread, one after the other, in their order."""

    _crossed = Signal(object)

    def __init__(self, receive: Callable[[object], None]) -> None:
        super().__init__()
        self._receive = receive
        self._open = True
        self._crossed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, value: object) -> None:
        """Any thread may call it; after `close` the value is dropped."""
        if self._open:
            self._crossed.emit(value)

    def close(self) -> None:
        """What was sent and not delivered yet is dropped."""
        self._open = False

    def _deliver(self, value: object) -> None:
        if self._open:
            self._receive(value)
