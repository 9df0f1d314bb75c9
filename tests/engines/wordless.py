"""Sounds without speech, made here: silence, hiss, tones, breath, clicks and chords."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from rotom.domain.speech import HEARING_RATE_HZ, Samples

SECONDS = 1.5


def wordless(count: int, seed: int) -> Iterator[Samples]:
    """`count` sounds, of each kind in turn, from very quiet to loud."""
    dice = np.random.default_rng(seed)
    time_s = np.arange(round(SECONDS * HEARING_RATE_HZ)) / HEARING_RATE_HZ
    kinds = (_silence, _hiss, _tones, _breath, _clicks, _chord)
    for number in range(count):
        sound = kinds[number % len(kinds)](dice, time_s) * 10 ** dice.uniform(-2.5, -0.5)
        yield (sound + dice.normal(0, 1e-4, len(time_s))).astype(np.float32)


Sound = NDArray[np.float64]


def _silence(_dice: np.random.Generator, time_s: Sound) -> Sound:
    return np.zeros(len(time_s))


def _hiss(dice: np.random.Generator, time_s: Sound) -> Sound:
    falls = dice.choice([0.0, 0.5, 1.0])
    return _shaped(dice, time_s, lambda hz: np.maximum(hz, 50.0) ** -falls)


def _tones(dice: np.random.Generator, time_s: Sound) -> Sound:
    beat = np.sin(2 * np.pi * dice.uniform(0.2, 2) * time_s) > -0.5
    return beat * sum(np.sin(2 * np.pi * hz * time_s) for hz in dice.uniform(80, 3000, 2))


def _breath(dice: np.random.Generator, time_s: Sound) -> Sound:
    throat = dice.uniform([400, 1200, 2500], [900, 2000, 4000])
    noise = _shaped(
        dice, time_s, lambda hz: sum(np.exp(-(((hz - at) / 300) ** 2)) for at in throat)
    )
    return noise * np.clip(np.sin(2 * np.pi * dice.uniform(0.3, 0.8) * time_s), 0, 1) ** 2


def _clicks(dice: np.random.Generator, time_s: Sound) -> Sound:
    sound = np.zeros(len(time_s))
    for at in dice.integers(0, len(time_s) - 200, 8):
        sound[at : at + 200] += dice.normal(0, 1, 200) * np.exp(-np.arange(200) / 40)
    return sound


def _chord(dice: np.random.Generator, time_s: Sound) -> Sound:
    return sum(
        np.sin(2 * np.pi * hz * overtone * time_s) / overtone
        for hz in dice.uniform(100, 800, 3)
        for overtone in (1, 2, 3)
    )


def _shaped(dice: np.random.Generator, time_s: Sound, shape: Callable[[Sound], Sound]) -> Sound:
    hz = np.fft.rfftfreq(len(time_s), 1 / HEARING_RATE_HZ)
    noise = np.fft.irfft(np.fft.rfft(dice.normal(0, 1, len(time_s))) * shape(hz), len(time_s))
    return noise / np.std(noise)
