"""How a voice sounds through its microphone and room, which PocketSphinx takes out of the sound."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rotom.domain.speech import HEARING_RATE_HZ

Mean = npt.NDArray[np.float64]
"""Of the 13 cepstra."""

_OWN_FRAMES = 500
"""With how many frames PocketSphinx itself weighs what it is told (CMN_WIN of its cmn.h)."""

_KNOWN_FRAMES = 30
"""With how many frames what was known before is weighed. Its own 500, five seconds, are longer than
most utterances, whose mean stayed what it was."""

_FRAMES_PER_S = 100


class CepstralMean:
    """Follows the mean of an utterance while it comes.

    `decoder` has to be told of each stretch of sound that it processed, a few frames long.
    """

    def __init__(self, decoder: Any) -> None:  # a Decoder; pocketsphinx has no types
        self._decoder = decoder
        self._known = _read(decoder.get_cmn())
        self.begin()

    def begin(self) -> None:
        """The next sound is the first of an utterance."""
        self._now, self._sum, self._frames = self._known, np.zeros_like(self._known), 0.0
        self.hold()

    def follow(self, samples: int) -> None:
        """So much sound was processed: it counts."""
        frames = samples * _FRAMES_PER_S / HEARING_RATE_HZ
        mixed = _read(self._decoder.get_cmn(True))
        self._sum = self._sum + mixed * (_OWN_FRAMES + frames) - self._now * _OWN_FRAMES
        self._frames += frames
        weight = _KNOWN_FRAMES + self._frames
        self._now = (_KNOWN_FRAMES * self._known + self._sum) / weight
        self.hold()

    def hold(self) -> None:
        """What was processed since does not count."""
        self._decoder.set_cmn(",".join(f"{value:.4f}" for value in self._now))

    def learn(self) -> None:
        """The utterance was understood: the next one begins with what is known now."""
        self._known = self._now


def _read(told: str) -> Mean:
    return np.array([float(value) for value in told.split(",") if value])
