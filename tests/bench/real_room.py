"""Rotom hands-free without headphones on a real sound server, its voice coming back through a room.

It runs in real time, so a busy machine makes the sound itself stumble: that is counted beside.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk
from rotom.engines.sound_files import resampled
from tests.acoustics import Way, at_level, impulse
from tests.bench.real_room_child import ALONE, TALKED_OVER
from tests.bench.table import Row, show
from tests.bench.talking_over import people
from tests.engines.air import echoing
from tests.engines.pulse import RATE_HZ, missing, pulse_server
from tests.room import SPEECH_DB

ECHO_GAIN = 0.25
"""12 dB less than was played."""

CASES = ((48_000, 0.02, 0.0), (16_000, 0.05, 100.0), (44_100, 0.15, -100.0))
"""The microphone's rate, the room's delay on top of the devices' own, and the drift in ppm."""

ROOT = Path(__file__).resolve().parents[2]


def rows() -> Iterator[Row]:
    for microphone_hz, delay_s, drift_ppm in CASES:
        told = _live(
            microphone_hz, Way(impulse(0.2, delay_s, rate_hz=RATE_HZ), ECHO_GAIN, drift_ppm)
        )
        alone = [reply for reply in told if not reply["is_talked_over"]]
        over = [reply for reply in told if reply["is_talked_over"]]
        what = f"microphone {microphone_hz / 1000:g} kHz, clocks {drift_ppm:+g} ppm"
        answered = sum(reply["answered"] for reply in alone)
        yield Row(f"{what}: self-answers in {ALONE} replies", answered, "", 0)
        interrupted = sum(reply["interrupted"] for reply in alone)
        yield Row(f"{what}: self-interruptions", interrupted, "", 0)
        heard = sum(reply["interrupted"] for reply in over)
        yield Row(f"{what}: talked over and not heard, of {TALKED_OVER}", len(over) - heard, "", 0)
        yield Row(f"{what}: times the sound stumbled", sum(r["stumbles"] for r in told), "")


def _live(microphone_hz: int, way: Way) -> list[dict[str, int]]:
    person = resampled(AudioChunk(people()[0], HEARING_RATE_HZ), RATE_HZ).samples
    with (
        TemporaryDirectory() as folder,
        pulse_server(Path(folder) / "run", microphone_hz) as server,
        echoing(server, way),
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.real_room_child"],
            cwd=ROOT,
            env={**server.environment, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA tells about every device that it does not find
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        try:
            while (line := process.stdout.readline()) == "speaking\n":
                server.say(at_level(person, SPEECH_DB))
            told: list[dict[str, int]] = json.loads(line)
        finally:
            process.kill()
    return told


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    print(__doc__)
    sys.exit(show(rows()) > 0)
