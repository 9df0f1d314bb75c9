"""Takes Rotom's own voice out of what the microphone hears, by what was handed to the loudspeaker.

A Kalman filter in the frequency domain (after Enzner and Vary, 2006) learns the way from the
loudspeaker through the room to the microphone. What it leaves is compared in bands with what it
usually leaves of a voice as loud as that: only what stands out of this was said by somebody else.
While it is unsure whether the way is still the one that it learned, nothing is.
"""

import numpy as np
import numpy.typing as npt

from rotom.domain.speech import FRAME_SAMPLES, Cleaned, Samples
from rotom.engines.echo_reference import EchoReference
from rotom.engines.echo_trace import EchoTrace

Spectrum = npt.NDArray[np.complex64]
Flags = npt.NDArray[np.bool_]

PARTITIONS = 20
"""Echo is looked for up to so many frames (640 ms) after the sound was handed on."""

_BINS = FRAME_SAMPLES + 1
_BANDS = np.array([0, 3, 6, 10, 15, 21, 28, 37, 48, 62, 80, 104, 135, 176, 230, 300, 400])
"""The first bin of each band; a bin has 15.6 Hz."""

_WIDTHS = np.diff(_BANDS, append=_BINS)

_AUDIBLE = 1e-2 * FRAME_SAMPLES
"""The power of the reference above which an echo is to be reckoned with."""

_SUSPECT = 0.2
"""The share of others from which on it is asked whether they are Rotom."""

_DEAF_FRAMES = 8
"""How long after Rotom was found in what was left (256 ms) nobody else is believed to speak."""


class EchoCanceller:
    """About 0.4 ms of one core for a frame while Rotom speaks, 1 ms while somebody talks over it,
    next to nothing else.
    """

    def __init__(self) -> None:
        self.stumbles = 0
        """How often loudspeaker and microphone came out of step: the room is learned anew then."""
        self._reference = EchoReference()
        self.reset()

    def reset(self) -> None:
        self._reference.restart()
        self._forget_room()

    def _forget_room(self) -> None:
        self._filter = _Filter()
        self._left_over = _LeftOver()
        self._trace = EchoTrace()
        self._deaf = 0

    def played(self, samples: Samples, rate_hz: int) -> None:
        self._reference.take(samples, rate_hz)

    def played_so_far(self) -> float:
        return self._reference.played

    def cleaned(self, frame: Samples, played: float) -> Cleaned:
        reference, steady = self._reference.beside(played)
        if not steady:
            self.stumbles += 1
            self._forget_room()
        if not self._filter.take(reference):
            return Cleaned(frame)
        rest, expected = self._filter.rest_of(np.nan_to_num(frame, posinf=0.0, neginf=0.0))
        cleaned = self._left_over.without(rest, expected, self._filter.has_arrived)
        self._trace.take(reference, np.fft.irfft(rest)[FRAME_SAMPLES:].astype(np.float32))
        return Cleaned(cleaned.samples, 0.0) if self._is_unsure(cleaned.others) else cleaned

    def _is_unsure(self, others: float) -> bool:
        """Whether what seems to be `others` may be Rotom, on a way that is not known yet."""
        self._deaf = max(0, self._deaf - 1)
        may_be_own = others > _SUSPECT and self._trace.is_clear()
        if self._trace.is_certain:
            self._filter.doubt_all()
            self._deaf = _DEAF_FRAMES
        return may_be_own or self._deaf > 0 or self._reference.is_wavering


