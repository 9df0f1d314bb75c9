"""The view-model of the voice: which one there is to choose, and how it sounds."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.ui.settings import SettingsView

SAMPLE = "Hello! This is how I sound. Shall we play?"


class Voices(QObject):
    changed = Signal()

    def __init__(self, app: App, settings: SettingsView) -> None:
        super().__init__()
        self._app = app
        self._settings = settings

    chosen = Property(str, lambda self: self._app.settings.voice, notify=changed)
    sample = Property(str, lambda _: SAMPLE, constant=True)

    def refresh(self) -> None:
        self.changed.emit()

    @Slot(str)
    def choose(self, voice_id: str) -> None:
        self._settings.change("voice", voice_id)

    @Slot(str)
    def preview(self, text: str) -> None:
        """Speaks the user's words, or the sample, with the voice as it is set."""
        self._app.session.preview(text.strip() or SAMPLE)
