"""Laughter is told from words by its short, like bursts."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from rotom.domain.laughter import is_laughter, may_become_laughter
from rotom.domain.speech import HEARING_RATE_HZ, Samples
from tests.bench.sounds import laughs


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * HEARING_RATE_HZ), np.float32)


def voice(seconds: float, hz: float = 150.0, timbre: int = 1) -> Samples:
    """A voice of ten harmonics; another timbre has other ones strong."""
    time_s = np.arange(round(seconds * HEARING_RATE_HZ)) / HEARING_RATE_HZ
    strengths = np.exp(-np.square((np.arange(1, 31) - 5 * timbre) / 3.0))
    waves = [s * np.sin(2 * np.pi * n * hz * time_s) for n, s in enumerate(strengths, 1)]
    swell = np.sin(np.pi * np.linspace(0, 1, len(time_s)))
    return (0.1 * sum(waves) * swell).astype(np.float32)


@cache
def bouts(seed: int) -> list[Samples]:
    """The first 0.7 s of each bout of laughter in a minute."""
    sound = laughs(60.0, seed)
    loud = np.flatnonzero(np.abs(sound) > 0.02)
    starts = [loud[0], *(b for a, b in pairwise(loud) if b - a > 16_000)]
    return [sound[start : start + 11_200] for start in starts]


@pytest.mark.parametrize("seed", range(7, 17))
def test_bouts_of_laughter_are_laughter(seed: int) -> None:
    found = [is_laughter(bout) for bout in bouts(seed)]
    assert len(found) >= 6
    assert all(found)


@pytest.mark.parametrize("seed", range(7, 17))
def test_a_first_vowel_may_become_laughter(seed: int) -> None:
    assert all(may_become_laughter(bout[:3200]) for bout in bouts(seed))


@pytest.mark.parametrize("seconds", [0.3, 0.5, 1.0])
def test_a_voice_that_goes_on_is_no_laughter(seconds: float) -> None:
    assert not is_laughter(voice(seconds))
    assert not may_become_laughter(voice(seconds))


def test_short_syllables_that_differ_are_no_laughter() -> None:
    syllables = [voice(0.09, timbre=t) for t in (1, 4, 2)]
    sound = np.concatenate([part for s in syllables for part in (s, silence(0.1))])
    assert not is_laughter(sound)
    same = np.concatenate([part for _ in range(3) for part in (voice(0.09), silence(0.1))])
    assert is_laughter(same)


@pytest.mark.parametrize("sound", [silence(0.0), silence(0.5), voice(0.02)])
def test_silence_and_a_click_are_no_laughter(sound: Samples) -> None:
    assert not is_laughter(sound)
