"""The view-model of the chat: the messages of a persona's conversation, and typing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from rotom.app import App
from rotom.conversation.events import ReplyGrew, TurnEnded, UserSaid
from rotom.conversation.turn import Outcome
from rotom.domain.character import Emotion

SHOWN_AT_START = 200
"""Messages of the history that are shown; more are kept."""

_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One message as it is shown; `growing` while more of it is coming."""

    mine: bool
    text: str
    emotion: str = Emotion.NEUTRAL.value
    turn_id: str = ""
    growing: bool = False
    interrupted: bool = False


_ROLES: Mapping[int, str] = {
    Qt.ItemDataRole.UserRole + 1: "mine",
    Qt.ItemDataRole.UserRole + 2: "text",
    Qt.ItemDataRole.UserRole + 3: "emotion",
    Qt.ItemDataRole.UserRole + 4: "growing",
    Qt.ItemDataRole.UserRole + 5: "interrupted",
}


def ended(line: Line, outcome: Outcome) -> Line | None:
    """The reply's line once its turn has ended; None where there is nothing to show of it.

    A turn that failed is told of in a notice, and is not the user's interruption.
    """
    interrupted = outcome.interrupted and not outcome.failure
    text = outcome.heard if outcome.interrupted else outcome.heard or line.text
    if not text.strip() and not interrupted:
        return None
    return replace(
        line,
        text=text.strip(),
        emotion=outcome.emotion.value,
        growing=False,
        interrupted=interrupted,
    )


class Chat(QAbstractListModel):
    """Grows with what is said; an interrupted reply keeps what was heard of it and says so."""

    grew = Signal()

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._lines: list[Line] = []
        self._early: dict[str, str] = {}
        self.reload()

    def reload(self) -> None:
        """Shows the history of the present persona."""
        self.beginResetModel()
        self._early.clear()
        self._lines = [
            Line(message.role == "user", message.text, message.emotion.value)
            for message in self._app.recent(SHOWN_AT_START)
        ]
        self.endResetModel()
        self.grew.emit()

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    def take(self, event: object) -> None:
        """An event of the session, on the main thread."""
        match event:
            case UserSaid(turn_id, transcript):
                self._append(Line(True, transcript.text, turn_id=turn_id))
                self._append(Line(False, "", turn_id=turn_id, growing=True))
                if turn_id in self._early:
                    self._grow(turn_id, self._early.pop(turn_id))
            case ReplyGrew(turn_id, text):
                self._grow(turn_id, text)
            case TurnEnded(turn_id, outcome):
                self._early.pop(turn_id, None)
                row = self._reply_row(turn_id)
                if row is None:
                    return
                line = ended(self._lines[row], outcome)
                if line is None:
                    self._remove(row)
                else:
                    self._set(row, line)

    @Slot(str)
    def say(self, text: str) -> None:
        if text.strip():
            self._app.session.say(text)

    def _grow(self, turn_id: str, text: str) -> None:
        row = self._reply_row(turn_id)
        if row is None:  # not committed yet: kept until the user's words are shown
            self._early[turn_id] = self._early.get(turn_id, "") + text
            return
        line = self._lines[row]
        if line.growing:
            self._set(row, replace(line, text=(line.text + text).lstrip()))

    def _append(self, line: Line) -> None:
        row = len(self._lines)
        self.beginInsertRows(_NO_INDEX, row, row)
        self._lines.append(line)
        self.endInsertRows()
        self.grew.emit()

    def _set(self, row: int, line: Line) -> None:
        self._lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)
        self.grew.emit()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_NO_INDEX, row, row)
        del self._lines[row]
        self.endRemoveRows()

    def _reply_row(self, turn_id: str) -> int | None:
        for row in range(len(self._lines) - 1, -1, -1):
            line = self._lines[row]
            if line.turn_id == turn_id and not line.mine:
                return row
        return None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        name = _ROLES.get(role)
        if name is None or not 0 <= index.row() < len(self._lines):
            return None
        return getattr(self._lines[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}
