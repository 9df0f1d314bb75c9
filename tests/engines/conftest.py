"""Engines and sounds that the tests of this folder share; each is made once."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from rotom import files
from rotom.domain.character import Prosody
from rotom.domain.sampling import Sampling
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.faster_whisper import WhisperEars
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.piper import PiperSpeech
from rotom.engines.pocketsphinx import PocketSphinxEars
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import resampled
from tests.engines.tiny_gguf import write_tiny_gguf
from tests.engines.tiny_whisper import write_tiny_whisper

STARTER_VOICE = files.models() / "starter" / "voice" / "rotom-en.onnx"


@cache
def starter_voice() -> PiperSpeech:
    return PiperSpeech(STARTER_VOICE, STARTER_VOICE.with_suffix(".onnx.json"), Language.ENGLISH)


@cache
def spoken(text: str) -> Samples:
    """The text in the starter voice at 16 kHz, with half a second of faint noise around it."""
    phrase = starter_voice().synthesise(text, Language.ENGLISH, Prosody(liveliness=0.0))
    voice = resampled(phrase.audio, HEARING_RATE_HZ).samples
    around = np.zeros(HEARING_RATE_HZ // 2, np.float32)
    sound = np.concatenate([around, voice, around])
    noise = np.random.default_rng(7).normal(0, 0.0003, len(sound))
    return (sound + noise).astype(np.float32)


@pytest.fixture(scope="session")
def tiny_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("brain") / "tiny.gguf")


@pytest.fixture(scope="session")
def tiny_brain(tiny_gguf: Path) -> LlamaBrain:
    return LlamaBrain(tiny_gguf, 1, sampling=Sampling(seed=1, max_tokens=40))


@pytest.fixture(scope="session")
def tiny_whisper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_whisper(tmp_path_factory.mktemp("ears") / "tiny")


@pytest.fixture(scope="session")
def whisper_ears(tiny_whisper: Path) -> WhisperEars:
    return WhisperEars(tiny_whisper, 1)


@pytest.fixture(scope="session")
def english_ears() -> PocketSphinxEars:
    return PocketSphinxEars(SileroVad())
