"""The conversations and moods of all personas, kept in one database as they happen."""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rotom.domain.engines import Journal
from rotom.storage import left_whole
from rotom.storage.database import in_memory, opened
from rotom.storage.errors import StorageError
from rotom.storage.kept_journal import KeptJournal
from rotom.storage.sweeping import sweep

log = logging.getLogger(__name__)


def open_history(path: Path, keep: bool = True) -> "History":
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
        self.notices: tuple[str, ...]
        self.connection, self.notices = self._opened()
        with suppress(sqlite3.Error):  # another program may be writing; the next start tries again
            sweep(self.connection)
        self._journals: dict[str, KeptJournal] = {}

    def journal(self, persona_id: str) -> Journal:
        """The journal of the conversation that goes on with a persona."""
        with self.lock:
            return self._journals.setdefault(persona_id, KeptJournal(self, persona_id))

    def go_on_with(self, persona_id: str, conversation: int | None) -> None:
        """From now on the persona's journal is that of a conversation; None begins a new one.

        A turn that is under way ends in the conversation in which it began.
        """
        with self.lock:
            self._journals[persona_id] = KeptJournal(
                self, persona_id, conversation, fresh=conversation is None
            )

    def go_on_with_newest(self, persona_id: str) -> None:
        """From now on the persona's journal is that of the conversation that was used last."""
        with self.lock:
            self._journals[persona_id] = KeptJournal(self, persona_id)

    def branch_at(self, persona_id: str, turn: int) -> None:
        """The next words take the place of a turn, and of what followed; all that is kept."""
        with self.lock:
            conversation = self.conversation(persona_id)
            self._journals[persona_id] = KeptJournal(self, persona_id, conversation, branch=turn)

    def conversation(self, persona_id: str) -> int | None:
        """The conversation that goes on with a persona; None before its first words."""
        with self.lock:
            self.journal(persona_id)
            return self._journals[persona_id].conversation

    @contextmanager
    def set_down(self) -> Iterator[None]:
        """Closed while its files are deleted or moved; afterwards it is a new one."""
        with self.lock:
            self.connection.close()
            try:
                yield
            finally:
                self.connection, self.notices = self._opened()
                self._journals.clear()

    def close(self) -> None:
        with self.lock:
            self.connection.close()
            left_whole.note(self.path)

    def _opened(self) -> tuple[sqlite3.Connection, tuple[str, ...]]:
        return opened(self.path)


class MemoryHistory(History):
    """A history that is forgotten at the end; `notices` says why, where that was not the wish."""

    def __init__(self, notices: tuple[str, ...] = ()) -> None:
        super().__init__(Path("memory"))
        self.notices = notices

    def close(self) -> None:
        with self.lock:
            self.connection.close()

    def _opened(self) -> tuple[sqlite3.Connection, tuple[str, ...]]:
        return in_memory(), ()
