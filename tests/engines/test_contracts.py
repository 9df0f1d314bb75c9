"""What every engine of a kind does, the real ones and the scripted ones alike."""

import re
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import pytest

from rotom import files
from rotom.domain.character import Prosody
from rotom.domain.engines import (
    EngineError,
    LanguageModel,
    Loudspeaker,
    SpeechToText,
    TextToSpeech,
    VoiceActivity,
)
from rotom.domain.speech import (
    FRAME_SAMPLES,
    HEARING_RATE_HZ,
    AudioChunk,
    Language,
    Message,
    Samples,
)
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.scripted import (
    ScriptedBrain,
    ScriptedEars,
    ScriptedLoudspeaker,
    ScriptedVad,
    ScriptedVoice,
)
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import FileLoudspeaker
from tests.engines.conftest import spoken, starter_voice

STARTER_BRAIN = files.models() / "starter" / "brain" / "rotom-starter.gguf"
HELLO = [Message("system", "You are Rotom."), Message("user", "Hello, who are you?")]


def frames(samples: Samples) -> list[Samples]:
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    return list(samples[:whole].reshape(-1, FRAME_SAMPLES))


def never() -> bool:
    return False


# --- voice activity


@pytest.fixture(params=[SileroVad, ScriptedVad])
def vad(request: pytest.FixtureRequest) -> VoiceActivity:
    made: VoiceActivity = request.param()
    return made


def test_speech_is_probable_and_silence_is_not(vad: VoiceActivity) -> None:
    speech = frames(spoken("tell me a funny story please"))
    heard = [vad.probability(frame) for frame in speech]
    assert all(0.0 <= probability <= 1.0 for probability in heard)
    assert np.mean(heard[20:60]) > 0.6
    assert max(heard[:10]) < 0.3
    vad.reset()
    assert vad.probability(np.zeros(FRAME_SAMPLES, np.float32)) < 0.3


def test_after_a_reset_the_same_sound_is_heard_the_same_way(vad: VoiceActivity) -> None:
    speech = frames(spoken("tell me a funny story please"))[:40]
    first = [vad.probability(frame) for frame in speech]
    vad.reset()
    assert [vad.probability(frame) for frame in speech] == pytest.approx(first)


def test_a_frame_of_another_length_is_refused(vad: VoiceActivity) -> None:
    with pytest.raises(ValueError, match="512"):
        vad.probability(np.zeros(100, np.float32))


# --- speech to text


@pytest.fixture(params=["english_ears", "whisper_ears", "scripted"])
def ears(request: pytest.FixtureRequest) -> SpeechToText:
    if request.param == "scripted":
        return ScriptedEars(["hello there"] * 4)
    made: SpeechToText = request.getfixturevalue(request.param)
    return made


def test_ears_have_a_name_and_hear_english(ears: SpeechToText) -> None:
    assert ears.name
    assert Language.ENGLISH in ears.hears


def test_an_utterance_fed_in_pieces_of_any_length_is_understood(ears: SpeechToText) -> None:
    ears.start(Language.ENGLISH)
    speech = spoken("hello can you hear me")
    places = [0, 1, 200, 5000, 5000, 20_000, len(speech)]
    for start, end in pairwise(places):
        ears.feed(speech[start:end])
        assert isinstance(ears.partial(), str)
    heard = ears.finish()
    assert {"hello", "hear"} & set(heard.text.split())
    assert heard.language is Language.ENGLISH
    assert 0.0 < heard.confidence <= 1.0


def test_an_utterance_of_which_nothing_was_fed_is_empty(ears: SpeechToText) -> None:
    ears.start(Language.ENGLISH)
    assert ears.finish().text == ""


def test_a_new_start_forgets_what_was_fed_before(ears: SpeechToText) -> None:
    ears.start(Language.ENGLISH)
    ears.feed(spoken("tell me a funny story please"))
    ears.start(Language.ENGLISH)
    assert ears.finish().text == ""


