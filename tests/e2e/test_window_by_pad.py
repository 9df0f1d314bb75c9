"""The window, driven by a gamepad alone: SDL's virtual pad through the real library."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from rotom.engines.scripted import Gate, ScriptedBrain, ScriptedLoudspeaker
from rotom.system.gamepads import Gamepads
from rotom.ui.settings import CHOICE_TITLES, ROWS, Row
from tests.cast import Cast
from tests.e2e.seat import VOICE, Seat, seated
from tests.ui.room import opened_room
from tests.virtual_pad import VirtualPad


@contextmanager
def sitting(qtbot: QtBot, folder: Path, pad: VirtualPad, cast: Cast) -> Iterator[Seat]:
    """The program from its start to its end, with gamepads of its own."""
    with (
        closing(Gamepads(clock=lambda: 0.0)) as pads,
        opened_room(qtbot, folder, cast, pads) as room,
    ):
        yield seated(room, pad, pads)


def test_r1_held_talks(seat: Seat) -> None:
    room = seat.room
    seat.pad.press("r1")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.cast.microphone.push(VOICE)
    seat.pad.release("r1")
    room.wait(lambda: room.said() == ["hello there", "Hi there! How are you?"])
    room.wait(room.is_quiet)
    assert room.window.navigation.property("byPad")


def test_a_held_on_the_talk_button_talks_too(seat: Seat) -> None:
    room = seat.room
    seat.pad.press("a")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    seat.pad.release("a")
    room.wait(lambda: not room.window.companion.shown.microphone_open)


def test_x_interrupts(qtbot: QtBot, tmp_path: Path, pads: Gamepads, pad: VirtualPad) -> None:
    cast = Cast(brain=ScriptedBrain(["One. Two. Three."], gate=Gate(1)))
    cast.loudspeaker = ScriptedLoudspeaker()
    with opened_room(qtbot, tmp_path, cast, pads) as room:
        seat = seated(room, pad, pads)
        pad.press("r1")
        room.wait(lambda: room.window.companion.shown.microphone_open)
        cast.microphone.push(VOICE)
        pad.release("r1")
        room.wait(lambda: len(room.said()) == 2 and room.window.companion.shown.busy)
        seat.press("x")
        room.wait(lambda: room.window.chat.lines[-1].interrupted)
        room.wait(room.is_quiet)


def test_y_and_menu_open_pages_and_b_goes_back_and_never_quits(seat: Seat) -> None:
    for button, page in (
        ("y", "chat"),
        ("b", "companion"),
        ("menu", "settings"),
        ("b", "companion"),
    ):
        seat.press(button)
        assert seat.page == page
    seat.press("b")
    assert seat.page == "companion"
    assert seat.room.window.quick.isVisible()


def test_persona_and_voice_are_changed(seat: Seat) -> None:
    room = seat.room
    seat.press("menu")
    assert room.focus == "Personality"
    seat.press("right")
    seat.go_to("Mischievous", "down") if room.focus == "Cheerful" else seat.go_to("Grumpy", "down")
    seat.go_to("Mischievous", "right")
    seat.press("a")
    assert room.app.persona.id == "mischievous"
    seat.go_to("Personality", "left")
    seat.press("down")
    assert room.focus == "Voice"
    seat.press("right")
    seat.go_to("English voices: Robot (eSpeak NG)", "right")
    seat.press("a")
    assert room.app.settings.voice == "espeak-en"
    seat.go_to("What to say as a sample", "down")
    seat.go_to("Play a sample", "right")
    seat.press("a")
    room.wait(lambda: bool(room.cast.voice.spoken))


def test_a_message_is_typed_on_the_screen(seat: Seat) -> None:
    room = seat.room
    seat.press("y")
    assert room.focus == "Write to Rotom"
    seat.press("a")
    room.wait(lambda: room.focus == "q")
    for sign, way in (("h", ("down", *["right"] * 5)), ("o", ("up", *["right"] * 3)), ("!", ())):
        for direction in way:
            seat.press(direction)
        if sign == "!":
            seat.press("l1")
            seat.press("up")
            seat.go_to("!", "left")
        assert room.focus == sign
        seat.press("a")
    assert room.window.keyboard.property("text") == "ho!"
    seat.press("y")
    seat.press("y")
    seat.press("x")
    assert room.window.keyboard.property("text") == "ho! "
    seat.press("menu")
    assert room.focus == "Write to Rotom"
    room.wait(lambda: room.said() == ["ho!", "Hi there! How are you?"])
    room.wait(room.is_quiet)


def test_an_evening_needs_the_pad_alone_and_is_there_after_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    brain = ScriptedBrain(["Hi there!", "One ghost. Two ghosts.", "Hmpf."])
    cast = Cast(brain=brain, loudspeaker=(loudspeaker := ScriptedLoudspeaker()))
    with VirtualPad() as pad, sitting(qtbot, tmp_path, pad, cast) as seat:
        room = seat.room
        pad.press("r1")
        room.wait(lambda: room.window.companion.shown.microphone_open)
        cast.microphone.push(VOICE)
        pad.release("r1")
        room.wait(lambda: not loudspeaker.is_idle)
        loudspeaker.advance(9.0)
        room.wait(room.is_quiet)

        seat.write("u")
        room.wait(lambda: not loudspeaker.is_idle)
        loudspeaker.advance(0.3)
        room.wait(lambda: room.window.companion.shown.speaking)
        seat.press("x")
        room.wait(lambda: room.window.chat.lines[-1].interrupted)
        room.wait(room.is_quiet)
        together = room.said()
        assert together[:3] == ["hello there", "Hi there!", "u"]
        assert "One ghost. Two ghosts.".startswith(together[3])
        assert together[3] != "One ghost. Two ghosts."

        seat.press("menu")
        seat.press("right")
        seat.go_to("Grumpy", "down")
        seat.press("a")
        seat.go_to("Personality", "left")
        seat.press("down")
        seat.press("right")
        seat.go_to("English voices: Robot (eSpeak NG)", "right")
        seat.press("a")
        seat.press("b")
        seat.press("b")
        seat.write("i")
        room.wait(lambda: not loudspeaker.is_idle)
        loudspeaker.advance(9.0)
        room.wait(room.is_quiet)

    with VirtualPad() as pad, sitting(qtbot, tmp_path, pad, Cast()) as seat:
        room = seat.room
        assert (room.app.persona.id, room.app.settings.voice) == ("grumpy", "espeak-en")
        seat.press("y")
        assert room.said() == ["i", "Hmpf."]
        seat.press("b")
        seat.press("menu")
        seat.press("right")
        seat.go_to("Calm", "up")
        seat.go_to("Cheerful", "right")
        seat.press("a")
        assert room.said() == together


def test_a_reply_is_asked_for_again_and_its_conversation_is_left_and_chosen(seat: Seat) -> None:
    room = seat.room
    seat.write("w")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    seat.press("y")
    seat.go_to("Copy", "up")
    seat.press("right")
    assert room.focus == "Another reply"
    seat.press("a")
    room.wait(lambda: bool(room.said()) and room.window.chat.lines[-1].versions == 2)
    room.wait(room.is_quiet)
    assert room.focus == "Write to Rotom"
    seat.go_to("Copy", "up")
    seat.go_to("Earlier version", "right")
    seat.press("a")
    assert room.window.chat.lines[-1].version == 1
    assert room.focus == "Rotom: Hi there! How are you?"
    seat.press("left")
    assert room.focus.startswith("w, "), "the conversation that goes on"
    seat.press("down")
    seat.go_to("Delete conversation", "right")
    seat.press("a")
    assert room.said() == []
    assert room.focus == "Undo"
    seat.press("a")
    assert len(room.said()) == 2


def test_b_leaves_the_keys_on_the_screen_and_keeps_the_text(seat: Seat) -> None:
    room = seat.room
    seat.press("menu")
    seat.press("right")
    seat.go_to("Your name", "down")
    seat.press("a")
    room.wait(lambda: room.focus == "q")
    seat.press("a")
    seat.press("b")
    assert room.focus == "Your name"
    seat.press("down")
    assert room.app.settings.user_name == "q"


def test_l1_turns_the_groups_of_the_settings(seat: Seat) -> None:
    seat.press("menu")
    seat.press("l1")
    assert seat.room.focus == "About"
    seat.press("l1")
    assert seat.room.focus == "Privacy"


def _names(row: Row) -> tuple[str, ...]:
    """What a row's controls are called: by its title, or each by what it chooses."""
    return row.title, *(CHOICE_TITLES.get(choice, choice) for choice in row.choices)


