"""Conversations: many of them, with versions and a search, and nothing removed by accident."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rotom.domain.character import Emotion
from rotom.domain.search import excerpt, query_of, searchable
from rotom.storage.conversations import Conversations
from rotom.storage.database import APPLICATION_ID, MIGRATIONS
from rotom.storage.errors import StorageError
from rotom.storage.history import History, open_history
from rotom.storage.sweeping import KEPT_AFTER_REMOVAL_S, sweep
from tests.unit.talks import PERSONA, exchange


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture(params=["database", "memory"])
def history(request: pytest.FixtureRequest, path: Path) -> Iterator[History]:
    opened = open_history(path, keep=request.param == "database")
    yield opened
    opened.close()


@pytest.fixture
def talks(history: History) -> Conversations:
    return Conversations(history, PERSONA)


def words(talks: Conversations, conversation: int | None = None) -> list[tuple[str | None, ...]]:
    chosen = conversation if conversation is not None else talks.current
    return [(e.said, e.heard) for e in talks.exchanges(chosen, 100)]


def id_of(talks: Conversations, turn: str) -> int:
    found = talks.exchange(turn)
    assert found is not None
    return found[1].id


# Several conversations


def test_a_conversation_is_named_by_its_first_words(history: History, talks: Conversations) -> None:
    assert talks.listed() == []
    assert talks.current is None
    exchange(history, "1", "\n  Tell me about ghosts \nplease", "Boo.")
    (one,) = talks.listed()
    assert (one.title, one.named, one.id) == ("Tell me about ghosts", False, talks.current)


def test_long_first_words_are_cut_at_a_space(history: History, talks: Conversations) -> None:
    exchange(history, "1", "word " * 50, "Yes.")
    title = talks.listed()[0].title
    assert title.endswith("word…")
    assert len(title) <= 61


def test_a_new_conversation_begins_with_its_first_words_alone(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "first", "One.")
    history.go_on_with(PERSONA, None)
    assert history.journal(PERSONA).recent(9) == []
    assert len(talks.listed()) == 1
    exchange(history, "2", "second", "Two.")
    assert [c.title for c in talks.listed()] == ["second", "first"]
    assert words(talks) == [("second", "Two.")]


def test_an_earlier_conversation_goes_on(history: History, talks: Conversations) -> None:
    exchange(history, "1", "first", "One.")
    earlier = talks.current
    history.go_on_with(PERSONA, None)
    exchange(history, "2", "second", "Two.")
    history.go_on_with(PERSONA, earlier)
    exchange(history, "3", "third", "Three.")
    assert words(talks) == [("first", "One."), ("third", "Three.")]
    assert [c.title for c in talks.listed()] == ["first", "second"]


def test_a_turn_that_is_under_way_ends_where_it_began(
    history: History, talks: Conversations
) -> None:
    journal = history.journal(PERSONA)
    journal.user_said("1", "slow one")
    began = talks.current
    history.go_on_with(PERSONA, None)
    exchange(history, "2", "quick", "Yes.")
    journal.was_heard("1", "At last.", Emotion.JOY, complete=True)
    assert words(talks, began) == [("slow one", "At last.")]
    assert words(talks) == [("quick", "Yes.")]


def test_a_title_is_given_and_taken_away(history: History, talks: Conversations) -> None:
    exchange(history, "1", "hello", "Hi.")
    (one,) = talks.listed()
    talks.rename(one.id, "  Our \n first talk ")
    assert (talks.listed()[0].title, talks.listed()[0].named) == ("Our first talk", True)
    assert [c.id for c in talks.listed("FIRST")] == [one.id]
    assert talks.listed("second") == []
    talks.rename(one.id, " ")
    assert talks.listed()[0].title == "hello"


def test_a_conversation_of_another_persona_cannot_be_touched(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "hello", "Hi.")
    (one,) = talks.listed()
    stranger = Conversations(history, "grumpy")
    assert stranger.listed() == []
    assert stranger.find("hello") == []
    with pytest.raises(StorageError, match="not among the conversations"):
        stranger.rename(one.id, "mine now")
    with pytest.raises(StorageError, match="not among the conversations"):
        stranger.delete(one.id)


# Removal


def test_a_deleted_conversation_is_gone_and_comes_back(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "older", "One.")
    history.go_on_with(PERSONA, None)
    exchange(history, "2", "newer", "Two.")
    newer = talks.current
    assert newer is not None
    talks.delete(newer)
    assert [c.title for c in talks.listed()] == ["older"]
    assert [m.text for m in history.journal(PERSONA).recent(9)] == ["older", "One."]
    assert talks.find("newer") == []
    talks.restore(newer)
    assert [c.title for c in talks.listed()] == ["newer", "older"]
    assert len(talks.find("newer")) == 1


def test_a_removed_message_is_neither_shown_nor_found_nor_thought_of(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "my secret", "A reply.")
    talks.remove("1", mine=True)
    assert words(talks) == [(None, "A reply.")]
    assert talks.find("secret") == []
    assert [m.text for m in history.journal(PERSONA).recent(9)] == ["A reply."]
    talks.remove("1", mine=False)
    assert words(talks) == []
    talks.bring_back("1", mine=True)
    talks.bring_back("1", mine=False)
    assert words(talks) == [("my secret", "A reply.")]
    assert len(talks.find("secret")) == 1


def test_what_was_removed_a_day_ago_is_gone_for_good(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "stays here", "goes away")
    talks.remove("1", mine=False)
    kept = talks.current
    history.go_on_with(PERSONA, None)
    exchange(history, "2", "whole talk", "Two.")
    gone = talks.current
    assert gone is not None
    talks.delete(gone)
    sweep(history.connection)
    assert history.connection.execute("SELECT count(*) FROM turns").fetchone() == (2,)
    sweep(history.connection, now_s=4e9 + KEPT_AFTER_REMOVAL_S)
    assert words(talks, kept) == [("stays here", None)]
    left = history.connection.execute("SELECT said, heard FROM turns").fetchall()
    assert left == [("stays here", None)]
    assert history.connection.execute("SELECT count(*) FROM words").fetchone() == (1,)
    with pytest.raises(StorageError):
        talks.restore(gone)


# Versions


def test_another_reply_keeps_the_one_before(history: History, talks: Conversations) -> None:
    exchange(history, "1", "hello", "Hi.")
    exchange(history, "2", "joke?", "No.")
    exchange(history, "3", "please", "Fine.")
    history.branch_at(PERSONA, id_of(talks, "2"))
    assert [m.text for m in history.journal(PERSONA).recent(9)] == ["hello", "Hi."]
    exchange(history, "4", "joke?", "A ghost walks into a bar.")
    assert words(talks) == [("hello", "Hi."), ("joke?", "A ghost walks into a bar.")]
    newest = talks.exchanges(talks.current, 9)[-1]
    assert (newest.heard_version, newest.heard_versions) == (2, 2)
    assert (newest.said_version, newest.said_versions) == (1, 1)
    before = talks.version_beside("4", mine=False, step=-1)
    assert before == id_of(talks, "2")
    assert talks.version_beside("4", mine=False, step=1) is None
    talks.show(before)
    assert words(talks) == [("hello", "Hi."), ("joke?", "No."), ("please", "Fine.")]
    after = talks.version_beside("2", mine=False, step=1)
    assert after is not None
    talks.show(after)
    assert words(talks)[-1] == ("joke?", "A ghost walks into a bar.")


def test_an_edited_message_keeps_the_one_before_and_what_followed(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "helo", "Hm?")
    exchange(history, "2", "well", "Well.")
    history.branch_at(PERSONA, id_of(talks, "1"))
    exchange(history, "3", "hello", "Hi.")
    assert words(talks) == [("hello", "Hi.")]
    (one,) = talks.exchanges(talks.current, 9)
    assert (one.said_version, one.said_versions) == (2, 2)
    assert (one.heard_version, one.heard_versions) == (1, 1)
    before = talks.version_beside("3", mine=True, step=-1)
    assert before is not None
    talks.show(before)
    assert words(talks) == [("helo", "Hm?"), ("well", "Well.")]
    exchange(history, "4", "on", "On.")
    assert words(talks)[-1] == ("on", "On.")


def test_where_nothing_new_is_said_a_branch_changes_nothing(
    history: History, talks: Conversations
) -> None:
    exchange(history, "1", "hello", "Hi.")
    history.branch_at(PERSONA, id_of(talks, "1"))
    history.go_on_with(PERSONA, talks.current)
    assert words(talks) == [("hello", "Hi.")]


def test_an_interrupted_reply_is_kept_as_one(history: History, talks: Conversations) -> None:
    exchange(history, "1", "count", "One, two", whole=False)
    exchange(history, "2", "go on", "three.")
    assert [e.complete for e in talks.exchanges(talks.current, 9)] == [False, True]


# Windows


def test_a_long_conversation_is_read_in_windows(history: History, talks: Conversations) -> None:
    for number in range(50):
        exchange(history, str(number), f"say {number}", f"hear {number}")
    newest = talks.exchanges(talks.current, 10)
    assert [e.said for e in newest] == [f"say {n}" for n in range(40, 50)]
    before = talks.exchanges(talks.current, 10, before=newest[0].id)
    assert [e.said for e in before] == [f"say {n}" for n in range(30, 40)]
    after = talks.exchanges(talks.current, 5, after=before[-1].id)
    assert [e.said for e in after] == [f"say {n}" for n in range(40, 45)]


# Search


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("thunder", ["I like Thunderstorms at night"]),
        ("NIGHT like", ["I like Thunderstorms at night"]),
        ("cafe", ["Das Café am Eck"]),
        ("게임", ["오늘은 모바일게임을 하자"]),
        ("모바일 하자", ["오늘은 모바일게임을 하자"]),
        ("임", ["오늘은 모바일게임을 하자"]),
        ("100%", ["It is 100% sure"]),
        ("storms", []),
        ("임게", []),
        ("", []),
        ("!?", []),
        ('" OR said:*', []),
        ("NEAR(", []),
        ("like AND nothing", []),
    ],
)
def test_words_are_found(
    history: History, talks: Conversations, sought: str, found: list[str]
) -> None:
    for number, text in enumerate(
        (
            "I like Thunderstorms at night",
            "Das Café am Eck",
            "오늘은 모바일게임을 하자",
            "It is 100% sure",
        )
    ):
        exchange(history, str(number), text, "…")
    assert [hit.excerpt for hit in talks.find(sought)] == found


def test_what_is_found_says_where_it_stands(history: History, talks: Conversations) -> None:
    exchange(history, "1", "tell me a story", "Once there was a toaster.")
    (hit,) = talks.find("toaster")
    assert (hit.conversation, hit.title, hit.turn_id, hit.mine) == (
        talks.current,
        "tell me a story",
        "1",
        False,
    )


def test_a_version_that_is_not_shown_is_not_found(history: History, talks: Conversations) -> None:
    exchange(history, "1", "colour?", "Purple.")
    history.branch_at(PERSONA, id_of(talks, "1"))
    exchange(history, "2", "colour?", "Orange.")
    assert talks.find("purple") == []
    assert len(talks.find("orange")) == 1


def test_a_long_text_is_shown_around_what_was_found() -> None:
    text = "before " * 40 + "the needle here " + "after " * 40
    assert "needle" in excerpt(text, "needle")
    assert excerpt(text, "needle").startswith("… ")
    assert len(excerpt(text, "needle")) < 100
    assert excerpt("short", "nothing") == "short"


def test_korean_is_indexed_by_its_syllables() -> None:
    assert (searchable("게임 is fun") or "").split() == ["게", "임", "is", "fun"]
    assert searchable(None) is None
    assert query_of("게임 fun") == '"게 임" "fun" *'


# The database before


def old_database(path: Path) -> None:
    """A history as version 1 wrote it: turns of two personas, one of them without a reply."""
    with sqlite3.connect(path) as old:
        MIGRATIONS[0](old)
        rows = [
            ("calm", "a", "hello", 10.0, "Hi.", "joy", 1, 11.0),
            ("grumpy", "b", "hey", 12.0, "Hmpf.", "anger", 1, 13.0),
            ("calm", "c", "하늘이 파래", 20.0, None, "neutral", 0, None),
            ("calm", "d", "bye", 30.0, "Bye.", "neutral", 1, 31.0),
        ]
        old.executemany(
            "INSERT INTO turns (persona, turn, said, said_at_s, heard, emotion, complete,"
            " heard_at_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        old.execute("PRAGMA user_version = 1")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.close()


def test_an_older_history_becomes_a_conversation_for_each_persona(path: Path) -> None:
    old_database(path)
    history = History(path)
    assert history.notices == ()
    talks = Conversations(history, "calm")
    (one,) = talks.listed()
    assert (one.title, one.began_at_s, one.used_at_s) == ("hello", 10.0, 31.0)
    assert words(talks) == [("hello", "Hi."), ("하늘이 파래", None), ("bye", "Bye.")]
    assert [hit.turn_id for hit in talks.find("하늘")] == ["c"]
    assert [c.title for c in Conversations(history, "grumpy").listed()] == ["hey"]
    history.branch_at("calm", id_of(talks, "d"))
    exchange(history, "e", "bye", "See you!")
    assert talks.exchanges(one.id, 9)[-1].heard_versions == 2
    history.close()
