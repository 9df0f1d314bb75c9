"""The conversations and moods of all personas, kept in one database as they happen."""

import logging
import math
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from rotom.domain.character import Emotion, Feeling
from rotom.domain.engines import Journal
from rotom.domain.mood import Mood
from rotom.domain.speech import Message
from rotom.storage.database import opened, sentence
from rotom.storage.errors import StorageError
from rotom.storage.memory import KeptTurn, MemoryHistory, MemoryJournal, messages_of

log = logging.getLogger(__name__)


class Histories(Protocol):
    """Where journals come from: a database, or the memory where nothing is to be kept."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know of the opening, in sentences."""
        ...

    def journal(self, persona_id: str) -> Journal: ...

    def close(self) -> None: ...


def open_history(path: Path, keep: bool = True) -> Histories:
    """The history, in memory where it is not to be kept or cannot be; then `notices` says why."""
    if not keep:
        return MemoryHistory()
    try:
        return History(path)
    except StorageError as error:
        return MemoryHistory((str(error),))


class History:
    """One database for all personas. All methods may be called from any thread.

    A file that is broken or not Rotom's is kept aside and a new one begun, which `notices` says.
    StorageError where it cannot be opened, or is of a newer Rotom: then it is left untouched.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = threading.RLock()
        self.connection, self.notices = opened(path)
        self._journals: dict[str, _Journal] = {}

    def journal(self, persona_id: str) -> Journal:
        with self.lock:
            return self._journals.setdefault(persona_id, _Journal(self, persona_id))

    def close(self) -> None:
        with self.lock:
            self.connection.close()


class _Journal:
    """The journal of one persona; once it cannot write, it goes on in memory and says so once."""

    def __init__(self, history: History, persona_id: str) -> None:
        self._history = history
        self._persona = persona_id
        self._instead: MemoryJournal | None = None

    def recent(self, limit: int) -> list[Message]:
        with self._history.lock:
            if self._instead is not None:
                return self._instead.recent(limit)
            try:
                return messages_of(self._turns(limit), limit)
            except sqlite3.Error as error:
                raise self._failed(error) from error

    def user_said(self, turn_id: str, text: str) -> None:
        self._write(
            lambda journal: journal.user_said(turn_id, text),
            "INSERT INTO turns (persona, turn, said, said_at_s) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (persona, turn) DO UPDATE SET said = excluded.said",
            (self._persona, turn_id, _storable(text), time.time()),
        )

    def was_heard(self, turn_id: str, text: str, emotion: Emotion, complete: bool) -> None:
        self._write(
            lambda journal: journal.was_heard(turn_id, text, emotion, complete),
            "INSERT INTO turns (persona, turn, heard, emotion, complete, heard_at_s)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (persona, turn) DO UPDATE SET"
            " heard = excluded.heard, emotion = excluded.emotion, complete = excluded.complete,"
            " heard_at_s = excluded.heard_at_s",
            (self._persona, turn_id, _storable(text), str(emotion), complete, time.time()),
        )

    def mood(self) -> Mood | None:
        with self._history.lock:
            if self._instead is not None:
                return self._instead.mood()
            try:
                return self._kept_mood()
            except sqlite3.Error as error:
                raise self._failed(error) from error

    def keep_mood(self, mood: Mood) -> None:
        f, u = mood.feeling, mood.underlying
        self._write(
            lambda journal: journal.keep_mood(mood),
            "INSERT OR REPLACE INTO moods VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self._persona, f.pleasure, f.arousal, f.dominance),
                *(u.pleasure, u.arousal, u.dominance, mood.at_s),
            ),
        )

    def _write(
        self, instead: Callable[[Journal], None], statement: str, values: Sequence[object]
    ) -> None:
        with self._history.lock:
            if self._instead is not None:
                return instead(self._instead)
            try:
                self._history.connection.execute(statement, values)
            except sqlite3.Error as error:
                self._instead = self._in_memory()
                instead(self._instead)
                raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> StorageError:
        """Goes over to memory for the rest of the run, where it has not, and says so."""
        log.warning("history: %s", error)
        self._instead = self._instead or self._in_memory()
        return StorageError(
            sentence("This conversation is no longer kept", self._history.path, error)
        )

    def _in_memory(self) -> MemoryJournal:
        """What can still be read of the journal, in memory."""
        try:
            return MemoryJournal(self._turns(200), self._kept_mood())
        except sqlite3.Error:
            return MemoryJournal()

    def _turns(self, limit: int) -> list[KeptTurn]:
        """The newest turns, oldest first: a reply stands behind its words even if it came late."""
        rows = self._history.connection.execute(
            "SELECT turn, said, heard, emotion, complete FROM turns WHERE persona = ?"
            " AND (said <> '' OR heard <> '') ORDER BY id DESC LIMIT ?",
            (self._persona, max(0, limit)),
        )
        return [KeptTurn(*row) for row in rows.fetchall()[::-1]]

    def _kept_mood(self) -> Mood | None:
        row = self._history.connection.execute(
            "SELECT pleasure, arousal, dominance, underlying_pleasure, underlying_arousal,"
            " underlying_dominance, at_s FROM moods WHERE persona = ?",
            (self._persona,),
        ).fetchone()
        if row is None or not all(isinstance(value, float) for value in row):
            return None
        if not (all(-1 <= value <= 1 for value in row[:6]) and math.isfinite(row[6])):
            return None
        return Mood(Feeling(*row[:3]), Feeling(*row[3:6]), row[6])


def _storable(text: str) -> str:
    """The text without half surrogates, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
