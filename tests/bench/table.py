"""What a bench gives: rows of a table, each a median or a ratio of one run, beside its bound."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `at_most` is the bound that it is held against, None for one that is reported."""

    what: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def verdict(self) -> str:
        if self.at_most is None:
            return ""
        return "ok" if self.value <= self.at_most else "OVER"


def show(rows: Iterator[Row]) -> int:
    """Prints each row as it comes; returns how many are over their bound."""
    over = 0
    for row in rows:
        bound = "" if row.at_most is None else f"<= {row.at_most:g}"
        print(f"{row.what:68} {row.value:10.3f} {row.unit:6} {bound:>9} {row.verdict}", flush=True)
        over += row.verdict == "OVER"
    return over


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """Gives a function that says how many seconds the block took."""
    began_s = time.perf_counter()
    ended: list[float] = []
    yield lambda: ended[0] - began_s
    ended.append(time.perf_counter())