@pytest.mark.parametrize("ears", ["english_ears", "whisper_ears"], indirect=True)
@pytest.mark.parametrize("length", [1, 100, 16_000])
@pytest.mark.parametrize("value", [0.0, 0.0004, np.nan, np.inf])
def test_silence_and_no_numbers_are_no_words(ears: SpeechToText, length: int, value: float) -> None:
    ears.start(Language.ENGLISH)
    ears.feed(np.full(length, value, np.float32))
    assert ears.finish().text == ""


# --- language model


@pytest.fixture(params=["tiny", "starter", "scripted"])
def brain(request: pytest.FixtureRequest) -> LanguageModel:
    if request.param == "scripted":
        return ScriptedBrain(["Hello, I am a ghost."])
    if request.param == "tiny":
        made: LanguageModel = request.getfixturevalue("tiny_brain")
        return made
    if not STARTER_BRAIN.is_file():
        pytest.skip("the starter brain is not in models/starter")
    return LlamaBrain(STARTER_BRAIN, 1)


def test_a_reply_comes_in_pieces_without_white_space_around_it(brain: LanguageModel) -> None:
    pieces = list(brain.reply(HELLO, never))
    reply = "".join(pieces)
    assert pieces
    assert all(pieces)
    assert reply == reply.strip()
    assert "<|im_end|>" not in reply


def test_a_reply_cancelled_before_it_begins_is_empty(brain: LanguageModel) -> None:
    assert list(brain.reply(HELLO, lambda: True)) == []


def test_a_cancelled_reply_ends_without_an_error_and_the_brain_goes_on(
    brain: LanguageModel,
) -> None:
    cancelled = threading.Event()
    said = []
    for piece in brain.reply(HELLO, cancelled.is_set):
        said.append(piece)
        cancelled.set()
    assert len(said) == 1
    assert "".join(brain.reply(HELLO, never))


def test_an_abandoned_reply_leaves_the_brain_usable(brain: LanguageModel) -> None:
    reply = brain.reply(HELLO, never)
    next(reply)
    del reply
    assert "".join(brain.reply(HELLO, never))


def test_more_text_has_more_tokens(brain: LanguageModel) -> None:
    assert brain.count_tokens("") == 0
    assert 0 < brain.count_tokens("hello") < brain.count_tokens("hello hello hello")
    assert brain.context_tokens > 0


def test_a_conversation_longer_than_the_context_is_refused(brain: LanguageModel) -> None:
    long = [Message("user", "word " * (brain.context_tokens + 1))]
    with pytest.raises(EngineError, match="too long"):
        list(brain.reply(long, never))
    assert "".join(brain.reply(HELLO, never))


def test_a_warmed_brain_replies(brain: LanguageModel) -> None:
    brain.warm(HELLO[:1])
    assert "".join(brain.reply(HELLO, never))


# --- text to speech

VOICES: dict[str, Callable[[], TextToSpeech]] = {
    "espeak en": lambda: EspeakSpeech(Language.ENGLISH),
    "espeak ko": lambda: EspeakSpeech(Language.KOREAN),
    "piper": starter_voice,
    "scripted": ScriptedVoice,
}
SENTENCES = {
    Language.ENGLISH: "Hello there, my battery is warm.",
    Language.KOREAN: "안녕하세요, 반가워요.",
}


@pytest.fixture(scope="module", params=list(VOICES))
def voice(request: pytest.FixtureRequest) -> TextToSpeech:
    return VOICES[request.param]()


