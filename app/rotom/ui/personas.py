"""The view-model of the personas: their cards, and the one that is being edited."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.character import Persona
from rotom.domain.engines import EngineError
from rotom.ui.settings import SettingsView

EDITABLE = ("name", "temperament", "speaks", "instructions", "greeting")


def card_of(persona: Persona) -> dict[str, object]:
    """A persona as QML shows it."""
    card: dict[str, object] = {field: getattr(persona, field) for field in EDITABLE}
    return {**card, "id": persona.id}


class Personas(QObject):
    changed = Signal()
    """Another persona is chosen, or the chosen one has other words."""
    cards_changed = Signal()

    def __init__(self, app: App, settings: SettingsView, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._tell = tell

    cards = Property(
        list, lambda self: [card_of(p) for p in self._app.shelf.personas], notify=cards_changed
    )
    chosen = Property(str, lambda self: self._app.persona.id, notify=changed)
    current = Property(dict, lambda self: card_of(self._app.persona), notify=changed)

    def refresh(self) -> None:
        self.changed.emit()

    @Slot(str)
    def choose(self, persona_id: str) -> None:
        self._settings.change("persona", persona_id)

    @Slot("QVariantMap")
    def keep(self, texts: Mapping[str, str]) -> None:
        """Keeps the present persona with other words, one for each of `EDITABLE`."""
        baseline = self._app.persona.baseline
        said = {field: str(texts[field]).strip() for field in EDITABLE}
        try:
            self._app.shelf.keep(Persona(self._app.persona.id, **said, baseline=baseline))
        except EngineError as error:
            self._tell(str(error))
        self._edited()

    @Slot()
    def asShipped(self) -> None:
        """Forgets what was edited of the present persona."""
        try:
            self._app.shelf.remove(self._app.persona.id)
        except EngineError as error:
            self._tell(str(error))
        self._edited()

    def _edited(self) -> None:
        self._app.personas_changed()
        self.cards_changed.emit()
        self.changed.emit()
