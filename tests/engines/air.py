"""The air between the loudspeaker and the microphone of a PulseAudio server of one's own."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import numpy as np

from tests.acoustics import Way
from tests.engines.pulse import FORMAT, RATE_HZ, Pulse, as_samples

_BLOCK = RATE_HZ // 50

_AHEAD_BLOCKS = 8
"""So much silence is before what is carried (160 ms): it may come so late without a hole."""


class Air:
    """What carries the sound. Where it was too late, the room became another one."""

    def __init__(self) -> None:
        self.holes = 0
        """How often the microphone had to wait for it."""

    def watch(self, news: IO[bytes]) -> None:
        for line in news:
            self.holes += b"underrun" in line


@contextmanager
def echoing(server: Pulse, way: Way) -> Iterator[Air]:
    """What the loudspeaker plays gets into the microphone meanwhile, beside what is said there."""
    ahead = 1000 * _AHEAD_BLOCKS * _BLOCK // RATE_HZ
    mouth = subprocess.Popen(
        ["pacat", "-p", "-v", "--device=micfeed", f"--latency-msec={ahead}", *FORMAT],
        env={**server.environment, "LC_ALL": "C"},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert mouth.stdin is not None
    assert mouth.stderr is not None
    air = Air()
    with mouth, server.hear(subprocess.PIPE) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.read(2 * _BLOCK)  # it hears from now on
        mouth.stdin.write(bytes(2 * _BLOCK * _AHEAD_BLOCKS))
        mouth.stdin.flush()
        carrying = threading.Thread(target=_carry, args=(recorder, mouth, way), name="air")
        watching = threading.Thread(target=air.watch, args=(mouth.stderr,), name="air news")
        carrying.start()
        watching.start()
        try:
            yield air
        finally:
            recorder.terminate()
            carrying.join()
            watching.join()


def _carry(recorder: "subprocess.Popen[bytes]", mouth: "subprocess.Popen[bytes]", way: Way) -> None:
    assert recorder.stdout is not None
    assert mouth.stdin is not None
    with mouth.stdin:
        while block := recorder.stdout.read(2 * _BLOCK):
            way.play(as_samples(block))
            while not way.due(_BLOCK):
                heard = np.clip(way.arrives(_BLOCK), -1, 1)
                mouth.stdin.write((heard * 32767).astype("<i2").tobytes())
                mouth.stdin.flush()
