"""The language of the window, changed while it is open."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from rotom.domain.speech import Language
from rotom.domain.wording import CONTEXT, translated
from rotom.storage.translations import Table, table_of


def shown(text: str) -> str:
    """A sentence that was worded in Python, in the language of the window."""
    return translated(text, lambda template: QCoreApplication.translate(CONTEXT, template))


class Tongue:
    """Has the window speak a language; `retranslate` is what QML has to be told afterwards."""

    def __init__(self, retranslate: Callable[[], None]) -> None:
        self._retranslate = retranslate
        self._translator: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """Everything that is shown from now on is in this language, dates and numbers too."""
        self.fall_silent()
        self._translator = _Translator(table_of(language))
        QCoreApplication.installTranslator(self._translator)
        QLocale.setDefault(QLocale(str(language)))
        self._retranslate()

    def fall_silent(self) -> None:
        """Takes the translation out of the application."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)


class _Translator(QTranslator):
    """A table as Qt asks it; what is not in it stays as it is written."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def isEmpty(self) -> bool:
        return False

    def translate(  # Qt's signature
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        # None is a text that is null, for which Qt goes on to ask elsewhere.
        return self._table.get((context, sourceText))  # type: ignore[return-value]
