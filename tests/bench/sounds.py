"""What the benches listen to: sentences, and everything that is no speech, all made here."""

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
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
    throat = ((500, 250, 1), (1500, 400, 1), (2600, 600, 1))
    envelope = np.exp(-np.linspace(0, 5, len(noise))) * np.minimum(
        1, np.linspace(0, 40, len(noise))
    )
    return _at(_resonant(noise, throat) * envelope, 0.15)


def laughs(seconds: float, seed: int = 7) -> Samples:
    """Bouts of three to eight vowels of one pitch, each a breath apart, every few seconds.

    Each bout is somebody else's: high or low, quick or slow, "ha", "he" or "ho".
    """
    chance = np.random.default_rng(seed)
    sound = room(seconds, 0.0005, seed + 1)
    at = 1.0
    while at < seconds - 4:
        pitch = chance.uniform(120, 320)
        throat = _THROATS[int(chance.integers(len(_THROATS)))]
        vowel_s, breath_s = chance.uniform(0.06, 0.11), chance.uniform(0.09, 0.14)
        for number in range(int(chance.integers(3, 9))):
            fading, uneven = 0.93**number, chance.uniform(0.9, 1.1)
            vowel = _vowel(pitch * 0.97**number, vowel_s * uneven, throat)
            for part, rms in ((vowel, 0.1), (_breath(chance, breath_s * uneven), 0.02)):
                start = round(at * RATE)
                sound[start : start + len(part)] += _at(part, rms * fading)
                at += len(part) / RATE
        at += float(chance.uniform(2, 5))
    return sound


Formants = Sequence[tuple[float, float, float]]

_THROATS: Sequence[Formants] = (
    ((700, 130, 1), (1200, 150, 0.6), (2600, 250, 0.3)),
    ((550, 120, 1), (1800, 180, 0.6), (2500, 250, 0.3)),
    ((500, 110, 1), (900, 130, 0.5), (2500, 250, 0.2)),
    ((600, 130, 1), (1100, 150, 0.5), (2400, 250, 0.25)),
)
"""The formants of "ah", "eh", "oh" and "uh": each (Hz, width in Hz, strength)."""


def _vowel(pitch_hz: float, seconds: float, formants: Formants) -> "np.typing.NDArray[np.float64]":
    """A falling voice that swells and fades."""
    way = np.linspace(0, 1, round(seconds * RATE))
    phase = np.cumsum(pitch_hz * (1.1 - 0.35 * way)) / RATE
    pulses = np.diff(np.floor(phase), prepend=0.0)
    return _resonant(pulses, formants) * np.sin(np.pi * way**0.6)


def _breath(chance: np.random.Generator, seconds: float) -> "np.typing.NDArray[np.float64]":
    noise = chance.normal(size=round(seconds * RATE))
    return _resonant(noise, ((1000, 500, 1), (2500, 900, 0.8))) * np.hanning(len(noise))


def _resonant(
    source: "np.typing.NDArray[np.float64]", formants: Formants
) -> "np.typing.NDArray[np.float64]":
    """The source through resonances, each (Hz, width in Hz, strength)."""
    hz = np.fft.rfftfreq(len(source), 1 / RATE)
    throat = sum(strength * np.exp(-np.square((hz - f) / w)) for f, w, strength in formants)
    return np.fft.irfft(np.fft.rfft(source) * throat, len(source))


def game(seconds: float) -> Samples:
    """What a game plays: jumps, coins, shots, explosions and steps, one after the other."""
    chance = np.random.default_rng(9)
    sound = room(seconds, 0.001, 10)
    at = 0.5
    while at < seconds - 4:
        effect = _EFFECTS[int(chance.integers(len(_EFFECTS)))](chance)
        start = round(at * RATE)
        sound[start : start + len(effect)] += _at(effect, float(chance.uniform(0.05, 0.12)))
        at += float(chance.uniform(0.15, 0.9))
    return np.clip(sound, -1, 1)


def _jump(chance: np.random.Generator) -> "np.typing.NDArray[np.float64]":
    """A square wave that rises."""
    way = np.linspace(0, 1, round(0.25 * RATE))
    return np.sign(np.sin(2 * np.pi * np.cumsum(chance.uniform(200, 400) * 2**way) / RATE))


def _coin(chance: np.random.Generator) -> "np.typing.NDArray[np.float64]":
    """Two square tones, the second rings."""
    time_s = np.arange(round(0.5 * RATE)) / RATE
    hz = np.where(time_s < 0.08, 988, 1319)
    return np.sign(np.sin(2 * np.pi * np.cumsum(hz) / RATE)) * np.exp(-6 * time_s)


def _shot(chance: np.random.Generator) -> "np.typing.NDArray[np.float64]":
    noise = chance.normal(size=round(0.3 * RATE))
    return noise * np.exp(-np.linspace(0, 12, len(noise)))


def _explosion(chance: np.random.Generator) -> "np.typing.NDArray[np.float64]":
    noise = chance.normal(size=round(1.2 * RATE))
    return _resonant(noise, ((60, 80, 1), (200, 200, 0.5))) * np.exp(-np.linspace(0, 6, len(noise)))


def _steps(chance: np.random.Generator) -> "np.typing.NDArray[np.float64]":
    step = _resonant(chance.normal(size=round(0.35 * RATE)), ((150, 120, 1), (900, 300, 0.2)))
    return np.tile(step * np.exp(-np.linspace(0, 30, len(step))), 3)


_EFFECTS = (_jump, _coin, _shot, _explosion, _steps)


def meeting(seconds: float) -> Samples:
    """People who talk in the background, one after the other: speech, but not to Rotom."""
    said = ("So what do we do about it?", "I would rather wait for a week.", "We could ask them.")
    chance = np.random.default_rng(12)
    sound = room(seconds, 0.001, 13)
    at = 0.5
    while at < seconds - 6:
        text, voice = chance.choice(said), chance.choice(("slt", "rms", "awb", "kal"))
        part = spoken(str(text), str(voice))
        start = round(at * RATE)
        sound[start : start + len(part)] += _at(part.astype(np.float64), 0.01)
        at += len(part) / RATE + float(chance.uniform(0.1, 1.0))
    return sound


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
    "a game": game,
    "tones": tones,
    "music": music,
}


def _at(sound: "np.typing.NDArray[np.float64]", rms: float) -> Samples:
    scaled = sound * (rms / np.sqrt(np.mean(np.square(sound))))
    return np.clip(scaled, -1, 1).astype(np.float32)
