"""The numbers both sides share: frame rate, mel bands, and the way back from them to a spectrum."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
HOP = 80
"""Samples in a frame: 5 ms."""
MELS = 64
FFT = 1024
GRID = 257
"""Frequencies, 0 to RATE / 2, at which the voice knows its spectrum."""
FLOOR = 1e-9

Floats = NDArray[np.float64]


def _mel(hertz: Floats) -> Floats:
    return 1127.0 * np.log1p(hertz / 700.0)


def mel_weights() -> Floats:
    """Triangles that average a power spectrum [FFT / 2 + 1] to [MELS]; each row sums to one."""
    position = (
        _mel(np.linspace(0, RATE / 2, FFT // 2 + 1)) / _mel(np.array(RATE / 2.0)) * (MELS - 1)
    )
    distance = np.abs(position[None, :] - np.arange(MELS)[:, None])
    weights = np.maximum(0.0, 1.0 - distance)
    return np.asarray(weights / weights.sum(1, keepdims=True))


def spectrum_matrices() -> tuple[Floats, Floats]:
    """From log power in mel bands to log amplitude and to minimum phase, each [MELS, GRID].

    The phase is the Hilbert transform of the log amplitude, taken through the real cepstrum.
    """
    position = _mel(np.linspace(0, RATE / 2, GRID)) / _mel(np.array(RATE / 2.0)) * (MELS - 1)
    distance = np.abs(position[None, :] - np.arange(MELS)[:, None])
    amplitude = 0.5 * np.maximum(0.0, 1.0 - distance)
    full = np.concatenate([amplitude, amplitude[:, -2:0:-1]], axis=1)
    cepstrum = np.fft.ifft(full, axis=1).real
    fold = np.zeros(full.shape[1])
    fold[1 : GRID - 1] = 2.0
    fold[0] = fold[GRID - 1] = 1.0
    phase = np.fft.fft(cepstrum * fold, axis=1).imag[:, :GRID]
    return amplitude, phase
