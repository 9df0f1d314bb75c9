"""The messages that a chat holds, as a list model: what comes, changes and goes is told to QML."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from rotom.ui.lines import LINE_ROLES, Line, line_value

_ROLES = {Qt.ItemDataRole.UserRole + 1 + number: name for number, name in enumerate(LINE_ROLES)}
_NO_INDEX = QModelIndex()


class LinesModel(QAbstractListModel):
    """Lines in their order; `grew` tells that one has changed."""

    grew = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        name = _ROLES.get(role)
        if name is None or not 0 <= index.row() < len(self._lines):
            return None
        return line_value(self._lines[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}

    def _insert(self, row: int, lines: Sequence[Line]) -> None:
        if lines:
            self.beginInsertRows(_NO_INDEX, row, row + len(lines) - 1)
            self._lines[row:row] = lines
            self.endInsertRows()

    def _set(self, row: int, line: Line) -> None:
        self._lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)
        self.grew.emit()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(_NO_INDEX, first, last)
        del self._lines[first : last + 1]
        self.endRemoveRows()

    def _row(self, turn_id: str, mine: bool) -> int | None:
        for row in range(len(self._lines) - 1, -1, -1):
            line = self._lines[row]
            if line.turn_id == turn_id and line.mine == mine:
                return row
        return None
