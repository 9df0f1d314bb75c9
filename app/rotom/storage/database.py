"""A SQLite database that is opened, brought up to date, and kept aside where it is broken.

A write has returned once it is in the write-ahead log. With `synchronous=NORMAL` the log is not
flushed to the disk at each commit: it is in the system's cache, which outlives a killed program.
Only a loss of power can take the last commits, and even that leaves a whole database
(sqlite.org/pragma.html#pragma_synchronous).
"""

import fcntl
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rotom.domain.search import searchable
from rotom.domain.wording import Worded, worded
from rotom.storage import left_whole
from rotom.storage.errors import StorageError, told
from rotom.storage.safe_files import keep_aside

log = logging.getLogger(__name__)

APPLICATION_ID = 0x526F746F
"""Marks the file as Rotom's ("Roto"); sqlite.org/pragma.html#pragma_application_id."""

BUSY_TIMEOUT_S = 5.0
"""How long a write waits for that of another program."""

_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _turns_and_moods(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE turns (id INTEGER PRIMARY KEY, persona TEXT NOT NULL, turn TEXT NOT NULL,"
        " said TEXT, said_at_s REAL, heard TEXT, emotion TEXT NOT NULL DEFAULT 'neutral',"
        " complete INTEGER NOT NULL DEFAULT 0, heard_at_s REAL, UNIQUE (persona, turn))"
    )
    connection.execute("CREATE INDEX turns_by_persona ON turns (persona, id)")
    connection.execute(
        "CREATE TABLE moods (persona TEXT PRIMARY KEY, pleasure REAL, arousal REAL,"
        " dominance REAL, underlying_pleasure REAL, underlying_arousal REAL,"
        " underlying_dominance REAL, at_s REAL) WITHOUT ROWID"
    )


def _conversations(connection: sqlite3.Connection) -> None:
    """Turns become a tree: `parent` is the turn before (0 for none), `active` the way shown.

    A branch is always newer than what it leaves, so along the active way ids only grow. What is
    removed keeps its words until it is swept away, so that it can be brought back.
    """
    for statement in (
        "CREATE TABLE conversations (id INTEGER PRIMARY KEY, persona TEXT NOT NULL,"
        " title TEXT NOT NULL DEFAULT '', began_at_s REAL NOT NULL, used_at_s REAL NOT NULL,"
        " deleted_at_s REAL)",
        "CREATE INDEX conversations_by_persona ON conversations (persona, used_at_s)",
        "ALTER TABLE turns ADD COLUMN conversation INTEGER",
        "ALTER TABLE turns ADD COLUMN parent INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE turns ADD COLUMN active INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE turns ADD COLUMN said_removed_s REAL",
        "ALTER TABLE turns ADD COLUMN heard_removed_s REAL",
        "INSERT INTO conversations (persona, began_at_s, used_at_s)"
        " SELECT persona, coalesce(min(coalesce(said_at_s, heard_at_s)), 0),"
        " coalesce(max(coalesce(heard_at_s, said_at_s)), 0) FROM turns GROUP BY persona",
        "UPDATE turns SET parent = place.before, conversation = place.conversation FROM"
        " (SELECT turns.id, conversations.id AS conversation, coalesce(lag(turns.id)"
        " OVER (PARTITION BY turns.persona ORDER BY turns.id), 0) AS before"
        " FROM turns JOIN conversations USING (persona)) AS place WHERE place.id = turns.id",
        "DROP INDEX turns_by_persona",
        "CREATE INDEX turns_without_said ON turns (said_removed_s)"
        " WHERE said_removed_s IS NOT NULL",
        "CREATE INDEX turns_without_heard ON turns (heard_removed_s)"
        " WHERE heard_removed_s IS NOT NULL",
        "CREATE INDEX turns_by_conversation ON turns (conversation, active, id)",
        "CREATE INDEX turns_by_parent ON turns (conversation, parent)",
        "CREATE VIRTUAL TABLE words USING fts5"
        " (said, heard, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')",
        "INSERT INTO words (rowid, said, heard)"
        " SELECT id, searchable(said), searchable(heard) FROM turns",
        "CREATE TRIGGER words_come AFTER INSERT ON turns BEGIN INSERT INTO words"
        " (rowid, said, heard) VALUES (new.id, searchable(new.said), searchable(new.heard)); END",
        "CREATE TRIGGER words_change AFTER UPDATE OF said, heard, said_removed_s, heard_removed_s"
        " ON turns BEGIN UPDATE words SET said = iif(new.said_removed_s IS NULL,"
        " searchable(new.said), NULL), heard = iif(new.heard_removed_s IS NULL,"
        " searchable(new.heard), NULL) WHERE rowid = new.id; END",
        "CREATE TRIGGER words_go AFTER DELETE ON turns BEGIN"
        " DELETE FROM words WHERE rowid = old.id; END",
    ):
        connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_turns_and_moods, _conversations)
