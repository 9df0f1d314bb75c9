"""Whether the machine has slept: one of Linux's clocks goes on meanwhile, the other does not."""

import time
from collections.abc import Callable

LEAST_S = 5.0
"""Less is no sleep: the clocks are not read at the same moment."""


def asleep_s() -> float:
    """How long the machine has slept since it was started (clock_gettime(2))."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)


class Sleeping:
    """Tells once of each sleep."""

    def __init__(self, asleep: Callable[[], float] = asleep_s) -> None:
        self._asleep = asleep
        self._before_s = asleep()

    def slept_s(self) -> float:
        """How long it has slept since the last question; 0 where it was awake."""
        now_s = self._asleep()
        slept_s, self._before_s = now_s - self._before_s, now_s
        return slept_s if slept_s >= LEAST_S else 0.0
