"""A microphone's stream at the rate of hearing, cut into frames, whatever rate the device has."""

from collections.abc import Callable
from typing import Any

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


def input_stream(
    sd: Any, device: Any, deliver: Callable[[Samples], None], ended: Callable[[], None]
) -> Any:
    """A stream at 16 kHz where the device takes that, at its own rate and resampled elsewhere."""

    def take(frames_in: Samples, _count: int, _time: object, _status: object) -> None:
        deliver(frames_in[:, 0].copy())

    common = {
        "device": device["index"],
        "channels": 1,
        "dtype": "float32",
        "latency": "low",
        "finished_callback": ended,
    }
    try:
        return sd.InputStream(
            samplerate=HEARING_RATE_HZ, blocksize=FRAME_SAMPLES, callback=take, **common
        )
    except sd.PortAudioError:
        rate_hz = int(device["default_samplerate"])
        framer = Framer(rate_hz, deliver)

        def resample(frames_in: Samples, _count: int, _time: object, _status: object) -> None:
            framer.take(frames_in[:, 0])

        block = rate_hz * FRAME_SAMPLES // HEARING_RATE_HZ
        return sd.InputStream(samplerate=rate_hz, blocksize=block, callback=resample, **common)
