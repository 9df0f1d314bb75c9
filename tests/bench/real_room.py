"""Rotom hands-free without headphones on a real sound server, its voice coming back through a room.

It runs in real time. A busy machine makes the sound itself stumble: that is counted beside, and
where what carries the sound was too late, the run does not count.
"""

import sys
from collections.abc import Iterator

from tests.bench.table import Row, show
from tests.bench.talking_over import people
from tests.engines.pulse import missing
from tests.engines.real_room import Case, live

ALONE, TALKED_OVER = 12, 6

CASES = (Case(48_000, 0.02), Case(16_000, 0.05, 100.0), Case(44_100, 0.15, -100.0))


def rows() -> Iterator[Row]:
    for case in CASES:
        lived = live(case, people()[0], ALONE, TALKED_OVER)
        what = f"microphone {case.microphone_hz / 1000:g} kHz, clocks {case.drift_ppm:+g} ppm"
        goal = None if lived.holes else 0
        answered = sum(reply["answered"] for reply in lived.alone)
        yield Row(f"{what}: self-answers in {ALONE} replies", answered, "", goal)
        interrupted = sum(reply["interrupted"] for reply in lived.alone)
        yield Row(f"{what}: self-interruptions", interrupted, "", goal)
        heard = sum(reply["interrupted"] for reply in lived.talked_over)
        unheard = TALKED_OVER - heard
        yield Row(f"{what}: talked over and not heard, of {TALKED_OVER}", unheard, "", goal)
        yield Row(f"{what}: times the sound stumbled", lived.stumbles, "")
        yield Row(f"{what}: holes in the air (with any, the run does not count)", lived.holes, "")


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    print(__doc__)
    sys.exit(show(rows()) > 0)
