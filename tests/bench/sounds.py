"""What the benches listen to: sentences, and everything that is no speech, all made here."""

import subprocess
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from shutil import which

import numpy as np

from rotom.domain.character import Prosody
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.sound_files import read_sound, resampled
from tests.bench.real import load_voice

RATE = HEARING_RATE_HZ


@cache
def spoken(text: str, voice: str = "slt") -> Samples:
    """The text in a voice of flite; in the starter voice where flite is not installed."""
    if which("flite") is None:
        phrase = _starter().synthesise(text, Language.ENGLISH, Prosody())
        return resampled(phrase.audio, RATE).samples
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "said.wav"
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", wav], check=True)
        return _trimmed(read_sound(wav).samples)


@cache
def _starter():  # type: ignore[no-untyped-def]
    return load_voice()


def room(seconds: float, rms: float = 0.0003, seed: int = 1) -> Samples:
    noise = np.random.default_rng(seed).normal(0, rms, round(seconds * RATE))
    return noise.astype(np.float32)


def _trimmed(samples: Samples) -> Samples:
    """Without the silence at both ends."""
    loud = np.flatnonzero(np.abs(samples) > 0.02 * np.abs(samples).max())
    return samples[loud[0] : loud[-1] + 1]


def white(seconds: float) -> Samples:
    return room(seconds, 0.05, 2)


def pink(seconds: float) -> Samples:
    """Noise whose power falls by 3 dB an octave, as rain and fans have it."""
    spectrum = np.fft.rfft(np.random.default_rng(3).normal(size=round(seconds * RATE)))
    spectrum[1:] /= np.sqrt(np.arange(1, len(spectrum)))
    return _at(np.fft.irfft(spectrum), 0.05)


def coughs(seconds: float) -> Samples:
    """Bursts of noise with the resonances of a throat, one to three in a row, every few seconds."""
    chance = np.random.default_rng(4)
    sound = room(seconds, 0.0005, 5)
    at = 1.0
    while at < seconds - 4:
        for _ in range(int(chance.integers(1, 4))):
            burst = _cough(chance, float(chance.uniform(0.12, 0.3)))
            start = round(at * RATE)
            sound[start : start + len(burst)] += burst
            at += len(burst) / RATE + float(chance.uniform(0.15, 0.4))
        at += float(chance.uniform(2, 5))
    return sound


def _cough(chance: np.random.Generator, seconds: float) -> Samples:
    noise = chance.normal(size=round(seconds * RATE))
    spectrum = np.fft.rfft(noise)
    hz = np.fft.rfftfreq(len(noise), 1 / RATE)
    throat = sum(
        np.exp(-np.square((hz - f) / w)) for f, w in ((500, 250), (1500, 400), (2600, 600))
    )
    envelope = np.exp(-np.linspace(0, 5, len(noise))) * np.minimum(
        1, np.linspace(0, 40, len(noise))
    )
    return _at(np.fft.irfft(spectrum * throat, len(noise)) * envelope, 0.15)


def tones(seconds: float) -> Samples:
    """Beeps of a game: a second of tone or sweep, a second of nothing."""
    time_s = np.arange(round(seconds * RATE)) / RATE
    hz = 400 + 200 * (np.floor(time_s) % 9) + 300 * np.where(time_s % 4 < 2, 0, time_s % 1)
    sound = np.sin(2 * np.pi * np.cumsum(hz) / RATE) * (np.floor(time_s) % 2 == 0)
    return _at(sound, 0.08)


def music(seconds: float) -> Samples:
    """Chords with overtones, a bass, and a drum on each beat."""
    time_s = np.arange(round(seconds * RATE)) / RATE
    beat = np.floor(time_s * 2).astype(int)
    roots = 220 * 2 ** (np.array([0, 5, 7, 3, 8, 5, 10, 7])[beat // 4 % 8] / 12)
    sound = np.zeros(len(time_s))
    for step in (0, 4, 7):
        for overtone in range(1, 6):
            phase = np.cumsum(roots * 2 ** (step / 12) * overtone) / RATE
            sound += np.sin(2 * np.pi * phase) / overtone**1.5
    fade = np.exp(-3 * (time_s * 2 % 1))
    drum = np.random.default_rng(6).normal(size=len(time_s)) * np.exp(-40 * (time_s * 2 % 1))
    return _at(sound * (0.4 + fade) + 2 * drum, 0.08)


def silence(seconds: float) -> Samples:
    return room(seconds)


NO_SPEECH: Mapping[str, Callable[[float], Samples]] = {
    "a quiet room": silence,
    "white noise": white,
    "pink noise": pink,
    "coughs": coughs,
    "tones": tones,
    "music": music,
}


def _at(sound: "np.typing.NDArray[np.float64]", rms: float) -> Samples:
    scaled = sound * (rms / np.sqrt(np.mean(np.square(sound))))
    return np.clip(scaled, -1, 1).astype(np.float32)
