"""A pad lost in mid-talk, by its cable or by a sleep: nothing stays held, and it comes back."""

from tests.e2e.seat import VOICE, Seat
from tests.ui.room import Room
from tests.virtual_pad import VirtualPad


def hold_talk(seat: Seat) -> None:
    seat.pad.press("r1")
    seat.room.wait(lambda: seat.room.window.companion.shown.microphone_open)


def is_let_go(room: Room) -> bool:
    companion = room.window.companion
    return not companion.property("talking") and not companion.shown.microphone_open


def test_a_pad_pulled_out_while_talk_is_held_ends_it_and_is_answered(seat: Seat) -> None:
    room = seat.room
    hold_talk(seat)
    room.cast.microphone.push(VOICE)
    seat.pad.pull_out()
    room.wait(lambda: is_let_go(room))
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    seat.pad.plug_in()
    room.wait(lambda: bool(seat.pads.names))
    hold_talk(seat)
    seat.pad.release("r1")
    room.wait(lambda: is_let_go(room))


def test_talk_that_is_held_over_a_sleep_is_over_and_the_next_press_talks(seat: Seat) -> None:
    room = seat.room
    hold_talk(seat)
    seat.sleep()
    room.wait(lambda: is_let_go(room))
    assert room.window.notices.property("sentences") == []
    seat.pad.release("r1")
    seat.look()
    hold_talk(seat)
    room.cast.microphone.push(VOICE)
    seat.pad.release("r1")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())


def test_a_pad_that_is_gone_after_a_sleep_and_comes_back_as_another_is_followed(
    seat: Seat,
) -> None:
    room = seat.room
    hold_talk(seat)
    seat.sleep()
    seat.pad.pull_out()
    room.wait(lambda: is_let_go(room))
    with VirtualPad("Steam Virtual Gamepad", (0x28DE, 0x11FF)) as other:
        room.wait(lambda: seat.pads.names == ("Steam Virtual Gamepad",))
        Seat(room, other, seat.pads).press("y")
        assert seat.page == "chat"
