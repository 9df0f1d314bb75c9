"""The chat's list follows the conversation, whatever the order of its events."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from rotom.app import App
from rotom.conversation.events import ReplyGrew, TurnEnded, UserSaid
from rotom.conversation.turn import Outcome
from rotom.domain.character import Emotion
from rotom.domain.markup import blocks
from rotom.domain.speech import Transcript
from rotom.files import user_folders
from rotom.ui.chat import Chat, Line
from rotom.ui.lines import blocks_of, parted
from tests.cast import Cast


@pytest.fixture
def chat(tmp_path: Path) -> Chat:
    return Chat(App(user_folders(tmp_path), Cast().engines))


def said(turn_id: str, text: str) -> UserSaid:
    return UserSaid(turn_id, Transcript(text), typed=True)


def ended(turn_id: str, heard: str, interrupted: bool = False) -> TurnEnded:
    return TurnEnded(turn_id, Outcome(heard=heard, emotion=Emotion.JOY, interrupted=interrupted))


def test_a_reply_grows_in_its_bubble(chat: Chat) -> None:
    chat.take(said("1", "hello"))
    for piece in (" Hi", " there", "!"):
        chat.take(ReplyGrew("1", piece))
    assert chat.lines == (
        Line(True, "hello", turn_id="1"),
        Line(False, "Hi there!", "neutral", "1", True),
    )
    chat.take(ended("1", "Hi there!"))
    assert chat.lines[1] == Line(False, "Hi there!", "joy", "1")


def test_a_reply_of_a_turn_that_is_not_committed_is_not_shown(chat: Chat) -> None:
    chat.take(ReplyGrew("1", "I guess"))
    assert chat.lines == ()
    chat.take(said("1", "well?"))
    assert [line.text for line in chat.lines] == ["well?", "I guess"]


def test_a_guess_that_was_cancelled_is_never_shown(chat: Chat) -> None:
    chat.take(ReplyGrew("1", "I guess"))
    chat.take(ended("1", "", interrupted=True))
    chat.take(said("2", "what I meant"))
    assert [line.text for line in chat.lines] == ["what I meant", ""]


def test_an_interrupted_reply_keeps_what_was_heard_and_says_so(chat: Chat) -> None:
    chat.take(said("1", "tell me a story"))
    chat.take(ReplyGrew("1", "Once there was a ghost. It lived in a"))
    chat.take(ended("1", "Once there was a ghost.", interrupted=True))
    assert chat.lines[1].text == "Once there was a ghost."
    assert chat.lines[1].interrupted
    chat.take(ReplyGrew("1", " toaster"))
    assert chat.lines[1].text == "Once there was a ghost."


def test_a_turn_that_failed_is_not_shown_as_interrupted(chat: Chat) -> None:
    chat.take(said("1", "hello"))
    failed = Outcome(interrupted=True, failure="The brain cannot be loaded.")
    chat.take(TurnEnded("1", failed))
    assert [line.text for line in chat.lines] == ["hello"]


def test_a_turn_without_a_reply_leaves_no_empty_bubble(chat: Chat) -> None:
    chat.take(said("1", "hello"))
    chat.take(ended("1", ""))
    assert [line.text for line in chat.lines] == ["hello"]


def test_replies_go_to_their_own_turns(chat: Chat) -> None:
    chat.take(said("1", "one"))
    chat.take(said("2", "two"))
    chat.take(ReplyGrew("2", "second"))
    chat.take(ended("1", "", interrupted=True))
    assert [line.text for line in chat.lines] == ["one", "", "two", "second"]


def test_the_list_keeps_qts_rules_for_models(chat: Chat, qtmodeltester: ModelTester) -> None:
    chat.take(said("1", "hello"))
    qtmodeltester.check(chat)
    chat.take(ReplyGrew("1", "Hi"))
    chat.take(ended("1", "Hi"))
    chat.take(said("2", "again"))
    texts = [role for role, name in chat.roleNames().items() if bytes(name.data()) == b"text"]
    assert chat.data(chat.index(1), texts[0]) == "Hi"
    assert chat.data(chat.index(9), texts[0]) is None
    assert chat.data(chat.index(0), Qt.ItemDataRole.DecorationRole) is None


@given(st.lists(st.sampled_from(["a *b*", "\n", "\n\n", "- item", "```", "~~~ x", " `c`", "# h"])))
def test_a_reply_that_grows_is_cut_like_one_that_is_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = [{"text": b.text, "code": b.code, "marker": b.marker} for b in blocks(text)]
    assert blocks_of(text) == whole


def test_of_a_long_reply_only_the_end_may_still_change() -> None:
    text = "One paragraph.\n\n" * 500 + "And now"
    assert parted(text) == ("One paragraph.\n\n" * 500, "And now")
    assert parted("```\ncode\n\nmore") == ("", "```\ncode\n\nmore")
