"""A stand-in for a game: sixty frames a second, each of them work for every core.

Writes when each frame was done that was done in time (time.monotonic) into a file, one a line.
"""

import hashlib
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

FRAME_S = 1 / 60
SHARE = 0.7
"""How much of a frame's time its work takes while nobody else wants the cores."""


LARGEST = memoryview(bytes(32_000_000))


def main(done: Path, cores: int) -> None:
    with ThreadPoolExecutor(cores) as pool, done.open("a", buffering=1) as written:

        def frame(length: int) -> float:
            began_s = time.perf_counter()
            list(pool.map(hashlib.sha256, [LARGEST[:length]] * cores))  # frees the interpreter
            return time.perf_counter() - began_s

        trial = 1_000_000
        length = round(trial * SHARE * FRAME_S / median(frame(trial) for _ in range(60)))
        due_s = time.monotonic()
        while True:
            frame(length)
            done_s = time.monotonic()
            if done_s <= due_s + FRAME_S:
                print(done_s, file=written)
            due_s += FRAME_S * max(1, -(-(done_s - due_s) // FRAME_S))  # what was missed is gone
            time.sleep(max(0.0, due_s - time.monotonic()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), os.cpu_count() or 1)
