"""The window speaks the language that was chosen, at once and everywhere."""

from PySide6.QtCore import QLocale
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot

from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.ui.tongue import Tongue, shown

WORDS = """
import QtQml
QtObject {
    property string declared: "Hands-free"
    property string written: qsTr("Send")
    property string looked: qsTranslate("Rotom", declared)
    property string unknown: qsTr("Zzz")
}
"""


def test_what_is_shown_changes_with_the_language(qtbot: QtBot) -> None:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(WORDS.encode(), "file:///ChatPage.qml")
    words = component.create()
    assert words is not None, component.errorString()
    tongue = Tongue(engine.retranslate)

    def seen() -> list[object]:
        return [words.property(name) for name in ("written", "looked", "unknown")]

    try:
        tongue.speak(Language.KOREAN)
        assert seen() == ["보내기", "핸즈프리", "Zzz"]
        assert shown(worded("Hands-free")) == "핸즈프리"
        assert QLocale().language() is QLocale.Language.Korean
        tongue.speak(Language.ENGLISH)
        assert seen() == ["Send", "Hands-free", "Zzz"]
        assert shown(worded("Hands-free")) == "Hands-free"
    finally:
        tongue.speak(Language.ENGLISH)
        tongue.fall_silent()
        words.deleteLater()
