"""Speech to learn hearing from: our own voice, flite's voices and espeak-ng, as log-mel frames."""

from __future__ import annotations

import ctypes
import itertools
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
from voice.judge import Speak, flite_speaker

from ears.text import KOREAN, Lines
from rotom.domain.character import Prosody
from rotom.domain.speech import Language
from rotom.engines.piper import PiperSpeech

RATE = 16_000
LONGEST_S = 7.2
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


def rotom_voice(seed: int, plain: bool = False) -> Callable[[str], NDArray[np.float64]]:
    """Our own voice as the program speaks it: plain, or half of the time
    at another speed and pitch, with another timbre."""
    piper = PiperSpeech(STARTER_VOICE, Path(f"{STARTER_VOICE}.json"), Language.ENGLISH)
    rng = random.Random(seed)

    def speak(text: str) -> NDArray[np.float64]:
        prosody = Prosody()
        if not plain and rng.random() < 0.5:
            prosody = Prosody(
                speed=rng.uniform(0.85, 1.2),
                pitch_semitones=rng.uniform(-1.0, 3.0),
                liveliness=rng.uniform(0.6, 1.4),
                ghostliness=max(0.0, rng.uniform(-0.3, 0.7)),
            )
        said = piper.synthesise(text, Language.ENGLISH, prosody).audio
        assert said.rate_hz == RATE, said.rate_hz
        return said.samples.astype(np.float64)

    return speak


def espeak_voice(espeak: Espeak, language: str, seed: int) -> Callable[[str], NDArray[np.float64]]:
    """A speaker drawn anew for each sentence."""
    rng = random.Random(seed)
    variants = ["", "+f1", "+f2", "+f3", "+f4", "+m1", "+m2", "+m3", "+m4", "+m5", "+m7"]

    def speak(text: str) -> NDArray[np.float64]:
        voice = language + rng.choice(variants)
        return espeak.speak(text, voice, rng.randint(130, 190), rng.randint(30, 75))

    return speak


def nothing(seed: int) -> NDArray[np.float64]:
    """Half a second to seven seconds without a word: silence, noise of any colour, hum, clicks,
    breath."""
    rng = np.random.default_rng(seed)
    count = int(rng.uniform(0.5, 7.0) * RATE)
    time_s = np.arange(count) / RATE
    spectrum = np.fft.rfft(rng.normal(0, 1, count))
    spectrum *= np.maximum(np.arange(len(spectrum)), 1.0) ** rng.uniform(-1.0, 0.3)
    noise = np.fft.irfft(spectrum, count)
    match rng.integers(5):
        case 0:
            sound = np.zeros(count)
        case 1:
            sound = noise
        case 2:
            tone = np.sin(2 * np.pi * rng.uniform(50, 3000) * time_s)
            sound = tone + rng.uniform(0, 0.3) * noise / noise.std()
        case 3:
            sound = noise * (rng.random(count) < 3 / RATE)
            sound = np.convolve(sound, np.exp(-np.arange(400) / rng.uniform(10, 90)), mode="same")
        case _:
            sound = noise * np.maximum(np.sin(2 * np.pi * rng.uniform(0.2, 1.5) * time_s), 0)
    sound = sound / max(float(np.abs(sound).max()), 1e-9) * 10 ** (rng.uniform(-60, -6) / 20)
    return np.asarray(sound + rng.normal(0, 10 ** (rng.uniform(-100, -60) / 20), count))


def make_recordings(folder: Path, counts: dict[str, int]) -> None:
    """Writes one file for each voice in `counts`: rotom, rms, slt, awb, espeak, korean, nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    espeak = Espeak()
    for voice, count in counts.items():
        seed = sum(voice.encode())
        if voice == "nothing":
            hearing = Hearing()
            made = [
                Heard("", ("en", "ko")[i % 2], voice, hearing.mel(nothing(i))) for i in range(count)
            ]
        elif voice == "korean":
            said = [KOREAN[i % len(KOREAN)] for i in range(count)]
            made = record(espeak_voice(espeak, "ko", 1), said, "ko", voice, 1)
        else:
            said = list(itertools.islice(Lines(seed), count))
            made = record(_english_voice(voice, espeak), said, "en", voice, seed)
        (folder / f"{voice}.pickle").write_bytes(pickle.dumps(made))


def _english_voice(voice: str, espeak: Espeak) -> Callable[[str], NDArray[np.float64]]:
    if voice == "espeak":
        return espeak_voice(espeak, "en-us", 3)
    if voice.startswith("rotom"):
        return rotom_voice(4)
    return at_16k(flite_speaker(voice))


def read_recordings(folder: Path) -> dict[str, list[Heard]]:
    """All recordings, by voice."""
    return {file.stem: pickle.loads(file.read_bytes()) for file in sorted(folder.glob("*.pickle"))}
