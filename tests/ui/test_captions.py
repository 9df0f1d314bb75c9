"""The companion page: the word that sounds, what was heard and its correction, quick replies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rotom.conversation.events import SentenceEnded, SentenceStarted
from rotom.domain.speech import Sentence
from rotom.engines.scripted import ScriptedBrain
from rotom.ui.captions import Caption
from tests.cast import Cast
from tests.ui.room import Room, opened_room

Key = Qt.Key
CAPTION = Caption("A <b> ghost", 2.0, (0.2, 0.5, 1.0))


@pytest.mark.parametrize(
    ("at_s", "word"), [(0.0, "A"), (0.39, "A"), (0.41, "&lt;b&gt;"), (1.99, "ghost"), (2.0, "")]
)
def test_the_word_that_sounds_is_parted_from_the_rest(at_s: float, word: str) -> None:
    parts = CAPTION.parts(CAPTION.word(at_s))
    assert parts[1] == word
    assert "".join(parts) == "A &lt;b&gt; ghost"


def test_a_voice_that_does_not_tell_is_followed_by_letters() -> None:
    caption = Caption("one three", 9.0)
    assert caption.parts(caption.word(2.9))[1] == "one"
    assert caption.parts(caption.word(3.1))[1] == "three"


def test_marks_of_emphasis_are_not_shown_and_a_lone_star_is() -> None:
    caption = Caption("A **very** `odd` 2 * 3", 1.0)
    assert "".join(caption.parts((0, 0))) == "A very odd 2 * 3"


def test_what_is_only_shown_has_no_word_that_sounds() -> None:
    assert Caption("Hello there").word(0.0) == (0, 0)


def parts(room: Room) -> list[str]:
    return list(room.window.companion.property("captionParts"))


def test_the_caption_goes_from_word_to_word_and_none_is_marked_after_it(room: Room) -> None:
    assert "!" in "".join(parts(room)), "the persona greets"
    sentence = SentenceStarted("t", Sentence("One two"), 30.0, (), (0.001, 1.0))
    room.window._take(sentence)
    assert parts(room) == ["", "One", " two"]
    room.wait(lambda: parts(room) == ["One ", "two", ""])
    room.window._take(SentenceEnded("t"))
    assert parts(room)[1] == ""
    assert "".join(parts(room)) == "One two"


def test_what_was_heard_is_corrected_with_a_press_and_answered_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened_room(qtbot, tmp_path, Cast(brain=ScriptedBrain(["What?", "Hi!"]))) as room:
        room.window.chat.say("helo")
        room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
        room.go_to("You said: helo")
        room.press(Key.Key_Space)
        assert room.focus == "What you said"
        room.press(Key.Key_Backspace)
        room.type("lo")
        room.press(Key.Key_Return)
        room.wait(lambda: room.said() == ["hello", "Hi!"] and room.is_quiet())
        assert room.focus == "Hold to talk"
        room.wait(lambda: room.window.chat.lines[0].versions == 2)


def test_escape_keeps_what_was_heard(room: Room) -> None:
    room.window.chat.say("helo")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    room.go_to("You said: helo")
    room.press(Key.Key_Space)
    room.press(Key.Key_Escape)
    assert room.focus == "Hold to talk"
    assert len(room.said()) == 2


def test_a_quick_reply_is_said_with_one_press(room: Room) -> None:
    room.go_to("Say: Go on")
    room.press(Key.Key_Space)
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    assert room.said()[0] == "Go on"


def test_quick_replies_are_written_anew_beside_rotom(room: Room) -> None:
    room.go_to("Change the quick replies")
    room.press(Key.Key_Space)
    assert room.focus == "Quick reply 1"
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.type("Aye")
    room.go_to("Quick reply 2")
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.press(Key.Key_Delete)
    room.press(Key.Key_Return)
    assert room.app.settings.quick_replies == "Aye / Go on / Shorter, please / How are you?"
    assert room.focus == "Change the quick replies"
    room.go_to("Say: Aye", Key.Key_Backtab)
    room.window.settings.change("language", "ko")
    room.window.settings.reset("quick_replies")
    assert room.window.companion.property("quickReplies")[0] == "응"
