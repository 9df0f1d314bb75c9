"""The view-model of the models: what there is, what suits, what is fetched, where Rotom thinks."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.conversation.events import EngineReady
from rotom.domain.catalog import Kind, Model
from rotom.domain.engines import EngineError
from rotom.domain.servers import host_of, privacy
from rotom.domain.settings import SettingError
from rotom.domain.shipped import SHIPPED
from rotom.domain.wording import worded
from rotom.making import may_leave
from rotom.storage.download_stage import Downloads, News
from rotom.storage.model_choices import removable, settings_of
from rotom.storage.pace import Progress, bytes_per_s
from rotom.ui.amounts import size, told
from rotom.ui.model_headers import Headers
from rotom.ui.model_rows import row_of, state_of, suggested
from rotom.ui.server import ServerDesk
from rotom.ui.tongue import shown
from rotom.ui.tuning import TuningDesk

if TYPE_CHECKING:
    from rotom.storage.web import Web

SETTINGS_OF = {
    Kind.BRAIN: ("brain",),
    Kind.EARS: ("ears",),
    Kind.VOICE: ("voice", "korean_voice"),
}
"""The settings that name a model of each kind."""
TITLES = {Kind.BRAIN: worded("Brain"), Kind.EARS: worded("Ears"), Kind.VOICE: worded("Voice")}


class Models(QObject):
    """Shows the models and has them fetched; what went wrong is told."""

    listed = Signal()
    changed = Signal()
    """What is here, in use, or being fetched is another."""
    progressed = Signal()
    settled = Signal()
    """A setting was changed."""
    _news = Signal(object)

    def __init__(
        self,
        app: App,
        tell: Callable[[str], None],
        open_web: "Callable[[], Web] | None" = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._tell = tell
        self._fetching: dict[str, str] = {}
        self._progress: Progress | None = None
        self._note = ""
        self._brain = ""
        self._news.connect(self._take)
        self._open_web = open_web
        self._desk = ServerDesk(app, self._do, tell)
        self._desk.settled.connect(self.settled)
        self._headers = Headers(app, self._do)
        self._tuning = TuningDesk(app, tell)

    def close(self) -> None:
        """Pauses what is being fetched."""
        for part in (self._desk, self._headers, self._tuning):
            part.close()
        self._news.disconnect(self._take)
        if "_downloads" in self.__dict__:
            self._downloads.stop()

    @cached_property
    def _downloads(self) -> Downloads:
        folders = self._app.folders
        keeps_apart = folders.config == folders.data
        app, tell, web = self._app, self._news.emit, self._open_web

        def limit() -> float | None:  # it must not hold the view-model, which ends with the window
            return bytes_per_s(app.settings.download_limit)

        return Downloads(app.models, tell, keeps_apart, web, limit)

    desk = Property(QObject, lambda self: self._desk, constant=True)
    """The server that thinks: its key and its models."""
    headers = Property(QObject, lambda self: self._headers, constant=True)
    """What the files of the brains that are here say of themselves."""
    tuning = Property(QObject, lambda self: self._tuning, constant=True)
    """How the brain that is in use chooses its words."""
    suggestion = Property(dict, lambda self: self._suggestion(), notify=changed)
    """The `models` that suit and are not here, as rows, and their `size` together, '' for none."""
    kinds = Property(
        list, lambda _: [{"id": str(k), "title": t} for k, t in TITLES.items()], constant=True
    )
    states = Property(dict, lambda self: self._states(), notify=changed)
    """By the name of each model: whether it is `here`, `used`, `fetching`; how much is here."""
    share = Property(float, lambda self: self._share(), notify=progressed)
    """How much of the model that is being fetched is here, 0 to 1."""
    speed = Property(str, lambda self: shown(self._note) or told(self._progress), notify=progressed)
    """How far it is, or what it waits for."""
    unused = Property(str, lambda self: self._unused(), notify=changed)
    """What removing all that is not in use would free; '' for nothing."""
    thinking = Property(str, lambda self: self._thinking(), notify=changed)
    limit = Property(float, lambda self: self._app.settings.download_limit, notify=changed)
    """How fast models come at most, in MB/s; 0 for no limit."""
    server = Property(str, lambda self: self._app.settings.server, notify=changed)
    place = Property(str, lambda self: self._place(), notify=changed)
    """The server that thinks now; '' while Rotom thinks on this machine."""
    privacy = Property(str, lambda self: self._privacy(), notify=changed)
    """What leaving the machine means, while that was not agreed to; '' else."""

    @Slot(str, result=list)
    def rows(self, kind: str) -> list[dict[str, object]]:
        """The models of a kind as QML shows them, in the catalogue's order."""
        return [row_of(self._app, each) for each in self._app.models.models if each.kind == kind]

    @Slot(str, result=str)
    def advice(self, kind: str) -> str:
        """What suits this machine now, and why."""
        return shown(self._app.advice(Kind(kind)).why)

    @Slot(str, result=str)
    def suiting(self, kind: str) -> str:
        """The name of the model that suits; '' where none does."""
        model = self._app.advice(Kind(kind)).model
        return "" if model is None else model.id

    @Slot(str)
    def fetch(self, model_id: str) -> None:
        """Fetches a model, and its licence counts as accepted: it stands beside the button."""
        self._attempt(lambda: self._begin(self._app.models.find(model_id)))

    @Slot()
    def fetchSuggestion(self) -> None:
        """Fetches what suits, one of each kind; each is in use as soon as it is here."""
        for model in self._suggested():
            self._attempt(lambda model=model: self._begin(model))  # type: ignore[misc]

    @Slot(str)
    def pause(self, model_id: str) -> None:
        self._downloads.pause(model_id)

    @Slot(str)
    def use(self, model_id: str) -> None:
        self._attempt(lambda: self._app.choose(self._app.models.find(model_id)))
        self.settled.emit()

    @Slot(str)
    def useShipped(self, kind: str) -> None:
        """Goes back to what comes with Rotom."""
        names = SETTINGS_OF[Kind(kind)]
        self._attempt(lambda: self._app.change({name: SHIPPED[name][0].id for name in names}))
        self.settled.emit()

    @Slot(str)
    def remove(self, model_id: str) -> None:
        model = self._app.models.find(model_id)
        self._attempt(lambda: self._app.models.remove(model))
        if model.folder or self._app.models.known(model.kind, model_id) is None:
            self.listed.emit()

    @Slot()
    def removeUnused(self) -> None:
        for model in self._removable():
            self._attempt(lambda model=model: self._app.models.remove(model))  # type: ignore[misc]

    @Slot(float)
    def setLimit(self, megabytes_per_s: float) -> None:
        """Limits what comes from now on, also what is being fetched."""
        self._attempt(lambda: self._app.change({"download_limit": round(megabytes_per_s, 1)}))

    @Slot(str)
    def add(self, place: str) -> None:
        """Adds what was dropped here or typed: a path, a file: address or a place on the hub.

        Its checksum is made, which takes seconds for a large file.
        """
        path = unquote(urlsplit(place).path) if place.startswith("file:") else place.strip()
        if path:
            self._do(lambda: self._add(path))

    def take(self, event: object) -> None:
        """Learns from the conversation's events which brain thinks now."""
        if isinstance(event, EngineReady) and event.kind == "brain":
            self._brain = event.name
            self.changed.emit()

    def refresh(self) -> None:
        self.changed.emit()
        self._desk.changed.emit()
        self._tuning.refresh()

    def _do(self, work: Callable[[], str]) -> None:
        self._downloads.do(work)

    def _add(self, path: str) -> str:
        from rotom.storage.own_models import describe
        from rotom.storage.web import web_of_environment

        model = describe(path, self._open_web or web_of_environment)
        self._app.models.add(model)
        return worded("{title} is one of your models now.", title=model.title)

    def _begin(self, model: Model) -> None:
        if model.id not in self._fetching:
            self._fetching[model.id] = "waiting"
            self._downloads.fetch(model)

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (EngineError, SettingError) as error:
            self._tell(str(error))
        self.changed.emit()

    def _take(self, news: News) -> None:
        match news.what:
            case "progress":
                self._progress, self._note = news.progress, ""
                self.progressed.emit()
                return
            case "note":
                self._note = news.text
                self.progressed.emit()
                return
            case "told":
                if news.text:
                    self._tell(news.text)
                    self.listed.emit()
            case "began":
                self._fetching[news.model_id] = "fetching"
                self._progress, self._note = None, ""
            case _:
                self._fetching.pop(news.model_id, None)
                if news.text:
                    self._tell(news.text)
                if news.what == "done":
                    self._use_if_first(news.model_id)
                    self._headers.look()
        self.progressed.emit()
        self.changed.emit()

    def _use_if_first(self, model_id: str) -> None:
        """A model that was fetched takes the place of what came with Rotom, not of another one."""
        model = self._app.models.find(model_id)
        name = settings_of(model)[0]
        if getattr(self._app.settings, name) == SHIPPED[name][0].id:
            self.use(model_id)

    def _states(self) -> dict[str, dict[str, object]]:
        app, doing = self._app, self._fetching
        return {each.id: state_of(app, each, doing.get(each.id, "")) for each in app.models.models}

    def _suggested(self) -> list[Model]:
        return [model for model in suggested(self._app) if model.id not in self._fetching]

    def _suggestion(self) -> dict[str, object]:
        found = self._suggested()
        whole = size(sum(each.bytes for each in found)) if found else ""
        return {"models": [row_of(self._app, each) for each in found], "size": whole}

    def _share(self) -> float:
        progress = self._progress
        return 0.0 if progress is None else progress.done / progress.total

    def _removable(self) -> list[Model]:
        unused = removable(self._app.models, self._app.settings)
        return [model for model in unused if model.id not in self._fetching]

    def _unused(self) -> str:
        freed = sum(self._app.models.holding(model).bytes for model in self._removable())
        return size(freed) if freed else ""

    def _thinking(self) -> str:
        server = self._app.settings.server
        if not server or not may_leave(self._app.settings):
            return shown("Rotom thinks on this machine.")
        return shown(
            worded("Rotom thinks on {server}; while that is away, on this machine.", server=server)
        )

    def _place(self) -> str:
        _, is_there, host = self._brain.rpartition(" on ")
        return host if is_there and self._app.settings.server else ""

    def _privacy(self) -> str:
        settings = self._app.settings
        if not settings.server or may_leave(settings):
            return ""
        try:
            return shown(privacy(host_of(settings.server)))
        except EngineError as error:
            return shown(str(error))
