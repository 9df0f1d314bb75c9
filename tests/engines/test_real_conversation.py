"""A question is spoken into a real microphone, answered by a real loudspeaker, and talked over."""

import json
from ctypes.util import find_library
from pathlib import Path

import numpy as np
import pytest

from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk, Samples
from rotom.engines.sound_files import resampled
from tests.engines.conftest import spoken
from tests.engines.pulse import RATE_HZ, as_samples, missing, pulse_server
from tests.engines.real_conversation import LONG


def at_the_microphone(text: str) -> Samples:
    return resampled(AudioChunk(spoken(text), HEARING_RATE_HZ), RATE_HZ).samples


@pytest.mark.skipif(find_library("portaudio") is None, reason="PortAudio is not installed")
@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_spoken_question_is_answered_aloud_and_the_answer_can_be_talked_over(
    tmp_path: Path,
) -> None:
    recording = tmp_path / "heard.raw"
    question = at_the_microphone("What are you doing today?")
    interruption = at_the_microphone("Wait, I have another question for you.")
    with (
        pulse_server(tmp_path / "run") as server,
        recording.open("wb") as output,
        server.hear(output),
        server.run("tests.engines.real_conversation") as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "listening\n"
            server.say(question)
            assert process.stdout.readline() == "listening again\n"
            answer_bytes = recording.stat().st_size
            server.say(question)
            assert process.stdout.readline() == "speaking\n"
            server.say(interruption)
            told = json.loads(process.stdout.readline())
        finally:
            process.kill()
    assert told["said"]
    assert told["answer"]
    assert told["was_interrupted"]
    assert LONG.startswith(told["heard"])
    assert 0 < len(told["heard"]) < len(LONG) / 2
    sound = np.abs(as_samples(recording.read_bytes()))
    assert np.count_nonzero(sound[: answer_bytes // 2] > 0.02) > 0.1 * RATE_HZ, "the answer"
    assert np.count_nonzero(sound[answer_bytes // 2 :] > 0.02) > 0.1 * RATE_HZ, "the story"
