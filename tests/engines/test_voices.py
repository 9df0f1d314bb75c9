"""The voices one by one: their files, their phonemes, what they share."""

import json
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from shutil import copy

import numpy as np
import pytest
from onnxruntime import InferenceSession

from rotom.domain.character import Prosody
from rotom.domain.engines import EngineError
from rotom.domain.shipped import SHIPPED
from rotom.domain.speech import Language
from rotom.domain.text import speakable
from rotom.engines import espeak
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.onnx_durations import with_durations
from rotom.engines.piper import PiperSpeech
from rotom.engines.silero import bundled_model
from rotom.system.machine import held_bytes
from tests.engines.conftest import STARTER_VOICE, starter_voice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello, *little* ghost!", "Hello, little ghost!"),
        ("I ♥ you 🎉👻", "I you"),
        ("a\x00b\u202ec", "a b c"),
        ("[[hello]] {x}", "hello x"),
        ("안녕 👋", "안녕"),
        ("🎉", ""),
        ("?!...", ""),
        ("3.5%", "3.5%"),
        ("\ud800", ""),
    ],
)
def test_only_what_can_be_spoken_is_said(text: str, said: str) -> None:
    assert speakable(text) == said


def test_the_mouth_of_a_piper_voice_follows_its_phonemes() -> None:
    moves = starter_voice().synthesise("Mama", Language.ENGLISH, Prosody()).mouth
    shapes = [move.shape for move in moves if move.shape]
    assert shapes[:3] == ["m", "a", "m"]


def test_the_mouth_of_espeak_follows_its_phonemes() -> None:
    voice = EspeakSpeech(Language.ENGLISH)
    moves = voice.synthesise("Mama", Language.ENGLISH, Prosody()).mouth
    assert [move.shape for move in moves if move.shape][:3] == ["m", "a", "m"]


def test_a_piper_voice_without_durations_moves_its_mouth_by_loudness(tmp_path: Path) -> None:
    description = json.loads(STARTER_VOICE.with_suffix(".onnx.json").read_text())
    description["hop_length"] = 0
    config = tmp_path / "voice.onnx.json"
    config.write_text(json.dumps(description))
    phrase = PiperSpeech(STARTER_VOICE, config, Language.ENGLISH).synthesise(
        "Mama", Language.ENGLISH, Prosody()
    )
    assert max(move.opening for move in phrase.mouth) > 0.5
    assert len(phrase.mouth) > 5


def test_a_voice_that_keeps_its_durations_to_itself_is_made_to_tell_them() -> None:
    model = STARTER_VOICE.read_bytes()
    at = model.index(b"\n\x09durations\x12") - 2
    assert model[at] == 12 << 3 | 2
    silent = model[:at] + bytes([13 << 3 | 2]) + model[at + 1 :]
    assert len(InferenceSession(silent).get_outputs()) == 1
    phonemes = np.array([[1, 0, 25, 0, 14, 0, 25, 0, 2]])
    scales = np.array([0.0, 1.0, 0.0], np.float32)
    sound, frames = InferenceSession(with_durations(silent)).run(
        None, {"input": phonemes, "input_lengths": np.array([9]), "scales": scales}
    )
    hop = json.loads(STARTER_VOICE.with_suffix(".onnx.json").read_text())["hop_length"]
    assert frames.sum() * hop == pytest.approx(sound.size, rel=0.06)


@pytest.mark.parametrize("model", [b"", b"\x3a\xff", b"nothing of the kind", bytes(100)])
def test_what_is_no_model_is_given_back_as_it_is(model: bytes) -> None:
    assert with_durations(model) == model
    whole = STARTER_VOICE.read_bytes()
    assert with_durations(whole) == whole


def test_two_sentences_in_one_go_are_both_said() -> None:
    voice = starter_voice()
    one = voice.synthesise("Good morning.", Language.ENGLISH, Prosody()).audio.seconds
    two = voice.synthesise("Good morning. Good morning.", Language.ENGLISH, Prosody()).audio.seconds
    assert two > 1.7 * one


