"""How well the voice is understood: PocketSphinx with its own general English model listens.

`python -m voice.judge` prints the table of the starter voice, plain and as it is heard by default.
"""

from __future__ import annotations

import math
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pocketsphinx
from numpy.typing import NDArray

RATE = 16_000
PEAK = 10 ** (-3 / 20)
HERE = Path(__file__).parent
STARTER = HERE.parents[1] / "starter" / "voice" / "rotom-en.onnx"
Speak = Callable[[str], tuple[NDArray[np.float64], int]]


def read_sentences(name: str) -> list[str]:
    """The sentences of `unseen.txt` or `dev.txt`."""
    lines = (HERE / name).read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def words_of(text: str) -> list[str]:
    """Words as the recogniser spells them: small letters and apostrophes."""
    return re.findall(r"[a-z']+", text.lower())


def word_errors(said: list[str], heard: list[str]) -> int:
    """Substitutions, insertions and deletions (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (word != other))
    return row[-1]


def hear(decoder: pocketsphinx.Decoder, samples: NDArray[np.float64], rate: int) -> str:
    """What PocketSphinx hears in `samples`: peak at -3 dB, a quarter second of quiet around."""
    if rate != RATE:
        from scipy.signal import resample_poly

        common = math.gcd(rate, RATE)
        samples = resample_poly(samples, RATE // common, rate // common)
    loud = samples * (PEAK / max(float(np.abs(samples).max()), 1e-9))
    quiet = np.random.default_rng(0).normal(0, 1e-4, RATE // 4)
    pcm = (np.concatenate([quiet, loud, quiet]) * 32767).astype(np.int16)
    decoder.start_utt()
    decoder.process_raw(pcm.tobytes(), no_search=False, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr if found else ""


def word_error_rate(speak: Speak, texts: list[str], show: bool = False) -> float:
    """Errors per word over `texts`, each spoken by `speak` (samples, rate)."""
    decoder = pocketsphinx.Decoder(samprate=float(RATE), loglevel="FATAL")
    wrong = total = 0
    for text in texts:
        said, heard = words_of(text), words_of(hear(decoder, *speak(text)))
        errors = word_errors(said, heard)
        wrong, total = wrong + errors, total + len(said)
        if show and errors:
            print(f"  {errors}  {text}  ->  {' '.join(heard)}")
    return wrong / total


def piper_speaker(model: Path, length: float | None = None) -> Speak:
    """Speaks through stock PiperVoice, on one thread."""
    import json

    import onnxruntime
    from piper import PiperConfig, PiperVoice, SynthesisConfig

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    config = PiperConfig.from_dict(json.loads(Path(f"{model}.json").read_text()))
    voice = PiperVoice(session=session, config=config)
    how = SynthesisConfig(length_scale=length)

    def speak(text: str) -> tuple[NDArray[np.float64], int]:
        chunks = [chunk.audio_float_array for chunk in voice.synthesize(text, how)]
        return np.concatenate(chunks).astype(np.float64), config.sample_rate

    return speak


def flite_speaker(name: str) -> Speak:
    """Speaks through a voice of flite."""
    from voice.teacher import speak as flite

    def speak(text: str) -> tuple[NDArray[np.float64], int]:
        return flite(text, name)[0], RATE

    return speak


def real_time_factor(speak: Speak, texts: list[str]) -> float:
    """Processor seconds for each second of sound."""
    speak(texts[0])
    started, sound = time.process_time(), 0.0
    for text in texts:
        samples, rate = speak(text)
        sound += len(samples) / rate
    return (time.process_time() - started) / sound


def program_speaker(model: Path, with_timbre: bool) -> Speak:
    """Speaks through the program's own engine, with the default effect of the settings or none."""
    from rotom.domain.character import Prosody
    from rotom.domain.settings import Settings
    from rotom.domain.speech import Language
    from rotom.engines.piper import PiperSpeech

    usual = Settings()
    default = Prosody(speed=usual.speed, pitch_semitones=usual.pitch, ghostliness=usual.ghostliness)
    voice = PiperSpeech(model, Path(f"{model}.json"), Language.ENGLISH)

    def speak(text: str) -> tuple[NDArray[np.float64], int]:
        said = voice.synthesise(text, Language.ENGLISH, default if with_timbre else Prosody())
        return said.audio.samples.astype(np.float64), said.audio.rate_hz

    return speak


def first_sentence_ms(speak: Speak, text: str = "Hello there, how was your day so far?") -> float:
    """Processor milliseconds until a sentence of eight words is ready, median of nine."""
    took = []
    for _ in range(9):
        before = time.process_time()
        speak(text)
        took.append((time.process_time() - before) * 1000)
    return statistics.median(took)


def report(model: Path, show: bool = False) -> None:
    """Word errors on the unseen sentences, real-time factor, first sentence."""
    texts = read_sentences("unseen.txt")
    print("| as | word errors | processor time per second | first sentence of 8 words |")
    print("|---|---|---|---|")
    for name, with_timbre in (("plain", False), ("with the default timbre", True)):
        speak = program_speaker(model, with_timbre)
        errors = word_error_rate(speak, texts, show)
        factor, first = real_time_factor(speak, texts[:20]), first_sentence_ms(speak)
        print(f"| {name} | {errors:.1%} | {factor:.3f} | {first:.0f} ms |", flush=True)


if __name__ == "__main__":
    report(STARTER)
