"""A thread with an inbox: the only thing in Rotom that starts a thread."""

import heapq
import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

Item = TypeVar("Item")


def _nothing() -> None:
    pass


class Stage(Generic[Item]):
    """Handles its items one after the other, in the order in which they were posted.

    `setup` runs first and `teardown` last, on the stage's own thread. An exception of any of them
    goes to `on_error`, and the stage goes on with the next item. With `nice` (setpriority(2)) the
    thread, and those that its engines start, let games and the face go first.
    """

    def __init__(
        self,
        name: str,
        handle: Callable[[Item], None],
        on_error: Callable[[Exception], None],
        setup: Callable[[], None] = _nothing,
        teardown: Callable[[], None] = _nothing,
        nice: int = 0,
    ) -> None:
        self._handle = handle
        self._on_error = on_error
        self._setup = setup
        self._teardown = teardown
        self._nice = nice
        self._inbox: SimpleQueue[Item | None] = SimpleQueue()
        self._due: list[tuple[float, int, Item]] = []
        self._number = count()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def post(self, item: Item) -> None:
        """Adds an item to the inbox; never waits; any thread may call it."""
        self._inbox.put(item)

    def offer(self, item: Item, limit: int) -> bool:
        """Adds an item unless `limit` are waiting already; for callbacks that must not pile up."""
        if self._inbox.qsize() >= limit:
            return False
        self._inbox.put(item)
        return True

    def later(self, item: Item, delay_s: float) -> None:
        """Has an item handled after that time; only from the stage's own thread.

        What is not due yet when the stage stops is dropped.
        """
        heapq.heappush(self._due, (time.monotonic() + delay_s, next(self._number), item))

    @property
    def is_awaited(self) -> bool:
        """Whether something waits in the inbox, for an item that can be put off."""
        return not self._inbox.empty()

    def stop(self) -> None:
        """Lets what was posted be handled, runs the teardown, and joins the thread."""
        self._inbox.put(None)
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        if self._nice:
            with suppress(OSError):  # then it runs as the others do
                thread = threading.get_native_id()
                usual = os.getpriority(os.PRIO_PROCESS, thread)
                os.setpriority(os.PRIO_PROCESS, thread, usual + self._nice)
        self._guarded(self._setup)
        while (item := self._next()) is not None:
            self._guarded(lambda item=item: self._handle(item))  # type: ignore[misc]
        self._guarded(self._teardown)

    def _next(self) -> Item | None:
        """The next item, due or posted; None where the stage is to stop."""
        while self._due:
            left_s = self._due[0][0] - time.monotonic()
            if left_s <= 0:
                return heapq.heappop(self._due)[2]
            try:
                return self._inbox.get(timeout=left_s)
            except Empty:
                continue
        return self._inbox.get()

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # the stage's edge: logged and told, never lost
            log.exception("%s failed", self._thread.name)
            self._on_error(error)
