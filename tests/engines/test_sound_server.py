"""The sound server's echo cancellation is found, loaded and unloaded; headphones are noticed."""

import json
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from rotom.domain.settings.listening import EchoBy
from rotom.system.sound_server import Sound, SoundServer
from tests.engines.pulse import Pulse, missing, pulse_server
from tests.patience import PATIENCE_S

needs_pulse = pytest.mark.skipif(bool(missing()), reason=missing())


LOADED = ("load-module", "module-echo-cancel", "aec_method=webrtc")


@pytest.fixture(scope="module")
def pulse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    with pulse_server(tmp_path_factory.mktemp("pulse") / "run") as server:
        yield server


class Following:
    """A sound server that is followed, and what it told."""

    def __init__(self, environment: dict[str, str], by: EchoBy) -> None:
        self.environment = dict(environment)
        self.told: SimpleQueue[Sound] = SimpleQueue()
        self.server = SoundServer(self.told.put, by, self.environment)

    def __enter__(self) -> "Following":
        self.server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop()

    def next(self) -> Sound:
        return self.told.get(timeout=PATIENCE_S)


def cancelled_sources(pulse: Pulse) -> list[str]:
    listed = json.loads(pulse.control("--format=json", "list", "sources"))
    return [s["name"] for s in listed if "echo" in s["name"] and "monitor" not in s["name"]]


@needs_pulse
def test_it_is_loaded_where_the_user_wants_that_and_unloaded_at_the_end(pulse: Pulse) -> None:
    with Following(pulse.environment, EchoBy.LOADED) as following:
        assert following.next() == Sound(cancels=True)
        assert cancelled_sources(pulse) == [following.environment["PULSE_SOURCE"]]
        assert following.environment["PULSE_SINK"] in pulse.control("list", "short", "sinks")
    assert cancelled_sources(pulse) == []
    assert "module-echo-cancel" not in pulse.control("list", "short", "modules")


@needs_pulse
def test_one_that_is_there_is_used_as_soon_as_it_is_there_and_no_longer(pulse: Pulse) -> None:
    with Following(pulse.environment, EchoBy.SERVER) as following:
        assert following.next() == Sound()
        module = pulse.control(*LOADED).strip()
        assert following.next() == Sound(cancels=True)
        assert following.environment["PULSE_SOURCE"] in cancelled_sources(pulse)
        pulse.control("unload-module", module)
        assert following.next() == Sound()
        assert "PULSE_SOURCE" not in following.environment
        assert "PULSE_SINK" not in following.environment


@needs_pulse
def test_the_setting_changes_it_at_once(pulse: Pulse) -> None:
    with Following(pulse.environment, EchoBy.ROTOM) as following:
        assert following.next() == Sound()
        following.server.use(EchoBy.LOADED)
        assert following.next() == Sound(cancels=True)
        following.server.use(EchoBy.ROTOM)
        assert following.next() == Sound()
        assert cancelled_sources(pulse) == []


@needs_pulse
def test_headphones_are_noticed_when_the_sound_goes_there(pulse: Pulse) -> None:
    with Following(pulse.environment, EchoBy.ROTOM) as following:
        assert following.next() == Sound()
        module = pulse.control(
            *("load-module", "module-null-sink", "sink_name=ears"),
            "sink_properties=device.form_factor=headset",
        ).strip()
        pulse.control("set-default-sink", "ears")
        assert following.next() == Sound(on_ears=True)
        pulse.control("unload-module", module)
        assert following.next() == Sound()


def test_where_there_is_no_server_it_tells_so_and_is_silent(tmp_path: Path) -> None:
    with Following({"PATH": str(tmp_path)}, EchoBy.LOADED) as following:
        assert following.next() == Sound()
    assert following.told.empty()
