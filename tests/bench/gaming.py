"""On a Deck: frames of the couch layout, what each state takes, buttons, turns beside a game."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import mean, median

from rotom.ui.pad_keys import POLL_MS
from tests.bench.table import Row
from tests.ui.window_gl import ON_GL, XVFB

CHILD = Path(__file__).with_name("gaming_child.py")
SCREEN = {"name": "Deck", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1.0}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}
XVFB_DECK = (*XVFB[:-1], "-screen 0 1280x800x24")


def rows() -> Iterator[Row]:
    yield from _frames("software renderer", _run("frames"), 1000 / 30)
    if shutil.which("xvfb-run"):
        yield from _frames("llvmpipe", _run("frames", ON_GL, XVFB_DECK), None)
    yield from _costs(_run("costs"))
    yield from _buttons(_run("buttons"))
    yield from _beside("standing back", _run("beside"), 6)
    yield from _beside("taking all", _run("beside", more=("takes-all",)), None)


def _frames(
    title: str, found: Mapping[str, list[float]], at_most_ms: float | None
) -> Iterator[Row]:
    for state, (a_second, slow_ms) in found.items():
        yield Row(f"{title}, {state}: frames a second", a_second, "1/s")
        if state == "speaking":  # idle it draws as seldom as it can
            yield Row(f"{title}, {state}: 95 of 100 frames within", slow_ms, "ms", at_most_ms)


def _costs(found: Mapping[str, list[float]]) -> Iterator[Row]:
    said = {
        "idle": "idle",
        "hands_free": "hands-free in a quiet room",
        "listening": "talk held, somebody speaks",
        "thinking": "thinking on and on",
        "hidden": "behind a game",
    }
    bounds = {"idle": 5.0, "hidden": 1.0}
    for state, (share, megabytes) in found.items():
        yield Row(f"{said[state]}: share of one core", share, "%", bounds.get(state))
        yield Row(f"{said[state]}: memory", megabytes, "MB", 900)


def _buttons(found: Mapping[str, list[float]]) -> Iterator[Row]:
    pressed, released = found["pressed_ms"], found["released_ms"]
    yield Row("from a pad's press to listening: median", median(pressed), "ms", 50)
    yield Row("from a pad's press to listening: longest", max(pressed), "ms")
    yield Row("from its release to the start of the transcript: median", median(released), "ms")
    yield Row("from its release to the start of the transcript: longest", max(released), "ms")
    poll_us: float = found["poll_us"]  # type: ignore[assignment]
    yield Row("one look at the pads", poll_us, "µs")
    yield Row("looking at the pads: share of one core", poll_us / POLL_MS / 10, "%", 0.5)


def _beside(title: str, found: Mapping[str, list[float]], at_most: float | None) -> Iterator[Row]:
    alone, turns = mean(found["alone"]), mean(found["turns"])
    lasted = median(found["lasted_s"])
    yield Row(f"beside a game, {title}: processor time of a turn", median(found["used_s"]), "s")
    yield Row(f"beside a game, {title}: a turn lasts", lasted, "s")
    if found["first_ms"]:
        first = median(found["first_ms"])
        yield Row(f"beside a game, {title}: first sound after the release", first, "ms")
    yield Row(f"beside a game, {title}: turns tried, those counted", *found["tried"], "")
    yield Row(f"beside a game, {title}: its frames missed a second without a turn", alone, "1/s", 3)
    yield Row(f"beside a game, {title}: the same during a turn", turns, "1/s")
    costs = max(0.0, turns - alone)
    yield Row(f"beside a game, {title}: what a turn costs it, of 60", costs, "1/s", at_most)


def _run(
    which: str,
    on: Mapping[str, str] | None = None,
    within: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN]}))
        offscreen = {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "QT_QUICK_BACKEND": "software",
        }
        ended = subprocess.run(
            [*within, sys.executable, CHILD, which, str(Path(folder) / "data"), *more],
            stdout=subprocess.PIPE,
            text=True,
            timeout=600,
            check=True,
            env={
                **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
                "PYTHONPATH": str(CHILD.parents[2]),
                **(on or offscreen),
            },
        )
    found: dict[str, list[float]] = json.loads(ended.stdout.split("\n")[-2])
    return found
