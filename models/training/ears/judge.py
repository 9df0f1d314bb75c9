"""What the test ears make of voices and sentences that were kept from their training."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray
from voice.judge import flite_speaker, read_sentences, word_errors, words_of

from ears.sounds import Espeak, at_16k, espeak_voice, nothing, rotom_voice
from ears.text import KOREAN, Lines, polished

HERE = Path(__file__).parent


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


def user_lines() -> list[str]:
    """What users say in the brain's test, which was written apart from its corpus."""
    lines = (HERE.parent / "brain" / "heldout.txt").read_text(encoding="utf-8").splitlines()
    bare = [re.sub(r"^\w+: ", "", line) for line in lines if line and line[0] != "#"]
    said = [polished(part) for line in bare for part in line.split(" / ")]
    return [line for line in dict.fromkeys(said) if re.fullmatch(r"[A-Za-z' ,.!?-]+", line)]


def report(folder: Path, count: int = 60, show: str = "") -> None:
    """All figures for the notes; the mistakes of the voice `show` are printed."""
    model, kept = load(folder), list(itertools.islice(Lines(seed=77, test=True), count))
    sentences = {"kept": kept, "unseen.txt": read_sentences("unseen.txt"), "users": user_lines()}
    espeak = Espeak()
    voices = {"rotom-en": rotom_voice(9, plain=True), "rotom-en, timbre": rotom_voice(9)}
    voices |= {f"flite {name}": at_16k(flite_speaker(name)) for name in ("rms", "slt", "awb")}
    voices["espeak"] = espeak_voice(espeak, "en-us", 9)
    for name, speak in voices.items():
        for kind, texts in sentences.items():
            errors, exact = score(model, speak, texts[:count], show=name == show)
            print(f"{name:16} {kind:10} word errors {errors:.1%}, exact {exact:.0%}", flush=True)
    errors, exact = score(model, espeak_voice(espeak, "ko", 9), KOREAN, "ko")
    print(f"korean           closed list: word errors {errors:.1%}, exact {exact:.0%}")
    quiet = [hear(model, nothing(10_000 + i), "en") for i in range(100)]
    print(f"no words in {sum(not text for text in quiet)} of {len(quiet)} sounds without speech")
    right = sum(
        model.detect_language(speak(text).astype(np.float32))[0] == language
        for speak, texts, language in (
            (rotom_voice(9, plain=True), kept[:25], "en"),
            (espeak_voice(espeak, "ko", 9), KOREAN[:25], "ko"),
        )
        for text in texts
    )
    print(f"language known in {right} of 50")


if __name__ == "__main__":
    report(Path(sys.argv[1]), *(int(n) for n in sys.argv[2:3]), *sys.argv[3:4])
