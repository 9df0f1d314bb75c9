"""A PulseAudio server of one's own, with a virtual microphone and a virtual loudspeaker."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from rotom.domain.speech import Samples
from tests.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]

RATE_HZ = 48_000

_PROGRAMS = ("pulseaudio", "pactl", "pacat", "parec")

_MODULES = (
    "module-null-sink sink_name=speaker rate=48000 channels=2",
    "module-null-sink sink_name=micfeed rate={microphone_hz} channels=1",
    "module-remap-source master=micfeed.monitor source_name=mic",
    "module-null-source source_name=silence rate=48000 channels=1",
)

_AWAKE = (
    "module-loopback source=silence sink={sink} latency_msec=20"
    " source_dont_move=true sink_dont_move=true"
)


def missing() -> str:
    """Why there can be no such server here; '' where there can."""
    lacking = [name for name in _PROGRAMS if shutil.which(name) is None]
    if lacking:
        return f"{', '.join(lacking)} not installed (package pulseaudio, pulseaudio-utils)"
    plugins = list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so"))
    return "" if plugins else "ALSA's pulse plugin is not installed (libasound2-plugins)"


@dataclass(frozen=True)
class Pulse:
    """A running server; `environment` is what its clients need."""

    folder: Path
    environment: dict[str, str]
    process: "subprocess.Popen[bytes]"

    def control(self, *words: str) -> str:
        return subprocess.run(
            ["pactl", *words], env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def run(self, module: str, *arguments: str) -> "subprocess.Popen[str]":
        """A process of Python that has this server's devices, and is talked with in lines."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env={**self.environment, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA tells about every device that it does not find
            text=True,
        )

    def say(self, samples: Samples) -> None:
        """Speaks into the microphone; returns once it was said."""
        pcm = (samples * 32767).astype("<i2").tobytes()
        subprocess.run(
            ["pacat", "--playback", "--device=micfeed", *FORMAT],
            env=self.environment,
            input=pcm,
            check=True,
        )

    @contextmanager
    def hear(
        self, output: "int | BinaryIO", sink: str = "speaker"
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """Sends to `output` what the loudspeaker plays, mono at 48 kHz, 16 bits."""
        command = ["parec", f"--device={sink}.monitor", "--latency-msec=20", *FORMAT]
        with subprocess.Popen(command, env=self.environment, stdout=output) as process:
            try:
                yield process
            finally:
                process.terminate()

    def keep_awake(self, sink: str) -> None:
        """Without something that plays all the time a null sink works in blocks of two seconds."""
        self.control("load-module", *_AWAKE.format(sink=sink).split())

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """The server does nothing and answers nobody meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


FORMAT = ("--rate=48000", "--channels=1", "--format=s16le", "--raw")


@contextmanager
def pulse_server(folder: Path, microphone_hz: int = RATE_HZ) -> Iterator[Pulse]:
    """Starts the server and waits until its sinks run; a second one there takes its place."""
    runtime = folder / "pulse"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    socket = runtime / "native"
    socket.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
    }
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--log-level=error"]
    command += [f"--log-target=file:{folder}/pulse.log"]
    modules = (f"module-native-protocol-unix auth-anonymous=1 socket={socket}", *_MODULES)
    for module in modules:
        command += ["-L", module.format(microphone_hz=microphone_hz)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    server = Pulse(folder, environment, process)
    try:
        _wait_for_socket(server, socket)
        for sink in ("speaker", "micfeed"):
            server.keep_awake(sink)
        for sink in ("speaker", "micfeed"):
            _wait_until_it_runs(server, sink)
        server.control("set-default-sink", "speaker")
        server.control("set-default-source", "mic")
        yield server
    finally:
        server.kill()


def _wait_for_socket(server: Pulse, socket: Path) -> None:
    """The server makes its socket in its own time and tells nobody: this is the one way to know."""
    for _ in range(round(PATIENCE_S / 0.1)):
        if socket.exists():
            return
        try:
            server.process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise RuntimeError(f"pulseaudio ended: {(server.folder / 'pulse.log').read_text()}")
    raise RuntimeError("pulseaudio made no socket")


def _wait_until_it_runs(server: Pulse, sink: str) -> None:
    """The first block of a sink lasts two seconds; after it they are small."""
    with server.hear(subprocess.PIPE, sink) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.read(RATE_HZ // 2)


def sounds(recorder: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Whether something is heard for so long in all; it returns as soon as it was."""
    assert recorder.stdout is not None
    heard_s = 0.0
    for _ in range(round(PATIENCE_S / 0.1)):
        block = as_samples(recorder.stdout.read(RATE_HZ // 10 * 2))
        heard_s += np.count_nonzero(np.abs(block) > 0.02) / RATE_HZ
        if heard_s >= seconds:
            return True
    return False


def as_samples(pcm: bytes) -> Samples:
    return np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(np.float32) / 32768.0
