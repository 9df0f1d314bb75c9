"""The view-model of how quick the answers were: the last one, and what is usual."""

from collections import deque
from statistics import median

from PySide6.QtCore import Property, QObject, Signal

from rotom.app import App
from rotom.conversation.events import TurnEnded
from rotom.conversation.turn import Timings

REMEMBERED = 50
"""So many turns back reaches what is usual."""

NONE = -1


class Times(QObject):
    """Milliseconds after the user's last sound or keystroke, in the order of what happens.

    Each list has the end of the turn, its words, the first token and the first sound; `NONE` for
    what did not happen.
    """

    changed = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._turns: deque[Timings] = deque(maxlen=REMEMBERED)

    last = Property(list, lambda self: _of(list(self._turns)[-1:]), notify=changed)
    usual = Property(list, lambda self: _of(list(self._turns)), notify=changed)
    turns = Property(int, lambda self: len(self._turns), notify=changed)
    shown = Property(bool, lambda self: self._app.settings.show_times, notify=changed)

    def take(self, event: object) -> None:
        """An event of the session, on the main thread; only answered turns count."""
        if isinstance(event, TurnEnded) and event.outcome.timings.first_audio_ms is not None:
            self._turns.append(event.outcome.timings)
            self.changed.emit()

    def refresh(self) -> None:
        """A setting has changed."""
        self.changed.emit()


def _of(turns: list[Timings]) -> list[int]:
    """The medians of each moment."""
    moments = zip(
        *((t.committed_ms, t.heard_ms, t.first_token_ms, t.first_audio_ms) for t in turns),
        strict=True,
    )
    return [_median(moment) for moment in moments] or [NONE] * 4


def _median(times_ms: tuple[float | None, ...]) -> int:
    known = [time_ms for time_ms in times_ms if time_ms is not None]
    return round(median(known)) if known else NONE
