"""The font that comes with Rotom: a bare machine shows Hangul, and whatever the window says."""

import re

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout
from pytestqt.qtbot import QtBot

from rotom import files
from rotom.domain.speech import Language
from rotom.storage.translations import table_of
from rotom.ui.main_window import QML
from rotom.ui.window import EMOJI, FONT, dress

CAP_HEIGHT_PX = 12
SMALLEST_PX = 18


def fonts() -> list[QRawFont]:
    dress()
    made = []
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold):
        font = QFont(FONT, weight=weight)
        font.setPixelSize(SMALLEST_PX)
        made.append(QRawFont.fromFont(font))
    return made


def test_it_has_the_two_weights_that_the_window_uses(qtbot: QtBot) -> None:
    assert [font.familyName() for font in fonts()] == [FONT, FONT]
    assert [font.weight() for font in fonts()] == [400, 600]
    assert QFontDatabase.styles(FONT) == ["Regular", "SemiBold"]


def test_it_has_every_syllable_of_hangul(qtbot: QtBot) -> None:
    for font in fonts():
        assert all(font.supportsCharacter(code) for code in range(ord("가"), ord("힣") + 1))


def test_it_has_every_sign_that_the_window_says(qtbot: QtBot) -> None:
    told = [*table_of(Language.KOREAN), *table_of(Language.KOREAN).values()]
    written = [re.findall(r'"(.*?)"', path.read_text("utf-8")) for path in QML.rglob("*.qml")]
    signs = {sign for text in [*told, *written] for sign in "".join(text) if not sign.isspace()}
    for font in fonts():
        assert not {sign for sign in signs if not font.supportsCharacter(ord(sign))}


@pytest.mark.parametrize("said", ["🎮", "👻", "🥺", "🇰🇷", "👨‍👩‍👧", "👍🏽", "⚡"])
def test_an_emoji_is_one_sign_of_the_font_that_comes_with_rotom(qtbot: QtBot, said: str) -> None:
    dress()
    layout = QTextLayout(said, QFont(FONT))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    (run,) = layout.glyphRuns()
    assert run.rawFont().familyName() == EMOJI
    assert len({(at.x(), at.y()) for at in run.positions()}) == 1
    assert 0 not in run.glyphIndexes()


def test_the_smallest_text_has_capitals_that_can_be_read(qtbot: QtBot) -> None:
    assert all(font.capHeight() >= CAP_HEIGHT_PX for font in fonts())


def test_the_licence_of_the_emoji_lies_beside_them_and_reserves_no_name() -> None:
    licence = (files.assets() / "fonts" / "OFL-NotoEmoji.txt").read_text("utf-8")
    assert "Copyright 2013 Google LLC" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "with Reserved Font Name" not in licence.partition("PREAMBLE")[0]


def test_its_licence_lies_beside_it_and_its_name_is_its_own() -> None:
    folder = files.assets() / "fonts"
    licence = (folder / "OFL.txt").read_text("utf-8")
    reserved = re.findall(r"Reserved Font Name (\w+)", licence)
    assert reserved == ["Pretendard"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert not any(name in FONT for name in reserved)
    assert sum(path.stat().st_size for path in folder.glob("*.otf")) < 3_000_000
