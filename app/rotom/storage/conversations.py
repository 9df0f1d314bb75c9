"""The conversations with one persona: listed, read in windows, searched, renamed and removed."""

import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rotom.domain.conversations import LONGEST_TITLE, Conversation, Exchange, Found, title_of
from rotom.domain.search import excerpt, first_place, query_of
from rotom.domain.wording import worded
from rotom.storage.database import sentence, transaction
from rotom.storage.errors import StorageError
from rotom.storage.history import History
from rotom.storage.kept_journal import NO_BRANCH

log = logging.getLogger(__name__)

MOST_LISTED = 1000

_COLUMNS = (
    "id, turn, iif(said_removed_s IS NULL, said, NULL), coalesce(said_at_s, heard_at_s, 0),"
    " iif(heard_removed_s IS NULL, heard, NULL), coalesce(heard_at_s, said_at_s, 0), emotion,"
    " complete, parent, coalesce(said, '')"
)
_SHOWN = "(said <> '' AND said_removed_s IS NULL OR heard <> '' AND heard_removed_s IS NULL)"


def persona_ids(history: History) -> frozenset[str]:
    """The ids of all personas with which there were conversations."""
    with history.lock:
        rows = history.connection.execute("SELECT DISTINCT persona FROM conversations")
        return frozenset(id_ for (id_,) in rows)


def count_all(history: History) -> int:
    """How many conversations there are with all personas."""
    with history.lock:
        (count,) = history.connection.execute(
            "SELECT count(*) FROM conversations WHERE deleted_at_s IS NULL"
        ).fetchone()
        return int(count)


class Conversations:
    """All methods may be called from any thread; StorageError where the disk does not take it."""

    def __init__(self, history: History, persona_id: str) -> None:
        self._history = history
        self._persona = persona_id

    @property
    def current(self) -> int | None:
        """The conversation that goes on; None before its first words."""
        return self._history.conversation(self._persona)

    @property
    def exchanged(self) -> int:
        """How often something was said to this persona, in all conversations there ever were."""
        with self._asked() as connection:
            sought = "SELECT count(*) FROM turns WHERE persona = ?"
            return int(connection.execute(sought, (self._persona,)).fetchone()[0])

    def listed(self, part_of_title: str = "") -> list[Conversation]:
        """The newest first; of them those whose title has a part, where one is given."""
        with self._asked() as connection:
            rows = connection.execute(
                "SELECT id, title, began_at_s, used_at_s, (SELECT said FROM turns WHERE"
                " conversation = conversations.id AND said <> '' AND said_removed_s IS NULL"
                " AND active = 1 ORDER BY id LIMIT 1) FROM conversations"
                " WHERE persona = ? AND deleted_at_s IS NULL ORDER BY used_at_s DESC, id DESC"
                " LIMIT ?",
                (self._persona, MOST_LISTED),
            ).fetchall()
        every = [
            Conversation(id_, title or title_of(first or ""), began, used, bool(title))
            for id_, title, began, used, first in rows
        ]
        wanted = part_of_title.strip().casefold()
        return [one for one in every if wanted in one.title.casefold()]

    def find(self, words: str, limit: int = 50) -> list[Found]:
        """Where all the words stand in one exchange, the newest first."""
        with self._asked() as connection:
            rows = self._standing(connection, query_of(words, whole=True), limit)
            if len(rows) < limit:  # few have the words as they are: now also words that go on
                rows = self._standing(connection, query_of(words), limit)
        titles = {one.id: one.title for one in self.listed()}
        return [_found(row, titles.get(int(str(row[0])), str(row[1])), words) for row in rows]

    def _standing(
        self, connection: sqlite3.Connection, query: str, limit: int
    ) -> list[tuple[object, ...]]:
        """The newest rows of a query; the index is read backwards only as far as needed."""
        if not query:
            return []
        return connection.execute(
            "SELECT c.id, c.title, t.turn, iif(t.said_removed_s IS NULL, t.said, NULL),"
            " iif(t.heard_removed_s IS NULL, t.heard, NULL),"
            " coalesce(t.said_at_s, t.heard_at_s, 0)"
            " FROM words CROSS JOIN turns AS t ON t.id = words.rowid"
            " CROSS JOIN conversations AS c ON c.id = t.conversation WHERE words MATCH ?"
            " AND t.active = 1 AND c.persona = ? AND c.deleted_at_s IS NULL"
            " ORDER BY words.rowid DESC LIMIT ?",
            (query, self._persona, limit),
        ).fetchall()

    def exchanges(
        self, conversation: int | None, limit: int, before: int = NO_BRANCH, after: int = 0
    ) -> list[Exchange]:
        """Up to `limit` exchanges, oldest first: the last ones before a turn, or the next after.

        With `after` they are those that follow it; else those that come before `before`.
        """
        order = "ASC" if after else "DESC"
        with self._asked() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM turns WHERE conversation = ? AND active = 1"
                f" AND id > ? AND id < ? AND {_SHOWN} ORDER BY id {order} LIMIT ?",
                (conversation, after, before, limit),
            ).fetchall()
            rows.sort()
            beside = _siblings(connection, conversation, {row[8] for row in rows})
        return [_exchange(row, beside[row[8]]) for row in rows]

    def exchange(self, turn_id: str) -> tuple[int, Exchange] | None:
        """The turn of that name and its conversation; None where it is not kept."""
        with self._asked() as connection:
            row = connection.execute(
                f"SELECT {_COLUMNS}, conversation FROM turns WHERE persona = ? AND turn = ?",
                (self._persona, turn_id),
            ).fetchone()
            if row is None:
                return None
            beside = _siblings(connection, row[-1], {row[8]})
        return row[-1], _exchange(row, beside[row[8]])

    def rename(self, conversation: int, title: str) -> None:
        """An empty title gives the conversation the name of its first words back."""
        named = " ".join(title.split())[:LONGEST_TITLE]
        self._change(
            "UPDATE conversations SET title = ? WHERE id = ? AND persona = ?",
            (named, conversation, self._persona),
        )

    def delete(self, conversation: int) -> None:
        """Removes a conversation; `restore` brings it back within a day."""
        self._mark(conversation, time.time())
        if self.current == conversation:
            self._history.go_on_with_newest(self._persona)

    def restore(self, conversation: int) -> None:
        self._mark(conversation, None)

    def remove(self, turn_id: str, mine: bool) -> None:
        """Removes one message: the user's words or the reply; `bring_back` undoes it."""
        self._mark_message(turn_id, mine, time.time())

    def bring_back(self, turn_id: str, mine: bool) -> None:
        self._mark_message(turn_id, mine, None)

    def version_beside(self, turn_id: str, mine: bool, step: int) -> int | None:
        """The turn that holds the next version of a message in a direction; None at the end."""
        found = self.exchange(turn_id)
        if found is None:
            return None
        conversation, exchange = found
        with self._asked() as connection:
            (parent,) = connection.execute(
                "SELECT parent FROM turns WHERE id = ?", (exchange.id,)
            ).fetchone()
            beside = _siblings(connection, conversation, {parent})[parent]
        own = next(said for id_, said in beside if id_ == exchange.id)
        if mine:
            versions = [max(i for i, s in beside if s == said) for said in _distinct(beside)]
            place = list(_distinct(beside)).index(own) + step
        else:
            versions = [id_ for id_, said in beside if said == own]
            place = versions.index(exchange.id) + step
        return versions[place] if 0 <= place < len(versions) else None

    def show(self, turn: int) -> None:
        """Goes the way through a turn, and from it on the way that was gone last."""
        with self._asked() as connection, transaction(connection):
            conversation, parent = connection.execute(
                "SELECT conversation, parent FROM turns WHERE id = ?", (turn,)
            ).fetchone()
            connection.execute(
                "UPDATE turns SET active = 0 WHERE conversation = ? AND active = 1 AND id > ?",
                (conversation, parent),
            )
            connection.execute(
                "WITH RECURSIVE way (id) AS (SELECT ? UNION ALL SELECT (SELECT max(id) FROM turns"
                " WHERE conversation = ? AND parent = way.id) FROM way WHERE way.id IS NOT NULL)"
                " UPDATE turns SET active = 1 WHERE id IN (SELECT id FROM way)",
                (turn, conversation),
            )

    def _mark(self, conversation: int, deleted_at_s: float | None) -> None:
        self._change(
            "UPDATE conversations SET deleted_at_s = ? WHERE id = ? AND persona = ?",
            (deleted_at_s, conversation, self._persona),
        )

    def _mark_message(self, turn_id: str, mine: bool, removed_s: float | None) -> None:
        column = "said_removed_s" if mine else "heard_removed_s"
        self._change(
            f"UPDATE turns SET {column} = ? WHERE persona = ? AND turn = ?",
            (removed_s, self._persona, turn_id),
        )

    def _change(self, statement: str, values: Sequence[object]) -> None:
        with self._asked() as connection:
            if not connection.execute(statement, values).rowcount:
                raise StorageError("That is not among the conversations any more.")

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        with self._history.lock:
            try:
                yield self._history.connection
            except sqlite3.Error as error:
                log.warning("conversations: %s", error)
                what = worded("The conversations cannot be reached")
                raise StorageError(sentence(what, self._history.path, error)) from error


