"""The real engines on the starter models, and the shipped question, as the benches use them."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rotom.app import App
from rotom.conversation.session import Engines
from rotom.domain.engines import LanguageModel, SpeechToText, TextToSpeech
from rotom.domain.settings import Settings
from rotom.domain.speech import Language, Samples
from rotom.engines.sound_files import read_sound
from rotom.files import assets, user_folders
from rotom.making import thinking_threads


@contextmanager
def _engines() -> Iterator[Engines]:
    """As the shipped settings make them; what was loaded stays when the folder has gone."""
    with (
        TemporaryDirectory(prefix="rotom-bench-") as folder,
        closing(App(user_folders(Path(folder)), keep=False)) as app,
    ):
        yield app.engines()


def load_ears() -> SpeechToText:
    with _engines() as engines:
        assert engines.ears is not None
        return engines.ears()


def load_brain() -> LanguageModel:
    with _engines() as engines:
        return engines.brain()


def load_voice() -> TextToSpeech:
    with _engines() as engines:
        return engines.voices()[Language.ENGLISH]


def question() -> Samples:
    """The shipped question at 16 kHz."""
    return read_sound(assets() / "sounds" / "question.wav").samples


def threads() -> int:
    return thinking_threads(Settings(), os.cpu_count() or 1)
