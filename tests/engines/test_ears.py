"""The ears one by one: what they invent, what they refuse, which files they need."""

import socket
from collections.abc import Callable
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.faster_whisper import WhisperEars
from rotom.engines.pocketsphinx import PocketSphinxEars, bundled_models
from rotom.engines.silero import SileroVad, bundled_model
from tests.engines.conftest import STARTER_VOICE, spoken
from tests.engines.tiny_whisper import write_tiny_whisper


def noise(seconds: float = 2.0, level: float = 0.05) -> Samples:
    samples = np.random.default_rng(11).normal(0, level, round(seconds * HEARING_RATE_HZ))
    return samples.astype(np.float32)


# --- PocketSphinx


def test_pocketsphinx_says_what_it_hears_while_it_is_spoken(
    english_ears: PocketSphinxEars,
) -> None:
    speech = spoken("what time is it now")
    english_ears.start(Language.ENGLISH)
    english_ears.feed(speech[: len(speech) * 3 // 4])
    assert english_ears.partial()
    english_ears.feed(speech[len(speech) * 3 // 4 :])
    heard = english_ears.finish()
    assert {"what", "time", "now"} & set(heard.text.split())
    assert heard.confidence > 0.3


def test_pocketsphinx_hears_quiet_speech_as_it_hears_loud(english_ears: PocketSphinxEars) -> None:
    speech = spoken("can you hear me now")
    heard = []
    for gain in (1.0, 0.05):
        english_ears.start(Language.ENGLISH)
        english_ears.feed(speech * np.float32(gain))
        heard.append(set(english_ears.finish().text.split()))
    assert {"hear", "me"} <= heard[0]
    assert len(heard[0] & heard[1]) >= 2


def test_pocketsphinx_makes_no_words_of_noise(english_ears: PocketSphinxEars) -> None:
    english_ears.start(Language.ENGLISH)
    english_ears.feed(noise())
    assert len(english_ears.finish().text.split()) <= 1


def test_silence_does_not_spoil_what_is_heard_next(english_ears: PocketSphinxEars) -> None:
    for _ in range(3):
        english_ears.start(Language.ENGLISH)
        english_ears.feed(noise(1.0, 0.003))
        english_ears.finish()
    english_ears.start(Language.ENGLISH)
    english_ears.feed(spoken("can you hear me now"))
    assert {"hear", "me"} <= set(english_ears.finish().text.split())


def test_pocketsphinx_refuses_korean_with_a_way_out(english_ears: PocketSphinxEars) -> None:
    with pytest.raises(EngineError, match="Whisper"):
        english_ears.start(Language.KOREAN)


def test_pocketsphinx_feeds_nothing_outside_of_an_utterance(english_ears: PocketSphinxEars) -> None:
    english_ears.start(Language.ENGLISH)
    english_ears.finish()
    english_ears.feed(noise())
    assert english_ears.partial() == ""
    assert english_ears.finish().text == ""


def test_pocketsphinx_writes_nothing_past_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    ears = PocketSphinxEars(SileroVad())
    ears.start(Language.ENGLISH)
    ears.feed(noise(0.5))
    ears.finish()
    assert capfd.readouterr() == ("", "")


def test_pocketsphinx_without_or_with_damaged_files_says_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EngineError, match="Install"):
        PocketSphinxEars(SileroVad(), tmp_path)
    for name in ("cmudict-en-us.dict", "en-us"):
        (tmp_path / name).symlink_to(bundled_models() / name)
    (tmp_path / "en-us.lm.bin").write_bytes(b"no language model at all")
    with pytest.raises(EngineError, match="damaged"):
        PocketSphinxEars(SileroVad(), tmp_path)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("content", [None, b"no language model at all"], ids=["missing", "damaged"])
def test_without_a_language_model_of_our_own_the_general_one_hears_and_it_is_said(
    tmp_path: Path, content: bytes | None, capfd: pytest.CaptureFixture[str]
) -> None:
    ours = tmp_path / "companion.lm.bin"
    if content is not None:
        ours.write_bytes(content)
    ears = PocketSphinxEars(SileroVad(), language_model=ours)
    assert str(ours) in ears.lacks
    assert "Install" in ears.lacks
    ears.start(Language.ENGLISH)
    ears.feed(spoken("can you hear me now"))
    assert {"hear", "me"} <= set(ears.finish().text.split())
    assert capfd.readouterr().err == ""


# --- Whisper


def test_whisper_hears_the_languages_of_its_tokenizer(tmp_path: Path, tiny_whisper: Path) -> None:
    assert WhisperEars(tiny_whisper).hears == set(Language)
    english = WhisperEars(write_tiny_whisper(tmp_path / "en", ("en",)))
    assert english.hears == {Language.ENGLISH}
    with pytest.raises(EngineError, match="do not understand"):
        english.start(Language.KOREAN)
    korean = WhisperEars(write_tiny_whisper(tmp_path / "ko", ("ko", "ja")))
    assert korean.hears == {Language.KOREAN}
    with pytest.raises(EngineError, match="neither"):
        WhisperEars(write_tiny_whisper(tmp_path / "fr", ("fr", "ja")))


def test_whisper_is_told_the_language_and_says_it(whisper_ears: WhisperEars) -> None:
    whisper_ears.start(Language.KOREAN)
    whisper_ears.feed(noise())
    assert whisper_ears.finish().language is Language.KOREAN


@pytest.mark.parametrize(
    ("says", "certainty"), [("hello", 0.1), ("ab" * 40, 1.0)], ids=["unsure", "looping"]
)
def test_text_that_whisper_invented_is_dropped(tmp_path: Path, says: str, certainty: float) -> None:
    ears = WhisperEars(write_tiny_whisper(tmp_path / "ears", says=says, certainty=certainty))
    ears.start(Language.ENGLISH)
    ears.feed(noise())
    heard = ears.finish()
    assert heard.text == ""
    assert heard.confidence == 0.0


def test_whisper_is_less_confident_where_its_words_are_less_probable(
    tmp_path: Path, whisper_ears: WhisperEars
) -> None:
    unsure = WhisperEars(write_tiny_whisper(tmp_path / "ears", certainty=0.3))
    confidences = []
    for ears in (unsure, whisper_ears):
        ears.start(Language.ENGLISH)
        ears.feed(noise())
        heard = ears.finish()
        assert heard.text == "hello"
        confidences.append(heard.confidence)
    assert 0.0 < confidences[0] < 0.8 < confidences[1] <= 1.0


def test_whisper_is_loaded_without_the_network(
    tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert WhisperEars(tiny_whisper).name


def cut(path: Path, keep: int) -> None:
    path.write_bytes(path.read_bytes()[:keep])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: (f / "tokenizer.json").unlink(), "tokenizer.json is missing"),
        (lambda f: (f / "model.bin").unlink(), "model.bin is missing"),
        (lambda f: (f / "config.json").unlink(), "config.json is missing"),
        (lambda f: (f / "vocabulary.json").unlink(), "damaged"),
        (lambda f: (f / "model.bin").write_bytes(b"nothing of the kind"), "damaged"),
        (lambda f: cut(f / "model.bin", 100_000), "damaged"),
        (lambda f: (f / "tokenizer.json").write_text("{"), "damaged"),
    ],
)
def test_a_whisper_folder_that_is_not_whole_is_refused(
    tmp_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    folder = write_tiny_whisper(tmp_path / "ears")
    spoil(folder)
    with pytest.raises(EngineError, match=says) as refused:
        WhisperEars(folder)
    assert str(folder) in str(refused.value)


def test_whisper_wants_a_folder(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no folder"):
        WhisperEars(tmp_path / "none")


# --- Silero


def test_silero_hears_no_speech_in_noise_or_a_tone() -> None:
    vad = SileroVad()
    time_s = np.arange(32 * 512) / HEARING_RATE_HZ
    tone = (0.3 * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32)
    for sound in (noise(1.0), tone):
        vad.reset()
        whole = sound[: len(sound) // 512 * 512].reshape(-1, 512)
        assert np.mean([vad.probability(frame) for frame in whole]) < 0.3


def test_silero_survives_what_is_not_a_number() -> None:
    vad = SileroVad()
    assert 0.0 <= vad.probability(np.full(512, np.nan, np.float32)) <= 1.0
    assert 0.0 <= vad.probability(np.full(512, np.inf, np.float32)) <= 1.0
    assert 0.0 <= vad.probability(np.zeros(512, np.float32)) <= 1.0


def test_a_missing_damaged_or_foreign_silero_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EngineError, match="missing"):
        SileroVad(tmp_path / "none.onnx")
    cut_off = tmp_path / "cut.onnx"
    cut_off.write_bytes(bundled_model().read_bytes()[:1000])
    with pytest.raises(EngineError, match="damaged"):
        SileroVad(cut_off)
    with pytest.raises(EngineError, match="not a Silero"):
        SileroVad(STARTER_VOICE)
    assert capfd.readouterr().err == ""


class Windows:
    """Notes how many frames each window of an utterance has that the ears look at."""

    def __init__(self, ears: WhisperEars, monkeypatch: pytest.MonkeyPatch) -> None:
        self.frames: list[int] = []
        self._encode = ears._model.encode
        monkeypatch.setattr(ears._model, "encode", self._note)

    def _note(self, features: np.ndarray) -> object:
        self.frames.append(features.shape[-1])
        return self._encode(features)


def listened(ears: WhisperEars, seconds: float) -> str:
    ears.start(Language.ENGLISH)
    ears.feed(np.tile(noise(), 40)[: int(seconds * HEARING_RATE_HZ)])
    return ears.finish().text


def test_whisper_hears_an_utterance_in_a_window_as_long_as_it_needs(
    whisper_ears: WhisperEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows(whisper_ears, monkeypatch)
    texts = {listened(whisper_ears, seconds) for seconds in (1.0, 8.0, 15.0, 28.5)}
    assert texts == {"hello"}
    assert windows.frames == [1000, 1000, 1700, 3000]


def test_the_short_window_can_be_switched_off(
    tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears = WhisperEars(tiny_whisper, short_context=False)
    windows = Windows(ears, monkeypatch)
    assert listened(ears, 1.0) == "hello"
    assert windows.frames == [3000]


def test_doubtful_words_are_heard_again_in_a_whole_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears = WhisperEars(write_tiny_whisper(tmp_path / "ears", certainty=0.1))
    windows = Windows(ears, monkeypatch)
    listened(ears, 1.0)
    assert windows.frames == [1000, 3000]


def test_whisper_tells_what_it_understood_so_far_once_it_knows_that_this_takes_little(
    tiny_whisper: Path,
) -> None:
    ears = WhisperEars(tiny_whisper, clock=count(0, 0.1).__next__)
    ears.start(Language.ENGLISH)
    ears.feed(np.tile(noise(), 4))
    assert ears.partial() == "", "nothing was measured yet"
    assert ears.finish().text == "hello"
    ears.start(Language.ENGLISH)
    ears.feed(np.tile(noise(), 4)[: HEARING_RATE_HZ // 2])
    assert ears.partial() == "", "half a second is too little"
    ears.feed(np.tile(noise(), 8)[: 2 * HEARING_RATE_HZ])
    assert ears.partial() == "hello"
    assert ears.finish().text == "hello"


def test_a_whisper_that_takes_long_says_nothing_before_the_end(tiny_whisper: Path) -> None:
    ears = WhisperEars(tiny_whisper, clock=count(0, 0.5).__next__)
    for _ in range(2):
        ears.start(Language.ENGLISH)
        ears.feed(np.tile(noise(), 4))
        assert ears.partial() == ""
        assert ears.finish().text == "hello"
