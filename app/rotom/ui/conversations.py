"""The view-model of the list of conversations: choosing, naming, searching and removing them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
    Slot,
)

from rotom.app import App
from rotom.domain.conversations import Conversation
from rotom.domain.wording import worded
from rotom.storage import transfer
from rotom.ui.tongue import shown

if TYPE_CHECKING:  # each knows the other
    from rotom.ui.chat import Chat

_ROLES = {
    Qt.ItemDataRole.UserRole + 1: "conversation",
    Qt.ItemDataRole.UserRole + 2: "title",
    Qt.ItemDataRole.UserRole + 3: "when",
    Qt.ItemDataRole.UserRole + 4: "current",
}
_NO_INDEX = QModelIndex()


class ConversationList(QAbstractListModel):
    """The conversations with the present persona, the one used last first."""

    changed = Signal()

    def __init__(self, app: App, chat: "Chat") -> None:
        super().__init__(chat)
        self._app = app
        self._chat = chat
        self._rows: list[Conversation] = []
        self._current: int | None = None
        self._sought = ""
        self._hits: list[dict[str, object]] = []

    sought = Property(str, lambda self: self._sought, notify=changed)
    hits = Property(list, lambda self: self._hits, notify=changed)
    title = Property(str, lambda self: self._title(), notify=changed)

    def refresh(self) -> None:
        """Follows the history; what stays keeps its row, and the focus with it."""
        with self._chat._telling():
            self._current = self._chat.talks.current
            self._become(self._chat.talks.listed())
            if self._rows:
                last = self.index(len(self._rows) - 1)
                self.dataChanged.emit(self.index(0), last)
            self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """A new conversation, which is kept from its first words on."""
        self._go_on_with(None)

    @Slot(int)
    def open(self, conversation: int) -> None:
        if conversation != self._current:
            self._go_on_with(conversation)

    @Slot(int, str)
    def rename(self, conversation: int, title: str) -> None:
        with self._chat._telling():
            self._chat.talks.rename(conversation, title)
            self.refresh()

    @Slot(int)
    def remove(self, conversation: int) -> None:
        """Deletes a conversation; what is said at the foot of the page undoes it."""
        with self._chat._telling():
            talks = self._chat.talks
            was_current = conversation == self._current
            if was_current:
                self._app.session.interrupt()
            talks.delete(conversation)
            if was_current:
                self._app.rejoin()
                self._chat.reload()
            self.refresh()

            def restore() -> None:
                talks.restore(conversation)
                self._go_on_with(conversation)

            self._chat.tell("The conversation was deleted.", restore)

    @Slot(str)
    def seek(self, words: str) -> None:
        """Finds words in all conversations, and in their titles."""
        self._sought = words.strip()
        with self._chat._telling():
            talks = self._chat.talks
            titles = talks.listed(self._sought) if self._sought else []
            found = talks.find(self._sought)
            self._hits = [
                {"conversation": c.id, "title": c.title, "turn": "", "text": _day(c.used_at_s)}
                for c in titles[:10]
            ] + [
                {
                    "conversation": f.conversation,
                    "title": f"{f.title} · {_day(f.at_s)}",
                    "turn": f.turn_id,
                    "text": f"{shown('You') if f.mine else self._app.persona.name}: {f.excerpt}",
                }
                for f in found
            ]
        self.changed.emit()

    @Slot(int, str)
    def goTo(self, conversation: int, turn_id: str) -> None:
        """Opens what was found."""
        self.open(conversation)
        if turn_id:
            self._chat._see(turn_id)

    @Slot(int)
    def export(self, conversation: int) -> None:
        """Writes a conversation as Markdown to read and as JSON to take along."""
        with self._chat._telling():
            folder = self._app.folders.exports
            paths = transfer.export(self._app.history, conversation, self._app.persona.name, folder)
            self._chat.tell(
                worded(
                    "Saved as {files} in {folder}.",
                    files=", ".join(p.name for p in paths),
                    folder=folder,
                )
            )

    @Slot(str)
    def take(self, url: str) -> None:
        """Takes over the conversations of a file that was dropped or chosen."""
        path = Path(QUrl(url).toLocalFile() if url.startswith("file:") else url)
        with self._chat._telling():
            taken = transfer.take(self._app.history, self._app.persona.id, path)
            if taken:
                self._go_on_with(taken[0])
            self._chat.tell(
                worded(
                    "{count} conversations were taken over from {name}.",
                    count=len(taken),
                    name=path.name,
                )
            )

    @Slot(result=list)
    def files(self) -> list[dict[str, str]]:
        """The files of conversations that lie where they are written, the newest first."""
        return [
            {"name": path.stem, "path": str(path)}
            for path in transfer.files(self._app.folders.exports)
        ]

    def _go_on_with(self, conversation: int | None) -> None:
        self._app.session.interrupt()
        self._app.history.go_on_with(self._app.persona.id, conversation)
        self._app.rejoin()
        self._chat.reload()

    def _title(self) -> str:
        return next((row.title for row in self._rows if row.id == self._current), "")

    def _become(self, wanted: Sequence[Conversation]) -> None:
        kept = {one.id for one in wanted}
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].id not in kept:
                self.beginRemoveRows(_NO_INDEX, row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, one in enumerate(wanted):
            place = next((i for i, r in enumerate(self._rows) if r.id == one.id), None)
            if place is None:
                self.beginInsertRows(_NO_INDEX, row, row)
                self._rows.insert(row, one)
                self.endInsertRows()
            elif place != row:
                self.beginMoveRows(_NO_INDEX, place, place, _NO_INDEX, row)
                self._rows.insert(row, self._rows.pop(place))
                self.endMoveRows()
            self._rows[row] = one

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        name = _ROLES.get(role)
        if name is None or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match name:
            case "conversation":
                return row.id
            case "title":
                return row.title or shown("Without words")
            case "when":
                return _day(row.used_at_s)
        return row.id == self._current

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}


def _day(at_s: float) -> str:
    """The time where it is today, the day where it is not."""
    when = datetime.fromtimestamp(max(0.0, at_s)).astimezone()
    if when.date() == datetime.now().astimezone().date():
        return f"{when:%H:%M}"
    return QLocale().toString(
        QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat
    )
