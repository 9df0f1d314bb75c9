"""How fast something comes: measured over the last seconds, and held to a limit."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_WINDOW_S = 5.0
"""The speed is that of the last seconds, so that a pause is forgotten soon."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` bytes; `seconds_left` is None where nothing comes."""

    done: int
    total: int
    bytes_per_s: float
    seconds_left: float | None


class Halt:
    """A wish to stop that any thread may have; what waits or reads stops at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._abort: Callable[[], None] | None = None

    def set(self) -> None:
        self._event.set()
        with self._lock:
            if self._abort is not None:
                self._abort()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits so long; true, and at once, where it is to stop."""
        return self._event.wait(seconds)

    @contextmanager
    def aborting(self, abort: Callable[[], None]) -> Iterator[None]:
        """`abort` is called if the wish comes while this lasts."""
        with self._lock:
            self._abort = abort
        try:
            yield
        finally:
            with self._lock:
                self._abort = None


class Meter:
    """Counts the bytes of one download of `total`, of which `done` are here already."""

    def __init__(self, total: int, done: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock(), done)])

    def now(self, done: int) -> Progress:
        at_s = self._clock()
        self._seen.append((at_s, done))
        while len(self._seen) > 2 and at_s - self._seen[0][0] > _WINDOW_S:
            self._seen.popleft()
        began_s, before = self._seen[0]
        per_s = max(0.0, (done - before) / (at_s - began_s)) if at_s > began_s else 0.0
        left_s = (self._total - done) / per_s if per_s > 0 else None
        return Progress(done, self._total, per_s, left_s)


def bytes_per_s(megabytes: float) -> float | None:
    """The limit as the settings have it, in MB/s, 0 for none."""
    return megabytes * 1e6 or None


class Limit:
    """Holds a stream to what `bytes_per_s` says at each moment; None lets it run."""

    def __init__(
        self,
        bytes_per_s: Callable[[], float | None],
        wait: Callable[[float], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_s = bytes_per_s
        self._wait = wait
        self._clock = clock
        self._free_at_s = clock()

    def take(self, count: int) -> None:
        """Waits until `count` more bytes are within the limit; unused time is not saved up."""
        per_s = self._per_s()
        if per_s is None:
            return
        now_s = self._clock()
        self._free_at_s = max(self._free_at_s, now_s) + count / per_s
        if self._free_at_s > now_s:
            self._wait(self._free_at_s - now_s)
