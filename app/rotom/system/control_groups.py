"""How much memory the control groups of this program leave it: those of a container have limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")

NO_LIMIT = 1 << 60
"""The first version writes a number like this where there is no limit, the second writes max."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """`limit` is what all programs of a group may hold, `available` what is left of it, in bytes.

    What files are kept in memory of counts as available, as it does for the whole machine.
    """

    limit: int
    available: int


@dataclass(frozen=True, slots=True)
class _Version:
    """The files of a hierarchy (cgroup-v1/memory.rst, cgroup-v2.rst)."""

    limit: str
    usage: str
    of_files: tuple[str, ...]


_FIRST = _Version(
    "memory.limit_in_bytes",
    "memory.usage_in_bytes",
    ("total_inactive_file", "total_active_file"),
)
_SECOND = _Version("memory.max", "memory.current", ("inactive_file", "active_file"))


def allowance(proc: Path = PROC) -> Allowance | None:
    """What the tightest of this program's groups leaves it; None where none has a limit."""
    found = [_of(folder, version) for folder, version in _groups(proc)]
    return min((each for each in found if each), key=lambda each: each.available, default=None)


def innermost(proc: Path = PROC) -> Path | None:
    """The folder of the group that this program is in; None where memory is not counted."""
    return next((folder for folder, _ in _groups(proc)), None)


def _groups(proc: Path) -> Iterator[tuple[Path, _Version]]:
    """The groups that count this program's memory, each before the one around it."""
    for line in _lines(proc / "self" / "cgroup"):
        _, _, named = line.partition(":")
        controllers, _, path = named.partition(":")
        version = _SECOND if not controllers else _FIRST
        if controllers and "memory" not in controllers.split(","):
            continue
        for root, mount in _mounts(proc, version):
            inside = Path(path).relative_to(root) if Path(path).is_relative_to(root) else Path()
            folders = [mount / inside, *(mount / inside).parents]
            for folder in folders[: len(inside.parts) + 1]:
                if (folder / version.usage).exists():
                    yield folder, version


def _mounts(proc: Path, version: _Version) -> Iterator[tuple[Path, Path]]:
    """Where a hierarchy is mounted, and which of its groups is seen there (proc(5), mountinfo)."""
    for line in _lines(proc / "self" / "mountinfo"):
        before, _, after = line.partition(" - ")
        match before.split(), after.split():
            case [_, _, _, root, mount, *_], ["cgroup2", *_] if version is _SECOND:
                yield Path(root), Path(mount)
            case [_, _, _, root, mount, *_], ["cgroup", _, options] if version is _FIRST:
                if "memory" in options.split(","):
                    yield Path(root), Path(mount)


def _of(folder: Path, version: _Version) -> Allowance | None:
    limit, usage = _number(folder / version.limit), _number(folder / version.usage)
    if limit is None or usage is None or limit >= NO_LIMIT:
        return None
    kept = _table(folder / "memory.stat")
    of_files = sum(kept.get(name, 0) for name in version.of_files)
    return Allowance(limit, max(0, limit - usage + of_files))


def _number(file: Path) -> int | None:
    text = "".join(_lines(file))
    return int(text) if text.isdecimal() else None


def _table(file: Path) -> Mapping[str, int]:
    rows = (line.split() for line in _lines(file))
    return {row[0]: int(row[1]) for row in rows if len(row) == 2 and row[1].isdecimal()}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except (OSError, UnicodeDecodeError):  # a group may have ended just now
        return []
