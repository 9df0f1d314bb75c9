"""What this machine is and has: memory, processor, battery, a screen, a terminal.

Everything is read from Linux's own files; what is not there is None. The roots of `/proc` and
`/sys` are parameters of each function that reads them.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rotom.system.control_groups import allowance

PROC = Path("/proc")
POWER_SUPPLIES = Path("/sys/class/power_supply")
SENSORS = Path("/sys/class/hwmon")
ZONES = Path("/sys/class/thermal")

_CHIPS = frozenset({"k10temp", "zenpower", "coretemp", "amdgpu"})
"""Sensors of processors and of the graphics beside them, by their drivers."""

_CHIP_ZONES = frozenset({"x86_pkg_temp", "acpitz"})


@dataclass(frozen=True, slots=True)
class Memory:
    """Main memory in bytes; `available` is what can be had without swapping (proc(5))."""

    total: int
    available: int


@dataclass(frozen=True, slots=True)
class Processor:
    """`cores` are physical ones, `threads` those that this program may use."""

    model: str
    cores: int
    threads: int
    has_avx2: bool


@dataclass(frozen=True, slots=True)
class Battery:
    """`percent` is 0 to 100; `on_mains` is true while it is not being emptied."""

    percent: int
    on_mains: bool


def memory(proc: Path = PROC) -> Memory | None:
    """Total and available memory, of what the control groups of this program leave it."""
    kilobytes = {}
    for line in _lines(proc / "meminfo"):
        name, _, rest = line.partition(":")
        number = rest.split()
        if number and number[0].isdecimal():
            kilobytes[name] = int(number[0])
    if "MemTotal" not in kilobytes:
        return None
    free = kilobytes.get("MemAvailable", kilobytes.get("MemFree", 0))
    total, available = kilobytes["MemTotal"] * 1024, free * 1024
    if (allowed := allowance(proc)) is not None:
        total, available = min(total, allowed.limit), min(available, allowed.available)
    return Memory(total, available)


def resident_bytes(proc: Path = PROC) -> int | None:
    """How much memory this program holds (the second number of statm, in pages; proc(5))."""
    numbers = _text(proc / "self" / "statm").split()
    if len(numbers) < 2 or not numbers[1].isdecimal():
        return None
    return int(numbers[1]) * os.sysconf("SC_PAGE_SIZE")


def held_bytes(proc: Path = PROC) -> int | None:
    """How much of that no file stands behind, so that only ending frees it (RssAnon, proc(5))."""
    for line in _lines(proc / "self" / "status"):
        name, _, rest = line.partition(":")
        number = rest.split()
        if name == "RssAnon" and number and number[0].isdecimal():
            return int(number[0]) * 1024
    return None


def processor(proc: Path = PROC) -> Processor:
    """The processor; its name is '' where Linux does not tell."""
    model, flags = "", ""
    cores: set[tuple[str, str]] = set()
    package = ""
    for line in _lines(proc / "cpuinfo"):
        name, _, value = (part.strip() for part in line.partition(":"))
        match name:
            case "model name":
                model = model or value
            case "flags":
                flags = flags or value
            case "physical id":
                package = value
            case "core id":
                cores.add((package, value))
    threads = len(os.sched_getaffinity(0))
    return Processor(model, len(cores) or threads, threads, "avx2" in flags.split())


def battery(supplies: Path = POWER_SUPPLIES) -> Battery | None:
    """The machine's own battery; None where it has none. Those of mice and pads do not count."""
    percents, emptying = [], False
    for folder in _entries(supplies):
        if _text(folder / "type") != "Battery" or _text(folder / "scope") == "Device":
            continue
        capacity = _text(folder / "capacity")
        if _text(folder / "present") == "0" or not capacity.isdecimal():
            continue
        percents.append(min(100, int(capacity)))
        emptying = emptying or _text(folder / "status") == "Discharging"
    if not percents:
        return None
    return Battery(round(sum(percents) / len(percents)), not emptying)


def battery_percent(supplies: Path = POWER_SUPPLIES) -> int | None:
    """How full the battery is, 0 to 100; None where there is none."""
    found = battery(supplies)
    return None if found is None else found.percent


def temperature_c(sensors: Path = SENSORS, zones: Path = ZONES) -> int | None:
    """How hot the processor is, by its hottest sensor; None where there is none."""
    chips = [folder for folder in _entries(sensors) if _text(folder / "name") in _CHIPS]
    files = [file for folder in chips for file in _entries(folder) if _IS_INPUT(file.name)]
    files = files or [
        zone / "temp" for zone in _entries(zones) if _text(zone / "type") in _CHIP_ZONES
    ]
    said = [text for file in files if (text := _text(file)).isdecimal()]
    return max((int(text) // 1000 for text in said), default=None)


_IS_INPUT = re.compile(r"temp\d+_input").fullmatch


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: an X11 or a Wayland display is named."""
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def has_terminal() -> bool:
    """Whether somebody can type here and read the answer."""
    for stream in (sys.stdin, sys.stdout):
        if stream is None or stream.closed or not stream.isatty():
            return False
    return True


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # some drivers' files are there and answer ENODEV
        return ""


def _lines(path: Path) -> list[str]:
    return _text(path).splitlines()


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
