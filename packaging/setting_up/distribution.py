"""Which Linux this is, and how packages are added to it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Manager = Literal["apt", "dnf", "pacman"]

_MANAGERS: dict[str, Manager] = {
    "debian": "apt",
    "ubuntu": "apt",
    "fedora": "dnf",
    "rhel": "dnf",
    "centos": "dnf",
    "arch": "pacman",
    "archlinux": "pacman",
    "steamos": "pacman",
}


@dataclass(frozen=True, slots=True)
class Distribution:
    """A Linux system as far as installing goes."""

    name: str
    id: str
    version: str
    manager: Manager | None
    sealed: bool = False
    """The system part is read-only or an image: packages cannot simply be added."""


def parse_os_release(text: str) -> dict[str, str]:
    """The fields of an os-release file; lines that are none are skipped."""
    fields = {}
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            try:
                fields[name] = "".join(shlex.split(value))
            except ValueError:
                continue
    return fields


def from_os_release(fields: Mapping[str, str], *, sealed: bool = False) -> Distribution:
    """The distribution that these fields describe; a derivative counts as what it is like."""
    ids = [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]
    return Distribution(
        name=fields.get("PRETTY_NAME") or fields.get("NAME") or "this Linux",
        id=ids[0],
        version=fields.get("VERSION_ID", ""),
        manager=next((_MANAGERS[i] for i in ids if i in _MANAGERS), None),
        sealed=sealed,
    )


def this_machine() -> Distribution:
    """The distribution that set-up runs on."""
    fields: dict[str, str] = {}
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.exists():
            fields = parse_os_release(path.read_text(encoding="utf-8", errors="replace"))
            break
    sealed = Path("/run/ostree-booted").exists() or bool(os.statvfs("/usr").f_flag & os.ST_RDONLY)
    return from_os_release(fields, sealed=sealed)


def install_commands(manager: Manager, packages: Sequence[str]) -> list[list[str]]:
    """The commands, to be run as root one after the other, that install the packages."""
    match manager:
        case "apt":
            install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
            return [["apt-get", "update"], install]
        case "dnf":
            return [["dnf", "install", "-y", "--setopt=install_weak_deps=False", *packages]]
        case "pacman":
            empty = not any(Path("/var/lib/pacman/sync").glob("*.db"))
            return [["pacman", "-Sy" if empty else "-S", "--needed", "--noconfirm", *packages]]


def line_to_type(manager: Manager, packages: Sequence[str], *, sudo: bool) -> str:
    """The same as one line that a person can paste into a terminal."""
    prefix = ["sudo"] if sudo else []
    return " && ".join(shlex.join(prefix + each) for each in install_commands(manager, packages))


def way_to_root() -> list[str] | None:
    """What to put before a command so that it runs as root; None where there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    quiet = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    if quiet.returncode == 0 or (sys.stdin.isatty() and sys.stderr.isatty()):
        return ["sudo"]
    return None