def test_every_group_of_settings_can_be_entered_and_left(seat: Seat) -> None:
    room = seat.room
    seat.press("menu")
    for group in (
        "Voice",
        "Listening",
        "Brain",
        "Appearance",
        "Controls",
        "Gaming",
        "Privacy",
        "About",
    ):
        seat.press("down")
        assert room.focus == group
        tab = room.window.quick.activeFocusItem()
        seat.press("right")
        assert room.window.quick.activeFocusItem() is not tab, f"{group} cannot be entered"
        seen = {room.focus}
        for direction in ["up"] * 4 + ["down"] * 24:
            seat.press(direction)
            seen.add(room.focus)
        missing = {
            row.title
            for row in ROWS
            if row.group == group and not any(name.startswith(_names(row)) for name in seen)
        }
        assert not missing, f"not reached in {group}: {missing}"
        seat.press("b")
        assert room.window.quick.activeFocusItem() is tab


def test_a_loudspeaker_is_chosen_among_those_that_are_there(seat: Seat) -> None:
    with seat.room.signal(seat.room.window.settings.offersChanged):
        seat.press("menu")
    seat.press("down")
    seat.press("right")
    seat.go_to("Loudspeaker: Screen: HDMI 0", "down")
    seat.press("a")
    assert seat.room.app.settings.loudspeaker == "Screen: HDMI 0 (hw:0,3)"
    seat.press("b")
    assert seat.room.focus == "Voice"


