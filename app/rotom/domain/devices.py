"""Sound devices as a user chooses among them, and how a saved choice is found again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rotom.domain.choice import NOT_THERE, Choice
from rotom.domain.wording import worded


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device as the system names it.

    One of a sound server has a `title`, which is what users call it, and `SERVED` before its name.
    """

    name: str
    inputs: int
    outputs: int
    rate_hz: int
    is_default: bool
    title: str = ""


SERVED = "server:"


SYSTEM = Choice("", worded("System default"), worded("Follows the system's own sound settings."))

SERVERS = {"pulse": "PulseAudio", "pipewire": "PipeWire"}

_PLUMBING = re.compile(
    r"default|sysdefault|null|front|rear|center_lfe|side|surround\d\d|hdmi|iec958|spdif|modem"
    r"|phoneline|dmix|dsnoop|dshare|samplerate|speexrate|speex|lavrate|upmix|vdownmix|usbstream"
    r"|oss|a52|/dev/dsp.*"
)
"""ALSA's ways to a device, which PortAudio lists as if each were one."""

_NUMBER = re.compile(r" \(hw:\d+,\d+\)$")
"""What ALSA numbers anew at every start, in the order in which devices are found."""


def microphones(devices: Sequence[Device] | None, saved: str) -> tuple[Choice, ...]:
    """The microphones to choose among; None where nobody has looked for devices yet."""
    return _choices(None if devices is None else [d for d in devices if d.inputs], saved)


def loudspeakers(devices: Sequence[Device] | None, saved: str) -> tuple[Choice, ...]:
    """The loudspeakers to choose among; None where nobody has looked for devices yet."""
    return _choices(None if devices is None else [d for d in devices if d.outputs], saved)


def same_device(saved: str, names: Sequence[str]) -> int | None:
    """Which of the names is the device that was saved; None where it is not there.

    One that the system numbered anew is found by the rest of its name, where only one has it.
    """
    if saved in names:
        return names.index(saved)
    plain = [_plain(name) for name in names]
    return plain.index(_plain(saved)) if plain.count(_plain(saved)) == 1 else None


def _choices(devices: Sequence[Device] | None, saved: str) -> tuple[Choice, ...]:
    """Those of the sound server where there is one; a way around it only where it was chosen."""
    titles = {d.name: d.title for d in devices or () if d.title}
    names = None if devices is None else [d.name for d in devices]
    if titles and names is not None:
        around = same_device(saved, names)
        names = [n for place, n in enumerate(names) if n in titles or place == around]
    there = list(dict.fromkeys(n for n in names or () if not _PLUMBING.fullmatch(n)))
    found = same_device(saved, there)
    plain = [_plain(name) for name in there]
    listed = [
        Choice(
            # The setting's own spelling, so that the choice that was made is marked as chosen.
            saved if place == found else name,
            titles.get(name)
            or (name if plain.count(_plain(name)) > 1 else SERVERS.get(name, _plain(name))),
        )
        for place, name in enumerate(there)
    ]
    if saved and found is None:
        listed.append(Choice(saved, _plain(saved), "" if names is None else NOT_THERE))
    return (SYSTEM, *listed)


def _plain(name: str) -> str:
    return _NUMBER.sub("", name.removeprefix(SERVED))
