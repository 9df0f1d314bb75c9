"""The view-model of what GGUF files say of themselves, read before any of them is loaded."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.catalog import Kind, Model
from rotom.domain.engines import EngineError
from rotom.domain.memory import BrainShape, described
from rotom.storage.gguf import read_header
from rotom.system import machine
from rotom.ui.tongue import shown

Do = Callable[[Callable[[], str]], None]


class Headers(QObject):
    """Reads the heads of the brains that are here on another thread: a vocabulary takes a while."""

    changed = Signal()
    _found = Signal(str, object)

    def __init__(self, app: App, do: Do) -> None:
        super().__init__()
        self._app = app
        self._do = do
        self._shapes: dict[str, BrainShape | str] = {}
        self._found.connect(self._take)

    def close(self) -> None:
        """Lets go of the window, which has to end on its own thread and not on a collector's."""
        self._do = lambda _work: None

    told = Property(dict, lambda self: self._told(), notify=changed)
    """By the name of each brain that is here: what its file says, or why it cannot be read."""

    @Slot()
    def look(self) -> None:
        """Reads those that were not read yet; what was removed is forgotten."""
        here = {model.id: model for model in self._app.models.models if self._is_brain(model)}
        self._shapes = {each: shape for each, shape in self._shapes.items() if each in here}
        for each in here.keys() - self._shapes.keys():
            self._do(lambda model=here[each]: self._read(model))  # type: ignore[misc]
        self.changed.emit()

    def _is_brain(self, model: Model) -> bool:
        return model.kind == Kind.BRAIN and self._app.models.holding(model).is_whole

    def _read(self, model: Model) -> str:
        try:
            self._found.emit(model.id, read_header(self._app.models.path_of(model)))
        except EngineError as error:
            self._found.emit(model.id, str(error))
        return ""

    def _take(self, model_id: str, shape: "BrainShape | str") -> None:
        self._shapes[model_id] = shape
        self.changed.emit()

    def _told(self) -> dict[str, str]:
        memory = machine.memory()
        free = None if memory is None else memory.available
        return {
            each: shown(shape if isinstance(shape, str) else described(shape, free))
            for each, shape in self._shapes.items()
        }
