"""Rotom hands-free on a PulseAudio server of its own, its voice coming back through a room."""

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk, Samples
from rotom.engines.sound_files import resampled
from tests.acoustics import Way, at_level, impulse
from tests.engines.air import echoing
from tests.engines.pulse import RATE_HZ, pulse_server
from tests.room import SPEECH_DB

ECHO_GAIN = 0.1
"""20 dB less than was played: Rotom's voice comes back some 12 dB below who talks over it."""


@dataclass(frozen=True, slots=True)
class Case:
    """The microphone's rate, the room's delay on top of the devices' own, the drift in ppm."""

    microphone_hz: int
    delay_s: float
    drift_ppm: float = 0.0


@dataclass(frozen=True, slots=True)
class Lived:
    """How replies went; in a run with `holes` the room was another one after each of these."""

    alone: list[dict[str, int]]
    talked_over: list[dict[str, int]]
    holes: int

    @property
    def stumbles(self) -> int:
        """How often Rotom's own devices came out of step."""
        return sum(reply["stumbles"] for reply in self.alone + self.talked_over)


def live(case: Case, person: Samples, alone: int, talked_over: int) -> Lived:
    """So many replies that nobody talks over, then so many that `person` (at 16 kHz) does."""
    way = Way(impulse(0.2, case.delay_s, rate_hz=RATE_HZ), ECHO_GAIN, case.drift_ppm)
    said = resampled(AudioChunk(at_level(person, SPEECH_DB), HEARING_RATE_HZ), RATE_HZ).samples
    with (
        TemporaryDirectory() as folder,
        pulse_server(Path(folder) / "run", case.microphone_hz) as server,
        echoing(server, way) as air,
        server.run("tests.engines.real_room_child", str(alone), str(talked_over)) as process,
    ):
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "listening\n"
            air.holes = 0  # while it starts, nothing sounds yet
            while (line := process.stdout.readline()) == "speaking\n":
                server.say(said)
            told: list[dict[str, int]] = json.loads(line)
            holes = air.holes
        finally:
            process.kill()
    return Lived(told[:alone], told[alone:], holes)
