"""Real sound devices without headphones: Rotom's voice in its microphone, and who talks over it."""

from ctypes.util import find_library

import pytest

from tests.engines.pulse import missing
from tests.engines.real_room import Case, live
from tests.engines.test_own_voice import somebody

OFTEN = 4
"""The first sound puts the devices in step, and now and then one stumbles: that is no reason to
hear itself. Where it happens all the time, the machine is too busy for sound.
"""


@pytest.mark.skipif(find_library("portaudio") is None, reason="PortAudio is not installed")
@pytest.mark.skipif(bool(missing()), reason=missing())
def test_it_does_not_hear_itself_and_hears_who_talks_over_it() -> None:
    lived = live(Case(48_000, 0.02), somebody("Wait, what did you say about the dragon?"), 3, 1)
    if lived.holes + lived.stumbles > OFTEN:
        pytest.skip(
            f"the machine is too busy for sound: {lived.holes} holes between loudspeaker and"
            f" microphone, {lived.stumbles} stumbles of the devices"
        )
    assert [reply["interrupted"] for reply in lived.alone] == [False] * 3
    assert [reply["answered"] for reply in lived.alone] == [0] * 3
    assert [reply["interrupted"] for reply in lived.talked_over] == [True]
