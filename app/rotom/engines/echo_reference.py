"""What the loudspeaker played, beside what the microphone hears: the same moment of both."""

from collections import deque
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import soxr

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples

LEAD_SAMPLES = HEARING_RATE_HZ * 20 // 1000
"""A sound is heard at least so long after it was handed on: device buffers alone are longer."""

_SKIPPED_SAMPLES = HEARING_RATE_HZ * 12 // 1000
"""Where loudspeaker and microphone are further apart than they were, one of them has skipped."""

_LEAPT_SAMPLES = HEARING_RATE_HZ * 30 // 1000
_QUICK_FRAMES = 8
"""So far, on the mean of so few frames, only one that has stumbled leaps."""

_WAVERS_SAMPLES = HEARING_RATE_HZ * 12 // 1000
"""So far, on that mean, one may have stumbled: what follows will tell."""

_STEADY_FRAMES = 50
"""Over how many frames (1.6 s) their distance is averaged: both come in jerks of a block."""

_STANDS_FRAMES = 4
"""A loudspeaker from which nothing came for so long is closed, or has stumbled."""

_TAPS = np.arange(-7, 9)
"""The samples around a place between two of them that make its value."""

_PLACES = 128
"""So many places between two samples are told apart."""

_KEPT = 4 * HEARING_RATE_HZ
_WAITING_BLOCKS = 200
"""Blocks of 20 ms that may wait for the next frame of the microphone."""


class EchoReference:
    """Takes what is played on one audio thread, is asked on that of the microphone how much that
    was, and gives what was played in the time of each frame.

    Both sides only count samples, so that the jerks in which they come do no harm; that one of
    their clocks is quicker shows in the counts.
    """

    def __init__(self) -> None:
        self._blocks: deque[tuple[float, Samples, int]] = deque(maxlen=_WAITING_BLOCKS)
        self._played = 0.0
        self._resampler: Any = None
        self._rate_hz = 0
        self._due = -1.0
        self._sound: Samples = np.zeros(_KEPT, np.float32)
        self._end = 0
        self._seen = 0
        self._is_sure = False
        self._clocks = _Clocks()
        self.restart()

    @property
    def played(self) -> float:
        """How many samples at 16 kHz were handed on so far."""
        return self._played

    @property
    def is_wavering(self) -> bool:
        """Whether the two may be out of step since a moment ago."""
        return abs(self._quick_lag - self._lag) > _WAVERS_SAMPLES

    def restart(self) -> None:
        """The next frame is the first of a newly opened microphone."""
        self._heard = 0
        self._lag = self._mean_lag = self._quick_lag = 0.0
        self._begin_again()
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
        start = self._heard + self._lag - FRAME_SAMPLES - LEAD_SAMPLES
        quicker = self._clocks.quicker / FRAME_SAMPLES
        return self._between(start + (1 + quicker) * np.arange(FRAME_SAMPLES)), steady

    def _between(self, places: npt.NDArray[np.floating[Any]]) -> Samples:
        """What was played at places that may lie between two samples; silence where nothing was."""
        steps = np.round(places * _PLACES).astype(np.int64)
        whole = (steps // _PLACES)[:, np.newaxis] + _TAPS
        there = (whole < self._end) & (whole >= max(0, self._end - _KEPT))
        sound = np.where(there, self._sound[whole % _KEPT], np.float32(0.0))
        between: Samples = np.einsum("pt,pt->p", sound, _interpolation()[steps % _PLACES])
        return between

    def _follow(self, played: float) -> bool:
        """Whether the two are as far apart as before; one that stands tells nothing of that."""
        stood = self._standing >= _STANDS_FRAMES
        self._standing = self._standing + 1 if played == self._before else 0
        self._before = played
        if self._standing >= _STANDS_FRAMES:
            return True
        has_skipped = self._is_sure and (
            abs(self._mean_lag - self._lag) > _SKIPPED_SAMPLES
            or abs(self._quick_lag - self._lag) > _LEAPT_SAMPLES
        )
        if has_skipped or stood:
            self._begin_again()
        lag = played - self._heard
        self._clocks.take(lag)
        self._seen = min(_STEADY_FRAMES, self._seen + 1)
        self._mean_lag += self._clocks.quicker + (lag - self._mean_lag) / self._seen
        self._quick_lag += (lag - self._quick_lag) / min(_QUICK_FRAMES, self._seen)
        self._lag = self._lag + self._clocks.quicker if self._is_sure else self._mean_lag
        self._is_sure |= self._seen >= _STEADY_FRAMES // 2
        return not (has_skipped or stood)

    def _begin_again(self) -> None:
        self._seen = 0
        self._is_sure = False
        self._clocks = _Clocks()

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


class _Clocks:
    """How much quicker the loudspeaker's clock is than the microphone's, by how their distance
    grows: a Kalman filter of the distance and of its growth.
    """

    _JERKS = 300.0**2
    """How far from the truth one count is, as a variance."""

    _USUAL = (100e-6 * FRAME_SAMPLES) ** 2
    """How different clocks usually are, as a variance: 100 ppm."""

    _NOTHING_KNOWN = 1e12

    def __init__(self) -> None:
        self.quicker = 0.0
        """By so many samples in a frame."""
        self._lag = 0.0
        self._doubt = [[self._NOTHING_KNOWN, 0.0], [0.0, self._USUAL]]

    def take(self, lag: float) -> None:
        (lags, both), (_, growths) = self._doubt
        self._lag += self.quicker
        lags, both = lags + 2 * both + growths, both + growths
        wrong = lag - self._lag
        of_lag, of_growth = lags / (lags + self._JERKS), both / (lags + self._JERKS)
        self._lag += of_lag * wrong
        self.quicker += of_growth * wrong
        self._doubt = [
            [(1 - of_lag) * lags, (1 - of_lag) * both],
            [(1 - of_lag) * both, growths - of_growth * both],
        ]


@cache
def _interpolation() -> Samples:
    """For each place between two samples, what each of those around it counts."""
    away = _TAPS - (np.arange(_PLACES) / _PLACES)[:, np.newaxis]
    window = np.square(np.cos(np.pi * away / (len(_TAPS) + 1)))
    table: Samples = (np.sinc(away) * window).astype(np.float32)
    return table
