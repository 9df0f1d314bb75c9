"""Brings sound to the level that an acoustic model knows, as it comes."""

import numpy as np

from rotom.domain.speech import FRAME_SAMPLES, Samples

TARGET_RMS = 0.15
"""How loud the loudest 32 ms of an utterance are made; the acoustic model knows such levels."""

_GREATEST_GAIN = 20.0
_LOOKAHEAD_FRAMES = 12
"""How many frames (384 ms) of sound are waited for before the gain is chosen."""

AUDIBLE_RMS = 0.0015
"""Frames under -56 dBFS are taken for silence."""


class LiveGain:
    """Brings an utterance to an even level as it comes.

    Sound is held back until `_LOOKAHEAD_FRAMES` of it were audible; from then on nothing is, and
    the gain only falls, when something louder comes.
    """

    def __init__(self) -> None:
        self.loudest = 0.0
        self._waiting: Samples = np.zeros(0, np.float32)
        self._is_set = False

    def next(self, samples: Samples) -> Samples:
        clean = np.nan_to_num(np.asarray(samples, np.float32), posinf=0.0, neginf=0.0)
        if self._is_set:
            self._listen(clean)
            return clean * self._gain
        self._waiting = np.concatenate([self._waiting, clean])
        if self._listen(self._waiting) < _LOOKAHEAD_FRAMES:
            return self._waiting[:0]
        self._is_set = True
        return self.rest()

    def rest(self) -> Samples:
        """What is held back still."""
        waiting, self._waiting = self._waiting, self._waiting[:0]
        self._listen(waiting)
        return waiting * self._gain

    @property
    def _gain(self) -> float:
        return min(_GREATEST_GAIN, TARGET_RMS / max(self.loudest, 1e-6))

    def _listen(self, samples: Samples) -> int:
        """Keeps the loudest level; returns how many frames were audible."""
        whole = samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES]
        levels = np.sqrt(np.mean(np.square(whole.reshape(-1, FRAME_SAMPLES)), axis=1))
        self.loudest = max(self.loudest, float(levels.max(initial=0.0)))
        return int(np.count_nonzero(levels >= AUDIBLE_RMS))
