"""Which game runs that Steam has started, by gamescope, the list of programs and Steam's files."""

import os
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rotom.domain import binary_key_values as kv
from rotom.domain.key_values import find
from rotom.domain.running import Focus, app_of, the_game
from rotom.system import gamescope
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


Shown = Callable[[], Focus | None]
"""Asks gamescope what it shows."""


def game_now(
    home: Path, proc: Path = PROC, own: int | None = None, shown: Shown = gamescope.focus
) -> Game | None:
    """The game that runs now, and how long it has; 0 where its program cannot be seen."""
    programs, ours = _programs(proc, own)
    app = the_game(tuple(programs), shown(), ours)
    if app is None:
        return None
    played_s = _runs_for_s(proc, programs[app]) if app in programs else 0.0
    return Game(app, title_of(app, home), played_s)


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


def running_game(
    proc: Path = PROC, own: int | None = None, shown: Shown = gamescope.focus
) -> int | None:
    """The app id of a running game; None without one. Rotom's own shortcut is none."""
    programs, ours = _programs(proc, own)
    return the_game(tuple(programs), shown(), ours)


def _programs(proc: Path, own: int | None) -> tuple[Mapping[int, int], frozenset[int]]:
    """What Steam has started: app ids with their first process, the oldest first; and our own ids.

    The environments are read only where Steam's own launcher is not seen: a game may outlive it.
    """
    above = _ancestors(proc, os.getpid() if own is None else own)
    ours = {app for process in above for app in (_launched(proc, process), _named(proc, process))}
    processes = sorted(int(each.name) for each in proc.glob("[0-9]*"))
    for of_process in (_launched, _named):
        found: dict[int, int] = {}
        for process in processes:
            app = of_process(proc, process)
            if app and app not in ours:
                found.setdefault(app, process)
        if found:
            break
    return found, frozenset(ours)


def _launched(proc: Path, process: int) -> int:
    """The app that this process is Steam's launcher of; 0 for any other process."""
    found = _LAUNCHED.search(_bytes(proc / str(process) / "cmdline") + b"\0")
    return int(found[1]) if found else 0


def _named(proc: Path, process: int) -> int:
    """The app that Steam has named in the environment of a process; 0 where it has named none."""
    said = _bytes(proc / str(process) / "environ")
    if b"Steam" not in said:
        return 0
    pairs = (each.partition(b"=") for each in said.split(b"\0"))
    known = {name: value.decode("ascii", "replace") for name, _, value in pairs}
    return app_of(known.get(b"SteamGameId", ""), known.get(b"SteamAppId", ""))


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