"""Each brings the database one version on; `user_version` counts those that were done."""


def opened(path: Path) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """A connection that any thread may use, one at a time, and what the user should know.

    A file that is broken or not Rotom's is kept aside and a new one begun. StorageError where it
    cannot be opened, or is of a newer Rotom: then it is left untouched.
    """
    what = worded("Conversations cannot be kept")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connected(path), ()
        except _NotOurs as reason:
            aside = _all_aside(path)
            notice = worded(
                "The earlier conversations could not be read ({reason}), so new ones "
                "are begun. The file was kept as {aside}.",
                reason=reason,
                aside=aside,
            )
            return _connected(path), (notice,)
    except OSError as error:
        raise told(what, path, error) from error
    except (sqlite3.Error, _NotOurs) as error:
        raise StorageError(sentence(what, path, error)) from error


def in_memory() -> sqlite3.Connection:
    """An empty database that is forgotten at the end; any thread may use it, one at a time."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.create_function("searchable", 1, searchable, deterministic=True)
    for migrate in MIGRATIONS:
        migrate(connection)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block's changes or none; sqlite3.Error where they cannot be."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class _NotOurs(Exception):
    """The file is broken or belongs to another program; says which."""


def _connected(path: Path) -> sqlite3.Connection:
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(path))
    as_left = left_whole.is_as_left(path)
    connection = sqlite3.connect(
        path, timeout=BUSY_TIMEOUT_S, check_same_thread=False, isolation_level=None
    )
    try:
        connection.create_function("searchable", 1, searchable, deterministic=True)
        with _alone_in(path.parent):
            _prepare(connection, path, as_left)
    except sqlite3.DatabaseError as error:
        connection.close()
        if _code(error) in _BROKEN:
            raise _NotOurs(worded("the file is damaged")) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """One program after the other: SQLite does not wait for a lock when it changes to a WAL.

    Where the file system has no such locks, they go at once.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _prepare(connection: sqlite3.Connection, path: Path, as_left: bool) -> None:
    _version(connection)
    if not as_left:
        _read_through(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    with transaction(connection):
        version = _version(connection)  # another program may have migrated it meanwhile
        for migrate in MIGRATIONS[version:]:
            migrate(connection)
        if version < len(MIGRATIONS):
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _read_through(connection: sqlite3.Connection, path: Path) -> None:
    """Looks for damage; takes most of a second for 100,000 messages."""
    if (damage := connection.execute("PRAGMA quick_check(1)").fetchone()) != ("ok",):
        log.warning("%s: %s", path, damage)
        raise _NotOurs(worded("the file is damaged"))


def _version(connection: sqlite3.Connection) -> int:
    """The version of the database; 0 for an empty one.

    One statement, so that what another program migrates meanwhile is seen whole or not at all.
    """
    version, application, tables = connection.execute(
        "SELECT (SELECT user_version FROM pragma_user_version),"
        " (SELECT application_id FROM pragma_application_id),"
        " (SELECT count(*) FROM sqlite_schema)"
    ).fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise _NotOurs(worded("the file is of another program"))
    if version > len(MIGRATIONS):
        raise StorageError(
            "Conversations are not kept this time: a newer Rotom wrote those that are there, and "
            "they are left as they are. Update Rotom to see them again."
        )
    return int(version)


def _all_aside(path: Path) -> Path:
    """Moves the database and what belongs to it out of the way; its new name. OSError."""
    aside = keep_aside(path)
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _code(error: Exception) -> int:
    """SQLite's primary result code, 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def sentence(what: Worded, path: Path, error: Exception) -> Worded:
    """What SQLite could not do and what to do about it; `what` begins the sentence."""
    match _code(error):
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            reason = worded(
                "the disk of {parent} is full or failing. Free some space", parent=path.parent
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            reason = worded("Rotom may not write {path}. Change who may", path=path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            reason = worded("another program holds {path}. Close it", path=path)
        case _:
            reason = worded("{why} ({path}). Move the file away", why=error, path=path)
    return worded(
        "{what}: {reason} and start Rotom again; until then nothing new is written down.",
        what=what,
        reason=reason,
    )
