"""How loud a voice is and how high, from moment to moment."""

from typing import TYPE_CHECKING

from rotom.domain.speech import HEARING_RATE_HZ, Samples

if TYPE_CHECKING:  # numpy takes longer to import than the window has
    import numpy as np
    import numpy.typing as npt

STEP_SAMPLES = HEARING_RATE_HZ // 100
WINDOW_SAMPLES = 4 * STEP_SAMPLES
_LOWEST_HZ, _HIGHEST_HZ = 70, 400
_VOICED = 0.5
"""From which normalised autocorrelation a window has a pitch."""


def contour(samples: Samples) -> tuple["npt.NDArray[np.float64]", "npt.NDArray[np.float64]"]:
    """The level (dBFS) and the pitch (Hz, 0 for none) of windows of 40 ms, every 10 ms.

    Of the last second of `samples` at 16 kHz; empty where that is silence.
    """
    import numpy as np

    nothing = np.zeros(0)
    if len(samples) < WINDOW_SAMPLES:
        return nothing, nothing
    clean = np.nan_to_num(samples[-HEARING_RATE_HZ:].astype(np.float64), posinf=0.0, neginf=0.0)
    windows = np.lib.stride_tricks.sliding_window_view(clean, WINDOW_SAMPLES)[::STEP_SAMPLES]
    levels_db = 10 * np.log10(np.mean(np.square(windows), axis=1) + 1e-10)
    if levels_db.max() < -60:
        return nothing, nothing
    centred = windows - windows.mean(axis=1, keepdims=True)
    spectrum = np.fft.rfft(centred, 2 * WINDOW_SAMPLES)
    likeness = np.fft.irfft(np.square(np.abs(spectrum)))[:, :WINDOW_SAMPLES]
    likeness /= np.maximum(likeness[:, :1], 1e-9)
    # Fewer samples overlap at longer lags, which makes the likeness there smaller than it is.
    likeness *= WINDOW_SAMPLES / (WINDOW_SAMPLES - np.arange(WINDOW_SAMPLES))
    shortest, longest = HEARING_RATE_HZ // _HIGHEST_HZ, HEARING_RATE_HZ // _LOWEST_HZ
    reach = likeness[:, shortest : longest + 1]
    best = reach.max(axis=1)
    # The first lag that is nearly as good: twice the period fits as well as the period.
    lag = shortest + np.argmax(reach > 0.9 * best[:, None], axis=1)
    heard = (best > _VOICED) & (levels_db > levels_db.max() - 25)
    return levels_db, np.where(heard, HEARING_RATE_HZ / lag, 0.0)
