"""The view-model of the ring of short answers: held open, pointed at, let go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.domain.controls import sector

POINTING = 0.5
"""How far the stick is moved, 0 to 1, before it points at an answer."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that Rotom does when it is chosen; `id` tells QML what to call it."""

    id: str
    do: Callable[[], None]


class QuickMenu(QObject):
    """Short answers that are said, and after them deeds. Holding opens it, letting go chooses.

    A short press leaves it open: then arrows and a press choose, for those who cannot hold.
    `points` is true while the stick points somewhere, which is no step of an arrow then.
    """

    changed = Signal()
    opening = Signal()
    closed = Signal()

    def __init__(
        self,
        answers: Callable[[], Sequence[str]],
        say: Callable[[str], None],
        deeds: Callable[[], Sequence[Deed]],
    ) -> None:
        super().__init__()
        self._answers = answers
        self._say = say
        self._deeds_now = deeds
        self._texts: Sequence[str] = ()
        self._deeds: Sequence[Deed] = ()
        self._open = False
        self._at = -1
        self.points = False

    isOpen = Property(bool, lambda self: self._open, notify=changed)
    at = Property(int, lambda self: self._at, notify=changed)
    """Which one is pointed at; -1 for none."""

    entries = Property(list, lambda self: self._entries(), notify=changed)
    """Those in the ring, clockwise from above: each a `text` to be said or the `deed` it is."""

    @Slot()
    def open(self) -> None:
        if not self._open:
            self.opening.emit()
        self._texts, self._deeds = tuple(self._answers()), tuple(self._deeds_now())
        self._open, self._at = True, -1
        self.changed.emit()

    @Slot()
    def release(self) -> None:
        """The button was let go: what is pointed at is chosen; pointing at none keeps it open."""
        if self._open and self._at >= 0:
            self.choose(self._at)

    @Slot()
    def cancel(self) -> None:
        if self._open:
            self._open = False
            self.changed.emit()
            self.closed.emit()

    @Slot(int)
    def choose(self, index: int) -> None:
        self.cancel()
        if index < len(self._texts):
            self._say(self._texts[index])
        else:
            self._deeds[index - len(self._texts)].do()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Points at the next one clockwise (1) or the one before (-1)."""
        count = self._count
        if not count:
            return
        start = self._at if self._at >= 0 else (-1 if step > 0 else 0)
        self._point((start + step) % count)

    def steer(self, x: float, y: float) -> None:
        """A stick that points somewhere points at an answer; in the middle it changes nothing."""
        at = sector(x, y, self._count, POINTING) if self._open else None
        self.points = at is not None
        if at is not None:
            self._point(at)

    @property
    def _count(self) -> int:
        return len(self._texts) + len(self._deeds)

    def _entries(self) -> list[dict[str, str]]:
        said = [{"text": text, "deed": ""} for text in self._texts]
        return said + [{"text": "", "deed": deed.id} for deed in self._deeds]

    def _point(self, index: int) -> None:
        if index != self._at:
            self._at = index
            self.changed.emit()
