"""How hard the machine works: what waits for memory, and how busy its cores are."""

import os
import re
import select
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")

TRIGGER = b"full 200000 2000000"
"""When the kernel is to tell: everything waited for memory for 0.2 s within 2 s.

Who is no administrator may ask for windows of 2 s or a multiple of them only (accounting/psi.rst).
"""

_FULL = re.compile(r"^full avg10=([\d.]+)", re.MULTILINE)


def memory_stalled(proc: Path = PROC) -> float | None:
    """The share of the last ten seconds in which everything waited for memory, in percent (PSI)."""
    try:
        found = _FULL.search((proc / "pressure" / "memory").read_text())
    except OSError:  # a kernel without PSI
        return None
    return float(found[1]) if found else None


def armed(proc: Path = PROC) -> int | None:
    """A file that poll(2) finds urgent (POLLPRI) by `TRIGGER`; None where the kernel refuses."""
    try:
        opened = os.open(proc / "pressure" / "memory", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:  # no PSI
        return None
    try:
        os.write(opened, TRIGGER + b"\0")
    except OSError:  # a kernel whose triggers are for administrators
        os.close(opened)
        return None
    return opened


class Alarm:
    """Waits, and wakes where the kernel tells that memory is waited for. One thread waits."""

    def __init__(self, arm: Callable[[], int | None] = armed) -> None:
        self._poll = select.poll()
        self._end = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._poll.register(self._end, select.POLLIN)
        self._trigger = arm()
        if self._trigger is not None:
            self._poll.register(self._trigger, select.POLLPRI)

    def wait(self, seconds: float) -> bool:
        """Whether memory was waited for; else the time is over, or nobody waits any more."""
        for file, what in self._poll.poll(1000 * seconds):
            if file == self._trigger and what & select.POLLPRI:
                return True
            if file == self._trigger:  # it will not tell any more
                self._poll.unregister(file)
        return False

    def end(self) -> None:
        """Wakes the one who waits, for good; any thread may call it."""
        os.eventfd_write(self._end, 1)

    def close(self) -> None:
        for file in (self._end, self._trigger):
            if file is not None:
                os.close(file)


@dataclass(frozen=True, slots=True)
class Ticks:
    """What all cores did since the machine started, in clock ticks (the first line of stat)."""

    busy: int
    all: int


def ticks(proc: Path = PROC) -> Ticks | None:
    try:
        fields = (proc / "stat").read_text().split("\n", 1)[0].split()[1:9]
        numbers = [int(field) for field in fields]
    except (OSError, ValueError):
        return None
    if len(numbers) < 5:
        return None
    return Ticks(sum(numbers) - numbers[3] - numbers[4], sum(numbers))


def load_between(before: Ticks | None, after: Ticks | None) -> float | None:
    """The share of all cores that was in use between two looks, 0 to 1."""
    if before is None or after is None or after.all <= before.all:
        return None
    return min(1.0, max(0.0, (after.busy - before.busy) / (after.all - before.all)))
