"""What Rotom needs of the system: found by trying, installed only where something is missing."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from setting_up.console import CommandFailed, Problem, Progress, problem, run_logged, say
from setting_up.distribution import (
    Distribution,
    Manager,
    install_commands,
    line_to_type,
    this_machine,
    way_to_root,
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing of the system, how to see that it is there, and the packages that bring it."""

    what: str
    present: Callable[[], bool]
    apt: str
    dnf: str
    pacman: str

    def package(self, manager: Manager) -> str:
        """The package's name for that package manager; empty where none is to be installed."""
        return {"apt": self.apt, "dnf": self.dnf, "pacman": self.pacman}[manager]


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds and loads this library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def compiles() -> bool:
    """Whether a C and a C++17 program can be compiled and linked (CC and CXX are respected)."""
    c, cxx = os.environ.get("CC", "cc"), os.environ.get("CXX", "c++")
    trials = (
        ([c, "-x", "c"], '#include <stdio.h>\nint main(void) { return puts("") < 0; }\n'),
        ([cxx, "-x", "c++", "-std=c++17"], "#include <thread>\nint main() { return 0; }\n"),
    )
    with tempfile.TemporaryDirectory() as folder:
        for command, source in trials:
            try:
                made = subprocess.run(
                    [*command, "-", "-o", str(Path(folder, "trial"))],
                    input=source.encode(),
                    capture_output=True,
                    check=False,
                )
            except OSError:
                return False
            if made.returncode != 0:
                return False
    return True


def has_program(name: str) -> bool:
    """Whether a program of that name is on the path."""
    return shutil.which(name) is not None


def has_python_headers() -> bool:
    """Whether extensions for this Python can be compiled."""
    return Path(sysconfig.get_path("include"), "Python.h").exists()


def has_venv() -> bool:
    """Whether this Python can make environments (Debian keeps that in a package of its own)."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def has_alsa_pulse() -> bool:
    """Whether ALSA's default device can be the sound server."""
    plugin = "alsa-lib/libasound_module_pcm_pulse.so"
    return any(
        any(Path(folder).glob(pattern))
        for folder, pattern in (
            ("/usr/lib", plugin),
            ("/usr/lib", f"*/{plugin}"),
            ("/usr/lib64", plugin),
        )
    )


def _library(soname: str, apt: str, dnf: str, pacman: str) -> Need:
    return Need(soname, partial(loads, soname), apt, dnf, pacman)


def _program(name: str, apt: str, dnf: str, pacman: str) -> Need:
    return Need(name, partial(has_program, name), apt, dnf, pacman)


TO_RUN: tuple[Need, ...] = (
    # Sound
    _library("libportaudio.so.2", "libportaudio2", "portaudio", "portaudio"),
    # Qt
    _library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    _library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    _library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    _library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    # Qt on X11; without all of them its xcb platform does not load
    _library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    _library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    _library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
    ),
    _library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    _library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    # Qt on Wayland
    _library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    _library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    # llama.cpp and its compiler
    _library("libgomp.so.1", "libgomp1", "libgomp", "gcc-libs"),
    Need("a C++ compiler", compiles, "g++", "gcc-c++", "gcc"),
)

