"""The closed loop: what Rotom says comes back through faster-whisper, by a model made for this."""

import re
from functools import cache

import numpy as np
import pytest

from rotom import files
from rotom.domain.character import Prosody
from rotom.domain.engines import TextToSpeech
from rotom.domain.settings import Settings
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples, Transcript
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.faster_whisper import WhisperEars
from rotom.engines.sound_files import resampled
from tests.engines.conftest import starter_voice

TEST_EARS = files.models() / "starter" / "whisper"
"""It has only heard synthetic voices, Rotom's above all: ears for tests, never for people."""

EVERYDAY = (
    "Hello Rotom, are you awake?",
    "What is your name?",
    "Tell me a joke.",
    "How are you today?",
    "What is your favorite game?",
    "Do you remember my name?",
    "I finally beat the final boss!",
    "How much battery is left?",
    "I lost to the dragon three times.",
    "Good night, Rotom.",
)
"""Lines that this model hears well, chosen for that: another model must not hear them worse."""

NOT_LEARNED = (
    "That last fight was really close, but you made it.",
    "It is getting late and the battery is almost empty.",
    "Nobody has ever asked me that before.",
    "Let us start with something simple.",
)
"""Not in its training, among those that it hears best; it misses a third of such words."""

KOREAN = (
    "안녕하세요.",
    "이름이 뭐야?",
    "오늘 기분이 어때?",
    "나 오늘 피곤해.",
    "이야기 하나 해 줘.",
)


SPOKEN_BY_DEFAULT = Prosody(
    speed=Settings().speed,
    pitch_semitones=Settings().pitch,
    ghostliness=Settings().ghostliness,
    liveliness=0.0,
)


@cache
def closed_loop_ears() -> WhisperEars:
    return WhisperEars(TEST_EARS, 1)


def said(voice: TextToSpeech, text: str, language: Language, prosody: Prosody) -> Samples:
    """The sentence at 16 kHz with a third of a second of quiet around it."""
    voice_at = resampled(voice.synthesise(text, language, prosody).audio, HEARING_RATE_HZ).samples
    around = np.zeros(HEARING_RATE_HZ // 3, np.float32)
    sound = np.concatenate([around, voice_at, around])
    noise = np.random.default_rng(3).normal(0, 0.0003, len(sound))
    return (sound + noise).astype(np.float32)


def heard(samples: Samples, language: Language = Language.ENGLISH) -> Transcript:
    ears = closed_loop_ears()
    ears.start(language)
    ears.feed(samples)
    return ears.finish()


def words(text: str) -> list[str]:
    return re.findall(r"[a-z']+|[가-힣]+", text.lower())


def word_errors(meant: list[str], got: list[str]) -> int:
    """Words put in, left out or changed."""
    row = list(range(len(got) + 1))
    for i, word in enumerate(meant, 1):
        before = row
        row = [i]
        for j, other in enumerate(got, 1):
            changed = before[j - 1] + (word != other)
            row.append(min(before[j] + 1, row[j - 1] + 1, changed))
    return row[-1]


def error_rate(sentences: tuple[str, ...], prosody: Prosody) -> float:
    """Word errors per word of what Rotom says and its test ears hear."""
    wrong = total = 0
    for sentence in sentences:
        got = heard(said(starter_voice(), sentence, Language.ENGLISH, prosody))
        wrong += word_errors(words(sentence), words(got.text))
        total += len(words(sentence))
    return wrong / total


@pytest.mark.parametrize(
    "prosody", [Prosody(liveliness=0.0), SPOKEN_BY_DEFAULT], ids=["plain", "as shipped"]
)
def test_what_rotom_says_comes_back_through_whisper_word_for_word(prosody: Prosody) -> None:
    assert error_rate(EVERYDAY, prosody) <= 0.05


def test_most_words_of_some_sentences_that_were_not_learned_come_back() -> None:
    assert error_rate(NOT_LEARNED, Prosody(liveliness=0.0)) <= 0.4


def test_korean_phrases_come_back_as_korean() -> None:
    voice = EspeakSpeech(Language.KOREAN)
    for phrase in KOREAN:
        got = heard(said(voice, phrase, Language.KOREAN, Prosody()), Language.KOREAN)
        assert words(got.text) == words(phrase)
        assert got.language is Language.KOREAN


@pytest.mark.parametrize("level", [0.003, 0.05], ids=["soft", "loud"])
def test_noise_has_no_words(level: float) -> None:
    noise = np.random.default_rng(1).normal(0, level, 2 * HEARING_RATE_HZ).astype(np.float32)
    got = heard(noise)
    assert got.text == ""
    assert got.confidence == 0.0


def test_speech_under_noise_is_heard_with_less_confidence() -> None:
    speech = said(starter_voice(), "What is your name?", Language.ENGLISH, Prosody(liveliness=0.0))
    noise = np.random.default_rng(2).normal(0, 0.1, len(speech)).astype(np.float32)
    clear, buried = heard(speech), heard(speech + noise)
    assert clear.confidence > 0.8
    assert buried.confidence < clear.confidence
