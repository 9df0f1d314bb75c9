"""Which databases are as Rotom left them, so that they need not be read through at each start."""

from contextlib import suppress
from pathlib import Path


def note(database: Path) -> None:
    """Remembers how a database looks that was closed; call it once nobody has it open."""
    if (looks := _looks(database)) and not _log_of(database).exists():
        with suppress(OSError):  # then it is read through the next time
            _mark_of(database).write_text(looks, "ascii")


def is_as_left(database: Path) -> bool:
    """Whether nothing was written since: a crash, another program, or a copy put in its place."""
    try:
        noted = _mark_of(database).read_text("ascii", errors="replace")
    except OSError:
        return False
    return noted == _looks(database) and not _log_of(database).exists()


def _looks(database: Path) -> str:
    try:
        stat = database.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"


def _mark_of(database: Path) -> Path:
    return database.with_name(database.name + "-whole")


def _log_of(database: Path) -> Path:
    """SQLite's write-ahead log, which goes when the last program closes the database."""
    return database.with_name(database.name + "-wal")
