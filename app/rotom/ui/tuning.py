"""The view-model of how the brain that is in use chooses its words."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.engines import EngineError
from rotom.domain.sampling import KNOBS, Sampling
from rotom.domain.settings import SettingError
from rotom.making import may_leave
from rotom.storage.tuning import SERVER, STARTER


class TuningDesk(QObject):
    """Turns the knobs of one brain at a time; what is turned holds from its next reply on."""

    changed = Signal()
    chosen = Signal()
    """Another brain is in use."""

    def __init__(self, app: App, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._app = app
        self._tell = tell

    def close(self) -> None:
        """Lets go of the window, which has to end on its own thread and not on a collector's."""
        self._tell = lambda _text: None

    knobs = Property(list, lambda self: self._knobs(), notify=chosen)
    """What can be turned, each with its bounds; what the brain has no use for is left out."""
    values = Property(dict, lambda self: self._values(), notify=changed)
    usual = Property(dict, lambda self: self._usual(), notify=changed)
    """What the brain itself wants."""
    thinks = Property(bool, lambda self: bool(self._values().get("thinks")), notify=changed)
    canThink = Property(bool, lambda self: "thinks" in self._names(), notify=chosen)

    def refresh(self) -> None:
        self.chosen.emit()
        self.changed.emit()

    @Slot(str, float)
    def turn(self, name: str, value: float) -> None:
        whole = isinstance(KNOBS[name].low, int)
        self._attempt(lambda: self._app.tuning.change(self._brain, {name: _number(value, whole)}))

    @Slot(bool)
    def letThink(self, thinks: bool) -> None:
        self._attempt(lambda: self._app.tuning.change(self._brain, {"thinks": thinks}))

    @Slot()
    def reset(self) -> None:
        """Leaves the brain its own way."""
        self._attempt(lambda: self._app.tuning.reset(self._brain))

    @property
    def _brain(self) -> str:
        settings = self._app.settings
        if settings.server and may_leave(settings):
            return SERVER
        return settings.brain or STARTER

    def _names(self) -> tuple[str, ...]:
        try:
            return self._app.tuning.knobs(self._brain)
        except EngineError:  # it is told where the brain is loaded
            return ()

    def _knobs(self) -> list[dict[str, object]]:
        return [{"name": name, **asdict(KNOBS[name])} for name in self._names() if name in KNOBS]

    def _values(self) -> Mapping[str, object]:
        return self._read(lambda: self._app.tuning.of(self._brain))

    def _usual(self) -> Mapping[str, object]:
        return self._read(lambda: self._app.tuning.own(self._brain))

    def _read(self, read: Callable[[], Sampling]) -> Mapping[str, object]:
        try:
            return asdict(read())
        except (EngineError, SettingError):
            return {}

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (EngineError, SettingError) as error:
            self._tell(str(error))
        self.changed.emit()


def _number(value: float, whole: bool) -> float | int:
    return round(value) if whole else round(value, 2)
