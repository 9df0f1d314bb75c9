"""What is written of one conversation as it happens, and read back from it."""

import logging
import math
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from rotom.domain.character import Emotion, Feeling
from rotom.domain.engines import Journal
from rotom.domain.mood import Mood
from rotom.domain.speech import Message
from rotom.domain.wording import worded
from rotom.storage.database import sentence, transaction
from rotom.storage.errors import StorageError
from rotom.storage.memory import KeptTurn, MemoryJournal, messages_of

log = logging.getLogger(__name__)

NO_BRANCH = 2**63 - 1
"""Later than every turn: SQLite's largest row id."""


class Shelf(Protocol):
    """The database of all conversations, and who may use it now."""

    path: Path
    lock: threading.RLock
    connection: sqlite3.Connection


class KeptJournal:
    """The journal of one conversation, by default the one that was used last.

    Once it cannot write, it goes on in memory and says so once.
    """

    def __init__(
        self,
        history: Shelf,
        persona_id: str,
        conversation: int | None = None,
        fresh: bool = False,
        branch: int | None = None,
    ) -> None:
        self._history = history
        self._persona = persona_id
        self._conversation = conversation
        self._fresh = fresh
        self._branch = branch
        self._instead: MemoryJournal | None = None

    @property
    def conversation(self) -> int | None:
        """None where nothing was written yet, or nothing can be read."""
        with self._history.lock:
            try:
                return self._chosen()
            except sqlite3.Error:
                return None

    def recent(self, limit: int) -> list[Message]:
        with self._history.lock:
            if self._instead is not None:
                return self._instead.recent(limit)
            try:
                return messages_of(self._turns(limit), limit)
            except sqlite3.Error as error:
                raise self._failed(error) from error

    def user_said(self, turn_id: str, text: str) -> None:
        now_s = time.time()
        self._write(
            lambda journal: journal.user_said(turn_id, text),
            "INSERT INTO turns (persona, turn, said, said_at_s, conversation, parent)"
            " VALUES (:persona, :turn, :text, :now_s, :conversation, :parent)"
            " ON CONFLICT (persona, turn) DO UPDATE SET said = excluded.said,"
            " said_at_s = excluded.said_at_s",
            {"turn": turn_id, "text": _storable(text), "now_s": now_s},
        )

    def was_heard(self, turn_id: str, text: str, emotion: Emotion, complete: bool) -> None:
        self._write(
            lambda journal: journal.was_heard(turn_id, text, emotion, complete),
            "INSERT INTO turns (persona, turn, heard, emotion, complete, heard_at_s, conversation,"
            " parent) VALUES (:persona, :turn, :text, :emotion, :complete, :now_s, :conversation,"
            " :parent) ON CONFLICT (persona, turn) DO UPDATE SET heard = excluded.heard,"
            " emotion = excluded.emotion, complete = excluded.complete,"
            " heard_at_s = excluded.heard_at_s",
            {
                "turn": turn_id,
                "text": _storable(text),
                "emotion": str(emotion),
                "complete": complete,
                "now_s": time.time(),
            },
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
        values = (f.pleasure, f.arousal, f.dominance, u.pleasure, u.arousal, u.dominance)
        with self._history.lock:
            if self._instead is not None:
                return self._instead.keep_mood(mood)
            try:
                self._history.connection.execute(
                    "INSERT OR REPLACE INTO moods VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (self._persona, *values, mood.at_s),
                )
            except sqlite3.Error as error:
                failure = self._failed(error)
                self._instead_of_this().keep_mood(mood)
                raise failure from error

    def _write(
        self, instead: Callable[[Journal], None], statement: str, values: Mapping[str, object]
    ) -> None:
        """Writes a turn into the conversation, which begins with its first one."""
        with self._history.lock:
            if self._instead is not None:
                return instead(self._instead)
            try:
                with transaction(self._history.connection) as connection:
                    now_s = values["now_s"]
                    place = self._place(connection, now_s)
                    connection.execute(statement, {**values, **place, "persona": self._persona})
            except sqlite3.Error as error:
                failure = self._failed(error)
                instead(self._instead_of_this())
                raise failure from error

    def _place(self, connection: sqlite3.Connection, now_s: object) -> dict[str, object]:
        """The conversation, made where there is none yet, and the turn before the next one."""
        conversation = self._chosen()
        if conversation is None:
            conversation = connection.execute(
                "INSERT INTO conversations (persona, began_at_s, used_at_s) VALUES (?, ?, ?)",
                (self._persona, now_s, now_s),
            ).lastrowid
        else:
            connection.execute(
                "UPDATE conversations SET used_at_s = ? WHERE id = ?", (now_s, conversation)
            )
        if self._branch is not None:
            connection.execute(
                "UPDATE turns SET active = 0 WHERE conversation = ? AND active = 1 AND id >= ?",
                (conversation, self._branch),
            )
        self._conversation, self._fresh, self._branch = conversation, False, None
        (parent,) = connection.execute(
            "SELECT coalesce(max(id), 0) FROM turns WHERE conversation = ? AND active = 1",
            (conversation,),
        ).fetchone()
        return {"conversation": conversation, "parent": parent}

    def _chosen(self) -> int | None:
        if self._conversation is not None or self._fresh:
            return self._conversation
        row = self._history.connection.execute(
            "SELECT id FROM conversations WHERE persona = ? AND deleted_at_s IS NULL"
            " ORDER BY used_at_s DESC, id DESC LIMIT 1",
            (self._persona,),
        ).fetchone()
        return None if row is None else int(row[0])

    def _instead_of_this(self) -> MemoryJournal:
        self._instead = self._instead or self._in_memory()
        return self._instead

    def _failed(self, error: sqlite3.Error) -> StorageError:
        """Goes over to memory for the rest of the run, where it has not, and says so."""
        log.warning("history: %s", error)
        self._instead_of_this()
        return StorageError(
            sentence(worded("This conversation is no longer kept"), self._history.path, error)
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
            "SELECT turn, iif(said_removed_s IS NULL, said, NULL),"
            " iif(heard_removed_s IS NULL, heard, NULL), emotion, complete FROM turns"
            " WHERE conversation = ? AND active = 1 AND id < ?"
            " AND (said <> '' AND said_removed_s IS NULL"
            " OR heard <> '' AND heard_removed_s IS NULL) ORDER BY id DESC LIMIT ?",
            (self._chosen(), self._branch or NO_BRANCH, max(0, limit)),
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