TO_TEST: tuple[Need, ...] = (
    # Another synthesizer, to speak to Rotom's ears
    _program("flite", "flite", "flite", "flite"),
    # A display without a screen
    _program("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    # A sound server without a sound card
    _program("pactl", "pulseaudio-utils", "pulseaudio-utils", "libpulse"),
    Need(
        "ALSA's PulseAudio plugin",
        has_alsa_pulse,
        "libasound2-plugins",
        "alsa-plugins-pulseaudio",
        "alsa-plugins",
    ),
)

SOUND_SERVER = _program("pulseaudio", "pulseaudio", "", "")
"""Installed for the tests only where it takes no other sound server's place."""


def to_set_up(python: tuple[int, int], *, headers: bool) -> tuple[Need, ...]:
    """What making the environment itself takes; headers where an extension must be compiled."""
    version = f"{python[0]}.{python[1]}"
    needs = [Need("Python's venv", has_venv, f"python{version}-venv", "python3-libs", "python")]
    if headers:
        needs.append(
            Need(
                "Python's headers",
                has_python_headers,
                f"libpython{version}-dev",
                f"python{version}-devel",
                "python",
            )
        )
    return tuple(needs)


def to_test() -> tuple[Need, ...]:
    """What the whole test suite uses, beside what running takes."""
    disturbs = has_program("pipewire-pulse") and os.environ.get("CI") != "true"
    return TO_TEST if disturbs else (*TO_TEST, SOUND_SERVER)


def missing(needs: Iterable[Need]) -> list[Need]:
    """Those that are not there."""
    return [need for need in needs if not need.present()]


def packages_for(needs: Iterable[Need], manager: Manager) -> list[str]:
    """The packages that bring these needs, each once, in order."""
    names = (need.package(manager) for need in needs)
    return list(dict.fromkeys(name for name in names if name))


def make_ready(needed: Sequence[Need], wanted: Sequence[Need], log: Path) -> None:
    """Install what is missing. What is only wanted may stay missing, and that is said.

    Raises Problem with the line to type where something needed cannot be installed from here.
    """
    absent, hoped_for = missing(needed), missing(wanted)
    if not absent and not hoped_for:
        return
    system = this_machine()
    try:
        _install([*absent, *hoped_for], system, log)
    except Problem:
        if absent:
            raise
    still = {need.what for need in missing([*absent, *hoped_for])}
    lost = [need for need in absent if need.what in still]
    if lost:
        raise Problem(
            f"The system still lacks {_listed(lost)} after its packages were installed. "
            f"Everything that was printed is in {log}"
        )
    for need in hoped_for:
        if need.what in still:
            say(f"Without {need.what} the tests that use it are skipped.{_hint(need, system)}")


def _install(needs: Collection[Need], system: Distribution, log: Path) -> None:
    names = _listed(needs)
    if system.manager is None:
        raise Problem(
            f"Rotom needs {names}, and set-up does not know how {system.name} installs "
            "packages. Install them with its package manager, then run the same command again."
        )
    packages = packages_for(needs, system.manager)
    if not packages:
        raise Problem(f"Rotom needs {names}, and {system.name} has no package for it.")
    if system.sealed:
        raise Problem(_sealed_advice(system, packages))
    root = way_to_root()
    if root:
        say(f"sudo installs {', '.join(packages)}; it may ask for your password.")
    if root is None or (root and subprocess.run(["sudo", "-v"], check=False).returncode != 0):
        sudo = has_program("sudo")
        who = "" if sudo else " as root"
        line = line_to_type(system.manager, packages, sudo=sudo)
        raise Problem(
            "Rotom needs some packages of the system, and installing them takes an "
            f"administrator. Run this{who}, then the same command again:\n\n  {line}\n"
        )
    count = "one package" if len(packages) == 1 else f"{len(packages)} packages"
    progress = Progress(f"Installing {count} of {system.name}…")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    for command in install_commands(system.manager, packages):
        keep = ["env", "DEBIAN_FRONTEND=noninteractive"] if root else []
        try:
            run_logged([*root, *keep, *command], log, env=env)
        except CommandFailed as failure:
            progress.done()
            if command[-1] == "update":
                continue  # an old list may still do; the installation tells
            raise problem("Installing the system's packages", failure, log) from failure
    progress.done()


def _sealed_advice(system: Distribution, packages: Sequence[str]) -> str:
    assert system.manager is not None
    if Path("/run/ostree-booted").exists():
        line = f"rpm-ostree install {' '.join(packages)} && systemctl reboot"
    elif system.id == "steamos":
        line = (
            f"sudo steamos-readonly disable && {line_to_type(system.manager, packages, sudo=True)}"
        )
    else:
        line = line_to_type(system.manager, packages, sudo=True)
    return (
        f"The system part of {system.name} is read-only, so set-up adds nothing to it. Either run "
        "the two commands inside a container with your home folder in it (distrobox or toolbox), "
        "or add the packages yourself; the next system update may take them away again:\n\n"
        f"  {line}\n"
    )


def _hint(need: Need, system: Distribution) -> str:
    package = "" if system.manager is None else need.package(system.manager)
    return f" The package is {package}." if package else ""


def _listed(needs: Iterable[Need]) -> str:
    return ", ".join(dict.fromkeys(need.what for need in needs))
