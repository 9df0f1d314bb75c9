"""Brings what a microphone gives to the rate of hearing, and cuts it into frames."""

from collections.abc import Callable

import numpy as np
import soxr

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples


class Framer:
    """Takes blocks of any length at `rate_hz`; `deliver` gets frames of `FRAME_SAMPLES`."""

    def __init__(self, rate_hz: int, deliver: Callable[[Samples], None]) -> None:
        self._resampler = soxr.ResampleStream(rate_hz, HEARING_RATE_HZ, 1, dtype="float32")
        self._deliver = deliver
        self._rest: Samples = np.zeros(0, np.float32)

    def take(self, samples: Samples) -> None:
        heard = self._resampler.resample_chunk(np.ascontiguousarray(samples, np.float32))
        joined = np.concatenate([self._rest, np.asarray(heard, np.float32)])
        whole = len(joined) - len(joined) % FRAME_SAMPLES
        for frame in joined[:whole].reshape(-1, FRAME_SAMPLES):
            self._deliver(frame.copy())
        self._rest = joined[whole:]
