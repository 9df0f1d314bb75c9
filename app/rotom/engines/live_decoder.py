"""A decoder of PocketSphinx that hears an utterance as it comes, at an even level and mean."""

from typing import Any

import numpy as np

from rotom.domain.speech import FRAME_SAMPLES, Samples
from rotom.engines.cepstral_mean import CepstralMean
from rotom.engines.live_gain import AUDIBLE_RMS, TARGET_RMS, LiveGain

_QUIET_RMS = 0.03 * TARGET_RMS
"""What is 30 dB under the loudest is the room, of whose sound the mean is not made."""


class LiveDecoder:
    """What it is fed is held back until its level is known (`LiveGain`), then decoded."""

    def __init__(self, decoder: Any) -> None:  # a Decoder; pocketsphinx has no types
        self.decoder = decoder
        self._mean = CepstralMean(decoder)
        self._gain = LiveGain()
        self._is_known = self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether an utterance was begun and not ended."""
        return self._is_open

    @property
    def is_audible(self) -> bool:
        """Whether anything of the utterance was louder than silence."""
        return self._gain.loudest >= AUDIBLE_RMS

    def start(self) -> None:
        """Begins an utterance; one that was not ended is dropped."""
        self.end()
        self._gain, self._is_known, self._is_open = LiveGain(), False, True
        self._mean.begin()
        self.decoder.start_utt()

    def feed(self, samples: Samples) -> Samples:
        """Takes the next samples at 16 kHz; returns the levelled sound that was decoded."""
        return self._decode(self._gain.next(samples))

    def rest(self) -> Samples:
        """No more comes: decodes what is held back still, and returns it levelled."""
        return self._decode(self._gain.rest())

    def end(self) -> None:
        if self._is_open:
            self._is_open = False
            self.decoder.end_utt()

    def learn(self) -> None:
        """The utterance was understood: how it sounded is what is expected of the next one."""
        self._mean.learn()

    def _decode(self, samples: Samples) -> Samples:
        sound = np.clip(samples, -1.0, 1.0)
        if len(sound) and not self._is_known:
            self._is_known = True
            self._process(sound, only_look=True)
            self.decoder.end_utt()
            self.decoder.start_utt()
            self._process(sound, count=False)
        else:
            self._process(sound)
        return sound

    def _process(self, sound: Samples, only_look: bool = False, count: bool = True) -> None:
        """In short stretches, so that the mean moves gently; `only_look` seeks nothing in it."""
        for start in range(0, len(sound), FRAME_SAMPLES):
            part = sound[start : start + FRAME_SAMPLES]
            pcm = (part * 32767).astype("<i2").tobytes()
            self.decoder.process_raw(pcm, no_search=only_look)
            if count and np.sqrt(np.mean(np.square(part))) > _QUIET_RMS:
                self._mean.follow(len(part))
            else:
                self._mean.hold()
