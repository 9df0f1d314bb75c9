"""The real engines on the starter models, and the shipped question, as the benches use them."""

import os

from rotom.app import App
from rotom.domain.engines import LanguageModel, SpeechToText, TextToSpeech
from rotom.domain.settings import Settings
from rotom.domain.speech import Language, Samples
from rotom.engines.sound_files import read_sound
from rotom.files import assets, user_folders
from rotom.making import thinking_threads


def _app() -> App:
    from pathlib import Path
    from tempfile import mkdtemp

    return App(user_folders(Path(mkdtemp(prefix="rotom-bench-"))), keep=False)


def load_ears() -> SpeechToText:
    load = _app().engines().ears
    assert load is not None
    return load()


def load_brain() -> LanguageModel:
    return _app().engines().brain()


def load_voice() -> TextToSpeech:
    return _app().engines().voices()[Language.ENGLISH]


def question() -> Samples:
    """The shipped question at 16 kHz."""
    return read_sound(assets() / "sounds" / "question.wav").samples


def threads() -> int:
    return thinking_threads(Settings(), os.cpu_count() or 1)
