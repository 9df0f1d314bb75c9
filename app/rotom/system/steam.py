"""Which Steam there is, who plays here, whether it runs, and what it would start of Rotom."""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rotom.domain.engines import EngineError
from rotom.domain.key_values import Node, NotKeyValues, find, read
from rotom.domain.steam import Account, Launch

PROC = Path("/proc")

_FOLDERS = (
    ".local/share/Steam",
    ".steam/steam",
    ".steam/root",
    ".steam/debian-installation",
    ".var/app/com.valvesoftware.Steam/.local/share/Steam",
    ".var/app/com.valvesoftware.Steam/.steam/steam",
    "snap/steam/common/.local/share/Steam",
)
"""Where Steam lives below the home folder: its own package, the Flatpak, the snap."""

_FIRST_ID = 76561197960265728
"""What an account's number is counted from in its long id."""

_LARGEST = 16 * 1024 * 1024


def steam_folders(home: Path) -> tuple[Path, ...]:
    """Every Steam of this home, each once, however many links lead to it."""
    found: list[Path] = []
    for name in _FOLDERS:
        folder = (home / name).resolve()
        if folder not in found and (folder / "userdata").is_dir():
            found.append(folder)
    return tuple(found)


def accounts(home: Path) -> tuple[Account, ...]:
    """Who has signed in here, in every Steam; who came last is first."""
    found = [account for folder in steam_folders(home) for account in _accounts_of(folder)]
    return tuple(sorted(found, key=lambda account: not account.is_newest))


def _accounts_of(steam: Path) -> Iterator[Account]:
    users = nodes_of(steam / "config" / "loginusers.vdf", "users")
    said = {str(int(n.key) - _FIRST_ID): n for n in users if n.key.isdecimal()}
    for folder in sorted((steam / "userdata").iterdir()):
        if not folder.name.isdecimal() or folder.name == "0" or not folder.is_dir():
            continue
        user = said.get(folder.name)
        name = user.get("PersonaName") or user.get("AccountName") if user is not None else ""
        newest = user is not None and user.get("MostRecent") == "1"
        yield Account(folder.name, name or folder.name, steam, newest)


def nodes_of(path: Path, root: str) -> Sequence[Node]:
    """What stands in the folder `root` of a file of Steam; nothing where it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return ()
        found = find(read(path.read_text(encoding="utf-8", errors="replace")), root)
    except (OSError, NotKeyValues):
        return ()
    return found.nodes if found is not None else ()


def is_running(proc: Path = PROC) -> bool:
    """Whether a Steam of this user runs, in a sandbox or not."""
    for folder in proc.glob("[0-9]*"):
        try:
            if (folder / "comm").read_text().strip() == "steam" and _is_ours(folder):
                return True
        except (OSError, ValueError):  # it has ended, or belongs to somebody else
            continue
    return False


def _is_ours(folder: Path) -> bool:
    return folder.stat().st_uid == os.getuid()


def launch(environment: Mapping[str, str] = os.environ) -> Launch:
    """How Steam starts this Rotom: the bundle's launcher, the installed command, or the Flatpak.

    EngineError where nothing can be found that starts it.
    """
    if flatpak := environment.get("FLATPAK_ID", ""):
        return Launch("/usr/bin/flatpak", f"run {flatpak} --full-screen", flatpak)
    candidates = (
        environment.get("ROTOM_LAUNCHER", ""),
        sys.argv[0] if Path(sys.argv[0]).name == "rotom" else "",
        str(Path(sys.executable).with_name("rotom")),
        shutil.which("rotom") or "",
    )
    for candidate in candidates:
        path = Path(candidate).absolute()
        if candidate and path.is_file() and os.access(path, os.X_OK):
            return Launch(str(path))
    raise EngineError(
        "The command rotom was not found beside the Python that runs it, so Steam would not find "
        "it either. Install Rotom again, for instance with 'make run'."
    )


_LEAKED = re.compile(r"/(ubuntu12_(32|64)|steam-runtime|steamrt)[/:]|gameoverlayrenderer")


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the libraries that Steam puts before every program's own."""
    kept = dict(environment)
    for name, separator in (("LD_PRELOAD", r"[: ]"), ("LD_LIBRARY_PATH", ":")):
        parts = [part for part in re.split(separator, kept.pop(name, "")) if part]
        if others := [part for part in parts if not _LEAKED.search(part + "/")]:
            kept[name] = ":".join(others)
    return kept
