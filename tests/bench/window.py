"""The window: how soon it is there, what it costs when nothing happens, what it holds."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench.table import Row

ROUNDS = 5
HERE = Path(__file__).parent
WITHOUT_SCREEN = {
    "DISPLAY": os.environ.get("DISPLAY", ":offscreen"),
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
}


def rows() -> Iterator[Row]:
    bare, ours = by_turns(lambda: first_frame_s("bare"), lambda: first_frame_s("rotom"), ROUNDS)
    yield Row("a bare QML window, from start to first frame", median(bare) * 1000, "ms")
    yield Row("Rotom's window, from start to first frame", median(ours) * 1000, "ms")
    later = [r - b for r, b in zip(ours, bare, strict=True)]
    yield Row("Rotom's window later than the bare one", median(later) * 1000, "ms", 700)
    idle, hidden, megabytes = map(float, _run("idle").split()[-3:])
    yield Row("idle window, software renderer: share of one core", idle, "%", 5)
    yield Row("hidden window: share of one core", hidden, "%")
    yield from _smooth()
    yield Row("resident memory, all starter models, after a turn", megabytes, "MB", 900)


def by_turns(
    one: Callable[[], float], other: Callable[[], float], rounds: int
) -> tuple[list[float], list[float]]:
    """What both give, one after the other, so that a busy machine slows both down alike; the first
    round warms up and does not count."""
    pairs = [(one(), other()) for _ in range(rounds + 1)][1:]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _smooth() -> Iterator[Row]:
    told = _run("", "smooth_child.py").split()[-6:]
    idle, speaking, alone_ms, working_ms, dozing, unseen = map(float, told)
    yield Row("frames a second: idle", idle, "1/s", 21)
    # 60 of the body, and where no screen paces them one for each of the 2.5 words that are marked.
    yield Row("frames a second: speaking", speaking, "1/s", 63)
    yield Row("frames a second: hidden", unseen, "1/s", 0)
    yield Row("speaking: 95 of 100 frames within", alone_ms, "ms")
    yield Row("the same while the brain generates", working_ms, "ms")
    yield Row("the same while the brain generates: ratio", working_ms / alone_ms, "x", 1.3)
    yield Row("dozing window: share of one core", dozing, "%", 3)


def first_frame_s(which: str) -> float:
    began_s = time.monotonic()
    return float(_run(which).split()[-1]) - began_s


def _run(which: str, child: str = "window_child.py") -> str:
    with tempfile.TemporaryDirectory() as data:
        ended = subprocess.run(
            [sys.executable, HERE / child, *filter(None, [which]), data],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
            env={
                **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
                "PYTHONPATH": str(HERE.parents[1]),
                **WITHOUT_SCREEN,
            },
        )
    return ended.stdout
