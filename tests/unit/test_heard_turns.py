"""What `rotom bench` says about recordings: their pauses, and whether a turn was cut at one."""

from pathlib import Path

import numpy as np
import pytest

from rotom.cli.heard_turns import heard_in, in_room, recorded
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk, Samples
from rotom.engines.scripted import ScriptedEars, ScriptedVad
from rotom.engines.sound_files import write_wav


def voice(seconds: float) -> Samples:
    count = round(seconds * HEARING_RATE_HZ)
    return np.random.default_rng(3).normal(0, 0.1, count).astype(np.float32)


def pause(seconds: float) -> Samples:
    return np.zeros(round(seconds * HEARING_RATE_HZ), np.float32)


def test_a_pause_after_hanging_words_is_within_the_turn() -> None:
    sound = in_room([voice(1), pause(0.7), voice(1)])
    heard = heard_in(sound, ScriptedVad(), ScriptedEars(["I went to the", "I went to the shop"]))
    assert len(heard.turns) == 1
    assert heard.cut_ms == []
    assert heard.kept_ms == [pytest.approx(700, abs=2 * FRAME_MS)]


def test_a_pause_after_words_that_end_cuts_the_turn() -> None:
    sound = in_room([voice(1), pause(0.7), voice(1)])
    heard = heard_in(sound, ScriptedVad(), ScriptedEars(["What time is it?"] * 2))
    assert len(heard.turns) == 2
    assert heard.kept_ms == []
    assert heard.cut_ms == [pytest.approx(700, abs=2 * FRAME_MS)]
    assert heard.turns[0].wait_ms == pytest.approx(350, abs=FRAME_MS)


def test_a_folder_of_recordings_is_told_in_rows(tmp_path: Path) -> None:
    for name, seconds in (("short", 0.7), ("long", 1.2)):
        sound = np.concatenate([voice(1), pause(seconds), voice(1)])
        write_wav(tmp_path / f"{name}.wav", AudioChunk(sound, HEARING_RATE_HZ))
    (tmp_path / "README.md").write_text("no sound")
    rows = recorded(tmp_path, ScriptedVad(), ScriptedEars(["I went to the"] * 4))
    told = {what.partition(": ")[2]: value for what, value, _ in rows}
    assert told["pauses of 200 to 800 ms inside"] == 1
    assert told["cut off in one of those"] == 0
    assert told["longer pauses, which end a turn"] == 1
    assert told["overlong waits"] == 0
    assert told["the wait at the end, median"] == pytest.approx(900, abs=FRAME_MS)


def test_a_folder_without_speech_is_told_in_a_sentence(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(EngineError, match="Name a folder"):
            list(recorded(folder, ScriptedVad(), ScriptedEars()))
