"""The threads that work on models for a window: one download at a time, and what is quick."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rotom.domain.catalog import Model
from rotom.domain.engines import EngineError
from rotom.stage import Stage
from rotom.storage.model_folder import ModelFolder
from rotom.storage.pace import Halt, Progress

if TYPE_CHECKING:  # it takes long to import, and only fetching needs it
    from rotom.storage.web import Web

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a model.

    `what` is "began", "progress", "note", "done", "paused" or "failed"; "told" is what other work
    brought, and belongs to no model.
    """

    what: str
    model_id: str
    text: str = ""
    progress: Progress | None = None


class Downloads:
    """Fetches in the order of asking; `tell` is called on the thread that fetches."""

    def __init__(
        self,
        folder: ModelFolder,
        tell: Callable[[News], None],
        keeps_apart: bool,
        open_web: "Callable[[], Web] | None" = None,
        bytes_per_s: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._folder = folder
        self._tell = tell
        self._keeps_apart = keeps_apart
        self._open_web = open_web
        self._bytes_per_s = bytes_per_s
        self._halts: dict[str, Halt] = {}
        self._stages: dict[str, Stage[Callable[[], None]]] = {}

    def fetch(self, model: Model) -> None:
        """Fetches a model whose licence was shown; does nothing where that is going on."""
        if model.id in self._halts:
            return
        self._halts[model.id] = Halt()
        self._post("download", partial(self._fetch, model))

    def do(self, work: Callable[[], str]) -> None:
        """Has something done that takes long; its sentence, or that of its error, is told.

        It waits for no download, only for what was asked for before.
        """
        self._post("model chores", partial(self._do, work))

    def pause(self, model_id: str) -> None:
        """Stops fetching a model; what came is kept, and `fetch` goes on with it."""
        if (halt := self._halts.get(model_id)) is not None:
            halt.set()

    def stop(self) -> None:
        """Pauses everything and joins the threads."""
        for halt in list(self._halts.values()):
            halt.set()
        for stage in self._stages.values():
            stage.stop()

    def _post(self, name: str, work: Callable[[], None]) -> None:
        if name not in self._stages:
            self._stages[name] = Stage(name, lambda work: work(), self._failed)
            self._stages[name].start()
        self._stages[name].post(work)

    def _do(self, work: Callable[[], str]) -> None:
        try:
            self._tell(News("told", "", work()))
        except EngineError as error:
            self._tell(News("told", "", str(error)))

    def _fetch(self, model: Model) -> None:
        from rotom.storage.fetching import Paused, Wishes, get
        from rotom.storage.web import web_of_environment

        def progress(progress: Progress) -> None:
            self._tell(News("progress", model.id, progress=progress))

        halt = self._halts[model.id]
        wishes = Wishes(
            halt=halt,
            progress=progress,
            tell=lambda text: self._tell(News("note", model.id, text)),
            bytes_per_s=self._bytes_per_s,
            accepts_licence=True,
            keeps_apart=self._keeps_apart,
            open_web=self._open_web or web_of_environment,
        )
        news = News("done", model.id)
        try:
            if halt.is_set():
                raise Paused
            self._tell(News("began", model.id))
            get(self._folder, model, wishes)
        except Paused:
            news = News("paused", model.id)
        except EngineError as error:
            news = News("failed", model.id, str(error))
        finally:
            del self._halts[model.id]
            self._tell(news)

    def _failed(self, _error: Exception) -> None:
        self._tell(News("failed", "", "Something went wrong in Rotom; its log has the details."))
