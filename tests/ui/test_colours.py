"""The themes: which one is shown, and that everything written in each of them can be read."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot

from rotom.domain.settings.appearance import THEMES
from rotom.ui.main_window import QML
from tests.ui.room import Room

GROUNDS = ("ground", "groundLow", "panel", "raised", "pressed", "accentLow", "bubble", "bubbleMine")
READ = [
    *product(("text",), (*GROUNDS, "orangeLow")),
    *product(("dim",), GROUNDS),
    *product(("accent", "orange"), ("ground", "groundLow", "panel", "raised", "bubble")),
    ("dim", "orangeLow"),
    ("orange", "accentLow"),
    ("ink", "accent"),
    ("ink", "orange"),
]
"""What is written on what."""

SEEN = [*product(("focus", "line"), ("ground", "groundLow", "panel")), ("accent", "accentLow")]
"""What shows where a control is, that it has the focus, or that it is chosen."""


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[QObject]:
    """The one Theme of an engine of its own."""
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(
        b'import QtQml; import "style"; QtObject { property QtObject theme: Theme }',
        QUrl.fromLocalFile(f"{QML}/Test.qml"),
    )
    holder = component.create()
    assert holder is not None, component.errorString()
    yield holder.property("theme")
    holder.deleteLater()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("pairs", "least"), [(READ, 4.5), (SEEN, 3.0)], ids=["written", "controls"]
)
def test_what_is_drawn_stands_out_from_its_ground(
    theme: QObject, name: str, pairs: list[tuple[str, str]], least: float
) -> None:
    theme.setProperty("wanted", name)
    assert theme.property("name") == name
    faint = {
        f"{above} on {below}": round(ratio, 2)
        for above, below in pairs
        if (ratio := contrast(theme.property(above), theme.property(below))) < least
    }
    assert not faint


def test_each_theme_has_every_colour_and_is_unlike_the_others(theme: QObject) -> None:
    palettes = theme.property("palettes").toVariant()
    assert set(palettes) == set(THEMES)
    assert len({frozenset(palette) for palette in palettes.values()}) == 1
    assert len({palette["panel"] for palette in palettes.values()}) == len(THEMES)


def test_the_window_follows_the_setting_at_once(room: Room) -> None:
    looks = set()
    for name in THEMES:
        room.window.settings.change("theme", name)
        looks.add(room.window.quick.color().name())
        corner = room.window.quick.grabWindow().pixelColor(2, 2)
        assert contrast(corner, room.window.quick.color()) < 1.2
    assert len(looks) == len(THEMES)


def test_where_the_system_says_nothing_the_theme_is_plasma(theme: QObject) -> None:
    assert QGuiApplication.styleHints().colorScheme().name == "Unknown"
    assert theme.property("name") == "plasma"


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
