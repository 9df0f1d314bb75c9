"""A gate that holds a scripted engine back until the test lets it go on."""

import threading
from collections.abc import Callable

_ASK_AGAIN_S = 0.02
"""How often a brain that waits at its gate asks whether it was cancelled."""


class Gate:
    """Lets those who come to it through one at a time, as a test opens it."""

    def __init__(self, passes: int = 0) -> None:
        self._news = threading.Condition()
        self._passes: float = passes
        self._arrived = 0

    def open(self, times: int | None = None) -> None:
        """Lets `times` more through; None lets everyone through from now on."""
        with self._news:
            self._passes = float("inf") if times is None else self._passes + times
            self._news.notify_all()

    def wait_for_arrivals(self, count: int, timeout_s: float = 10.0) -> None:
        """Returns once `count` have come to the gate since it was built."""
        with self._news:
            if not self._news.wait_for(lambda: self._arrived >= count, timeout_s):
                raise TimeoutError(f"{self._arrived} of {count} came to the gate")

    def go_through(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Waits for its turn; False if `cancelled` came true first."""
        with self._news:
            self._arrived += 1
            self._news.notify_all()
            while self._passes < 1:
                self._news.wait(_ASK_AGAIN_S)
                if cancelled():
                    return False
            self._passes -= 1
        return not cancelled()
