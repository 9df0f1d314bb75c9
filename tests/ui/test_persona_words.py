"""A personality that ships is read in the language of the window; the brain knows the English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.room import Room

LANGUAGE = "interface_language"
TEMPER, SPEAKS = "성향", "말하는 방식"


@pytest.fixture
def korean(room: Room) -> Iterator[Room]:
    room.press(Qt.Key.Key_F10)
    room.window.settings.change(LANGUAGE, "ko")
    yield room
    room.window.settings.change(LANGUAGE, "en")


def current(room: Room) -> dict[str, object]:
    found = room.window.personas.property("current")
    assert isinstance(found, dict)
    return found


def test_what_ships_is_told_in_the_language_of_the_window(korean: Room) -> None:
    shipped = korean.app.persona
    assert current(korean)["temperament"] == "쾌활함"
    korean.go_to("편안해요")  # one of the moods, which were told in English before
    korean.window.settings.change(LANGUAGE, "en")
    assert current(korean)["temperament"] == shipped.temperament == "cheerful"
    assert current(korean)["speaks"] == shipped.speaks


def test_what_was_only_read_stays_as_it_ships(korean: Room) -> None:
    shipped = korean.app.persona
    korean.go_to(TEMPER)
    korean.go_to(SPEAKS)
    korean.press(Qt.Key.Key_Tab)
    assert korean.app.persona == shipped
    assert not current(korean)["edited"]


def test_what_was_edited_alone_is_kept_as_it_was_written(korean: Room) -> None:
    shipped = korean.app.persona
    korean.go_to(TEMPER)
    korean.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    korean.type("sunny")
    korean.press(Qt.Key.Key_Tab)
    persona = korean.app.persona
    assert (persona.temperament, persona.speaks) == ("sunny", shipped.speaks)
    assert str(current(korean)["says"]).startswith("sunny. 따뜻하고")
