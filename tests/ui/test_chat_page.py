"""The chat page by keys: versions, edits, removal, and many conversations, kept and found again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from rotom.domain.character import Emotion
from rotom.engines.scripted import ScriptedBrain
from rotom.ui.chat import MOST_LINES
from tests.cast import Cast
from tests.ui.room import Room, opened_room

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

REPLIES = ["Hi there!", "Hello **again**.", "A third one.", "A fourth one."]


def say(room: Room, text: str) -> None:
    before = len(room.said())
    room.type(text)
    room.press(Key.Key_Return)
    room.wait(lambda: len(room.said()) == before + 2 and room.is_quiet())


def titles(room: Room) -> list[str]:
    model = room.window.chat.property("conversations")
    roles = {bytes(name.data()): role for role, name in model.roleNames().items()}
    return [model.data(model.index(row), roles[b"title"]) for row in range(model.rowCount())]


def test_another_reply_is_asked_for_and_the_first_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "hello")
        room.go_to("Another reply")
        room.press(Key.Key_Space)
        room.wait(lambda: room.said() == ["hello", "Hello **again**."] and room.is_quiet())
        room.wait(lambda: room.window.chat.lines[1].versions == 2)
        assert room.window.chat.lines[1].version == 2
        room.go_to("Earlier version")
        room.press(Key.Key_Space)
        room.wait(lambda: room.said() == ["hello", "Hi there!"])
        assert room.focus == "Rotom: Hi there!"
        room.press(Key.Key_F4)
        room.go_to("Write to Rotom")
        say(room, "and now?")
        assert [m.text for m in room.cast.brain.asked[-1]][1:3] == ["hello", "Hi there!"]


def test_a_message_is_changed_and_what_followed_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "helo")
        say(room, "more")
        room.go_to("You: helo", Key.Key_Backtab)
        room.press(Key.Key_Space)
        assert room.focus == "Copy"
        room.go_to("Edit")
        room.press(Key.Key_Space)
        assert room.focus == "Write to Rotom"
        room.press(Key.Key_Backspace)
        room.press(Key.Key_Backspace)
        room.type("llo")
        room.press(Key.Key_Return)
        room.wait(lambda: room.said() == ["hello", "A third one."] and room.is_quiet())
        room.wait(lambda: room.window.chat.lines[0].versions == 2)
        room.go_to("You: hello", Key.Key_Backtab)
        room.go_to("Earlier version")
        room.press(Key.Key_Space)
        room.wait(lambda: len(room.said()) == 4)
        assert room.said()[:3] == ["helo", "Hi there!", "more"]


def test_escape_leaves_a_message_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "hello")
        room.go_to("You: hello", Key.Key_Backtab)
        room.go_to("Edit")
        room.press(Key.Key_Space)
        room.press(Key.Key_Escape)
        assert room.window.navigation.property("page") == "chat"
        say(room, "x")
        assert room.said()[:3] == ["hello", "Hi there!", "x"]


def test_a_message_is_copied_deleted_and_brought_back(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "hello")
        room.go_to("Rotom: Hi there!", Key.Key_Backtab)
        room.press(Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().text() == "Hi there!"
        room.press(Key.Key_Delete)
        assert room.said() == ["hello"]
        room.go_to("Undo")
        room.press(Key.Key_Space)
        assert room.said() == ["hello", "Hi there!"]
        assert room.focus == "Write to Rotom"


def test_more_of_a_reply_is_asked_for_in_its_language(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(["안녕! 반가워요."]))) as room:
        room.press(Key.Key_F4)
        say(room, "hello")
        room.go_to("Go on")
        room.press(Key.Key_Space)
        room.wait(lambda: len(room.said()) == 4 and room.is_quiet())
        assert room.said()[2] == "계속해 줘."


def test_conversations_are_begun_named_chosen_and_deleted(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "about ghosts")
        room.press(Key.Key_N, CONTROL)
        assert room.said() == []
        assert room.focus == "Write to Rotom"
        say(room, "about toasters")
        assert titles(room) == ["about toasters", "about ghosts"]
        assert len(room.cast.brain.asked[-1]) == 2
        room.go_to("Rename conversation", Key.Key_Backtab)
        room.press(Key.Key_Space)
        room.wait(lambda: room.focus == "Name of the conversation")
        room.type("Bread")
        room.press(Key.Key_Return)
        assert titles(room) == ["Bread", "about ghosts"]
        room.go_to("Delete conversation")
        room.press(Key.Key_Space)
        assert titles(room) == ["about ghosts"]
        assert room.said()[0] == "about ghosts"
        room.press(Key.Key_Z, CONTROL)
        assert titles(room) == ["Bread", "about ghosts"]
        assert room.said()[0] == "about toasters"


def test_what_was_said_is_found_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "a game, please")
        room.press(Key.Key_N, CONTROL)
        say(room, "second")
        room.go_to("Search all conversations", Key.Key_Backtab)
        room.type("hi")
        hits = room.window.chat.property("conversations").property("hits")
        assert [hit["text"] for hit in hits] == ["Rotom: Hi there!"]
        room.go_to(f"{hits[0]['title']}. Rotom: Hi there!")
        room.press(Key.Key_Space)
        assert room.said() == ["a game, please", "Hi there!"]


def test_an_interrupted_reply_is_one_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path) as room:
        journal = room.app.history.journal(room.app.persona.id)
        journal.user_said("1", "count")
        journal.was_heard("1", "One, two", Emotion.JOY, complete=False)
        journal.user_said("2", "well?")
        journal.was_heard("2", "Three.", Emotion.JOY, complete=True)
    with opened_room(qtbot, tmp_path) as room:
        assert [line.interrupted for line in room.window.chat.lines] == [False, True, False, False]
        room.press(Key.Key_F4)
        room.go_to("Rotom: One, two (interrupted)", Key.Key_Backtab)


def test_a_long_history_is_held_in_part_and_read_on(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path) as room:
        journal = room.app.history.journal(room.app.persona.id)
        for number in range(700):
            journal.user_said(str(number), f"message {number}")
        chat = room.window.chat
        chat.reload()
        assert room.said()[-1] == "message 699"
        assert len(room.said()) < 100
        room.press(Key.Key_F4)
        for _ in range(400):
            if room.said()[0] == "message 0":
                break
            room.press(Key.Key_PageUp)
            room.window.quick.grabWindow()
            assert len(room.said()) <= MOST_LINES
        assert room.said()[0] == "message 0"
        assert chat.property("hasNewer")
        room.go_to("Write to Rotom")
        room.type("new")
        room.press(Key.Key_Return)
        room.wait(lambda: room.said()[-2] == "new" and room.is_quiet())
        assert room.said()[-3] == "message 699"


def test_a_conversation_is_saved_and_taken_over_again(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.press(Key.Key_F4)
        say(room, "keep me")
        room.go_to("Save conversation as files", Key.Key_Backtab)
        room.press(Key.Key_Space)
        (saved,) = room.app.folders.exports.glob("*.json")
        assert saved.with_suffix(".md").is_file()
        room.go_to("Bring in", Key.Key_Backtab)
        room.press(Key.Key_Space)
        room.go_to(f"{saved.stem}. ")
        room.press(Key.Key_Space)
        assert titles(room) == ["keep me", "keep me"]
        assert room.said() == ["keep me", "Hi there!"]
        room.window.chat.property("conversations").take(str(tmp_path / "settings.toml"))
        assert "cannot be taken over" in room.window.chat.property("told")


def press_the_button(room: Room) -> None:
    button = room.window.quick.findChild(QQuickItem, "newest")
    assert button is not None
    assert button.isVisible()
    QMetaObject.invokeMethod(button, "click")


@pytest.mark.parametrize("way", [press_the_button, lambda room: room.press(Key.Key_End)])
def test_one_press_goes_from_far_up_to_the_newest(
    qtbot: QtBot, tmp_path: Path, way: Callable[[Room], None]
) -> None:
    with opened_room(qtbot, tmp_path) as room:
        journal = room.app.history.journal(room.app.persona.id)
        for number in range(400):
            journal.user_said(str(number), f"message {number}")
        room.window.chat.reload()
        room.press(Key.Key_F4)
        room.window.chat.jump(3)
        assert room.window.chat.property("hasNewer")
        room.window.quick.grabWindow()
        way(room)
        assert room.said()[-1] == "message 399"
        assert room.focus == "Write to Rotom"


def test_code_in_a_reply_is_copied_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    replies = ["Here:\n```\nprint(1)\nprint(2)\n```\nDone."]
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(replies))) as room:
        room.press(Key.Key_F4)
        say(room, "code, please")
        room.go_to("Copy the code", Key.Key_Backtab)
        room.press(Key.Key_Space)
        assert QGuiApplication.clipboard().text() == "print(1)\nprint(2)"


def test_words_that_got_no_reply_are_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(REPLIES))) as room:
        room.app.history.journal(room.app.persona.id).user_said("0", "hello?")
        room.window.chat.reload()
        room.press(Key.Key_F4)
        room.go_to("You: hello?", Key.Key_Backtab)
        room.go_to("Another reply")
        room.press(Key.Key_Space)
        room.wait(lambda: room.said() == ["hello?", "Hi there!"] and room.is_quiet())
