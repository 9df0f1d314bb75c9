"""The sound server, PulseAudio or PipeWire in its place: its echo cancellation, and headphones."""

import json
import logging
import os
import re
import subprocess
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import partial
from typing import Any  # what pactl prints as JSON

from rotom.domain.settings.listening import EchoBy
from rotom.stage import Stage

log = logging.getLogger(__name__)

_ANSWERS_S = 3.0
"""How long the server may take for an answer; one that hangs is taken for none."""

_CANCELLED = re.compile(r"echo[-_ ]?cancel", re.IGNORECASE)
_ON_EARS = re.compile(r"head(phone|set)|earpiece|hands-?free", re.IGNORECASE)

OURS = ("rotom_echo_cancelled", "rotom_echo_reference")
"""The source and the sink of the module that Rotom loads."""

_MODULE = (
    "module-echo-cancel",
    "aec_method=webrtc",
    f"source_name={OURS[0]}",
    f"sink_name={OURS[1]}",
)


@dataclass(frozen=True, slots=True)
class Sound:
    """What the server says: whether it plays on somebody's ears, and whether it takes the echo out
    of what its applications hear.
    """

    on_ears: bool = False
    cancels: bool = False


class SoundServer:
    """Tells how it is now and whenever that changes, on a thread of its own.

    Its echo cancellation is a source and a sink that belong together. PortAudio's streams get
    there by the variables that the server's own library reads, so a stream has to be opened anew
    after it was told that `cancels` changed. Where there is no server it tells once and is silent.
    """

    def __init__(
        self,
        tell: Callable[[Sound], None],
        by: EchoBy,
        environment: MutableMapping[str, str] = os.environ,
    ) -> None:
        self._tell = tell
        self._by = by
        self._environment = environment
        self._told: Sound | None = None
        self._module = ""
        self._events: subprocess.Popen[str] | None = None
        self._asking: Stage[Callable[[], None]] = Stage(
            "sound server", lambda work: work(), lambda _: None, self._look, self._unload
        )
        self._reading: Stage[Callable[[], None]] = Stage(
            "sound server events", lambda work: work(), lambda _: None
        )

    def start(self) -> None:
        self._asking.start()
        try:
            self._events = subprocess.Popen(
                ["pactl", "subscribe"],
                env=dict(self._environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        except OSError:
            return
        self._reading.start()
        self._reading.post(partial(self._read, self._events))

    def use(self, by: EchoBy) -> None:
        self._by = by
        self._asking.post(self._look)

    def stop(self) -> None:
        """Unloads what was loaded."""
        if self._events is not None:
            self._events.terminate()
            self._reading.stop()
            self._events.wait()
        self._asking.stop()

    def _read(self, events: "subprocess.Popen[str]") -> None:
        assert events.stdout is not None
        with events.stdout:
            for line in events.stdout:
                if re.search(r" on (sink|source|server|module|card) ", f"{line.strip()} "):
                    self._asking.offer(self._look, limit=1)

    def _look(self) -> None:
        info = as_json("info", environment=self._environment)
        if not isinstance(info, dict):
            self._found(Sound(), None)
            return
        sinks, sources = self._listed("sinks"), self._listed("sources")
        if self._by != EchoBy.LOADED and self._module:
            self._unload()
            sinks, sources = self._listed("sinks"), self._listed("sources")
        pair = _pair(sources, sinks)
        if pair is None and self._by == EchoBy.LOADED:
            self._load()
            pair = _pair(self._listed("sources"), self._listed("sinks"))
        pair = pair if self._by in (EchoBy.SERVER, EchoBy.LOADED) else None
        default = str(info.get("default_sink_name", ""))
        self._found(Sound(_on_ears(default, sinks), pair is not None), pair)

    def _found(self, sound: Sound, pair: tuple[str, str] | None) -> None:
        for name, device in zip(("PULSE_SOURCE", "PULSE_SINK"), pair or ("", ""), strict=True):
            if device:
                self._environment[name] = device
            elif self._told is not None and self._told.cancels:
                self._environment.pop(name, None)
        if sound != self._told:
            self._told = sound
            self._tell(sound)

    def _load(self) -> None:
        self._module = self._asked("load-module", *_MODULE).strip()
        if not self._module:
            log.warning("the sound server has no module-echo-cancel")

    def _unload(self) -> None:
        if self._module:
            self._asked("unload-module", self._module)
            self._module = ""

    def _listed(self, what: str) -> list[dict[str, Any]]:
        return listed(what, self._environment)

    def _asked(self, *words: str) -> str:
        return asked(*words, environment=self._environment)


def asked(*words: str, environment: Mapping[str, str] = os.environ) -> str:
    """What the server answers; '' where it does not, or there is none."""
    try:
        done = subprocess.run(
            ["pactl", *words],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_ANSWERS_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def as_json(*words: str, environment: Mapping[str, str] = os.environ) -> object:
    """What the server answers, read; None where it does not."""
    try:
        return json.loads(asked("--format=json", *words, environment=environment) or "null")
    except ValueError:
        return None


def listed(what: str, environment: Mapping[str, str] = os.environ) -> list[dict[str, Any]]:
    """Its sinks, sources or streams, as it tells of them."""
    told = as_json("list", what, environment=environment)
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def is_monitor(device: Mapping[str, Any]) -> bool:
    """Whether a source is what a loudspeaker plays."""
    monitor = _properties(device).get("device.class") == "monitor"
    return monitor or str(device.get("name", "")).endswith(".monitor")


def _pair(sources: list[dict[str, Any]], sinks: list[dict[str, Any]]) -> tuple[str, str] | None:
    """The names of an echo-cancelled source and of the sink whose echo that is."""
    found = [next(filter(_cancels, devices), None) for devices in (sources, sinks)]
    source, sink = ("" if device is None else str(device["name"]) for device in found)
    return (source, sink) if source and sink else None


def _cancels(device: dict[str, Any]) -> bool:
    if is_monitor(device):
        return False
    said = f"{device.get('name', '')} {device.get('driver')} {device.get('description')}"
    return _CANCELLED.search(said) is not None


def _on_ears(name: str, sinks: list[dict[str, Any]]) -> bool:
    """Whether the sink of that name plays on headphones; a filter's is where it leads to."""
    for sink in sinks:
        if sink.get("name") == name:
            properties = _properties(sink)
            if master := properties.get("device.master_device"):
                return _on_ears(str(master), [s for s in sinks if s is not sink])
            said = f"{sink.get('active_port')} {properties.get('device.form_factor')}"
            return _ON_EARS.search(said) is not None
    return False


def _properties(device: Mapping[str, Any]) -> dict[str, Any]:
    properties = device.get("properties")
    return properties if isinstance(properties, dict) else {}
