"""What the test ears make of voices and sentences that were kept from their training."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray
from voice.judge import flite_speaker, piper_speaker, read_sentences, word_errors, words_of

from ears.sounds import STARTER_VOICE, Espeak, at_16k, espeak_voice
from ears.text import KOREAN, lines


def load(folder: Path) -> WhisperModel:
    """Through the stock library, on one thread."""
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)


def hear(model: WhisperModel, samples: NDArray[np.float64], language: str) -> str:
    """The transcript, with the settings for short utterances."""
    found, _ = model.transcribe(
        samples.astype(np.float32),
        language=language,
        beam_size=1,
        temperature=0.0,
        without_timestamps=True,
        condition_on_previous_text=False,
    )
    return "".join(segment.text for segment in found).strip()


def score(
    model: WhisperModel,
    speak: Callable[[str], NDArray[np.float64]],
    texts: list[str],
    language: str = "en",
    show: bool = False,
) -> tuple[float, float]:
    """Word error rate, and the share of sentences without an error."""
    wrong = total = exact = 0
    for text in texts:
        heard = hear(model, speak(text), language)
        split = words_of if language == "en" else str.split
        said, got = split(text), split(heard)
        errors = word_errors(said, got)
        wrong, total, exact = wrong + errors, total + len(said), exact + (errors == 0)
        if show and errors:
            print(f"  {errors}  {text}  ->  {heard}")
    return wrong / total, exact / len(texts)


def report(folder: Path, count: int = 60) -> None:
    """All figures for the notes."""
    model, kept = load(folder), list(itertools.islice(lines(seed=77, test=True), count))
    everyday = list(dict.fromkeys(itertools.islice(lines(seed=78), count)))
    espeak = Espeak()
    voices = {"rotom-en": at_16k(piper_speaker(STARTER_VOICE))}
    voices |= {f"flite {name}": at_16k(flite_speaker(name)) for name in ("rms", "slt")}
    voices["espeak"] = espeak_voice(espeak, "en-us", 9)
    for name, speak in voices.items():
        for kind, texts in (
            ("kept", kept),
            ("grammar", everyday),
            ("unseen.txt", read_sentences("unseen.txt")),
        ):
            errors, exact = score(model, speak, texts, show=name == "rotom-en" and kind == "kept")
            print(f"{name:10} {kind:10} word errors {errors:.1%}, exact {exact:.0%}", flush=True)
    errors, exact = score(model, espeak_voice(espeak, "ko", 9), KOREAN, "ko")
    print(f"korean     closed list: word errors {errors:.1%}, exact {exact:.0%}")
