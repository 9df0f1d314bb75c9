"""How many threads a brain is quickest with: tried once for a machine and a model, then known."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

WORTH = 1.08
"""How many times as fast one more thread has to make it; else its core is left to the game."""


class ManyThreaded(Protocol):
    """A brain whose threads can be set while it is there; speeds are in tokens a second."""

    def reading_speed(self, threads: int) -> float: ...

    def writing_speed(self, threads: int) -> float: ...

    def use_threads(self, reading: int, writing: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Threads:
    """How many read a prompt, and how many write the reply: that asks more of the memory."""

    reading: int
    writing: int


def quickest(most: int, speed: Callable[[int], float]) -> int:
    """The least threads, `most` at the most, behind which one more is not worth its core."""
    best, best_speed = 1, speed(1)
    for threads in range(2, most + 1):
        tried = speed(threads)
        if tried < best_speed * WORTH:
            break
        best, best_speed = threads, tried
    return best


def settle(brain: ManyThreaded, most: int, key: str, kept: Path) -> Threads:
    """Has the brain use what is known of `key`, its machine and model; tries where nothing is.

    What was found is kept in the file `kept`.
    """
    known = _read(kept)
    found = known.get(f"{key} of {most}")
    if found is None:
        found = Threads(
            quickest(most, brain.reading_speed) if most > 1 else 1,
            quickest(most, brain.writing_speed) if most > 1 else 1,
        )
        _keep(kept, {**known, f"{key} of {most}": found})
    brain.use_threads(found.reading, found.writing)
    return found


def _read(path: Path) -> dict[str, Threads]:
    """What was found before; what is no count is tried again."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {
            str(key): Threads(int(reading), int(writing))
            for key, (reading, writing) in kept.items()
            if min(reading, writing) >= 1
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(path: Path, found: dict[str, Threads]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        counts = {key: (threads.reading, threads.writing) for key, threads in found.items()}
        path.write_text(json.dumps(counts), "utf-8")
    except OSError:  # then it is tried each time
        return
