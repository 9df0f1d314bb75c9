"""What is done to a voice after synthesis: its pitch, the electric ghost in it, level and edges.

Nothing is kept between two sentences: each is finished by itself, and ends in silence.
"""

import numpy as np

from rotom.domain.character import Prosody
from rotom.domain.speech import Samples

FADE_S = 0.005
"""How long a sentence takes to come and go, so that joining two never clicks."""

_KEPT_BEFORE_S = 0.01
_KEPT_AFTER_S = 0.06
"""The silence that is left at both ends; the echo dies away in the latter."""

_AUDIBLE = 0.01
"""The part of the peak below which the ends of a sentence are silence (-40 dB)."""

_SPEECH_RMS = 0.16
"""The level of speech (-16 dBFS over its louder half): even from sentence to sentence."""

_CEILING = 0.95


def pitch_factor(prosody: Prosody) -> float:
    """By how much frequencies are multiplied; the voice must speak slower by as much."""
    return float(2.0 ** (min(12.0, max(-12.0, prosody.pitch_semitones)) / 12.0))


def shifted(samples: Samples, factor: float) -> Samples:
    """The sound played `factor` times as fast: shorter and higher by it."""
    if factor == 1.0 or not len(samples):
        return samples
    import soxr

    higher: Samples = soxr.resample(samples, 48_000.0 * factor, 48_000.0)
    return higher


def trimmed(samples: Samples, rate_hz: int) -> tuple[Samples, float]:
    """The sound without the silence at its ends, and how many seconds went from its beginning."""
    clean = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    loud = np.flatnonzero(np.abs(clean) > _AUDIBLE * np.abs(clean).max(initial=0.0))
    if not len(loud):
        return clean[:0], 0.0
    first = max(0, int(loud[0]) - round(_KEPT_BEFORE_S * rate_hz))
    last = int(loud[-1]) + round(_KEPT_AFTER_S * rate_hz)
    body = clean[first:last]
    body = np.pad(body, (0, last - first - len(body))).astype(np.float32)
    return body, first / rate_hz


def ghostly(samples: Samples, rate_hz: int, amount: float) -> Samples:
    """Puts the electric ghost into a voice: a shimmer, a wavering double and a short echo.

    `amount` is 0 to 1. The sound keeps its length, and its consonants: the double lies within
    12 ms of the voice and the shimmer takes at most a quarter of the amplitude.
    """
    if amount <= 0.0 or not len(samples):
        return samples
    time_s = np.arange(len(samples)) / rate_hz
    shimmer = 1.0 - 0.25 * amount * (0.5 + 0.5 * np.sin(2 * np.pi * 47.0 * time_s))
    wavering_s = 0.008 + 0.003 * np.sin(2 * np.pi * 5.3 * time_s)
    places = np.arange(len(samples)) - wavering_s * rate_hz
    double = np.interp(places, np.arange(len(samples)), samples, left=0.0)
    ghost = samples * shimmer + 0.45 * amount * double
    for delay_s, gain in ((0.037, 0.22), (0.061, 0.12)):
        delay = round(delay_s * rate_hz)
        ghost[delay:] += gain * amount * samples[: max(0, len(samples) - delay)]
    return ghost.astype(np.float32)


def levelled(samples: Samples, volume: float) -> Samples:
    """Speech at an even level times `volume`, with its peaks bent softly under the ceiling."""
    if not len(samples):
        return samples
    squares = np.square(samples, dtype=np.float64)
    louder_half = squares[squares >= np.median(squares)]
    rms = float(np.sqrt(louder_half.mean()))
    if rms < 1e-6:
        return np.zeros_like(samples)
    loud = samples * (_SPEECH_RMS / rms)
    over = np.abs(loud) > 0.6
    room = _CEILING - 0.6
    bent = np.sign(loud) * (0.6 + room * np.tanh((np.abs(loud) - 0.6) / room))
    even: Samples = (np.where(over, bent, loud) * min(1.0, max(0.0, volume))).astype(np.float32)
    return even


def faded(samples: Samples, rate_hz: int) -> Samples:
    """The sound with its first and last `FADE_S` brought from and to silence."""
    length = min(round(FADE_S * rate_hz), len(samples) // 2)
    soft = samples.astype(np.float32)
    if length:
        ramp = np.linspace(0.0, 1.0, length, dtype=np.float32)
        soft[:length] *= ramp
        soft[-length:] *= ramp[::-1]
    return soft


def finished(samples: Samples, rate_hz: int, prosody: Prosody) -> tuple[Samples, float]:
    """A synthesised sentence as it is heard, and how many seconds went from its beginning.

    The voice must have spoken slower by `pitch_factor`; the seconds are those of the voice.
    """
    factor = pitch_factor(prosody)
    body, lead_s = trimmed(shifted(samples, factor), rate_hz)
    ghost = ghostly(body, rate_hz, min(1.0, max(0.0, prosody.ghostliness)))
    return faded(levelled(ghost, prosody.volume), rate_hz), lead_s * factor
