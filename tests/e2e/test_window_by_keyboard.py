"""The window, driven by keys alone: talk, type, interrupt, change who and how, start again."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rotom.domain.speech import HEARING_RATE_HZ
from rotom.engines.scripted import Gate, ScriptedBrain, ScriptedEars, ScriptedLoudspeaker
from tests.cast import Cast
from tests.ui.room import Room, items_of, opened_room

Key = Qt.Key

VOICE = (0.2 * np.sin(np.arange(HEARING_RATE_HZ) / 5)).astype(np.float32)
"""A second of something loud."""


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with opened_room(qtbot, tmp_path) as room:
        yield room


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_F2])
def test_a_key_held_talks(room: Room, key: Qt.Key) -> None:
    assert room.focus == "Hold to talk"
    room.hold(key)
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.cast.microphone.push(VOICE)
    room.wait(lambda: room.window.companion.property("level") > 0.3)
    room.let_go(key)
    room.wait(lambda: room.said() == ["hello there", "Hi there! How are you?"])
    room.wait(lambda: not room.window.companion.shown.microphone_open)
    room.wait(room.is_quiet)
    assert room.window.companion.shown.caption == "How are you?"


def test_f2_talks_while_a_message_is_being_typed(room: Room) -> None:
    room.press(Key.Key_F4)
    room.type("half a thou")
    room.hold(Key.Key_F2)
    room.wait(lambda: room.window.companion.shown.microphone_open)
    room.let_go(Key.Key_F2)
    room.wait(lambda: not room.window.companion.shown.microphone_open)
    room.type("ght")
    room.press(Key.Key_Return)
    room.wait(lambda: "half a thought" in room.said())


def test_a_message_is_typed_and_answered(room: Room) -> None:
    room.press(Key.Key_F4)
    assert room.focus == "Write to Rotom"
    room.type("How was your day?")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    room.type("Mine was good")
    room.press(Key.Key_Return)
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    assert room.said() == ["How was your day?\nMine was good", "Hi there! How are you?"]
    assert room.focus == "Write to Rotom"


def test_a_reply_is_interrupted_and_keeps_what_was_heard(qtbot: QtBot, tmp_path: Path) -> None:
    brain = ScriptedBrain(["One ghost. Two ghosts. Three ghosts."], gate=(gate := Gate(2)))
    loudspeaker = ScriptedLoudspeaker()
    with opened_room(qtbot, tmp_path, Cast(brain=brain, loudspeaker=loudspeaker)) as room:
        room.press(Key.Key_F4)
        room.type("count")
        room.press(Key.Key_Return)
        gate.open(2)
        loudspeaker.wait_for_plays(1)
        loudspeaker.advance(0.3)
        room.wait(lambda: room.window.companion.shown.speaking)
        room.press(Key.Key_F3)
        room.wait(lambda: room.window.chat.lines[-1].interrupted)
        assert "One ghost. Two ghosts.".startswith(room.said()[-1])
        room.wait(room.is_quiet)


def test_the_pages_and_the_way_back_are_a_key_away(room: Room) -> None:
    page = lambda: room.window.navigation.property("page")  # noqa: E731
    room.press(Key.Key_F10)
    assert (page(), room.focus) == ("settings", "Personality")
    room.press(Key.Key_Escape)
    assert (page(), room.focus) == ("companion", "Hold to talk")
    room.press(Key.Key_F4)
    room.press(Key.Key_Escape)
    room.press(Key.Key_Escape)
    assert page() == "companion"
    assert room.window.quick.isVisible()


def test_another_persona_is_chosen_with_arrows(room: Room) -> None:
    room.press(Key.Key_F4)
    room.type("hello")
    room.press(Key.Key_Return)
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    room.press(Key.Key_F10)
    room.press(Key.Key_Right)
    room.go_to("Grumpy", Key.Key_Down)
    room.press(Key.Key_Space)
    assert room.app.persona.id == "grumpy"
    assert room.said() == []
    room.go_to("Calm", Key.Key_Up)
    room.go_to("Cheerful", Key.Key_Right)
    room.press(Key.Key_Space)
    assert room.app.persona.id == "cheerful"
    assert room.said() == ["hello", "Hi there! How are you?"]


def test_a_persona_is_edited_and_is_again_as_it_was_shipped(room: Room) -> None:
    shipped = room.app.persona
    room.press(Key.Key_F10)
    room.go_to("Name")
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.type("Volty")
    room.go_to("Instructions: what else it is told before every conversation")
    room.type("Call me captain.")
    room.press(Key.Key_Tab)
    assert (room.app.persona.name, room.app.persona.instructions) == ("Volty", "Call me captain.")
    assert room.app.persona.speaks == shipped.speaks
    room.go_to("As it was shipped", Key.Key_Backtab)
    room.press(Key.Key_Space)
    assert room.app.persona == shipped
    assert room.focus == "Undo"
    room.press(Key.Key_Space)
    assert room.app.persona.name == "Volty"


def test_a_persona_is_made_named_deleted_and_brought_back(room: Room) -> None:
    room.press(Key.Key_F10)
    room.go_to("Duplicate")
    room.press(Key.Key_Space)
    assert room.app.persona.id == "rotom-2"
    assert room.focus == "Name"
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.type("Zappy")
    room.press(Key.Key_Tab)
    assert room.app.persona.name == "Zappy"
    room.go_to("Delete this personality", Key.Key_Backtab)
    room.press(Key.Key_Space)
    assert room.app.persona.id == "cheerful"
    assert room.focus == "Undo"
    room.press(Key.Key_Space)
    assert room.app.persona.name == "Zappy"
    assert room.focus == "Duplicate"


def test_a_card_is_saved_and_brought_in_again(room: Room) -> None:
    room.press(Key.Key_F10)
    room.go_to("Save as card")
    room.press(Key.Key_Space)
    room.go_to("Bring in")
    room.press(Key.Key_Space)
    room.go_to("cheerful.png")
    room.press(Key.Key_Space)
    assert room.app.persona.id == "rotom"
    assert room.app.persona.greeting == room.app.shelf.find("cheerful").greeting
    assert "is here" in room.window.personas.property("told")


def test_a_persona_that_is_come_to_greets_and_is_hushed_when_it_is_left(
    qtbot: QtBot, tmp_path: Path
) -> None:
    loudspeaker = ScriptedLoudspeaker()
    with opened_room(qtbot, tmp_path, Cast(loudspeaker=loudspeaker)) as room:
        room.press(Key.Key_F10)
        room.go_to("Grumpy")
        room.wait(lambda: not loudspeaker.is_idle)
        assert room.cast.voice.spoken[-1][0].startswith("Oh. You again.")
        room.press(Key.Key_Tab)
        room.wait(lambda: loudspeaker.is_idle)
        room.app.change({"introductions": False})
        said = len(room.cast.voice.spoken)
        room.window.personas.introduce("calm")
        room.window.personas.hear("mischievous")
        room.wait(lambda: len(room.cast.voice.spoken) > said)
        assert room.cast.voice.spoken[-1][0].startswith("Zzzip!")


def test_a_setting_is_found_by_its_words_and_changed_there(room: Room) -> None:
    room.press(Key.Key_F10)
    room.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert room.focus == "Search the settings"
    room.type("how fast")
    room.go_to("Speed: 1.00 x")
    room.press(Key.Key_Right)
    assert room.app.settings.speed == pytest.approx(1.05)
    room.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    room.press(Key.Key_Escape)
    room.type("card")
    room.go_to("Open Character cards")
    room.press(Key.Key_Space)
    assert room.focus == "Personality"
    assert room.window.navigation.property("page") == "settings"


def test_the_voice_is_chosen_changed_and_heard(room: Room) -> None:
    room.press(Key.Key_F10)
    room.press(Key.Key_PageDown)
    assert room.focus == "Voice"
    room.go_to("English voices: Robot (eSpeak NG)")
    room.press(Key.Key_Space)
    assert room.app.settings.voice == "espeak-en"
    room.go_to("What to say as a sample")
    room.type("Good evening")
    room.press(Key.Key_Return)
    room.wait(lambda: any(text == "Good evening" for text, _ in room.cast.voice.spoken))
    room.go_to("Speed: 1.00 x")
    room.press(Key.Key_Right)
    room.press(Key.Key_Right)
    assert room.app.settings.speed == pytest.approx(1.1)
    assert room.focus == "Speed: 1.10 x"
    room.go_to("Reset Speed", Key.Key_Backtab)
    room.press(Key.Key_Space)
    assert room.app.settings.speed == 1.0


def test_from_the_voices_that_are_here_to_those_that_can_be_fetched(room: Room) -> None:
    room.press(Key.Key_F10)
    room.press(Key.Key_PageDown)
    room.go_to("More voices")
    room.press(Key.Key_Space)
    assert room.window.navigation.property("page") == "models"
    assert room.focus == "Voice"
    room.go_to("Fetch Kristin")
    room.press(Key.Key_F9)
    room.press(Key.Key_Escape)
    room.press(Key.Key_F9)
    assert room.focus == "Voice"


def test_quick_replies_that_were_looked_at_and_left_as_they_are_follow_the_language(
    room: Room,
) -> None:
    room.go_to("Change the quick replies")
    room.press(Key.Key_Space)
    room.go_to("Done")
    room.press(Key.Key_Space)
    assert room.app.settings.quick_replies == ""
    room.window.settings.change("language", "ko")
    assert room.window.companion.property("quickReplies")[0] == "응"


def test_mutes_are_one_press_everywhere(room: Room) -> None:
    room.press(Key.Key_F4)
    room.press(Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert room.window.companion.property("microphoneMuted")
    room.press(Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not room.app.settings.speak_replies
    assert room.window.companion.property("loudspeakerMuted")


def test_history_and_choices_are_there_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path) as room:
        room.press(Key.Key_F4)
        room.type("remember me")
        room.press(Key.Key_Return)
        room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
        room.app.change({"voice": "espeak-en"})
    with opened_room(qtbot, tmp_path) as room:
        assert room.said() == ["remember me", "Hi there! How are you?"]
        assert room.app.settings.voice == "espeak-en"


def test_all_data_is_deleted_after_a_question_and_the_first_start_comes_again(room: Room) -> None:
    room.app.change({"user_name": "Mina"})
    room.press(Key.Key_F4)
    room.type("remember me")
    room.press(Key.Key_Return)
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    room.press(Key.Key_F10)
    room.go_to("Personality", Key.Key_Backtab)
    room.press(Key.Key_PageUp)
    room.press(Key.Key_PageUp)
    assert room.focus == "Privacy"
    room.go_to("Delete all my data")
    room.press(Key.Key_Space)
    assert room.focus == "Keep it"
    room.go_to("Delete everything")
    room.press(Key.Key_Space)
    assert room.said() == []
    assert room.app.settings.user_name == ""
    room.wait(lambda: room.focus == "Next")
    assert "All your data is deleted" in room.window.notices.property("sentences")[0]


def test_the_first_start_is_skipped_and_comes_once(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, met=False) as room:
        assert room.focus == "Next"
        room.go_to("Skip it all")
        room.press(Key.Key_Space)
        assert room.app.settings.met
        room.wait(lambda: room.focus == "Hold to talk")
    with opened_room(qtbot, tmp_path, met=False) as room:
        assert room.focus == "Hold to talk"


def test_from_the_first_start_to_another_persona_and_voice(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, met=False) as room:
        room.go_to("Your name")
        room.type("Mina")
        room.go_to("Next")
        room.press(Key.Key_Space)
        room.go_to("Hear me")
        room.press(Key.Key_Space)
        room.wait(lambda: bool(room.cast.voice.spoken))
        room.go_to("Say something")
        room.press(Key.Key_Space)
        room.wait(lambda: room.cast.microphone.is_open)
        for _ in range(4):
            room.cast.microphone.push(VOICE)
        room.wait(lambda: "hello there" in str(room.window.trial.property("understood")))
        room.go_to("Loudspeaker: Screen: HDMI 0")
        room.press(Key.Key_Space)
        room.go_to("Next")
        room.press(Key.Key_Escape)
        assert room.focus == "Next"
        room.press(Key.Key_Space)
        room.press(Key.Key_Space)
        assert room.focus == "Let's talk"
        room.press(Key.Key_Space)
        room.wait(lambda: room.focus == "Hold to talk")
        room.press(Key.Key_F10)
        room.go_to("Mischievous")
        room.press(Key.Key_Space)
        room.press(Key.Key_PageDown)
        room.go_to("English voices: Robot (eSpeak NG)")
        room.press(Key.Key_Space)
        settings = room.app.settings
        assert (settings.user_name, settings.persona, settings.voice, settings.met) == (
            *("Mina", "mischievous", "espeak-en", True),
        )
        assert settings.loudspeaker == "Screen: HDMI 0 (hw:0,3)"


def test_the_first_start_goes_on_in_korean(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, met=False) as room:
        room.go_to("한국어")
        room.press(Key.Key_Space)
        room.go_to("다음")
        room.press(Key.Key_Space)
        room.go_to("다음")
        room.press(Key.Key_Space)
        assert (room.app.settings.language, room.app.settings.interface_language) == ("ko", "ko")
        texts = [str(item.property("text")) for item in items_of(room.window.quick.contentItem())]
        assert any(text.startswith("한국어를 듣는 귀: ") for text in texts)


def test_korean_is_typed_heard_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    cast = Cast(brain=ScriptedBrain(["안녕! 반가워요."]), ears=ScriptedEars(["안녕하세요"]))
    with opened_room(qtbot, tmp_path, cast) as room:
        room.hold(Key.Key_F2)
        room.wait(lambda: room.window.companion.shown.microphone_open)
        cast.microphone.push(VOICE)
        room.let_go(Key.Key_F2)
        room.wait(lambda: room.said() == ["안녕하세요", "안녕! 반가워요."])
        room.wait(room.is_quiet)


def test_a_key_that_is_held_while_the_window_loses_the_focus_is_let_go(room: Room) -> None:
    room.hold(Key.Key_F2)
    assert room.window.companion.property("talking")
    room.window.quick.hide()
    room.wait(lambda: not room.window.companion.property("talking"))
    room.wait(lambda: not room.window.companion.shown.microphone_open)
