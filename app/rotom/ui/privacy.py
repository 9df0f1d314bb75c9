"""The view-model of privacy: what is kept and where, and deleting all of it."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.storage.conversations import count_all
from rotom.ui.tongue import shown


class Privacy(QObject):
    changed = Signal()
    erased = Signal()
    """All data of the user is gone: everything that is shown is to be read anew."""

    def __init__(self, app: App, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._app = app
        self._tell = tell

    kept = Property(str, lambda self: shown(self._kept()), notify=changed)
    """How many conversations are kept, and where."""

    notes = Property(list, lambda self: self._notes(), notify=changed)
    """What was said of games: `app`, `title`, `index` within the game, `text`."""

    @Slot(str, int, str)
    def changeNote(self, app: str, index: int, text: str) -> None:
        """Another text for a note; '' removes it."""
        try:
            self._app.recalling.notes.change(int(app), index, text)
        except EngineError as error:
            self._tell(str(error))
        self._app.recalling.changed()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Counts anew."""
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Deletes all data of the user, and tells what is left."""
        try:
            self._tell(self._app.erase())
        except EngineError as error:
            self._tell(str(error))
        self.erased.emit()
        self.changed.emit()

    def _notes(self) -> list[dict[str, object]]:
        try:
            games = self._app.recalling.notes.all()
        except EngineError as error:
            self._tell(str(error))
            return []
        return [
            {"app": str(app), "title": game.title or str(app), "index": index, "text": text}
            for app, game in games.items()
            for index, text in enumerate(game.notes)
        ]

    def _kept(self) -> str:
        if not self._app.settings.keep_history:
            return worded("Nothing that is said is written down.")
        return worded(
            "{count} conversations are kept in {path}.",
            count=count_all(self._app.history),
            path=self._app.history.path,
        )
