"""What has no speech in it has no words; what is short and said has."""

import numpy as np
import pytest

from rotom.domain.speech import FRAME_SAMPLES
from rotom.engines.scripted import ScriptedVad
from rotom.engines.silero import SileroVad
from rotom.engines.voiced import Voiced
from tests.engines.conftest import spoken
from tests.engines.wordless import wordless

SILENT = 95
"""Of a hundred sounds without speech so many have none, and so no words."""

ANSWERS = ("yes", "no", "hello", "stop", "okay", "wait", "hi", "go on")


@pytest.fixture(scope="module")
def voiced() -> Voiced:
    return Voiced(SileroVad())


def test_sounds_without_speech_are_none(voiced: Voiced) -> None:
    silent = 0
    for sound in wordless(100, seed=23):
        voiced.begin()
        voiced.listen(sound)
        silent += not voiced.is_speech
    assert silent >= SILENT


@pytest.mark.parametrize("level", [1.0, 0.1])
def test_short_answers_are_speech(voiced: Voiced, level: float) -> None:
    for answer in ANSWERS:
        voiced.begin()
        voiced.listen(spoken(answer) * np.float32(level))
        assert voiced.is_speech, answer


def test_how_the_sound_is_cut_makes_no_difference_and_an_utterance_begins_anew() -> None:
    voiced = Voiced(ScriptedVad())
    loud = np.full(FRAME_SAMPLES * 3, 0.5, np.float32)
    for piece in np.split(loud, [100, 700, 1500]):
        assert not voiced.is_speech
        voiced.listen(piece)
    assert voiced.is_speech
    voiced.begin()
    voiced.listen(loud[: FRAME_SAMPLES * 2])
    assert not voiced.is_speech
