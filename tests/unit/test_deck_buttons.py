"""The buttons of a Steam Deck are understood, found and listened to, whatever happens to it."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.controls import PadButton
from rotom.domain.deck_reports import CHORDS, buttons_in, chord
from rotom.domain.settings import SettingError, Settings, changed
from rotom.system.deck_buttons import NOT_HERE, DeckButtons, find_node, open_node
from tests.deck import BITS, L1, L5, R1, Deck, node, report
from tests.patience import PATIENCE_S
from tests.without_root import permissions_hold


@pytest.mark.parametrize(("button", "bit"), BITS.items())
def test_a_bit_of_a_report_is_a_button(button: PadButton, bit: tuple[int, int]) -> None:
    assert buttons_in(report(bit)) == {button}


def test_every_button_has_a_bit_of_its_own() -> None:
    everything = b"\x01\x00\x09" + b"\xff" * 61
    assert buttons_in(everything) == set(PadButton)
    single = [report((byte, bit)) for byte in range(8, 16) for bit in range(8)]
    assert sorted(button for each in single for button in buttons_in(each) or ()) == sorted(
        PadButton
    )


def test_sticks_and_the_number_of_a_report_press_nothing() -> None:
    assert buttons_in(report()) == frozenset()


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        report(L5)[:63],
        report(L5) + b"\x00",
        report(L5)[:3],
        b"\x01\x00\x04" + report(L5)[3:],
        b"\x02" + report(L5)[1:],
    ],
)
def test_a_report_that_is_short_long_or_of_something_else_tells_nothing(foreign: bytes) -> None:
    assert buttons_in(foreign) is None


@given(st.binary(max_size=80))
def test_no_bytes_are_too_strange(told: bytes) -> None:
    down = buttons_in(told)
    assert down is None or down <= set(PadButton)


def test_a_chord_is_named_by_its_buttons() -> None:
    assert chord("L5") == {PadButton.L5}
    assert chord("L1+R1") == chord("r1 + l1") == {PadButton.L1, PadButton.R1}
    assert all(chord(name) for name in CHORDS)


@pytest.mark.parametrize("name", ["", "L9", "L1+", "+", "L1 R1"])
def test_what_names_no_button_is_no_chord(name: str) -> None:
    with pytest.raises(ValueError, match="PadButton"):
        chord(name)


def test_the_setting_is_off_and_takes_only_a_chord() -> None:
    assert not Settings().talk_beside_game
    assert chord(Settings().talk_chord) == {PadButton.L5}
    assert changed(Settings(), {"talk_chord": "l1+r1"}).talk_chord == "l1+r1"
    with pytest.raises(SettingError, match="l9"):
        changed(Settings(), {"talk_chord": "l9"})


def test_the_node_of_the_buttons_is_found_among_others(tmp_path: Path) -> None:
    node(tmp_path, "hidraw0", phys="usb-0000:04:00.4-3/input0")
    node(tmp_path, "hidraw1", id_="0003:000028DE:00001102")
    node(tmp_path, "hidraw2", id_="0005:0000054C:00000CE6", phys="")
    (tmp_path / "hidraw3").mkdir()
    assert find_node(tmp_path) is None
    node(tmp_path, "hidraw12")
    assert find_node(tmp_path) == "hidraw12"


def test_without_nodes_there_is_none(tmp_path: Path) -> None:
    assert find_node(tmp_path / "nowhere") is None


def test_a_node_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hidraw3"
    path.write_bytes(report(L5))
    path.chmod(0o400)
    with permissions_hold():
        opened = open_node(path)
    assert os.read(opened, 65) == report(L5)
    os.close(opened)


class Clock:
    """Stands still until it is told to go on."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class Ear:
    """A listener on a Deck of the test, and what it told."""

    def __init__(self, folder: Path, chord_: str, open_: Callable[[Path], int] | None) -> None:
        self.deck = Deck(folder / "sys")
        self.clock = Clock()
        self.talks: SimpleQueue[bool] = SimpleQueue()
        self.told: SimpleQueue[str] = SimpleQueue()
        self._listener = DeckButtons(
            chord(chord_),
            self.talks.put,
            self.told.put,
            sysfs=self.deck.sysfs,
            dev=folder / "dev",
            open_node=open_ or self._open,
            look_every_s=0.01,
            clock=self.clock,
        )
        self._opened: SimpleQueue[None] = SimpleQueue()
        self.start, self.stop = self._listener.start, self._listener.stop

    def plugged_in(self) -> Deck:
        """The Deck, once the listener has it open."""
        self.deck.plug_in()
        self._opened.get(timeout=PATIENCE_S)
        return self.deck

    def next(self) -> bool:
        return self.talks.get(timeout=PATIENCE_S)

    def _open(self, path: Path) -> int:
        opened = self.deck.open_node(path)
        self._opened.put(None)
        return opened


Listen = Callable[..., Ear]


