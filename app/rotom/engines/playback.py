"""The queue of sounds being played: what the loudspeaker's callback pulls its samples from."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rotom.domain.speech import Samples

FADE_S = 0.005
"""How long a stopped sound takes to fall silent: too short to notice, long enough not to click."""

VOLUME_RAMP_S = 0.01
"""How long the volume takes from 0 to 1, and smaller changes as much less."""


@dataclass(slots=True)
class _Queued:
    samples: Samples
    started: Callable[[], None]
    ended: Callable[[float], None]
    position: int = 0

    @property
    def fraction(self) -> float:
        return self.position / len(self.samples) if len(self.samples) else 0.0


class Playback:
    """Sounds at one rate, one after the other, handed on a block at a time.

    Every method may be called from any thread; the callbacks of a sound run on the thread that
    brought the news, never while the queue is locked.
    """

    def __init__(
        self,
        rate_hz: int,
        patience_s: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.rate_hz = rate_hz
        self._clock = clock
        self._pulled_s = clock() + patience_s
        self._lock = threading.Lock()
        self._queue: deque[_Queued] = deque()
        self._tail: Samples = np.zeros(0, np.float32)
        self._gain = 1.0
        self._volume = 1.0
        self.overheard_by: Callable[[Samples, int], None] | None = None
        """Gets a copy of every block that is handed on, and its rate, on the thread that pulls."""

    @property
    def is_idle(self) -> bool:
        with self._lock:
            return not self._queue and not len(self._tail)

    @property
    def unpulled_s(self) -> float:
        """How long ago the last block was pulled; the first one has `patience_s` more."""
        return self._clock() - self._pulled_s

    def play(
        self, samples: Samples, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        """Queues a sound at `rate_hz`; an empty one starts and ends when its place comes."""
        clean = np.nan_to_num(np.asarray(samples, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        with self._lock:
            self._queue.append(_Queued(clean, started, ended))

    def stop(self) -> None:
        """Drops everything queued; what sounds now fades within `FADE_S`."""
        with self._lock:
            dropped = list(self._queue)
            self._queue.clear()
            if dropped and dropped[0].position:
                self._tail = self._faded(dropped[0])
        for sound in dropped:
            sound.ended(sound.fraction)

    def set_volume(self, volume: float) -> None:
        """0 to 1; ramped while something sounds, taken at once in silence."""
        with self._lock:
            self._volume = min(1.0, max(0.0, volume))
            if not self._queue and not len(self._tail):
                self._gain = self._volume

    def fill(self, out: Samples) -> None:
        """Writes the next `len(out)` samples, zeros where there is nothing to play."""
        news: list[Callable[[], None]] = []
        self._pulled_s = self._clock()
        with self._lock:
            at = self._fill_from_queue(out, news)
            out[at:] = 0.0
            out[:at] *= self._gains(at)
            self._mix_tail(out)
        if self.overheard_by is not None:
            self.overheard_by(out.copy(), self.rate_hz)
        for tell in news:
            tell()

    def _fill_from_queue(self, out: Samples, news: list[Callable[[], None]]) -> int:
        at = 0
        while self._queue:
            sound = self._queue[0]
            if at == len(out) and len(sound.samples):
                break
            if sound.position == 0:
                news.append(sound.started)
            piece = sound.samples[sound.position : sound.position + len(out) - at]
            out[at : at + len(piece)] = piece
            at += len(piece)
            sound.position += len(piece)
            if sound.position < len(sound.samples):
                break
            self._queue.popleft()
            news.append(_told(sound.ended, 1.0))
        return at

    def _gains(self, count: int) -> Samples:
        """The gain of each of the next samples, moving towards the volume that was set."""
        if count == 0 or self._gain == self._volume:
            return np.full(count, self._gain, np.float32)
        step = 1.0 / (VOLUME_RAMP_S * self.rate_hz)
        way = self._volume - self._gain
        moved = np.minimum(np.arange(1, count + 1) * step, abs(way))
        gains: Samples = (self._gain + np.sign(way) * moved).astype(np.float32)
        reached = moved[-1] >= abs(way)
        self._gain = self._volume if reached else float(gains[-1])
        return gains

    def _faded(self, sound: _Queued) -> Samples:
        length = max(1, int(FADE_S * self.rate_hz))
        rest = sound.samples[sound.position : sound.position + length]
        ramp = np.linspace(1.0, 0.0, length + 1, dtype=np.float32)[1:]
        faded: Samples = (rest * ramp[: len(rest)] * self._gain).astype(np.float32)
        return faded

    def _mix_tail(self, out: Samples) -> None:
        count = min(len(out), len(self._tail))
        if count:
            out[:count] += self._tail[:count]
            np.clip(out, -1.0, 1.0, out=out)
            self._tail = self._tail[count:]


def _told(ended: Callable[[float], None], fraction: float) -> Callable[[], None]:
    return lambda: ended(fraction)