def test_a_sentence_sounds_for_a_sensible_time_with_a_mouth_that_fits(voice: TextToSpeech) -> None:
    for language in voice.speaks:
        phrase = voice.synthesise(SENTENCES[language], language, Prosody())
        sound = phrase.audio.samples
        assert sound.dtype == np.float32
        assert sound.ndim == 1
        assert 0.5 < phrase.audio.seconds < 5.0
        assert np.isfinite(sound).all()
        assert 0.1 < np.abs(sound).max() <= 1.0
        times = [move.at_s for move in phrase.mouth]
        assert times == sorted(set(times))
        assert times[0] >= 0.0
        assert times[-1] == pytest.approx(phrase.audio.seconds, abs=0.05)
        assert phrase.mouth[-1].opening == 0.0
        assert {move.shape for move in phrase.mouth} <= set("aeomf") | {""}
        assert any(move.opening > 0.3 for move in phrase.mouth)


@pytest.mark.parametrize("text", ["", "   ", "...", "🎉🎉", "\x00\x07", "*~*"])
def test_a_text_that_nobody_can_say_is_an_empty_sound(voice: TextToSpeech, text: str) -> None:
    language = min(voice.speaks)
    assert len(voice.synthesise(text, language, Prosody()).audio.samples) == 0


@pytest.mark.parametrize(
    "text", ["Hello 🎉 there", "שלום", "안녕 hello", "[[nope]]", "a\x00b", "1,000.5%", "\ud800 hi"]
)
def test_any_other_text_can_be_said(voice: TextToSpeech, text: str) -> None:
    phrase = voice.synthesise(text, min(voice.speaks), Prosody())
    assert np.isfinite(phrase.audio.samples).all()


def test_speed_and_volume_do_what_they_say(voice: TextToSpeech) -> None:
    language = min(voice.speaks)
    text = SENTENCES[language]
    plain = voice.synthesise(text, language, Prosody(liveliness=0.0)).audio
    quick = voice.synthesise(text, language, Prosody(speed=1.4, liveliness=0.0)).audio
    quiet = voice.synthesise(text, language, Prosody(volume=0.25, liveliness=0.0)).audio
    assert plain.seconds / quick.seconds == pytest.approx(1.4, rel=0.12)
    ratio = np.sqrt(np.mean(np.square(quiet.samples)) / np.mean(np.square(plain.samples)))
    assert ratio == pytest.approx(0.25, rel=0.1)


def test_a_language_that_is_not_spoken_is_refused(voice: TextToSpeech) -> None:
    for language in set(Language) - voice.speaks:
        with pytest.raises(EngineError):
            voice.synthesise("hello", language, Prosody())


# --- loudspeaker


@pytest.fixture(params=["scripted", "file"])
def loudspeaker(request: pytest.FixtureRequest) -> Iterator[Loudspeaker]:
    made: Loudspeaker = (
        ScriptedLoudspeaker(instant=True) if request.param == "scripted" else FileLoudspeaker()
    )
    yield made
    made.close()


def test_every_sound_starts_then_ends_once_in_order(loudspeaker: Loudspeaker) -> None:
    told: list[str] = []
    for name, length in (("a", 400), ("b", 0), ("c", 700)):
        loudspeaker.play(
            AudioChunk(np.full(length, 0.5, np.float32), HEARING_RATE_HZ),
            lambda name=name: told.append(f"{name} starts"),  # type: ignore[misc]
            lambda fraction, name=name: told.append(f"{name} ends {fraction}"),  # type: ignore[misc]
        )
    loudspeaker.stop()
    assert re.findall(r"\w starts", " ".join(told)) == ["a starts", "b starts", "c starts"]
    assert [t for t in told if "ends" in t] == ["a ends 1.0", "b ends 1.0", "c ends 1.0"]


def test_stopping_and_volume_need_nothing_to_play(loudspeaker: Loudspeaker) -> None:
    loudspeaker.stop()
    loudspeaker.set_volume(0.2)
    loudspeaker.stop()
    told: list[float] = []
    loudspeaker.play(
        AudioChunk(np.full(160, 0.5, np.float32), HEARING_RATE_HZ), lambda: None, told.append
    )
    loudspeaker.stop()
    assert len(told) == 1, "it still plays"
