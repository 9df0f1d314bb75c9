"""The bundle of dist/: how much later than from the virtual environment its window is there."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench import window
from tests.bench.table import Row

ROUNDS = 7
CHECKOUT = Path(__file__).parents[2]
RUNS_ROTOM = '-m rotom "$@"'
"""The end of the launcher; here it runs what prints when the first frame was."""


def rows() -> Iterator[Row]:
    packed = next(CHECKOUT.glob("dist/rotom-*-linux-x86_64.tar.zst"), None)
    if packed is None:
        print("There is none: `make bundle` makes it.")
        return
    with tempfile.TemporaryDirectory() as work:
        unpack = ["tar", "--zstd", "-xf", str(packed), "-C", work, "--strip-components=1"]
        subprocess.run(unpack, check=True)
        launcher = Path(work, "rotom")
        told = launcher.read_text(encoding="utf-8")
        assert RUNS_ROTOM in told
        child = window.HERE / "window_child.py"
        launcher.write_text(told.replace(RUNS_ROTOM, f'"{child}" rotom "$@"'), encoding="utf-8")
        yield from _compared(launcher)


def _compared(launcher: Path) -> Iterator[Row]:
    ours, bundled = window.by_turns(
        lambda: window.first_frame_s("rotom"), lambda: _first_frame_s(launcher), ROUNDS
    )
    yield Row("from the virtual environment, from start to first frame", median(ours) * 1000, "ms")
    yield Row("from the bundle, its launcher included", median(bundled) * 1000, "ms")
    later = [b - o for b, o in zip(bundled, ours, strict=True)]
    yield Row("later from the bundle", median(later) * 1000, "ms", 500)


def _first_frame_s(launcher: Path) -> float:
    with tempfile.TemporaryDirectory() as data:
        began_s = time.monotonic()
        ended = subprocess.run(
            [launcher, data],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
            env=os.environ | window.WITHOUT_SCREEN,
        )
    return float(ended.stdout.split()[-1]) - began_s
