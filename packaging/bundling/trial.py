"""`python -m bundling.trial`: tries the bundle of dist/ in bare systems (make bundle-test).

Makes the systems with debootstrap, once, in .cache/roots; that takes an administrator and Debian's
archive. Nothing is in them that Rotom needs: no Python, no Qt, no PortAudio.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bundling.folder import CHECKOUT

SUITES = ("bookworm", "trixie")
PLAYER = "player"
DISPLAY = ":87"
LEAKED = "LD_PRELOAD=/nowhere/gameoverlayrenderer.so LD_LIBRARY_PATH=/nowhere/steam-runtime"
UP_S = 25
"""How long a window stays open before it is closed by a polite kill."""

LEAST_SOUND_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Root:
    """A bare system in a folder."""

    path: Path

    def command(self, line: str, env: str = "") -> list[str]:
        """What runs a line of shell as an ordinary user, with no more environment than is given."""
        clean = f"env -i HOME=/home/{PLAYER} PATH=/usr/bin:/bin {env} sh -c {shlex.quote(line)}"
        inside = f"cd /home/{PLAYER} && exec {clean}"
        return ["chroot", f"--userspec={PLAYER}", str(self.path), "/bin/sh", "-c", inside]

    def as_player(self, line: str, env: str = "") -> subprocess.CompletedProcess[str]:
        """Runs a line of shell as an ordinary user."""
        return subprocess.run(self.command(line, env), capture_output=True, text=True, check=False)

    @property
    def home(self) -> Path:
        return self.path / "home" / PLAYER


def made(suite: str, roots: Path) -> Root:
    """The bare system, made where it is not there yet."""
    root = Root(roots / suite)
    if not (root.path / "ready").exists():
        shutil.rmtree(root.path, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", suite, str(root.path)], check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        subprocess.run(["chroot", str(root.path), "useradd", "-m", PLAYER], check=True)
        (root.path / "ready").touch()
    return root


@contextmanager
def mounted(root: Root, *pairs: tuple[str, Path]) -> Iterator[None]:
    """/proc, /dev and other folders inside the root."""
    done: list[Path] = []
    try:
        for what, where in (("/proc", root.path / "proc"), ("/dev", root.path / "dev"), *pairs):
            where.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", what, str(where)], check=True)
            done.append(where)
        yield
    finally:
        for where in reversed(done):
            subprocess.run(["umount", "-l", str(where)], check=True)


class Trial:
    """What was tried, and how it went."""

    def __init__(self) -> None:
        self.failed = 0

    def look(self, what: str, ran: subprocess.CompletedProcess[str], fine: bool) -> None:
        """Tells one line, and what was printed where it did not go well."""
        self.failed += not fine
        print(f"  {'ok  ' if fine else 'FAIL'} {what}", flush=True)
        if not fine:
            lines = (ran.stdout + ran.stderr).splitlines()[-15:]
            print("\n".join(f"       {line}" for line in lines))


def try_rotom(trial: Trial, root: Root, rotom: str, what: str, env: str = "") -> None:
    """Doctor, a spoken turn, and the window without and with a display."""
    rotom = shlex.quote(rotom)
    ran = root.as_player(f"{rotom} doctor", env)
    fine = "voice loads: yes" in ran.stdout and "Traceback" not in ran.stderr
    trial.look(f"{what}: rotom doctor", ran, fine)
    sound = root.home / "reply.wav"
    sound.unlink(missing_ok=True)
    ran = root.as_player(f"{rotom} talk question.wav --out reply.wav", env)
    fine = ran.returncode == 0 and sound.stat().st_size > LEAST_SOUND_BYTES
    trial.look(f"{what}: rotom talk", ran, fine)
    for where, seen in (("QT_QPA_PLATFORM=offscreen", False), (f"DISPLAY={DISPLAY}", True)):
        ran, shown = window(root, rotom, f"{env} {where}", seen)
        fine = ran.returncode in (0, 143) and shown and "Traceback" not in ran.stderr
        trial.look(f"{what}: the window, {where}", ran, fine)


def window(
    root: Root, rotom: str, env: str, seen: bool
) -> tuple[subprocess.CompletedProcess[str], bool]:
    """Opens it for a while; whether it was seen on the display, where there is one."""
    line = f"{rotom} & pid=$!; sleep {UP_S}; kill $pid; wait $pid"
    if not seen:
        return root.as_player(line, env), True
    command = root.command(line, env)
    look = ["xwininfo", "-root", "-tree", "-display", DISPLAY]
    with tempfile.TemporaryFile("w+") as out:
        with subprocess.Popen(command, stdout=out, stderr=out, text=True) as running:
            time.sleep(UP_S - 2)
            told = subprocess.run(look, capture_output=True, text=True, check=True)
            code = running.wait()
        out.seek(0)
        ran = subprocess.CompletedProcess(command, code, out.read(), "")
    return ran, '"Rotom"' in told.stdout


def try_suite(trial: Trial, root: Root, dist: Path) -> None:
    """One bare system: installed, moved, read-only, with what Steam leaks."""
    version = (root.path / "etc" / "debian_version").read_text().strip()
    print(f"Debian {version}", flush=True)
    shutil.rmtree(root.home, ignore_errors=True)
    downloads = root.home / "받은 파일"
    downloads.mkdir(parents=True)
    for path in dist.glob("rotom-*-linux-x86_64*"):
        shutil.copy(path, downloads)
    shutil.copy(CHECKOUT / "assets" / "sounds" / "question.wav", root.home)
    subprocess.run(["chroot", str(root.path), "chown", "-R", PLAYER, f"/home/{PLAYER}"], check=True)
    with mounted(root, ("/tmp/.X11-unix", root.path / "tmp" / ".X11-unix")):
        _try_inside(trial, root)


def _try_inside(trial: Trial, root: Root) -> None:
    ran = root.as_player("sh '받은 파일'/rotom-*-install.sh")
    if ran.returncode and "zstd" in ran.stderr:
        trial.look("without zstd the installer says so", ran, ran.returncode == 1)
        subprocess.run(["chroot", str(root.path), "apt-get", "install", "-y", "-q", "zstd"],
                       check=True, capture_output=True)  # fmt: skip
        ran = root.as_player("sh '받은 파일'/rotom-*-install.sh")
    trial.look("the installer", ran, ran.returncode == 0)
    try_rotom(trial, root, f"/home/{PLAYER}/.local/bin/rotom", "installed")
    ran = root.as_player(
        "mkdir -p '나의 게임들/a b' && cp -a .local/opt/rotom/current/. '나의 게임들/a b'"
    )
    place = f"/home/{PLAYER}/나의 게임들/a b"
    try_rotom(trial, root, f"{place}/rotom", "moved, with what Steam leaks", LEAKED)
    here = root.path / place.lstrip("/")
    subprocess.run(["mount", "--bind", str(here), str(here)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(here)], check=True)
        try_rotom(trial, root, f"{place}/rotom", "read-only")
    finally:
        subprocess.run(["umount", "-l", str(here)], check=True)
    ran = root.as_player("sh '받은 파일'/rotom-*-install.sh --uninstall")
    gone = not (root.home / ".local" / "opt" / "rotom").exists()
    trial.look("uninstalled", ran, ran.returncode == 0 and gone)


def main() -> int:
    """The exit code: 0 where everything went well."""
    lacking = [tool for tool in ("debootstrap", "Xvfb", "xwininfo") if shutil.which(tool) is None]
    dist = CHECKOUT / "dist"
    if lacking or os.geteuid() != 0 or not any(dist.glob("rotom-*-linux-x86_64.tar.zst")):
        print(
            "This takes an administrator, debootstrap, xvfb, x11-utils, and `make bundle` before."
        )
        return 1
    trial = Trial()
    with subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                          stderr=subprocess.DEVNULL) as display:  # fmt: skip
        try:
            for suite in SUITES:
                try_suite(trial, made(suite, CHECKOUT / ".cache" / "roots"), dist)
        finally:
            display.terminate()
    print(f"{trial.failed} did not go well." if trial.failed else "Everything went well.")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
