"""Whether a sound is laughter: one vowel again and again, a breath apart."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from rotom.domain.contour import STEP_SAMPLES, WINDOW_SAMPLES, contour
from rotom.domain.speech import HEARING_RATE_HZ, Samples

if TYPE_CHECKING:  # numpy takes longer to import than the window has
    import numpy as np
    import numpy.typing as npt

STEPS_PER_S = HEARING_RATE_HZ / STEP_SAMPLES

LONGEST_VOWEL_S = 0.15
"""The vowels of laughter are shorter; a word nearly always has a longer stretch of voice."""

SHORTEST_S, LONGEST_S = 0.12, 0.32
"""From one burst to the next: laughter has three to eight in a second (Bachorowski et al. 2001)."""

ALIKE, MOSTLY_ALIKE = 0.9, 0.85
"""From this correlation of their spectra on (in dB) two bursts are the same vowel; of more bursts
the first and the last may differ."""

_DIP_DB = 5.0
_FAINT_DB = 9.0
"""A dip is so deep; what is so much softer than the loudest burst is a breath."""

_BANDS = 16


def is_laughter(samples: Samples) -> bool:
    """Whether the last second of a sound at 16 kHz, with two bursts at least, is laughter."""
    levels_db, _ = contour(samples)
    if len(levels_db) == 0 or has_long_vowel(samples):
        return False
    bursts = _bursts(levels_db)
    spectra = [_spectrum(samples[-HEARING_RATE_HZ:], at) for at in bursts]
    pairs = [
        (there - here, _likeness(one, other))
        for (here, one), (there, other) in pairwise(zip(bursts, spectra, strict=True))
    ]
    pairs = [(steps, alike) for steps, alike in pairs if steps >= SHORTEST_S * STEPS_PER_S]
    if not pairs or any(steps > LONGEST_S * STEPS_PER_S for steps, _ in pairs):
        return False
    least = ALIKE if len(pairs) == 1 else MOSTLY_ALIKE
    return median(alike for _, alike in pairs) >= least


def may_become_laughter(samples: Samples) -> bool:
    """Whether a short vowel is over in the last second of a sound, and none was long."""
    levels_db, _ = contour(samples)
    if len(levels_db) == 0 or has_long_vowel(samples):
        return False
    fallen_db = levels_db.max() - levels_db[levels_db.argmax() :].min()
    return bool(fallen_db > _DIP_DB)


def has_long_vowel(samples: Samples) -> bool:
    """Whether the last second of a sound has a stretch of voice too long for laughter."""
    _, pitches = contour(samples)
    runs = [len(list(run)) for voiced, run in groupby(pitches > 0) if voiced]
    return max(runs, default=0) > LONGEST_VOWEL_S * STEPS_PER_S


def _bursts(levels_db: "npt.NDArray[np.float64]") -> Sequence[int]:
    """Where it is loud, with a dip between each two; in steps."""
    bursts: list[int] = []
    high = low = 0
    rising = True
    for now, level in enumerate(levels_db):
        if rising:
            high = now if level > levels_db[high] else high
            if levels_db[high] - level > _DIP_DB:
                bursts.append(high)
                rising, low = False, now
        else:
            low = now if level < levels_db[low] else low
            if level - levels_db[low] > _DIP_DB:
                rising, high = True, now
    if rising:
        bursts.append(high)
    return [at for at in bursts if levels_db[at] > levels_db.max() - _FAINT_DB]


def _spectrum(samples: Samples, step: int) -> "npt.NDArray[np.float64]":
    """The level of each band up to 5 kHz, wider the higher it is (dB)."""
    import numpy as np

    window = samples[step * STEP_SAMPLES : step * STEP_SAMPLES + WINDOW_SAMPLES]
    power = np.square(np.abs(np.fft.rfft(window * np.hanning(len(window)), WINDOW_SAMPLES)))
    reach = 5000 * WINDOW_SAMPLES // HEARING_RATE_HZ
    edges = np.unique((reach * np.linspace(0, 1, _BANDS + 1)[:-1] ** 1.6).astype(int))
    levels_db: npt.NDArray[np.float64] = 10 * np.log10(np.add.reduceat(power[:reach], edges) + 1e-9)
    return levels_db


def _likeness(one: "npt.NDArray[np.float64]", other: "npt.NDArray[np.float64]") -> float:
    """The correlation of two spectra, -1 to 1."""
    import numpy as np

    return float(np.corrcoef(one, other)[0, 1])
