"""What of a sound is speech, and how loud a sound is."""

import numpy as np
import pytest

from rotom.conversation.recordings import MARGIN_FRAMES, level_of, spoken_part, spoken_pieces
from rotom.domain.speech import FRAME_SAMPLES, Samples
from rotom.engines.scripted import ScriptedVad


def frames(count: int, level: float) -> Samples:
    return np.full(count * FRAME_SAMPLES, level, np.float32)


def test_the_spoken_part_keeps_a_margin_on_both_sides() -> None:
    sound = np.concatenate([frames(40, 0), frames(20, 0.2), frames(40, 0)])
    part = spoken_part(sound, ScriptedVad())
    assert len(part) == (20 + 2 * MARGIN_FRAMES) * FRAME_SAMPLES
    assert np.count_nonzero(part) == 20 * FRAME_SAMPLES


def test_a_pause_inside_speech_is_kept() -> None:
    sound = np.concatenate([frames(9, 0.2), frames(60, 0), frames(9, 0.2)])
    assert len(spoken_part(sound, ScriptedVad())) == len(sound)


@pytest.mark.parametrize("sound", [frames(0, 0), frames(50, 0), np.zeros(1, np.float32)])
def test_a_sound_without_speech_has_no_spoken_part(sound: Samples) -> None:
    assert len(spoken_part(sound, ScriptedVad())) == 0


def test_a_click_is_no_speech() -> None:
    sound = np.concatenate([frames(20, 0), frames(2, 0.5), frames(20, 0)])
    assert len(spoken_part(sound, ScriptedVad())) == 0


def test_utterances_are_cut_apart_whatever_the_blocks() -> None:
    sound = np.concatenate(
        [frames(30, 0), frames(20, 0.2), frames(40, 0), frames(15, 0.2), frames(40, 0)]
    )
    for size in (100, 4096, len(sound)):
        blocks = [sound[at : at + size] for at in range(0, len(sound), size)]
        pieces = list(spoken_pieces(blocks, ScriptedVad()))
        assert [np.count_nonzero(p) // FRAME_SAMPLES for p in pieces] == [20, 15]


def test_an_utterance_at_the_end_of_the_file_is_not_lost() -> None:
    pieces = list(spoken_pieces([frames(10, 0), frames(20, 0.2)], ScriptedVad()))
    assert sum(np.count_nonzero(piece) for piece in pieces) == 20 * FRAME_SAMPLES


def test_endless_speech_is_cut_before_thirty_seconds() -> None:
    pieces = list(spoken_pieces([frames(2000, 0.2)], ScriptedVad()))
    assert max(len(piece) for piece in pieces) <= 30 * 16_000
    assert sum(len(piece) for piece in pieces) == 2000 * FRAME_SAMPLES


@pytest.mark.parametrize(
    ("amplitude", "level"), [(0.0, 0.0), (1.0, 1.0), (0.1, 2 / 3), (1e-6, 0.0), (10.0, 1.0)]
)
def test_the_level_runs_from_60_decibels_below_full_scale_to_full_scale(
    amplitude: float, level: float
) -> None:
    assert level_of(np.full(512, amplitude, np.float32)) == pytest.approx(level, abs=0.01)


def test_the_level_of_nothing_is_none() -> None:
    assert level_of(np.zeros(0, np.float32)) == 0.0
