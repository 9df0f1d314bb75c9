"""Sound devices that are changed, vanish, return, stand still or fall silent in a conversation."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from functools import cache
from pathlib import Path
from queue import SimpleQueue

import pytest

from rotom.domain.character import Prosody
from rotom.domain.speech import Language, Samples
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.sound_files import resampled
from tests.acoustics import at_level
from tests.engines.pulse import RATE_HZ, Pulse, missing, pulse_server, sounds
from tests.patience import PATIENCE_S
from tests.room import SPEECH_DB

pytestmark = [
    pytest.mark.skipif(
        find_library("portaudio") is None, reason="PortAudio is not installed (libportaudio2)"
    ),
    pytest.mark.skipif(bool(missing()), reason=missing()),
]


@cache
def somebody() -> Samples:
    audio = EspeakSpeech(Language.ENGLISH).synthesise(
        "Hello there, how are you today?", Language.ENGLISH, Prosody()
    )
    return at_level(resampled(audio.audio, RATE_HZ).samples, SPEECH_DB)


class Conversation:
    """The process of `real_devices`, and what it tells."""

    def __init__(self, server: Pulse) -> None:
        self._process = server.run("tests.engines.real_devices")
        self._lines: SimpleQueue[str] = SimpleQueue()
        self.told: list[str] = []
        self._reading = threading.Thread(target=self._read, name="conversation")
        self._reading.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.strip())

    def wait_for(self, what: str) -> str:
        """The next line that begins so."""
        while True:
            line = self._lines.get(timeout=PATIENCE_S)
            self.told.append(line)
            if line.startswith(what):
                return line

    @property
    def problems(self) -> list[str]:
        return [line.removeprefix("problem: ") for line in self.told if line.startswith("problem")]

    def say_something(self) -> None:
        """Has it speak by itself."""
        assert self._process.stdin is not None
        self._process.stdin.write("speak\n")
        self._process.stdin.flush()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reading.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def conversing(server: Pulse) -> Iterator[Conversation]:
    conversation = Conversation(server)
    try:
        conversation.wait_for("open")
        yield conversation
    finally:
        conversation.end()


def is_heard(server: Pulse, conversation: Conversation) -> bool:
    """Whether what somebody says is answered."""
    server.say(somebody())
    conversation.wait_for("heard")
    return conversation.wait_for("answered") == "answered"


def is_spoken(server: Pulse, conversation: Conversation, sink: str) -> bool:
    """Whether what it says comes out there."""
    with server.hear(subprocess.PIPE, sink) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.read(RATE_HZ // 10)  # it hears from now on
        conversation.say_something()
        return sounds(recorder, 0.1) and conversation.wait_for("answered") == "answered"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Pulse]:
    with pulse_server(tmp_path / "run") as running:
        yield running


def new_sink(server: Pulse, name: str, rate_hz: int) -> str:
    """The number of its module."""
    module = server.control(
        "load-module", "module-null-sink", f"sink_name={name}", f"rate={rate_hz}"
    )
    server.keep_awake(name)
    return module.strip()


def test_a_headset_that_changes_its_profile_is_spoken_through_at_its_new_rate(
    server: Pulse,
) -> None:
    with conversing(server) as conversation:
        music = new_sink(server, "headset", 48_000)
        server.control("set-default-sink", "headset")
        assert is_spoken(server, conversation, "headset")
        server.control("unload-module", music)
        new_sink(server, "headset_call", 16_000)
        server.control("set-default-sink", "headset_call")
        assert is_spoken(server, conversation, "headset_call")
        assert is_heard(server, conversation)


def test_a_loudspeaker_chosen_on_the_desktop_is_spoken_through_from_then_on(server: Pulse) -> None:
    with conversing(server) as conversation:
        assert is_spoken(server, conversation, "speaker")
        new_sink(server, "television", 44_100)
        server.control("set-default-sink", "television")
        assert is_spoken(server, conversation, "television")


def test_a_microphone_that_is_unplugged_hears_again_when_it_is_back(
    server: Pulse,
) -> None:
    with conversing(server) as conversation:
        assert is_heard(server, conversation)
        server.control("unload-module", "module-remap-source")
        server.control(
            *("load-module", "module-remap-source", "master=micfeed.monitor"),
            *("source_name=mic", "channels=1"),
        )
        server.control("set-default-source", "mic")
        assert is_heard(server, conversation)


def test_a_sound_server_that_starts_again_is_heard_and_spoken_through(
    server: Pulse, tmp_path: Path
) -> None:
    with conversing(server) as conversation:
        assert is_spoken(server, conversation, "speaker")
        server.kill()
        conversation.wait_for("problem")
        with pulse_server(tmp_path / "run") as another:
            conversation.wait_for("open")
            assert is_heard(another, conversation)
            assert is_spoken(another, conversation, "speaker")
    assert all(
        "microphone" in problem or "loudspeaker" in problem for problem in conversation.problems
    )


def test_devices_that_are_suspended_are_told_and_go_on_when_they_wake(server: Pulse) -> None:
    with conversing(server) as conversation:
        server.control("suspend-source", "mic", "1")
        assert "no sound any more" in conversation.wait_for("problem")
        server.control("suspend-source", "mic", "0")
        conversation.wait_for("open")
        assert is_heard(server, conversation)


def test_a_microphone_that_is_muted_by_the_desktop_is_told(server: Pulse) -> None:
    server.control("set-source-mute", "mic", "1")
    with conversing(server) as conversation:
        assert "muted" in conversation.wait_for("problem")
        server.control("set-source-mute", "mic", "0")
        assert is_heard(server, conversation)


def test_a_microphone_that_is_muted_while_it_listens_is_told(server: Pulse) -> None:
    with conversing(server) as conversation:
        assert is_heard(server, conversation)
        server.control("set-source-mute", "mic", "1")
        assert "muted" in conversation.wait_for("problem")
        server.control("set-source-mute", "mic", "0")
        assert is_heard(server, conversation)
