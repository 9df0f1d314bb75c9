"""The buttons of the pad in the window: the ring of answers, other buttons, signs, and the walk."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from rotom.conversation.events import TurnEnded
from rotom.conversation.turn import Outcome
from rotom.system.gamepads import Gamepads
from rotom.ui.pad import HEARD, INTERRUPTED
from tests.e2e.seat import VOICE, Seat, seated
from tests.ui.room import Room, controls_of, items_of, name_of, opened_room
from tests.virtual_pad import VirtualPad


@dataclass
class Shaking:
    """Gamepads that remember how they were shaken."""

    pads: Gamepads
    shaken: list[tuple[float, int]] = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        return getattr(self.pads, name)

    def rumble(self, strength: float, ms: int) -> None:
        self.shaken.append((strength, ms))
        self.pads.rumble(strength, ms)


@pytest.fixture
def shaking(pads: Gamepads) -> Shaking:
    return Shaking(pads)


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, shaking: Shaking, pad: VirtualPad) -> Iterator[Seat]:
    with opened_room(qtbot, tmp_path, pads=shaking) as room:  # type: ignore[arg-type]
        yield seated(room, pad, shaking.pads)


def hints(room: Room) -> list[str]:
    """What the footer says."""
    footer = next(
        item
        for item in items_of(room.window.quick.contentItem())
        if name_of(item) == "What the buttons do"
    )
    return [text for item in items_of(footer) if (text := str(item.property("text") or ""))]


def open_ring(seat: Seat) -> None:
    seat.pad.press("l2")
    seat.room.wait(lambda: bool(seat.room.window.quick_menu.property("isOpen")))


def test_the_ring_is_held_open_pointed_at_and_let_go(seat: Seat) -> None:
    room = seat.room
    open_ring(seat)
    seat.pad.move(0.0, -1.0)
    room.wait(lambda: room.window.quick_menu.property("at") == 0)
    seat.pad.release("l2")
    room.wait(lambda: room.said()[:1] == ["Yes"])
    room.wait(room.is_quiet)
    assert not room.window.quick_menu.property("isOpen")
    assert room.focus == "Hold to talk"


def test_a_short_press_leaves_the_ring_open_for_arrows_and_b_closes_it(seat: Seat) -> None:
    room = seat.room
    open_ring(seat)
    seat.pad.release("l2")
    seat.room.wait(lambda: seat.let_go)
    seat.press("right")
    seat.press("right")
    assert room.window.quick_menu.property("at") == 1
    assert hints(room)[-1] == "Close"
    seat.press("b")
    assert not room.window.quick_menu.property("isOpen")
    assert room.said() == []


def test_the_ring_knows_another_persona(seat: Seat) -> None:
    room = seat.room
    before = room.app.persona.id
    open_ring(seat)
    seat.pad.release("l2")
    seat.room.wait(lambda: seat.let_go)
    seat.press("left")
    seat.press("a")
    assert room.app.persona.id != before


def test_the_ring_holds_what_the_user_wants_and_may_be_empty(seat: Seat) -> None:
    room = seat.room
    for name in ("repeat", "again", "stop"):
        room.window.settings.change(f"ring_{name}", False)
    room.window.settings.change("quick_replies", "Aye / Nay")
    ring = room.window.quick_menu
    ring.open()
    said = [entry["text"] or entry["deed"] for entry in ring.property("entries")]
    assert said == ["Aye", "Nay", "persona"]
    ring.cancel()
    room.window.settings.change("ring_persona", False)
    room.window.settings.change("quick_replies", "/")
    open_ring(seat)
    seat.pad.release("l2")
    room.wait(lambda: seat.let_go)
    seat.press("right")
    assert ring.property("entries") == []
    seat.press("b")
    assert not ring.property("isOpen")


def test_a_held_talk_button_is_let_go_by_a_sleep(seat: Seat) -> None:
    room = seat.room
    seat.pad.press("r1")
    room.wait(lambda: bool(room.window.companion.property("talking")))
    room.wait(lambda: room.cast.microphone.is_open)
    room.app.by_itself.resume(room.app.session)
    room.wait(lambda: not room.window.companion.property("talking"))
    room.wait(lambda: not room.cast.microphone.is_open)
    seat.pad.release("r1")
    seat.press("x")
    seat.pad.press("r1")
    room.wait(lambda: bool(room.window.companion.property("talking")))
    seat.pad.release("r1")
    room.wait(lambda: not room.window.companion.property("talking"))


def test_the_foot_tells_how_a_button_that_is_asked_for_is_left(seat: Seat) -> None:
    room = seat.room
    seat.press("menu")
    room.window.pad.ask("talk")
    room.wait(lambda: hints(room)[-1] == "Leave it as it is")
    room.window.pad.leave()
    room.wait(lambda: "Press" in hints(room))


def test_what_was_said_last_is_said_again_and_not_answered(seat: Seat) -> None:
    room = seat.room
    room.window.chat.say("hello")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    spoken = len(room.cast.voice.spoken)
    entries = room.window.quick_menu
    entries.open()
    deeds = [entry["deed"] for entry in entries.property("entries")]
    entries.choose(deeds.index("repeat"))
    room.wait(lambda: len(room.cast.voice.spoken) > spoken)
    assert len(room.said()) == 2


def test_a_button_is_given_to_another_action_by_pad_alone(seat: Seat) -> None:
    room = seat.room
    seat.press("menu")
    seat.go_to("Controls", "down")
    seat.press("right")
    seat.go_to("Change: Talk", "up")
    seat.press("a")
    assert room.window.pad.property("asking") == "talk"
    seat.pad.press("l1")
    room.wait(lambda: room.app.settings.pad_talk == "l1")
    seat.pad.release("l1")
    assert room.window.pad_keys is not None
    room.window.pad_keys.poll()
    assert room.app.settings.pad_previous == "r1"
    assert room.window.pad.property("asking") == ""
    seat.pad.press("l1")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    seat.pad.release("l1")
    room.wait(lambda: not room.window.companion.shown.microphone_open)


def test_a_and_b_cannot_be_given_away(seat: Seat) -> None:
    room = seat.room
    room.window.pad.ask("talk")
    seat.pad.press("b")
    room.wait(lambda: room.window.pad.property("asking") == "")
    assert room.app.settings.pad_talk == "r1"


def test_two_actions_on_one_button_are_told(seat: Seat) -> None:
    room = seat.room
    room.window.settings.change("pad_stop", "r1")
    assert room.window.pad.property("holders") == {"stop": "talk"}
    assert "stop" not in room.window.pad.property("buttons")
    room.window.pad.reset()
    assert room.window.pad.property("holders") == {}


def test_swapped_a_and_b_go_back_and_press(seat: Seat) -> None:
    room = seat.room
    room.window.settings.change("swap_ab", True)
    seat.press("y")
    assert seat.page == "chat"
    seat.press("a")
    assert seat.page == "companion"


def test_the_footer_tells_the_buttons_while_a_pad_is_used_and_no_longer(seat: Seat) -> None:
    room = seat.room
    seat.press("y")
    assert hints(room)[:4] == ["A", "Press", "R1", "Hold to talk"]
    room.press(Qt.Key.Key_F1)
    assert not room.window.navigation.property("byPad")


@pytest.mark.parametrize(
    ("ids", "label"), [((0x054C, 0x0CE6), "Cross"), ((0x057E, 0x2009), "A"), ((0x045E, 1), "A")]
)
def test_the_signs_are_those_of_the_pad_in_the_hand(
    qtbot: QtBot, tmp_path: Path, pads: Gamepads, ids: tuple[int, int], label: str
) -> None:
    with VirtualPad(ids=ids) as pad, opened_room(qtbot, tmp_path, pads=pads) as room:
        seated(room, pad, pads).press("y")
        assert room.window.pad.property("buttons")["activate"]["label"] == label


def test_the_pad_shakes_when_rotom_heard_you_and_when_you_interrupt_it(
    seat: Seat, shaking: Shaking
) -> None:
    room = seat.room
    seat.pad.press("r1")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.cast.microphone.push(VOICE)
    seat.pad.release("r1")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    assert shaking.shaken == [HEARD]
    room.window.pad.take(TurnEnded("t", Outcome(interrupted=True)))
    assert shaking.shaken == [HEARD, INTERRUPTED]
    room.window.settings.change("rumble", False)
    room.window.pad.take(TurnEnded("t", Outcome(interrupted=True)))
    assert len(shaking.shaken) == 2


MOST_LINES = 12
"""How often up or down is pressed in a text before it is left."""

PAGES = {"companion": "view", "chat": "y", "models": "r3", "settings": "menu"}


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_is_reached_and_the_page_is_left(seat: Seat, page: str) -> None:
    room = seat.room
    seat.press(PAGES[page])
    assert seat.page == page
    pane = room.window.quick.findChild(QObject, "settingsPage")
    groups = [""]
    if page == "settings" and pane:
        groups = [group["title"] for group in pane.property("groups")]
    for group in groups:
        here = room.window.quick.activeFocusItem()
        assert page != "settings" or name_of(here) == group
        there = {c for c in controls_of(room.window.quick.contentItem()) if c.isEnabled()}
        lost = there - walked(room, here, turning=set(groups))
        assert not lost, f"not reached {group}: {sorted(map(name_of, lost))}"
        here.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        if group:
            seat.press("r2")
    seat.press("b")
    seat.press("b")
    assert seat.page == "companion"


def walked(room: Room, start: QQuickItem, turning: set[str]) -> set[QQuickItem]:
    """Every control that the arrows lead to from one, over the others.

    On what turns to another group only left and right are pressed.
    """
    sideways = (Qt.Key.Key_Left, Qt.Key.Key_Right)
    reached, open_ends = {start}, [start]
    while open_ends:
        here = open_ends.pop()
        turns = name_of(here) in turning
        for key in sideways if turns else (Qt.Key.Key_Up, Qt.Key.Key_Down, *sideways):
            here.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            there = here
            for _ in range(1 if here.property("cursorPosition") is None else MOST_LINES):
                room.press(key)
                there = room.window.quick.activeFocusItem()
                if there is not here:
                    break
            if there not in reached:
                reached.add(there)
                open_ends.append(there)
    return reached


def test_every_button_has_a_sign_in_the_folder_of_icons(seat: Seat) -> None:
    icons = {path.stem for path in (Path("assets") / "icons").glob("pad-*.svg")}
    drawn = {entry["sign"] for entry in seat.room.window.pad.property("buttons").values()}
    assert drawn - {""} <= icons
