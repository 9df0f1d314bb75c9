"""Whether what a canceller left is still what was played: the way of the sound has changed then."""

import numpy as np

from rotom.domain.speech import FRAME_SAMPLES, Samples

_WINDOW_FRAMES = 8
"""So much of what was left is looked at (256 ms)."""

_REACH_FRAMES = 20
"""So long ago (640 ms) it may have been played."""

_CLEAR = 6.5
"""How far the highest peak of the correlation is over its root mean square. Half of what a changed
way leaves is over that, and a twentieth of the frames in which somebody talks over Rotom.
"""

_NEAR = FRAME_SAMPLES // 64
"""So many samples a peak moves at most in a frame: one by chance is elsewhere each time."""

_QUIET = 0.05
"""The share of the mean power below which a frequency of what was played hardly counts."""

_ECHOES = 1e-7
"""The power of what was played from which on it can be found again."""

_SIZE = 1 << (FRAME_SAMPLES * (_WINDOW_FRAMES + _REACH_FRAMES) - 1).bit_length()


class EchoTrace:
    """Generalised cross-correlation, by Roth's processor (Knapp and Carter, 1976): what was played
    is whitened and what was left is not, so that a little of Rotom below a louder person is not
    taken for Rotom.
    """

    def __init__(self) -> None:
        self._played: Samples = np.zeros(
            FRAME_SAMPLES * (_WINDOW_FRAMES + _REACH_FRAMES), np.float32
        )
        self._left: Samples = np.zeros(FRAME_SAMPLES * _WINDOW_FRAMES, np.float32)
        self._place: int | None = None
        self._place_before: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it was clear twice in a row, as long after it was played."""
        now, before = self._place, self._place_before
        return now is not None and before is not None and abs(now - before) <= _NEAR

    def take(self, reference: Samples, rest: Samples) -> None:
        """What was played in the time of a frame, and what was left of that frame."""
        self._played = np.concatenate([self._played[FRAME_SAMPLES:], reference])
        self._left = np.concatenate([self._left[FRAME_SAMPLES:], rest])
        self._place_before, self._place = self._place, None

    def is_clear(self) -> bool:
        """Whether something that was played seems to be in what was left of the last frames."""
        if float(np.mean(np.square(self._played))) < _ECHOES:
            return False
        played = np.fft.rfft(self._played, _SIZE)
        power = np.square(np.abs(played))
        both = np.fft.rfft(self._left, _SIZE).conj() * played
        alike = np.abs(np.fft.irfft(both / (power + _QUIET * power.mean())))
        alike = alike[: FRAME_SAMPLES * _REACH_FRAMES + 1]
        peak = int(alike.argmax())
        is_clear = float(alike[peak]) > _CLEAR * float(np.sqrt(np.mean(np.square(alike))))
        self._place = peak if is_clear else None
        return is_clear