Siblings = list[tuple[int, str]]
"""The turns that stand in one place, oldest first: their ids and what the user said."""


def _siblings(
    connection: sqlite3.Connection, conversation: int | None, parents: Iterable[int]
) -> dict[int, Siblings]:
    beside: dict[int, Siblings] = defaultdict(list)
    wanted = list(parents)
    marks = ", ".join("?" * len(wanted))
    for id_, parent, said in connection.execute(
        "SELECT id, parent, coalesce(said, '') FROM turns WHERE conversation = ?"
        f" AND parent IN ({marks}) ORDER BY id",
        (conversation, *wanted),
    ):
        beside[parent].append((id_, said))
    return beside


def _distinct(beside: Siblings) -> dict[str, None]:
    return dict.fromkeys(said for _, said in beside)


def _exchange(row: Sequence[object], beside: Siblings) -> Exchange:
    own, distinct = str(row[9]), list(_distinct(beside))
    same = [id_ for id_, said in beside if said == own]
    versions = (distinct.index(own) + 1, len(distinct), same.index(int(str(row[0]))) + 1)
    return Exchange(
        *(*row[:7], bool(row[7]), *versions, len(same)),  # type: ignore[arg-type]  # in order
    )


def _found(row: Sequence[object], title: str, words: str) -> Found:
    conversation, _, turn_id, said, heard, at_s = row
    mine = bool(said) and (not heard or first_place(str(said), words) >= 0)
    text = str(said if mine else heard)
    return Found(
        int(str(conversation)), title, str(turn_id), mine, excerpt(text, words), float(str(at_s))
    )
