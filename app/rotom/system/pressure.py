"""How hard the machine works: what waits for memory, and how busy its cores are."""

import re
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")

_FULL = re.compile(r"^full avg10=([\d.]+)", re.MULTILINE)


def memory_stalled(proc: Path = PROC) -> float | None:
    """The share of the last ten seconds in which everything waited for memory, in percent (PSI)."""
    try:
        found = _FULL.search((proc / "pressure" / "memory").read_text())
    except OSError:  # a kernel without PSI
        return None
    return float(found[1]) if found else None


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
