"""The air between the loudspeaker and the microphone of a PulseAudio server of one's own."""

import fcntl
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import numpy as np

from tests.acoustics import Way
from tests.engines.pulse import FORMAT, RATE_HZ, Pulse, as_samples

_BLOCK = RATE_HZ // 50

_LATE_BLOCKS = 5
"""What would come later than that is lost, as it is where a sound card stumbles."""


@contextmanager
def echoing(server: Pulse, way: Way) -> Iterator[None]:
    """What the loudspeaker plays gets into the microphone meanwhile, beside what is said there."""
    mouth = subprocess.Popen(
        ["pacat", "--playback", "--verbose", "--device=micfeed", "--latency-msec=20", *FORMAT],
        env=server.environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert mouth.stdin is not None
    assert mouth.stderr is not None
    with mouth:
        # What is heard before it plays would wait in its pipe, and all that follows behind it.
        mouth.stdin.write(bytes(2 * _BLOCK))
        mouth.stdin.flush()
        while b"Stream started" not in mouth.stderr.readline():
            pass
        with server.hear(subprocess.PIPE) as recorder:
            carrying = threading.Thread(target=_carry, args=(recorder, mouth, way), name="air")
            unread = threading.Thread(target=mouth.stderr.read, name="air news")
            carrying.start()
            unread.start()
            try:
                yield
            finally:
                recorder.terminate()
                carrying.join()
    unread.join()


def _carry(recorder: "subprocess.Popen[bytes]", mouth: "subprocess.Popen[bytes]", way: Way) -> None:
    assert recorder.stdout is not None
    assert mouth.stdin is not None
    with mouth.stdin:
        while block := recorder.stdout.read(2 * _BLOCK):
            way.play(as_samples(block))
            while not way.due(_BLOCK):
                heard = np.clip(way.arrives(_BLOCK), -1, 1)
                if _waiting(mouth.stdin) < _LATE_BLOCKS * 2 * _BLOCK:
                    mouth.stdin.write((heard * 32767).astype("<i2").tobytes())
                    mouth.stdin.flush()


def _waiting(pipe: IO[bytes]) -> int:
    """How many bytes nobody has taken out of the pipe yet."""
    count = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
    return int.from_bytes(count, sys.byteorder)
