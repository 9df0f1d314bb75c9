"""Which game runs that Steam has started, from Linux's list of programs and Steam's own files."""

import os
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rotom.domain import binary_key_values as kv
from rotom.domain.key_values import find
from rotom.system.steam import accounts, nodes_of, steam_folders

PROC = Path("/proc")

_LAUNCHED = re.compile(rb"SteamLaunch\0AppId=(\d+)\0")
"""Steam starts a game through its `reaper`, whose arguments name the app."""


@dataclass(frozen=True, slots=True)
class Game:
    """A game that runs: its title, '' where Steam's files do not tell, and since how long."""

    app: int
    title: str
    played_s: float


def game_now(home: Path, proc: Path = PROC, own: int | None = None) -> Game | None:
    """The game that runs now, and how long it has."""
    found = _running(proc, own)
    if found is None:
        return None
    app, process = found
    return Game(app, title_of(app, home), _runs_for_s(proc, process))


def title_of(app: int, home: Path) -> str:
    """What a game is called: by the manifest of its library, or by the name of a shortcut."""
    for steam in steam_folders(home):
        for library in (steam, *_libraries(steam)):
            manifest = library / "steamapps" / f"appmanifest_{app}.acf"
            if name := find(nodes_of(manifest, "AppState"), "name"):
                return name.text
    return next((name for name in _shortcut_names(app, home) if name), "")


def _libraries(steam: Path) -> Iterable[Path]:
    """Where games are kept besides, such as on a card."""
    for node in nodes_of(steam / "steamapps" / "libraryfolders.vdf", "libraryfolders"):
        if path := node.get("path"):
            yield Path(path)


def _shortcut_names(app: int, home: Path) -> Iterable[str]:
    for account in accounts(home):
        try:
            entries, _ = kv.read(account.shortcuts.read_bytes())
        except (OSError, kv.NotKeyValues):
            continue
        for everything in entries:
            for entry in everything.entries:
                if entry.number("appid") == app:
                    yield entry.text("AppName")


def _runs_for_s(proc: Path, process: int) -> float:
    """How long a process has run (the 22nd field of stat, in ticks since the start; proc(5))."""
    fields = _bytes(proc / str(process) / "stat").rpartition(b")")[2].split()
    if len(fields) < 20 or not fields[19].isdigit():
        return 0.0
    began_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - began_s)


def running_game(proc: Path = PROC, own: int | None = None) -> int | None:
    """The app id of a running game; None without one. Rotom's own shortcut is none."""
    found = _running(proc, own)
    return None if found is None else found[0]


def _running(proc: Path, own: int | None) -> tuple[int, int] | None:
    """The app id of a running game, and the process that Steam started it with."""
    ours = _ancestors(proc, os.getpid() if own is None else own)
    for folder in sorted(proc.glob("[0-9]*"), key=lambda each: int(each.name)):
        if int(folder.name) in ours:
            continue
        found = _LAUNCHED.search(_bytes(folder / "cmdline") + b"\0")
        if found and int(found[1]):
            return int(found[1]), int(folder.name)
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
