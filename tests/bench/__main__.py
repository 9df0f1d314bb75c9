"""`make bench`: times what users judge, and prints a table of medians and ratios."""

import sys
from pathlib import Path

from tests.bench import (
    barge_in,
    bundle,
    deck_buttons,
    gaming,
    history,
    interruption,
    latency,
    listening,
    silence,
    turns,
    waking,
    window,
)
from tests.bench.table import show


def main() -> int:
    chosen = [name for name in sys.argv[1:] if not Path(name).is_dir()]
    over = 0
    benches = {
        "turns": turns,
        "latency": latency,
        "listening": listening,
        "waking": waking,
        "silence": silence,
        "interruption": interruption,
        "barge_in": barge_in,
        "deck_buttons": deck_buttons,
        "gaming": gaming,
        "window": window,
        "history": history,
        "bundle": bundle,
    }
    for name, bench in benches.items():
        if not chosen or name in chosen:
            print(f"\n{bench.__doc__}")
            over += show(bench.rows())
    print(f"\n{over} over their bound" if over else "\nall within their bounds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