@pytest.fixture
def listen(tmp_path: Path) -> Iterator[Listen]:
    """Starts listeners, and stops them afterwards."""
    ears: list[Ear] = []

    def make(chord_: str = "L5", open_: Callable[[Path], int] | None = None) -> Ear:
        ear = Ear(tmp_path, chord_, open_)
        ears.append(ear)
        ear.start()
        return ear

    yield make
    for ear in ears:
        ear.stop()
        ear.deck.pull_out()
    assert "deck buttons" not in {thread.name for thread in threading.enumerate()}


def test_a_held_button_talks_until_it_is_let_go(listen: Listen) -> None:
    ear = listen()
    deck = ear.plugged_in()
    deck.tell(report(), report(R1), report(L5), report(L5), report(L5, R1))
    assert ear.next() is True
    deck.tell(report(R1), report())
    assert ear.next() is False
    ear.stop()
    assert ear.talks.empty(), "each is told once"
    assert deck.was_written() == b""


def test_two_buttons_talk_only_together(listen: Listen) -> None:
    ear = listen("L1+R1")
    deck = ear.plugged_in()
    deck.tell(report(L1), report(), report(R1), report(R1, L1))
    assert ear.next() is True
    deck.tell(report(L1))
    assert ear.next() is False
    ear.stop()
    assert ear.talks.empty()


def test_reports_that_are_cut_off_change_nothing(listen: Listen) -> None:
    ear = listen()
    deck = ear.plugged_in()
    deck.tell(report(L5)[:20], report(L5) + b"\x00", report(L5))
    assert ear.next() is True
    deck.tell(report()[:63], b"\x01\x00\x04" + report()[3:], report())
    assert ear.next() is False
    ear.stop()
    assert ear.talks.empty()


def test_a_controller_that_goes_in_mid_hold_lets_go_and_is_found_again(listen: Listen) -> None:
    ear = listen()
    deck = ear.plugged_in()
    deck.tell(report(L5))
    assert ear.next() is True
    deck.pull_out()
    assert ear.next() is False
    again = ear.plugged_in()
    again.tell(report(L5))
    assert ear.next() is True
    ear.stop()
    assert ear.next() is False
    assert [path.name for path in deck.opened] == ["hidraw3", "hidraw3"]
    told = [ear.told.get() for _ in range(ear.told.qsize())]
    assert told in ([], [NOT_HERE]), "that it went is not told"


def test_a_controller_that_falls_silent_in_mid_hold_lets_go(listen: Listen) -> None:
    ear = listen()
    deck = ear.plugged_in()
    deck.tell(report(L5))
    assert ear.next() is True
    ear.clock.now_s += 0.6
    assert ear.next() is False
    deck.tell(report(L5))
    assert ear.next() is True


def test_sticks_that_move_while_a_button_is_held_change_nothing(listen: Listen) -> None:
    ear = listen()
    deck = ear.plugged_in()
    moved = report(L5)[:48] + bytes(range(16))
    deck.tell(report(L5), moved, report(L5), moved, report())
    assert (ear.next(), ear.next()) == (True, False)
    assert ear.talks.empty()


def test_what_is_held_is_let_go_when_nobody_listens_any_more(listen: Listen) -> None:
    ear = listen()
    ear.plugged_in().tell(report(L5))
    assert ear.next() is True
    ear.stop()
    assert ear.next() is False


def test_a_read_that_fails_is_a_controller_that_has_gone(
    listen: Listen, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = listen()
    deck = ear.plugged_in()
    deck.tell(report(L5))
    assert ear.next() is True

    def gone(*_: Any) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("rotom.system.deck_buttons.os.read", gone)
    assert ear.next() is False


def test_without_a_deck_it_is_told_once_and_looked_for(listen: Listen) -> None:
    ear = listen()
    assert ear.told.get(timeout=PATIENCE_S) == NOT_HERE
    ear.plugged_in().tell(report(L5))
    assert ear.next() is True
    assert ear.told.empty()


def test_a_node_that_may_not_be_read_is_told_with_the_way_to_allow_it(
    listen: Listen, tmp_path: Path
) -> None:
    path = tmp_path / "dev" / "hidraw3"
    path.parent.mkdir()
    path.touch(mode=0o000)
    node(tmp_path / "sys", "hidraw3")
    looks: SimpleQueue[Path] = SimpleQueue()

    def look(path: Path) -> int:
        looks.put(path)
        return open_node(path)

    with permissions_hold():  # the listener's thread begins with what this one may
        ear = listen(open_=look)
    told = ear.told.get(timeout=PATIENCE_S)
    assert str(path) in told
    assert "60-steam-input" in told
    assert "uaccess" in told
    for _ in range(3):
        looks.get(timeout=PATIENCE_S)
    assert ear.told.empty(), "it goes on looking, and tells once"
    path.chmod(0o600)  # as udev does once the rule is there
    path.write_bytes(report(L5))
    with permissions_hold():
        assert ear.next() is True
