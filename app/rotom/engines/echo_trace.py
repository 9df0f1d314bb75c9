"""Whether what a canceller left is still what was played: the way of the sound has changed then."""

import numpy as np

from rotom.domain.speech import FRAME_SAMPLES, Samples

_WINDOW_FRAMES = 8
"""So much of what was left is looked at (256 ms)."""

_REACH_FRAMES = 20
"""So long ago (640 ms) it may have been played."""

_CLEAR = 8.5
"""How far the highest peak of the correlation is over its root mean square: chance reaches 6."""

_ECHOES = 1e-7
"""The power of what was played from which on it can be found again."""

_SIZE = 1 << (FRAME_SAMPLES * (_WINDOW_FRAMES + _REACH_FRAMES) - 1).bit_length()


class EchoTrace:
    """Generalised cross-correlation with phase transform (Knapp and Carter, 1976)."""

    def __init__(self) -> None:
        self._played: Samples = np.zeros(
            FRAME_SAMPLES * (_WINDOW_FRAMES + _REACH_FRAMES), np.float32
        )
        self._left: Samples = np.zeros(FRAME_SAMPLES * _WINDOW_FRAMES, np.float32)

    def take(self, reference: Samples, rest: Samples) -> None:
        """What was played in the time of a frame, and what was left of that frame."""
        self._played = np.concatenate([self._played[FRAME_SAMPLES:], reference])
        self._left = np.concatenate([self._left[FRAME_SAMPLES:], rest])

    def is_clear(self) -> bool:
        """Whether something that was played is in what was left of the last frames."""
        if float(np.mean(np.square(self._played))) < _ECHOES:
            return False
        both = np.fft.rfft(self._left, _SIZE).conj() * np.fft.rfft(self._played, _SIZE)
        power = np.abs(both)
        alike = np.fft.irfft(both / (power + 0.01 * power.mean() + 1e-12))
        alike = alike[: FRAME_SAMPLES * _REACH_FRAMES + 1]
        usual = float(np.sqrt(np.mean(np.square(alike))))
        return float(np.abs(alike).max()) > _CLEAR * usual
