"""The view-model of the voices: which there are for each language, and how they sound."""

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.ui.settings import SettingsView

LISTS = {
    Language.ENGLISH: ("voice", worded("English voices")),
    Language.KOREAN: ("korean_voice", worded("Korean voices")),
}
"""The setting that names the voice of a language, and what those voices are called."""

SAMPLES: Mapping[Language, str] = {
    Language.ENGLISH: "Hello! This is how I sound. Shall we play?",
    Language.KOREAN: "안녕! 내 목소리는 이래. 같이 놀까?",
}


class Voices(QObject):
    changed = Signal()

    def __init__(self, app: App, settings: SettingsView) -> None:
        super().__init__()
        self._app = app
        self._settings = settings

    lists = Property(list, lambda self: self._lists(), notify=changed)
    """A list of voices for each language, that of the language spoken first."""
    sample = Property(str, lambda self: SAMPLES[self._spoken], notify=changed)

    def refresh(self) -> None:
        self.changed.emit()

    @Slot(str)
    def preview(self, text: str) -> None:
        """Speaks the user's words, or the sample, with the voice as it is set."""
        self._app.session.preview(text.strip() or SAMPLES[self._spoken])

    @Slot(str)
    def hear(self, language: str) -> None:
        """Speaks the sample of a language, with its voice as it is set."""
        self._app.session.preview(SAMPLES[Language(language)])

    @property
    def _spoken(self) -> Language:
        return Language(self._app.settings.language)

    def _lists(self) -> list[dict[str, str]]:
        first = sorted(LISTS, key=lambda language: language is not self._spoken)
        named = ((language, *LISTS[language]) for language in first)
        return [{"language": str(la), "setting": name, "title": title} for la, name, title in named]
