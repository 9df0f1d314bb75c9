"""Compiled files: which libraries they need, and where those are on this system."""

import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

EVERYWHERE = re.compile(
    r"^(ld-linux-x86-64|lib(c|m|mvec|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|wayland-\w+))\.so\b"
)
"""Of the system that runs Rotom: glibc, its compiler's libraries, and Wayland where it is used."""


def is_elf(path: Path) -> bool:
    """Whether a file is compiled code or a library."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed_names(path: Path) -> list[str]:
    """The libraries that a compiled file names, as DT_NEEDED."""
    told = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True)
    return re.findall(r"\(NEEDED\).*\[(.+)\]", told.stdout)


def can_be_loaded(path: Path) -> bool:
    """Whether the segments lie as the loader wants them; `strip` ruins some that were patched."""
    told = subprocess.run(["readelf", "-lW", str(path)], capture_output=True, text=True, check=True)
    loads = re.findall(r"^\s+LOAD\s+(0x\w+)\s+(0x\w+)", told.stdout, re.MULTILINE)
    return all(int(at, 16) % PAGE == int(to, 16) % PAGE for at, to in loads)


@functools.cache
def _system() -> dict[str, Path]:
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    found: dict[str, Path] = {}
    for name, kind, path in re.findall(r"^\s+(\S+) \((.*)\) => (\S+)$", told.stdout, re.MULTILINE):
        if "x86-64" in kind:
            found.setdefault(name, Path(path).resolve())
    return found


DLOPENED = ("libportaudio.so.2",)
"""Libraries that are looked for at run time and named nowhere."""


PAGE = 4096


class Missing(RuntimeError):
    """A library that is needed is not on this system; told in one sentence."""


def from_system(compiled: Iterable[Path], own: Iterable[str]) -> dict[str, Path]:
    """The system's libraries that compiled files need beside those of their own, by their names."""
    having = set(own)
    found: dict[str, Path] = {}
    waiting = [(path, needed_names(path)) for path in compiled]
    waiting.append((Path("sounddevice"), list(DLOPENED)))
    while waiting:
        path, names = waiting.pop()
        for name in names:
            if name in having or name in found or EVERYWHERE.match(name):
                continue
            if name not in _system():
                raise Missing(
                    f"{path.name} needs {name}, which this system lacks: install it and try again."
                )
            found[name] = _system()[name]
            waiting.append((found[name], needed_names(found[name])))
    return found
