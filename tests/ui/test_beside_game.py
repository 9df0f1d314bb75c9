"""A button of the Deck held beside a game talks, and nothing is ever held twice or for ever."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from rotom.domain.controls import PadButton
from rotom.system.deck_buttons import NOT_HERE, DeckButtons
from rotom.system.gamepads import Gamepads
from tests.deck import L1, L5, R1, Deck, report
from tests.ui.room import Room, opened_room
from tests.virtual_pad import VirtualPad


class HeardDeck(Deck):
    """A Deck that knows how often its chord was told of; it may be silent as long as it likes."""

    told = 0

    def listen(
        self,
        chord: frozenset[PadButton],
        talk: Callable[[bool], None],
        tell: Callable[[str], None],
    ) -> DeckButtons:
        def told(down: bool) -> None:
            talk(down)
            self.told += 1

        return DeckButtons(
            chord,
            told,
            tell,
            sysfs=self.sysfs,
            open_node=self.open_node,
            look_every_s=0.01,
            clock=lambda: 0.0,
        )

    def tell_and_wait(self, room: Room, *reports: bytes, times: int = 1) -> None:
        """Returns when the window has taken what the reports changed, so many times in all."""
        wanted = self.told + times
        self.tell(*reports)
        room.wait(lambda: self.told == wanted)
        taken: list[None] = []
        room.window.from_any_thread(lambda: taken.append(None))  # comes after what was told
        room.wait(lambda: bool(taken))


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HeardDeck]:
    """A Deck that every window opened after it listens to."""
    deck = HeardDeck(tmp_path / "sys")
    monkeypatch.setattr("rotom.ui.main_window.DeckButtons", deck.listen)
    yield deck
    deck.pull_out()


class Key:
    """The key that talks, in a test's hand."""

    def __init__(self) -> None:
        self.is_listened_to = False

    def listen(self, talk: Callable[[bool], None]) -> "Key":
        self.hold = talk
        return self

    def start(self) -> None:
        self.is_listened_to = True

    def stop(self) -> None:
        self.is_listened_to = False


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> Key:
    """A key that every window opened after it listens to."""
    key = Key()
    monkeypatch.setattr("rotom.ui.main_window.game_key", key.listen)
    return key


