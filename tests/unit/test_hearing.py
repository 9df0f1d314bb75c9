"""Speech begins with what stands out of the room, and goes on as the engine says."""

import numpy as np
import pytest

from rotom.conversation.hearing import ECHO_TAIL_FRAMES, RESTS_AFTER_FRAMES, Hearing, says_stop
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.engines.scripted import ScriptedEars, ScriptedVad


def frame(level_db: float) -> Samples:
    signs = np.where(np.arange(FRAME_SAMPLES) % 2, 1.0, -1.0)
    return (10 ** (level_db / 20) * signs).astype(np.float32)


class Told:
    """A voice activity that is as sure as the test says, and counts what it hears."""

    def __init__(self, sure: float) -> None:
        self.sure = sure
        self.heard: list[Samples] = []

    def probability(self, frame: Samples) -> float:
        self.heard.append(frame)
        return self.sure

    def reset(self) -> None:
        self.heard.clear()


def test_what_is_no_louder_than_the_room_begins_nothing() -> None:
    vad = Told(0.1)
    hearing = Hearing(vad)
    for _ in range(200):
        hearing.take(frame(-45), in_utterance=False)
    vad.sure = 0.9
    assert hearing.take(frame(-44), in_utterance=False)[1].speech == 0.0
    assert hearing.take(frame(-30), in_utterance=False)[1].speech == 0.9
    assert hearing.take(frame(-44), in_utterance=True)[1].speech == 0.9, "a voice may sink"


def test_in_a_quiet_room_the_engine_rests_and_knows_the_frame_before_it_goes_on() -> None:
    vad = Told(0.1)
    hearing = Hearing(vad)
    for _ in range(RESTS_AFTER_FRAMES + 50):
        hearing.take(frame(-58), in_utterance=False)
    assert len(vad.heard) == RESTS_AFTER_FRAMES
    hearing.take(frame(-57), in_utterance=False)
    voice = frame(-30)
    hearing.take(voice, in_utterance=False)
    before, now = vad.heard[RESTS_AFTER_FRAMES:]
    assert np.array_equal(before, frame(-57))
    assert now is voice


def test_the_live_view_has_the_level_the_room_and_the_probability() -> None:
    _, heard = Hearing(ScriptedVad([0.7])).take(frame(-30), in_utterance=False)
    assert (heard.level, heard.floor, heard.speech) == pytest.approx((0.5, 0.0, 0.7), abs=0.01)


def test_without_an_engine_all_is_speech() -> None:
    assert Hearing().take(frame(-59), in_utterance=False)[1].speech == 1.0


def test_the_room_still_sounds_after_the_voice() -> None:
    hearing = Hearing()
    assert hearing.is_echo(sounding=True)
    deaf = [hearing.is_echo(sounding=False) for _ in range(ECHO_TAIL_FRAMES + 5)]
    assert sum(deaf) == ECHO_TAIL_FRAMES - 1
    assert not deaf[-1]


def test_ears_tell_a_stop_from_a_cough() -> None:
    ears = ScriptedEars(["stop", "huh", ""])
    assert [says_stop(ears, frame(-20), Language.ENGLISH) for _ in range(3)] == [True, False, False]
