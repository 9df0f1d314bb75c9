"""Bare systems in folders, and how what is tried in them went."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PLAYER = "player"
OFFSCREEN = "DISPLAY=:offscreen QT_QPA_PLATFORM=offscreen"
"""A display is named, for without one Rotom opens no window; Qt does not look for it."""
LEAKED = "LD_PRELOAD=/nowhere/gameoverlayrenderer.so LD_LIBRARY_PATH=/nowhere/steam-runtime"
LEAST_SOUND_BYTES = 20_000
"""Of a reply that was spoken."""


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
