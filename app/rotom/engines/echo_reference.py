"""What the loudspeaker played, beside what the microphone hears: the same moment of both."""

from collections import deque
from typing import Any

import numpy as np
import soxr

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples

LEAD_SAMPLES = HEARING_RATE_HZ * 20 // 1000
"""A sound is heard at least so long after it was handed on: device buffers alone are longer."""

_SKIPPED_SAMPLES = HEARING_RATE_HZ * 12 // 1000
"""Where loudspeaker and microphone are further apart than they were, one of them has skipped."""

_STEADY_FRAMES = 50
"""Over how many frames (1.6 s) their distance is averaged: both come in jerks of a block."""

_STANDS_FRAMES = 3
"""A loudspeaker from which nothing came for so long is closed."""

_KEPT = 4 * HEARING_RATE_HZ
_WAITING_BLOCKS = 200
"""Blocks of 20 ms that may wait for the next frame of the microphone."""


class EchoReference:
    """Takes what is played on one audio thread, is asked on that of the microphone how much that
    was, and gives what was played in the time of each frame.

    Both sides only count samples, so that the jerks in which they come do no harm.
    """

    def __init__(self) -> None:
        self._blocks: deque[tuple[float, Samples, int]] = deque(maxlen=_WAITING_BLOCKS)
        self._played = 0.0
        self._resampler: Any = None
        self._rate_hz = 0
        self._due = -1.0
        self._sound: Samples = np.zeros(_KEPT, np.float32)
        self._end = 0
        self.restart()

    @property
    def played(self) -> float:
        """How many samples at 16 kHz were handed on so far."""
        return self._played

    def restart(self) -> None:
        """The next frame is the first of a newly opened microphone."""
        self._heard = 0
        self._lag: int | None = None
        self._seen = 0
        self._mean_lag = 0.0
        self._before = -1.0
        self._standing = 0

    def take(self, samples: Samples, rate_hz: int) -> None:
        """On the audio thread of the loudspeaker."""
        self._blocks.append((self._played, samples, rate_hz))
        self._played += len(samples) * HEARING_RATE_HZ / rate_hz

    def beside(self, played: float) -> tuple[Samples, bool]:
        """What was played in the time of the next frame of the microphone, before which `played`
        was handed on; and whether the two are steady since the frame before.
        """
        self._catch_up()
        self._heard += FRAME_SAMPLES
        steady = self._follow(played)
        start = self._heard + (self._lag or 0) - FRAME_SAMPLES - LEAD_SAMPLES
        places = np.arange(start, start + FRAME_SAMPLES)
        there = (places < self._end) & (places >= max(0, self._end - _KEPT))
        return np.where(there, self._sound[places % _KEPT], np.float32(0.0)), steady

    def _follow(self, played: float) -> bool:
        """Whether the two are as far apart as before; one that stands tells nothing of that."""
        self._standing = self._standing + 1 if played == self._before else 0
        self._before = played
        if self._standing >= _STANDS_FRAMES:
            self._seen = 0
            return True
        self._seen = min(_STEADY_FRAMES, self._seen + 1)
        self._mean_lag += (played - self._heard - self._mean_lag) / self._seen
        if self._lag is None:
            self._lag = round(self._mean_lag)
        sure = self._seen >= _STEADY_FRAMES // 2
        if not sure or abs(self._mean_lag - self._lag) <= _SKIPPED_SAMPLES:
            return True
        self._lag = round(self._mean_lag)
        return False

    def _catch_up(self) -> None:
        while self._blocks:
            place, samples, rate_hz = self._blocks.popleft()
            if place != self._due or rate_hz != self._rate_hz:
                self._begin_at(round(place), rate_hz)
            self._due = place + len(samples) * HEARING_RATE_HZ / rate_hz
            # The quick method alone answers at once; what it lets through above 8 kHz is little.
            self._write(np.asarray(self._resampler.resample_chunk(samples), np.float32))

    def _begin_at(self, place: int, rate_hz: int) -> None:
        """What was missed in between was silence, or nobody listened."""
        self._rate_hz = rate_hz
        self._resampler = soxr.ResampleStream(
            rate_hz, HEARING_RATE_HZ, 1, dtype="float32", quality="QQ"
        )
        self._write(np.zeros(min(_KEPT, max(0, place - self._end)), np.float32))
        self._end = place

    def _write(self, samples: Samples) -> None:
        places = np.arange(self._end, self._end + len(samples))
        self._sound[places % _KEPT] = samples
        self._end += len(samples)
