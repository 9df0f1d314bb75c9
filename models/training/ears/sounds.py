"""Speech to learn hearing from: our own voice, flite's voices and espeak-ng, as log-mel frames."""

from __future__ import annotations

import ctypes
import pickle
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import piper
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray
from scipy.signal import resample_poly
from voice.judge import Speak, flite_speaker, piper_speaker

from ears.text import KOREAN, lines

RATE = 16_000
LONGEST_S = 7.5
STARTER_VOICE = Path(__file__).parents[2] / "starter" / "voice" / "rotom-en.onnx"


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, its language and its normalised log-mel frames [F, 80], 10 ms each."""

    text: str
    language: str
    voice: str
    mel: NDArray[np.float16]


class Espeak:
    """espeak-ng through the library that piper carries: samples and variants of one voice."""

    def __init__(self) -> None:
        folder = Path(piper.__file__).parent
        self._library = ctypes.CDLL(str(next(folder.glob("espeakbridge*.so"))))
        data = str(folder / "espeak-ng-data").encode()
        self._rate = self._library.espeak_Initialize(2, 0, data, 0)
        self._parts: list[bytes] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        self._callback = kind(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)

    def _collect(self, samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int) -> int:
        if count > 0:
            self._parts.append(ctypes.string_at(samples, count * 2))
        return 0

    def speak(self, text: str, voice: str, speed: int, pitch: int) -> NDArray[np.float64]:
        """Samples at 16 kHz, -1 to 1."""
        self._parts = []
        self._library.espeak_SetVoiceByName(voice.encode())
        self._library.espeak_SetParameter(1, speed, 0)
        self._library.espeak_SetParameter(3, pitch, 0)
        said = text.encode() + b"\0"
        self._library.espeak_Synth(said, len(said), 0, 1, 0, 1, None, None)
        samples = np.frombuffer(b"".join(self._parts), np.int16) / 32768
        return np.asarray(resample_poly(samples, 320, self._rate // 50))


class Hearing:
    """Turns samples into what faster-whisper would hand to the network."""

    def __init__(self) -> None:
        self._extract = FeatureExtractor()

    def mel(self, samples: NDArray[np.float64]) -> NDArray[np.float16]:
        """Frames [F, 80] of samples at 16 kHz, made exactly as the stock library makes them."""
        return np.ascontiguousarray(self._extract(samples.astype(np.float32)).T, dtype=np.float16)


def with_room(samples: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Random quiet before and after, a random level and a little noise."""
    before, after = (np.zeros(int(rng.uniform(0.02, 0.35) * RATE)) for _ in range(2))
    loud = np.concatenate([before, samples, after]) * 10 ** (rng.uniform(-18, 0) / 20)
    level = np.std(samples) * 10 ** (rng.uniform(-60, -22) / 20)
    colour = np.convolve(rng.normal(0, 1, len(loud)), np.ones(rng.integers(1, 5)), mode="same")
    return np.asarray(loud + colour * level)


def record(
    speak: Callable[[str], NDArray[np.float64]],
    texts: list[str],
    language: str,
    voice: str,
    seed: int,
) -> list[Heard]:
    """Each text once, spoken by `speak`; what is too long is left out."""
    hearing, rng, made = Hearing(), np.random.default_rng(seed), []
    for text in texts:
        samples = with_room(speak(text), rng)
        if len(samples) < LONGEST_S * RATE:
            made.append(Heard(text, language, voice, hearing.mel(samples)))
    return made


def at_16k(speak: Speak) -> Callable[[str], NDArray[np.float64]]:
    """Only the samples of a voice that already speaks at 16 kHz."""

    def samples(text: str) -> NDArray[np.float64]:
        found, rate = speak(text)
        assert rate == RATE, rate
        return found

    return samples


def espeak_voice(espeak: Espeak, language: str, seed: int) -> Callable[[str], NDArray[np.float64]]:
    """A speaker drawn anew for each sentence."""
    rng = random.Random(seed)
    variants = ["", "+f1", "+f2", "+f3", "+f4", "+m1", "+m2", "+m3", "+m4", "+m5", "+m7"]

    def speak(text: str) -> NDArray[np.float64]:
        voice = language + rng.choice(variants)
        return espeak.speak(text, voice, rng.randint(130, 190), rng.randint(30, 75))

    return speak


def make_recordings(folder: Path, counts: dict[str, int]) -> None:
    """Writes one file for each voice in `counts`: rotom, rms, slt, awb, kal16, espeak, korean."""
    folder.mkdir(parents=True, exist_ok=True)
    espeak, texts = Espeak(), lines(seed=1)
    for voice, count in counts.items():
        if voice == "korean":
            said = [KOREAN[i % len(KOREAN)] for i in range(count)]
            made = record(espeak_voice(espeak, "ko", 1), said, "ko", voice, 1)
        else:
            made = record(
                _english_voice(voice, espeak), [next(texts) for _ in range(count)], "en", voice, 2
            )
        (folder / f"{voice}.pickle").write_bytes(pickle.dumps(made))


def _english_voice(voice: str, espeak: Espeak) -> Callable[[str], NDArray[np.float64]]:
    if voice == "espeak":
        return espeak_voice(espeak, "en-us", 3)
    if voice == "rotom":
        return at_16k(piper_speaker(STARTER_VOICE))
    return at_16k(flite_speaker(voice))


def read_recordings(folder: Path) -> dict[str, list[Heard]]:
    """All recordings, by voice."""
    return {file.stem: pickle.loads(file.read_bytes()) for file in sorted(folder.glob("*.pickle"))}
