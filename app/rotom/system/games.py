"""Whether a game runs that Steam has started, read from Linux's list of programs."""

import os
import re
from pathlib import Path

PROC = Path("/proc")

_LAUNCHED = re.compile(rb"SteamLaunch\0AppId=(\d+)\0")
"""Steam starts a game through its `reaper`, whose arguments name the app."""


def running_game(proc: Path = PROC, own: int | None = None) -> int | None:
    """The app id of a running game; None without one. Rotom's own shortcut is none."""
    ours = _ancestors(proc, os.getpid() if own is None else own)
    for folder in sorted(proc.glob("[0-9]*"), key=lambda each: int(each.name)):
        if int(folder.name) in ours:
            continue
        found = _LAUNCHED.search(_bytes(folder / "cmdline") + b"\0")
        if found and int(found[1]):
            return int(found[1])
    return None


def _ancestors(proc: Path, process: int) -> set[int]:
    """The process and all those above it (the fourth field of stat; proc(5))."""
    seen: set[int] = set()
    while process > 0 and process not in seen:
        seen.add(process)
        fields = _bytes(proc / str(process) / "stat").rpartition(b")")[2].split()
        process = int(fields[1]) if len(fields) > 1 and fields[1].isdigit() else 0
    return seen


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has ended, or belongs to somebody else
        return b""
