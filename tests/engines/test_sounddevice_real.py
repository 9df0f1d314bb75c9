"""Microphone and loudspeaker on a real sound server, and on a machine without one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rotom.engines.open_sound import is_held
from tests.engines.pulse import RATE_HZ, Pulse, as_samples, missing, pulse_server, sounds
from tests.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]

OTHER_MIC = (
    "source_name=other_mic",
    "source_properties=device.description=Handset",
)

needs_portaudio = pytest.mark.skipif(
    find_library("portaudio") is None, reason="PortAudio is not installed (libportaudio2)"
)
needs_pulse = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture(scope="module")
def pulse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    with pulse_server(tmp_path_factory.mktemp("pulse") / "run") as server:
        yield server


@contextmanager
def acting(name: str, environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A process that does one of the things of `real_sound`; ended at the latest with the test."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.engines.real_sound", name],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # ALSA tells about every device that it does not find
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: "subprocess.Popen[str]") -> dict[str, Any]:
    output, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    answer: dict[str, Any] = json.loads(output.splitlines()[-1])
    return answer


def told_by(name: str, environment: dict[str, str]) -> dict[str, Any]:
    with acting(name, environment) as process:
        return told(process)


@needs_portaudio
@needs_pulse
def test_devices_are_listed_with_their_rates(pulse: Pulse) -> None:
    found = told_by("list_devices", pulse.environment)
    assert "default" in found["inputs"]
    assert "default" in found["outputs"]
    assert all(rate >= 8000 for rate in found["rates"])


@needs_portaudio
@needs_pulse
def test_a_microphone_and_a_loudspeaker_of_the_sound_server_are_reached(pulse: Pulse) -> None:
    described = "sink_properties=device.description=Television"
    pulse.control("load-module", "module-null-sink", "sink_name=other", described)
    pulse.control("load-module", "module-remap-source", "master=other.monitor", *OTHER_MIC)
    pulse.keep_awake("other")
    answer = told_by("reach", pulse.environment)
    assert answer["found"]["server:other"] == "Television"
    assert "server:other_mic" in answer["found"]
    assert "server:other.monitor" not in answer["found"]
    assert answer["came"]
    assert 435 < answer["peak_hz"] < 445
    assert answer["loudest"] > 0.1
    assert answer["unchanged"]


@needs_portaudio
@needs_pulse
def test_a_prepared_microphone_opens_without_importing_anything(pulse: Pulse) -> None:
    assert told_by("prepare", pulse.environment) == {"had": True, "imported": []}


@needs_portaudio
@needs_pulse
def test_the_microphone_delivers_whole_frames_of_what_is_said(pulse: Pulse) -> None:
    with acting("record", pulse.environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time_s = np.arange(2 * RATE_HZ) / RATE_HZ
        pulse.say((0.4 * np.sin(2 * np.pi * 600 * time_s)).astype(np.float32))
        heard = told(process)
    assert heard["came"]
    assert heard["lengths"] == [512]
    assert heard["peak_hz"] == pytest.approx(600, abs=2)
    assert heard["loudest"] == pytest.approx(0.4, abs=0.05)


@needs_portaudio
@needs_pulse
def test_the_loudspeaker_plays_all_of_it_and_stops_at_once(pulse: Pulse, tmp_path: Path) -> None:
    recording = tmp_path / "heard.raw"
    with recording.open("wb") as output, pulse.hear(output):
        answer = told_by("play", pulse.environment)
    sound = as_samples(recording.read_bytes())
    assert answer["came"]
    first, second, third = answer["told"]
    assert first == ["first", 1.0]
    assert second == ["second", 1.0]
    assert third[0] == "third"
    assert 0.0 < third[1] < 0.5
    loud = np.flatnonzero(np.abs(sound) > 0.02)
    seconds = np.count_nonzero(np.abs(sound) > 0.02) / RATE_HZ
    assert seconds == pytest.approx(1.5 + 30.0 * third[1], abs=0.2), "stopped, it is silent at once"
    tone = sound[loud[0] : loud[0] + RATE_HZ // 2]
    # A sound server on a busy machine may skip: that is in one tenth of a second, the pitch in all.
    tenths = tone.reshape(5, -1) * np.hanning(len(tone) // 5)
    peak_hz = np.median(np.argmax(np.abs(np.fft.rfft(tenths, n=RATE_HZ)), axis=1))
    assert peak_hz == pytest.approx(440, abs=3)


@needs_portaudio
@needs_pulse
def test_a_microphone_that_goes_away_is_told_and_can_be_closed(tmp_path: Path) -> None:
    with (
        pulse_server(tmp_path / "run") as server,
        acting("lose", server.environment) as process,
    ):
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        server.kill()
        answer = told(process)
    # PortAudio itself tells most times; where it waits for the dead server, closing still returns.
    assert len(answer["lost"]) <= 1
    assert all("microphone went away" in sentence for sentence in answer["lost"])
    assert answer["refused"].endswith((".", ")"))
    assert "microphone" in answer["refused"]


def says(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def is_heard(server: Pulse, process: "subprocess.Popen[str]") -> bool:
    """Has the process go on, and hears whether the loudspeaker sounds for a second."""
    with server.hear(subprocess.PIPE) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.read(RATE_HZ // 10)  # it hears from now on
        assert process.stdin is not None
        process.stdin.write("go on\n")
        process.stdin.flush()
        return sounds(recorder, 1.0)


@needs_portaudio
@needs_pulse
def test_a_sound_server_that_freezes_is_told_and_is_spoken_through_when_it_goes_on(
    tmp_path: Path,
) -> None:
    with (
        pulse_server(tmp_path / "run") as server,
        acting("go_on", server.environment) as process,
    ):
        assert says(process) == "open"
        with server.frozen():
            assert says(process) == "ended"
        assert is_heard(server, process)
        answer = told(process)
    fraction, went_away = answer["first"]
    assert 0.0 < fraction < 0.5
    assert went_away
    assert answer["second"] == [1.0, False]
    assert [sentence.split(".")[0] for sentence in answer["told"]] == ["The loudspeaker went away"]


@needs_portaudio
@needs_pulse
def test_a_sound_server_that_dies_is_told_and_the_next_one_is_spoken_through(
    tmp_path: Path,
) -> None:
    with (
        pulse_server(tmp_path / "run") as server,
        acting("go_on", server.environment) as process,
    ):
        assert says(process) == "open"
        server.kill()
        assert says(process) == "ended"
        with pulse_server(tmp_path / "run") as another:
            assert is_heard(another, process)
            answer = told(process)
    assert answer["first"][1]
    assert answer["second"] == [1.0, False]
    assert [sentence.split(".")[0] for sentence in answer["told"]] == ["The loudspeaker went away"]


@needs_portaudio
def test_a_machine_without_sound_is_told_in_sentences(tmp_path: Path) -> None:
    silent = {
        **os.environ,
        "HOME": str(tmp_path),
        "PULSE_SERVER": f"unix:{tmp_path}/none",
    }
    if any(told_by("list_devices", silent).values()):
        pytest.skip("this machine has a sound card of its own")
    said = told_by("refuse", silent)
    assert said["microphone"] == "There is no microphone. Plug one in."
    assert said["loudspeaker"] == "There is no loudspeaker. Plug one in."
    assert "'Nonesuch'" in said["named"]


@needs_portaudio
def test_a_device_that_another_program_has_for_itself_is_known_from_one_that_is_broken() -> None:
    from sounddevice import PortAudioError

    assert is_held(PortAudioError("Error opening InputStream: Device unavailable", -9985))
    assert not is_held(PortAudioError("Error opening InputStream: Invalid sample rate", -9997))


def test_a_machine_without_portaudio_says_what_to_install(tmp_path: Path) -> None:
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text("import ctypes.util\nctypes.util.find_library = lambda _: None\n")
    command = (
        "from rotom.engines.sounddevice_io import devices\n"
        "from rotom.domain.engines import EngineError\n"
        "try:\n    devices()\nexcept EngineError as error:\n    print(error)\n"
    )
    output = subprocess.run(
        [sys.executable, "-c", command],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT / 'app'}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "libportaudio2" in output
