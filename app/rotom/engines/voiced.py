"""Whether an utterance has speech in it: what has none has no words, however sure a decoder is."""

import numpy as np

from rotom.domain.engines import VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Samples

_SPEECH_ABOVE = 0.5
_FEWEST_FRAMES = 3
"""Noise, tones and breathing had one such frame of 32 ms at most, "hi" and "no" had six."""


class Voiced:
    """Listens along by a voice activity model; samples come in pieces of any length."""

    def __init__(self, vad: VoiceActivity) -> None:
        self._vad = vad
        self.begin()

    def begin(self) -> None:
        """A new utterance."""
        self._vad.reset()
        self._rest: Samples = np.zeros(0, np.float32)
        self._frames = 0

    def listen(self, samples: Samples) -> None:
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
        for frame in sound[:whole].reshape(-1, FRAME_SAMPLES):
            self._frames += self._vad.probability(frame) > _SPEECH_ABOVE
        self._rest = sound[whole:]

    @property
    def is_speech(self) -> bool:
        return self._frames >= _FEWEST_FRAMES
