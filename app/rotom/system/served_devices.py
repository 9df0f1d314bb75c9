"""The microphones and loudspeakers of the sound server, as it describes them."""

import os
import re
from collections.abc import Mapping
from typing import Any  # what pactl prints as JSON

from rotom.domain.devices import SERVED, Device
from rotom.system.sound_server import OURS, as_json, is_monitor, listed


def served_devices(environment: Mapping[str, str] = os.environ) -> list[Device]:
    """Empty where there is no server."""
    info = as_json("info", environment=environment)
    if not isinstance(info, dict):
        return []
    return [
        _device(told, info.get(f"default_{what[:-1]}_name"), kind)
        for what, kind in (("sources", "input"), ("sinks", "output"))
        for told in listed(what, environment)
        if told.get("name") not in OURS and not is_monitor(told)
    ]


def _device(told: Mapping[str, Any], default: object, kind: str) -> Device:
    name = str(told.get("name", ""))
    shape = re.search(r"(\d+)ch (\d+)Hz", str(told.get("sample_specification", "")))
    channels, rate_hz = map(int, shape.groups()) if shape else (1, 0)
    return Device(
        name=SERVED + name,
        inputs=channels if kind == "input" else 0,
        outputs=channels if kind == "output" else 0,
        rate_hz=rate_hz,
        is_default=name == default,
        title=str(told.get("description") or name),
    )