class _Filter:
    """The way of the sound, learned frame by frame: what it does not explain is the rest."""

    _KEEPS = 0.9995**2
    """How much of what was learned holds in the next frame."""

    _UNKNOWN = 0.01
    """How strong the way may be (power, for each bin and frame of delay) while it is unknown."""

    _FOLLOWS = 0.8
    """The share of the rest's power that is taken over from the frame before."""

    _ARRIVED = 0.1
    """The share of the power that is expected from which on the voice is there."""

    def __init__(self) -> None:
        self._heard = np.zeros((PARTITIONS, _BINS), np.complex64)
        self._way = np.zeros((PARTITIONS, _BINS), np.complex64)
        self._doubt = np.full((PARTITIONS, _BINS), self._UNKNOWN, np.float32)
        self._others = np.full(_BINS, 1e-6, np.float32)
        self._last: Samples = np.zeros(FRAME_SAMPLES, np.float32)
        self.has_arrived: Flags = np.ones(len(_BANDS), np.bool_)
        """For each band, whether the last frame of the microphone may have had the voice in it."""

    def take(self, reference: Samples) -> bool:
        """The next frame of what was played; whether something of it may be in the microphone."""
        was_silent = not self._heard.any()
        if was_silent and not reference.any() and not self._last.any():
            return False
        spectrum = np.fft.rfft(np.concatenate([self._last, reference]))
        self._heard = np.concatenate([spectrum[np.newaxis], self._heard[:-1]])
        self._last = reference
        return bool(np.vdot(self._heard, self._heard).real > _AUDIBLE)

    def doubt_all(self) -> None:
        """The way may be another one by now: it is learned as quickly as in the beginning."""
        self._doubt.fill(self._UNKNOWN)

    def rest_of(self, frame: Samples) -> tuple[Spectrum, Samples]:
        """What was not explained, as a spectrum; and for each bin the power of what Rotom said,
        as far as the way is known or doubtful.
        """
        echo = np.fft.irfft((self._way * self._heard).sum(axis=0))[FRAME_SAMPLES:]
        rest, whole = _spectrum((frame - echo).astype(np.float32)), _spectrum(frame)
        power = np.square(np.abs(self._heard))
        doubtful = (self._doubt * power).sum(axis=0)
        known = (np.square(np.abs(self._way)) * power).sum(axis=0)
        self._learn(rest, power, doubtful)
        # Where the voice ends, what the filter has wrong is louder than all that was heard.
        heard = _in_bands(np.square(np.abs(whole)))
        worse = _in_bands(np.square(np.abs(rest))) > heard
        self.has_arrived = heard > self._ARRIVED * _in_bands(known)
        return np.where(np.repeat(worse, _WIDTHS), whole, rest), known + doubtful

    def _learn(self, rest: Spectrum, power: Samples, doubtful: Samples) -> None:
        """Half a window is new in each frame, hence the halves."""
        self._others *= self._FOLLOWS
        self._others += (1 - self._FOLLOWS) * np.square(np.abs(rest))
        gain = self._doubt / (0.5 * doubtful + self._others + 1e-9)
        step = np.fft.irfft(gain * self._heard.conj() * rest, axis=1)
        step[:, FRAME_SAMPLES:] = 0.0
        self._way += np.fft.rfft(step, axis=1)
        known = self._KEEPS * (1 - 0.5 * gain * power) * self._doubt
        changed = (1 - self._KEEPS) * np.square(np.abs(self._way)) + 1e-12
        self._doubt = (known + changed).astype(np.float32)


def _spectrum(frame: Samples) -> Spectrum:
    padded = np.concatenate([np.zeros(FRAME_SAMPLES, np.float32), frame])
    return np.fft.rfft(padded).astype(np.complex64)


def _in_bands(power: Samples) -> Samples:
    bands: Samples = np.add.reduceat(power, _BANDS).astype(np.float32)
    return bands + np.float32(1e-9)


class _LeftOver:
    """How much of Rotom's voice the filter leaves in each band, and what stands out of that."""

    _BEGINS = 30
    """So many frames (about a second) of Rotom alone are listened to first."""

    _RISES_DB, _FALLS_DB = 0.3, 0.1
    """In a frame: so that three of four frames stay below, and a voice does not lift it away."""

    _FALLS = 0.02
    """The share of the way down in a frame, where that is more: while the room is being learned."""

    _MARGIN_DB = 6.0
    _QUIETEST = 0.01
    """The power that is left of what is Rotom's."""

    def __init__(self) -> None:
        self._usual_db: Samples = np.full(len(_BANDS), -200, np.float32)
        self._frames = 0

    def without(self, rest: Spectrum, expected: Samples, has_arrived: Flags) -> Cleaned:
        power = _in_bands(np.square(np.abs(rest)))
        reckoned = _in_bands(expected)
        self._learn(power, reckoned, has_arrived)
        own = reckoned * 10 ** ((self._usual_db + self._MARGIN_DB) / 10)
        others = np.maximum(0.0, power - own)
        gains = np.sqrt(np.maximum(self._QUIETEST, others / power))
        clean = np.fft.irfft(rest * np.repeat(gains, _WIDTHS))[FRAME_SAMPLES:]
        share = float(others.sum() / power.sum()) if self._frames > self._BEGINS else 0.0
        return Cleaned(clean.astype(np.float32), share)

    def _learn(self, power: Samples, reckoned: Samples, has_arrived: Flags) -> None:
        """Where the voice has not arrived yet, or is over, the silence tells nothing of it."""
        ratio_db = (10 * np.log10(power / reckoned)).astype(np.float32)
        self._frames += 1
        if self._frames <= self._BEGINS:
            np.maximum(self._usual_db, ratio_db, out=self._usual_db)
        else:
            way = ratio_db - self._usual_db
            falls = np.minimum(-self._FALLS_DB, self._FALLS * way)
            moves = np.where(way > 0, self._RISES_DB, falls * has_arrived)
            self._usual_db += moves.astype(np.float32)
