"""The view-model of the notices: sentences that stay until they were read."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.ui.tongue import shown

MOST = 3
"""Notices that are shown at once; the oldest goes first."""


class Notices(QObject):
    changed = Signal()

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        super().__init__()
        self._sentences: list[str] = []
        for sentence in sentences:
            self.add(sentence)

    sentences = Property(list, lambda self: list(map(shown, self._sentences)), notify=changed)

    def add(self, sentence: str) -> None:
        """Shows a sentence; one that is shown already is not shown twice."""
        if sentence and sentence not in self._sentences:
            self._sentences = [*self._sentences, sentence][-MOST:]
            self.changed.emit()

    @Slot(str)
    def dismiss(self, sentence: str) -> None:
        self._sentences = [kept for kept in self._sentences if shown(kept) != sentence]
        self.changed.emit()

    @Slot(result=bool)
    def dismissNewest(self) -> bool:
        """Takes the newest notice away; False where there was none."""
        if not self._sentences:
            return False
        self.dismiss(shown(self._sentences[-1]))
        return True