def test_from_the_first_start_to_another_persona_and_voice(
    qtbot: QtBot, tmp_path: Path, pads: Gamepads, pad: VirtualPad
) -> None:
    with opened_room(qtbot, tmp_path, pads=pads, met=False) as room:
        seat = seated(room, pad, pads)
        assert room.focus == "Next"
        seat.press("a")
        seat.go_to("Say something", "up")
        seat.press("a")
        room.wait(lambda: room.cast.microphone.is_open)
        for _ in range(4):
            room.cast.microphone.push(VOICE)
        room.wait(lambda: "hello there" in str(room.window.trial.property("understood")))
        seat.press("b")
        assert room.focus == "Next"
        seat.press("a")
        seat.press("a")
        seat.go_to("Let's talk", "left")
        seat.press("a")
        room.wait(lambda: room.focus == "Hold to talk")
        seat.press("menu")
        seat.press("right")
        seat.go_to("Grumpy", "down")
        seat.press("a")
        seat.go_to("Personality", "left")
        seat.press("down")
        seat.press("right")
        seat.go_to("English voices: Robot (eSpeak NG)", "right")
        seat.press("a")
        assert (room.app.persona.id, room.app.settings.voice) == ("grumpy", "espeak-en")


def test_a_notice_is_read_and_taken_away(seat: Seat) -> None:
    room = seat.room
    room.window.notices.add("The microphone was unplugged. Plug it in again.")
    seat.press("b")
    assert room.window.notices.property("sentences") == []


def test_what_is_held_is_let_go_when_the_window_is_left(seat: Seat) -> None:
    room = seat.room
    seat.pad.press("r1")
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.window.quick.hide()
    room.wait(lambda: not room.window.companion.shown.microphone_open)
    assert not room.window.companion.property("talking")


def test_a_quick_reply_is_said_and_what_was_heard_is_corrected(seat: Seat) -> None:
    room = seat.room
    seat.go_to("Say: How are you?", "up")
    seat.press("a")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    seat.go_to("You said: How are you?", "down")
    seat.press("a")
    assert room.focus == "What you said"
    seat.press("a")
    room.wait(lambda: room.focus == "q")
    seat.press("a")
    seat.press("menu")
    room.wait(lambda: room.said()[:1] == ["How are you?q"] and room.is_quiet())