def test_a_long_sentence_leaves_no_memory_behind() -> None:
    voice = PiperSpeech(STARTER_VOICE, STARTER_VOICE.with_suffix(".onnx.json"), Language.ENGLISH)
    before = held_bytes()
    voice.synthesise(f"Hello{' little ghost' * 30}.", Language.ENGLISH, Prosody())
    after = held_bytes()
    assert before is not None
    assert after is not None
    assert after - before < 100_000_000


def test_the_voices_do_not_disturb_each_other() -> None:
    english, korean = EspeakSpeech(Language.ENGLISH), EspeakSpeech(Language.KOREAN)
    plain = english.synthesise("Hello ghost", Language.ENGLISH, Prosody()).audio.seconds
    korean.synthesise("안녕하세요", Language.KOREAN, Prosody(speed=2.0))
    starter_voice().synthesise("Hello ghost", Language.ENGLISH, Prosody())
    again = english.synthesise("Hello ghost", Language.ENGLISH, Prosody()).audio.seconds
    assert again == pytest.approx(plain, rel=0.01)


def test_espeak_may_be_used_by_several_threads() -> None:
    heard: dict[Language, list[float]] = {Language.ENGLISH: [], Language.KOREAN: []}

    def speak(language: Language, text: str) -> None:
        voice = EspeakSpeech(language)
        for _ in range(10):
            heard[language].append(voice.synthesise(text, language, Prosody()).audio.seconds)

    threads = [
        threading.Thread(target=speak, args=(Language.ENGLISH, "Hello ghost")),
        threading.Thread(target=speak, args=(Language.KOREAN, "안녕하세요")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for lengths in heard.values():
        assert len(lengths) == 10
        assert lengths == pytest.approx([lengths[0]] * 10, rel=0.01)


def test_a_missing_espeak_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "_loaded", [])
    monkeypatch.setattr(espeak, "find_spec", lambda _: None)
    with pytest.raises(EngineError, match="Install"):
        EspeakSpeech(Language.KOREAN)


def write(path: Path, data: bytes | str) -> None:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda onnx, _: onnx.unlink(), "missing"),
        (lambda _, config: config.unlink(), "missing"),
        (lambda onnx, _: write(onnx, b""), "damaged"),
        (lambda onnx, _: write(onnx, b"nothing of the kind"), "damaged"),
        (lambda onnx, _: write(onnx, onnx.read_bytes()[:100_000]), "damaged"),
        (lambda onnx, _: write(onnx, bundled_model().read_bytes()), "not a Piper voice"),
        (lambda _, config: write(config, "{"), "does not describe"),
        (lambda _, config: write(config, "[]"), "does not describe"),
        (lambda _, config: write(config, "{}"), "does not describe"),
        (lambda _, config: write(config, b"\xff\xfe\x00"), "does not describe"),
    ],
)
def test_a_bad_voice_file_is_refused_with_a_way_out(
    tmp_path: Path,
    spoil: Callable[[Path, Path], object],
    says: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    onnx, config = tmp_path / "voice.onnx", tmp_path / "voice.onnx.json"
    copy(STARTER_VOICE, onnx)
    copy(STARTER_VOICE.with_suffix(".onnx.json"), config)
    spoil(onnx, config)
    with pytest.raises(EngineError, match=says) as refused:
        PiperSpeech(onnx, config, Language.ENGLISH)
    assert "Choose another" in str(refused.value)
    assert capfd.readouterr().err == ""


def test_what_ships_is_shown_as_large_as_it_is() -> None:
    piper = Path(find_spec("piper").origin).parent  # type: ignore[union-attr, arg-type]
    robot = [piper / "espeakbridge.so", *(piper / "espeak-ng-data").rglob("*")]
    (starter, its_robot), (korean_robot,) = SHIPPED["voice"], SHIPPED["korean_voice"]
    for choice, files in ((starter, [STARTER_VOICE]), (its_robot, robot), (korean_robot, robot)):
        size = sum(file.stat().st_size for file in files if file.is_file())
        assert f"({size / 1e6:.0f} MB, " in choice.help