@pytest.fixture
def seat(deck: HeardDeck, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A window that listens beside a game; another program has the focus."""
    with opened_room(qtbot, tmp_path / "data") as room:
        deck.plug_in()
        room.window.settings.change("talk_beside_game", True)
        room.wait(lambda: deck.is_open)
        lose_focus(room)
        yield room


def lose_focus(room: Room) -> None:
    """Another window, as a game's, has the focus."""
    game = QWindow()
    game.show()
    game.requestActivate()
    room.window.setProperty("game", game)  # it lives as long as the window
    room.wait(lambda: not room.window.quick.isActive())


def talks(room: Room) -> bool:
    return bool(room.window.companion.property("talking"))


def test_a_button_held_beside_a_game_talks_until_it_is_let_go(deck: HeardDeck, seat: Room) -> None:
    deck.tell(report(L5))
    seat.wait(lambda: talks(seat) and seat.cast.microphone.is_open)
    deck.tell(report())
    seat.wait(lambda: not talks(seat))
    assert not seat.window.beside_game.holds


def test_a_controller_that_goes_lets_go_and_talks_when_it_is_back(
    deck: HeardDeck, seat: Room
) -> None:
    deck.tell(report(L5))
    seat.wait(lambda: talks(seat))
    deck.pull_out()
    seat.wait(lambda: not talks(seat))
    deck.plug_in()
    seat.wait(lambda: deck.is_open)
    deck.tell(report(L5))
    seat.wait(lambda: talks(seat))


def test_turning_it_off_lets_go_at_once(deck: HeardDeck, seat: Room) -> None:
    deck.tell(report(L5))
    seat.wait(lambda: talks(seat))
    seat.window.settings.change("talk_beside_game", False)
    assert not talks(seat)
    assert not seat.window.beside_game.holds


def test_another_chord_holds_from_now_on(deck: HeardDeck, seat: Room) -> None:
    deck.tell(report(L5))
    seat.wait(lambda: talks(seat))
    opened = len(deck.opened)
    seat.window.settings.change("talk_chord", "l1+r1")
    assert not talks(seat)
    seat.wait(lambda: len(deck.opened) > opened)
    deck.tell(report(L5), report(L1, R1))
    seat.wait(lambda: talks(seat))


def test_a_key_of_the_games_screen_talks_too_until_it_is_let_go(key: Key, seat: Room) -> None:
    assert key.is_listened_to
    key.hold(True)
    seat.wait(lambda: talks(seat))
    key.hold(False)
    seat.wait(lambda: not talks(seat))
    seat.window.settings.change("talk_beside_game", False)
    assert not key.is_listened_to


@pytest.mark.parametrize("tap", [False, True])
def test_a_button_that_steam_makes_the_key_is_one_press(
    deck: HeardDeck, key: Key, seat: Room, tap: bool
) -> None:
    seat.window.settings.change("tap_to_talk", tap)
    key.hold(True)
    deck.tell_and_wait(seat, report(L5))
    assert talks(seat)
    key.hold(False)
    deck.tell_and_wait(seat, report())
    assert talks(seat) == tap


def test_the_key_is_the_windows_own_while_it_is_in_front(key: Key, seat: Room) -> None:
    seat.window.quick.requestActivate()
    seat.wait(seat.window.quick.isActive)
    taken: list[None] = []
    key.hold(True)
    seat.window.from_any_thread(lambda: taken.append(None))
    seat.wait(lambda: bool(taken))
    assert not talks(seat)
    key.hold(False)


def test_tapped_it_begins_and_tapped_again_it_ends(deck: HeardDeck, seat: Room) -> None:
    seat.window.settings.change("tap_to_talk", True)
    deck.tell(report(L5), report())
    seat.wait(lambda: talks(seat) and not seat.window.beside_game.holds)
    deck.tell(report(L5), report())
    seat.wait(lambda: not talks(seat))


def test_what_a_key_holds_a_button_does_not_end(deck: HeardDeck, seat: Room) -> None:
    seat.window.quick.requestActivate()
    seat.wait(seat.window.quick.isActive)
    seat.hold(Qt.Key.Key_F2)
    assert talks(seat)
    deck.tell_and_wait(seat, report(L5), report(), times=2)
    assert talks(seat)
    seat.let_go(Qt.Key.Key_F2)
    assert not talks(seat)


def test_it_is_off_as_shipped_and_says_what_is_missing_once_it_is_on(
    deck: HeardDeck, qtbot: QtBot, tmp_path: Path
) -> None:
    with opened_room(qtbot, tmp_path / "data") as room:
        assert not deck.opened
        assert room.window.notices.property("sentences") == []
        room.window.settings.change("talk_beside_game", True)
        room.wait(lambda: room.window.notices.property("sentences") == [NOT_HERE])


def test_turned_on_before_it_listens_from_the_start(
    deck: HeardDeck, qtbot: QtBot, tmp_path: Path
) -> None:
    deck.plug_in()
    with opened_room(qtbot, tmp_path / "data") as room:
        room.window.settings.change("talk_beside_game", True)
    opened = len(deck.opened)
    with opened_room(qtbot, tmp_path / "data") as room:
        room.wait(lambda: len(deck.opened) > opened)
        deck.tell(report(L5))
        room.wait(lambda: talks(room))


@pytest.mark.parametrize("first", ["pad", "chord"])
@pytest.mark.parametrize("tap", [False, True])
def test_the_pads_talk_button_and_the_chord_held_together_are_one_press(
    deck: HeardDeck, qtbot: QtBot, tmp_path: Path, first: str, tap: bool
) -> None:
    with closing(Gamepads(clock=lambda: 0.0)) as pads, VirtualPad() as pad:
        pads.load()
        deck.plug_in()
        with opened_room(qtbot, tmp_path / "data", pads=pads) as room:
            keys = room.window.pad_keys
            assert keys is not None
            room.wait(lambda: len(pads.names) == 1)
            for name, value in (
                ("tap_to_talk", tap),
                ("talk_chord", "l1+r1"),
                ("talk_beside_game", True),
            ):
                room.window.settings.change(name, value)
            room.wait(lambda: deck.is_open)
            if first == "chord":
                deck.tell_and_wait(room, report(L1, R1))
            pad.press("r1")
            room.wait(lambda: keys.taken == 1)
            if first == "pad":
                deck.tell_and_wait(room, report(L1, R1))
            assert talks(room)
            assert room.window.beside_game.holds == (first == "chord")
            pad.release("r1")
            room.wait(lambda: keys.taken == 2)
            assert talks(room) == (tap or first == "chord")
            deck.tell_and_wait(room, report())
            assert talks(room) == tap
