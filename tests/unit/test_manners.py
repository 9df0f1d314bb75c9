"""The settings and the sound server decide together how Rotom listens."""

import pytest

from rotom.conversation.manner import Guard
from rotom.domain.settings import Settings, changed
from rotom.manners import listening_manner
from rotom.system.sound_server import Sound


@pytest.mark.parametrize(
    ("values", "sound", "guard"),
    [
        ({}, Sound(), Guard.ROTOM),
        ({}, Sound(cancels=True), Guard.SERVER),
        ({}, Sound(on_ears=True), Guard.HEADPHONES),
        ({"headphones": True}, Sound(), Guard.HEADPHONES),
        ({"echo": "nobody"}, Sound(), Guard.DEAF),
        ({"echo": "nobody", "headphones": True}, Sound(), Guard.HEADPHONES),
    ],
)
def test_what_keeps_rotom_from_hearing_itself(
    values: dict[str, object], sound: Sound, guard: Guard
) -> None:
    assert listening_manner(changed(Settings(), values), sound).guard is guard


def test_the_thresholds_are_the_settings() -> None:
    values = {"sureness": 0.8, "shortest_speech_ms": 400, "end_of_turn_ms": 700}
    patience = listening_manner(changed(Settings(), values), Sound()).patience
    assert patience.speech_above == 0.8
    assert 0.5 < patience.silence_below < 0.6, "less is enough to go on"
    assert (patience.confirm_ms, patience.end_ms) == (400.0, 700.0)
