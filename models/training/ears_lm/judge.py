"""How well the ears hear: flite's voices and recordings of people, through the program's engine."""

from __future__ import annotations

import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from voice.judge import word_errors

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples
from rotom.engines.pocketsphinx import PocketSphinxEars
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import read_sound

HERE = Path(__file__).parent
VOICES = ("rms", "slt", "awb")


@dataclass(slots=True)
class Score:
    """What was heard: errors and words, processor milliseconds after the end, confidences."""

    wrong: int = 0
    words: int = 0
    after_ms: list[float] = field(default_factory=list)
    sure: list[tuple[float, float, str, str]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.wrong / max(self.words, 1)

    def add(self, said: str, heard: str, confidence: float, after_ms: float) -> None:
        errors = word_errors(said.split(), heard.split())
        self.wrong += errors
        self.words += len(said.split())
        self.after_ms.append(after_ms)
        self.sure.append((confidence, errors / max(len(said.split()), 1), said, heard))


def hear(ears: PocketSphinxEars, samples: Samples) -> tuple[str, float, float]:
    """Text, confidence and processor milliseconds after the last frame; fed live."""
    ears.start(Language.ENGLISH)
    for at in range(0, len(samples), FRAME_SAMPLES):
        ears.feed(samples[at : at + FRAME_SAMPLES])
    before = time.process_time()
    heard = ears.finish()
    return heard.text, heard.confidence, (time.process_time() - before) * 1000


def score(ears: PocketSphinxEars, spoken: Iterable[tuple[str, Samples]]) -> Score:
    """What the ears make of pairs of a sentence and its sound."""
    made = Score()
    for said, samples in spoken:
        made.add(said, *hear(ears, samples))
    return made


def sentences(name: str) -> list[str]:
    """The sentences of `ears/spoken.txt` or `ears/spoken_dev.txt`."""
    lines = (HERE.parent / "ears" / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def spoken(texts: list[str], voice: str) -> Iterator[tuple[str, Samples]]:
    """Each sentence by a voice of flite, with half a second of a quiet room around it."""
    room = np.random.default_rng(5)
    for text in texts:
        with tempfile.NamedTemporaryFile(suffix=".wav") as file:
            subprocess.run(["flite", "-voice", voice, "-t", text, "-o", file.name], check=True)
            voiced = read_sound(Path(file.name)).samples
        around = np.zeros(HEARING_RATE_HZ // 2, np.float32)
        whole = np.concatenate([around, voiced, around])
        yield text, (whole + room.normal(0, 3e-4, len(whole))).astype(np.float32)


def recorded(table: Path) -> Iterator[tuple[str, Samples]]:
    """People: each line of `table` is the name of a sound beside it, a tab, and its words."""
    for line in table.read_text("utf-8").splitlines():
        name, _, words = line.partition("\t")
        if words:
            said = " ".join(re.findall(r"[a-z']+", words.lower()))
            yield said, read_sound(table.parent / name).samples


def wordless(count: int = 100) -> Iterator[Samples]:
    """Two seconds each of silence, noise, tones and breathing."""
    rng = np.random.default_rng(17)
    length = 2 * HEARING_RATE_HZ
    time_s = np.arange(length) / HEARING_RATE_HZ
    for i in range(count):
        level = 10 ** rng.uniform(-3.5, -0.8)
        white = rng.normal(0, 1, length)
        if i % 4 == 0:
            sound = white * 10 ** rng.uniform(-6, -3.3)
        elif i % 4 == 1:
            bend = np.fft.rfftfreq(length, 1 / HEARING_RATE_HZ)
            tilt = np.maximum(bend, 50) ** -rng.choice([0.0, 0.5, 1.0])
            shaped = np.fft.irfft(np.fft.rfft(white) * tilt, length)
            sound = shaped / np.std(shaped) * level
        elif i % 4 == 2:
            pitches = rng.uniform(80, 3000, rng.integers(1, 4))
            sound = level * sum(np.sin(2 * np.pi * hz * time_s) for hz in pitches)
            sound = sound * (np.sin(2 * np.pi * rng.uniform(0.2, 2) * time_s) > -0.5)
        else:
            sound = breath(rng, time_s) * level
        yield (sound + rng.normal(0, 1e-4, length)).astype(np.float32)


def breath(rng: np.random.Generator, time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Noise through a throat, in and out."""
    bins = np.fft.rfftfreq(len(time_s), 1 / HEARING_RATE_HZ)
    throat = sum(
        np.exp(-(((bins - hz) / width) ** 2))
        for hz, width in zip(
            rng.uniform([400, 1200, 2500], [900, 2000, 4000]), (200, 300, 500), strict=True
        )
    )
    noise = np.fft.irfft(np.fft.rfft(rng.normal(0, 1, len(time_s))) * throat, len(time_s))
    rise = np.clip(np.sin(2 * np.pi * rng.uniform(0.3, 0.8) * time_s), 0, 1) ** 2
    return noise / np.std(noise) * rise


def report(files: dict[str, Path | None], people: Path | None = None) -> None:
    """A table of the language models, by who speaks: None is the general one of the package."""
    texts = sentences("spoken.txt")
    print("| language model | speaker | word errors | after the end, median |")
    print("|---|---|---|---|")
    for name, file in files.items():
        ears = PocketSphinxEars(SileroVad(), language_model=file)
        speakers = {f"flite {voice}": spoken(texts, voice) for voice in VOICES}
        if people:
            speakers["people"] = recorded(people)
        for speaker, sounds in speakers.items():
            made = score(ears, sounds)
            after = f"{statistics.median(made.after_ms):.0f} ms"
            print(f"| {name} | {speaker} | {made.rate:.1%} | {after} |", flush=True)
        empty = sum(not hear(ears, sound)[0] for sound in wordless())
        print(f"| {name} | sounds without speech | no words in {empty} of 100 | |", flush=True)
