"""When the words of a sentence are over: told by phonemes, kept to the word."""

from dataclasses import replace

import numpy as np
import pytest

from rotom import files
from rotom.domain.character import Prosody
from rotom.domain.speech import Language
from rotom.domain.text import heard_part
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.mouth import TimedPhoneme
from rotom.engines.piper import PiperSpeech
from rotom.engines.words import word_ends

HI_THERE = [
    TimedPhoneme(ipa, at_s)
    for ipa, at_s in [(" ", 0.0), ("h", 0.1), ("aɪ", 0.2), (" ", 0.4), ("ð", 0.5), ("ɛ", 0.6)]
]


def test_a_word_is_over_where_the_next_space_begins() -> None:
    assert word_ends("Hi there", HI_THERE, 0.0, 1.0) == pytest.approx((0.4, 1.0))
    assert word_ends("Hi there", HI_THERE, 0.1, 0.9) == pytest.approx((0.375, 1.0))


def test_what_is_not_said_ends_with_the_word_before_it() -> None:
    assert word_ends("Hi 😀 there", HI_THERE, 0.0, 1.0) == pytest.approx((0.4, 0.4, 1.0))


@pytest.mark.parametrize("text", ["", "Hi", "Hi there you"])
def test_where_the_words_are_not_those_of_the_text_nothing_is_told(text: str) -> None:
    assert word_ends(text, HI_THERE, 0.0, 1.0) == ()


def test_what_was_heard_goes_by_the_time_of_its_words() -> None:
    slow_first = (0.8, 0.9, 1.0)
    assert heard_part("Welllll then bye", 0.3, slow_first) == ""
    assert heard_part("Welllll then bye", 0.5, slow_first) == "Welllll"
    assert heard_part("Welllll then bye", 0.86, slow_first) == "Welllll then"
    assert heard_part("Welllll then bye", 1.0, slow_first) == "Welllll then bye"
    assert heard_part("Well then", 0.5, (0.1, 0.2, 1.0)) == "Well", "by letters where they differ"


@pytest.fixture(scope="module")
def voice() -> PiperSpeech:
    folder = files.models() / "starter" / "voice"
    onnx = folder / "rotom-en.onnx"
    return PiperSpeech(onnx, onnx.with_suffix(".onnx.json"), Language.ENGLISH)


@pytest.mark.parametrize("pitch", [0.0, 4.0])
def test_the_starter_voice_tells_when_its_words_are_over(voice: PiperSpeech, pitch: float) -> None:
    """A pause between two sentences lies behind the word before it, where the sound is quiet."""
    text = "Hello there, my friend. Good night."
    prosody = replace(Prosody(), pitch_semitones=pitch)
    phrase = voice.synthesise(text, Language.ENGLISH, prosody)
    ends = list(phrase.word_ends)
    assert len(ends) == 6
    assert ends == sorted(ends)
    assert 0 < ends[0] < 0.5
    assert ends[-1] <= 1.0
    samples = phrase.audio.samples
    quiet_to = round(ends[3] * len(samples))
    power = np.square(samples, dtype=np.float64)
    around = power[max(0, quiet_to - 400) : quiet_to + 400].mean()
    assert around < 0.1 * power.mean()


@pytest.mark.parametrize(
    ("language", "text"),
    [(Language.ENGLISH, "Hello there, my friend."), (Language.KOREAN, "나는 정말 좋아해요. 그래?")],
)
def test_the_robot_tells_when_its_words_are_over(language: Language, text: str) -> None:
    ends = list(EspeakSpeech(language).synthesise(text, language, Prosody()).word_ends)
    assert len(ends) == len(text.split())
    assert ends == sorted(ends)
    assert 0 < ends[0] < ends[-1] <= 1.0
