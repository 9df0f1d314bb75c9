"""What the user told about the games that they play: kept with each, and known while it runs."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

from rotom.domain.engines import EngineError
from rotom.domain.game_notes import remembered, worth_noting
from rotom.domain.settings import Settings
from rotom.storage.game_notes import GameNotes
from rotom.system.games import Game

log = logging.getLogger(__name__)


class Recalling:
    """All methods may be called from any thread; `game` tells the one that runs now."""

    def __init__(
        self, settings: Callable[[], Settings], game: Callable[[], Game | None], path: Path
    ) -> None:
        self.notes = GameNotes(path)
        self._settings = settings
        self._game = game
        self._heard: SimpleQueue[tuple[Game, str]] = SimpleQueue()
        self._recalled: tuple[int | None, tuple[str, ...]] = (None, ())

    def remembered(self) -> tuple[str, ...]:
        """What was said before of the game that runs now: the same as long as it runs."""
        settings = self._settings()
        game = self._game() if settings.mention_game and settings.note_games else None
        app = None if game is None else game.app
        if app != self._recalled[0]:
            self._recalled = app, () if game is None else self._recall(game)
        return self._recalled[1]

    def heard(self, said: str) -> None:
        """What the user said: of the game that runs it is kept at the next `keep`."""
        settings = self._settings()
        game = self._game() if settings.note_games and settings.keep_history else None
        if game is not None and worth_noting(said, game.title):
            self._heard.put((game, said))

    def keep(self) -> None:
        """Writes down what was said; a disk that refuses is in the log."""
        for game, said in self._taken():
            try:
                self.notes.add(game.app, game.title, said)
            except EngineError as error:
                log.warning("%s", error)

    def changed(self) -> None:
        """What is kept was changed by the user: it is read anew."""
        self._recalled = None, ()

    def forget(self) -> None:
        """What was not written down yet never will be."""
        for _ in self._taken():
            pass
        self.changed()

    def _taken(self) -> Iterator[tuple[Game, str]]:
        while True:
            try:
                yield self._heard.get_nowait()
            except Empty:
                return

    def _recall(self, game: Game) -> tuple[str, ...]:
        try:
            return remembered(game.title, self.notes.of(game.app).notes)
        except EngineError as error:
            log.warning("%s", error)
            return ()
