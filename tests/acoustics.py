"""How sound gets from a loudspeaker to a microphone: through a room, late, by another clock."""

import numpy as np

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples

_TAPS = np.arange(-15, 17)
"""The samples around a place between two of them that make its value."""

_AHEAD = int(_TAPS[-1])


def impulse(
    reverberation_s: float, delay_s: float, seed: int = 3, rate_hz: int = HEARING_RATE_HZ
) -> Samples:
    """The way from loudspeaker to microphone: direct sound, then noise that dies away (60 dB in
    `reverberation_s`), of the power 1 in all.
    """
    time_s = np.arange(round(reverberation_s * rate_hz)) / rate_hz
    noise = np.random.default_rng(seed).normal(0, 0.25, len(time_s))
    way = noise * 10 ** (-3 * time_s / reverberation_s)
    way[0] = 1.0
    way /= np.sqrt(np.sum(np.square(way)))
    return np.concatenate([np.zeros(round(delay_s * rate_hz)), way]).astype(np.float32)


def at_level(speech: Samples, level_db: float) -> Samples:
    """The speech so loud that what is loud of it has that level."""
    return (speech * (10 ** (level_db / 20) / loudness(speech))).astype(np.float32)


def loudness(speech: Samples) -> float:
    """Root mean square of what is loud of it."""
    frames = speech[: len(speech) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    power = np.mean(np.square(frames), axis=1)
    return float(np.sqrt(np.mean(power[power > 0.01 * power.max()])))


class Way:
    """What is played, in blocks of any length, becomes what arrives, a block at a time.

    No block is longer than `longest`. `drift_ppm` is how much faster the loudspeaker's clock runs
    than the microphone's, `drive` how much the loudspeaker is overdriven.
    """

    def __init__(
        self,
        way: Samples,
        gain: float = 1.0,
        drift_ppm: float = 0.0,
        drive: float = 0.0,
        longest: int = 1024,
    ) -> None:
        self._way = gain * way
        self._size = 1 << (len(way) + longest).bit_length()
        self._spectrum = np.fft.rfft(self._way, self._size)
        self._drive = drive
        self._step = 1 + drift_ppm * 1e-6
        self._place = float(-_AHEAD)
        self._sound = np.zeros(-_TAPS[0] + _AHEAD + len(way))
        self._first = _TAPS[0] - _AHEAD
        self._played = 0

    def due(self, count: int) -> int:
        """How much is still to be played until `count` samples can arrive."""
        last = self._place + self._step * (count - 1)
        return max(0, int(np.ceil(last)) + _AHEAD + 1 - self._played)

    def play(self, samples: Samples) -> None:
        sound = np.tanh(self._drive * samples) / self._drive if self._drive else samples
        length = len(sound) + len(self._way) - 1
        echo = np.fft.irfft(np.fft.rfft(sound, self._size) * self._spectrum)[:length]
        start = self._played - self._first
        self._sound = np.pad(self._sound, (0, max(0, start + length - len(self._sound))))
        self._sound[start : start + length] += echo
        self._played += len(sound)

    def arrives(self, count: int) -> Samples:
        """The next `count` samples, once `due` of them is 0."""
        places = self._place + self._step * np.arange(count)
        self._place += self._step * count
        whole = np.floor(places).astype(int)
        away = _TAPS - (places - whole)[:, np.newaxis]
        taps = np.sinc(away) * np.square(np.cos(np.pi * away / (2 * _AHEAD + 2)))
        arrived = np.sum(self._sound[whole[:, np.newaxis] + _TAPS - self._first] * taps, axis=1)
        over = int(self._place) + int(_TAPS[0]) - 1 - self._first
        if over > 0:
            self._sound, self._first = self._sound[over:], self._first + over
        heard: Samples = arrived.astype(np.float32)
        return heard
