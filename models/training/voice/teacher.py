"""The teacher's lessons: flite speaks, espeak's symbols get its timing, WORLD measures it."""

from __future__ import annotations

import pickle
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyworld
import soundfile
from numpy.typing import NDArray
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP
from piper.phonemize_espeak import EspeakPhonemizer

from voice.align import Phone, align
from voice.dsp import FFT, FLOOR, HOP, RATE, mel_weights
from voice.text import sentences

LEAD_S, TAIL_S = 0.06, 0.12
WORST_ALIGNMENT = 0.6
MEL = mel_weights().T


@dataclass(frozen=True, slots=True)
class Lesson:
    """One spoken sentence, in frames of 5 ms.

    ids: symbols `^ ... $` without padding [T]; frames: time of each symbol [T]; mel: log power
    [F, MELS]; f0: Hz, 0 where unvoiced [F]; noise: aperiodicity at 3 kHz in dB [F], or None.
    """

    text: str
    ids: NDArray[np.int64]
    frames: NDArray[np.int64]
    mel: NDArray[np.float16]
    f0: NDArray[np.float32]
    noise: NDArray[np.float32] | None


def speak(text: str, voice: str = "rms") -> tuple[NDArray[np.float64], list[Phone]]:
    """flite's samples at 16 kHz, -1 to 1, and its phones."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        command = ["flite", "-voice", voice, "-t", text, "-psdur", "-o", file.name]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        samples, _ = soundfile.read(file.name)
    phones = [Phone(name, float(end)) for name, end in (item.split(":") for item in said)]
    return np.ascontiguousarray(samples, dtype=np.float64), phones


def lesson(text: str, phonemizer: EspeakPhonemizer, with_noise: bool) -> Lesson | None:
    """What flite makes of `text`; None where espeak and flite read it differently."""
    spoken = phonemizer.phonemize("en-us", text)
    if len(spoken) != 1:
        return None
    symbols = [s for s in spoken[0] if s in DEFAULT_PHONEME_ID_MAP]
    samples, phones = speak(text)
    if len(phones) < 4 or phones[0].name != "pau" or phones[-1].name != "pau":
        return None
    start = phones[0].end
    inner = [Phone(p.name, p.end - start) for p in phones[1:-1]]
    seconds, cost = align(symbols, inner)
    if cost > WORST_ALIGNMENT:
        return None
    lead, tail = min(LEAD_S, start), min(TAIL_S, phones[-1].end - phones[-2].end)
    ends = (np.cumsum([lead, *seconds, tail]) * RATE / HOP).round().astype(np.int64)
    ends[-1] -= ends[-1] % 2
    first = round((start - lead) * RATE)
    samples = samples[first : first + int(ends[-1]) * HOP + FFT]
    mel, f0, noise = _measure(samples, int(ends[-1]), with_noise)
    ids = [1, *(DEFAULT_PHONEME_ID_MAP[s][0] for s in symbols), 2]
    return Lesson(text, np.array(ids), np.diff(ends, prepend=0), mel, f0, noise)


def _measure(
    samples: NDArray[np.float64], frames: int, with_noise: bool
) -> tuple[NDArray[np.float16], NDArray[np.float32], NDArray[np.float32] | None]:
    period = 1000.0 * HOP / RATE
    rough, times = pyworld.dio(samples, RATE, frame_period=period, f0_floor=60, f0_ceil=400)
    f0 = pyworld.stonemask(samples, rough, times, RATE)
    power = pyworld.cheaptrick(samples, f0, times, RATE, fft_size=FFT)
    mel = np.log(np.maximum(power @ MEL, FLOOR))
    noise = None
    if with_noise:
        ratio = pyworld.d4c(samples, f0, times, RATE, fft_size=FFT)
        noise = pyworld.code_aperiodicity(ratio, RATE)[:frames, 0].astype(np.float32)
    return mel[:frames].astype(np.float16), f0[:frames].astype(np.float32), noise


def make_lessons(folder: Path, count: int, seed: int, shard: int = 250) -> None:
    """Writes `count` lessons to `folder` in files of `shard`; noise is measured in one of four."""
    folder.mkdir(parents=True, exist_ok=True)
    phonemizer, batch, made = EspeakPhonemizer(), [], 0
    for text in sentences(seed):
        found = lesson(text, phonemizer, with_noise=made % 4 == 0)
        if found is None or found.frames.sum() != len(found.mel):
            continue
        batch.append(found)
        made += 1
        if len(batch) == shard or made == count:
            (folder / f"{seed}-{made:06d}.pickle").write_bytes(pickle.dumps(batch))
            batch = []
        if made == count:
            return


def read_lessons(folder: Path) -> list[Lesson]:
    """All lessons in `folder`."""
    return [
        item for file in sorted(folder.glob("*.pickle")) for item in pickle.loads(file.read_bytes())
    ]
