"""The history: what was said and heard is there again, whatever happened in between."""

import math
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom.domain.character import Emotion, Feeling
from rotom.domain.engines import EngineError, Journal
from rotom.domain.mood import Mood
from rotom.domain.speech import Message
from rotom.storage import left_whole
from rotom.storage.database import APPLICATION_ID, MIGRATIONS
from rotom.storage.errors import StorageError
from rotom.storage.history import History, MemoryHistory, open_history
from tests.without_root import permissions_hold

MOOD = Mood(Feeling(0.5, -0.25, 0.125), Feeling(0.1, 0.2, -0.3), 1_800_000_000.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture(params=["database", "memory"])
def histories(request: pytest.FixtureRequest, path: Path) -> Iterator[History]:
    opened = open_history(path, keep=request.param == "database")
    yield opened
    opened.close()


@pytest.fixture
def journal(histories: History) -> Journal:
    return histories.journal("cheerful")


def exchange(journal: Journal, turn: str, said: str, heard: str) -> None:
    journal.user_said(turn, said)
    journal.was_heard(turn, heard, Emotion.JOY, complete=True)


# What every journal does


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert journal.recent(10) == []
    assert journal.mood() is None


def test_messages_come_back_oldest_first_with_their_emotions(journal: Journal) -> None:
    exchange(journal, "1", "hello", "Hi!")
    journal.user_said("2", "안녕")
    assert journal.recent(10) == [
        Message("user", "hello"),
        Message("assistant", "Hi!", Emotion.JOY),
        Message("user", "안녕"),
    ]


def test_only_the_newest_are_given_when_few_are_asked_for(journal: Journal) -> None:
    for count in range(5):
        exchange(journal, str(count), f"say {count}", f"hear {count}")
    assert [message.text for message in journal.recent(3)] == ["hear 3", "say 4", "hear 4"]
    assert journal.recent(0) == []
    assert journal.recent(-1) == []


def test_what_was_heard_grows_in_place(journal: Journal) -> None:
    journal.user_said("1", "tell me")
    journal.was_heard("1", "Once", Emotion.NEUTRAL, complete=False)
    journal.was_heard("1", "Once there was a ghost.", Emotion.FEAR, complete=True)
    assert journal.recent(10) == [
        Message("user", "tell me"),
        Message("assistant", "Once there was a ghost.", Emotion.FEAR),
    ]


def test_a_reply_of_which_nothing_was_heard_is_not_kept(journal: Journal) -> None:
    journal.user_said("1", "wait")
    journal.was_heard("1", "So", Emotion.JOY, complete=False)
    journal.was_heard("1", "", Emotion.NEUTRAL, complete=False)
    assert journal.recent(10) == [Message("user", "wait")]


def test_a_late_reply_stands_behind_its_own_words(journal: Journal) -> None:
    journal.user_said("1", "first")
    journal.user_said("2", "second")
    journal.was_heard("1", "Answer one", Emotion.NEUTRAL, complete=False)
    assert [message.text for message in journal.recent(10)] == ["first", "Answer one", "second"]


def test_a_greeting_needs_no_words_before_it(journal: Journal) -> None:
    journal.was_heard("hello", "There you are!", Emotion.JOY, complete=True)
    assert journal.recent(10) == [Message("assistant", "There you are!", Emotion.JOY)]


def test_turns_without_any_words_take_no_place(journal: Journal) -> None:
    exchange(journal, "1", "hello", "Hi!")
    for count in range(5):
        journal.was_heard(f"empty {count}", "", Emotion.NEUTRAL, complete=False)
    assert [message.text for message in journal.recent(2)] == ["hello", "Hi!"]


def test_each_persona_has_its_own_conversations_and_mood(histories: History) -> None:
    exchange(histories.journal("calm"), "1", "quiet", "Shh.")
    histories.journal("calm").keep_mood(MOOD)
    assert histories.journal("grumpy").recent(10) == []
    assert histories.journal("grumpy").mood() is None
    assert len(histories.journal("calm").recent(10)) == 2
    assert histories.journal("calm").mood() == MOOD


def test_the_newest_mood_is_kept_exactly(journal: Journal) -> None:
    journal.keep_mood(Mood(Feeling(), Feeling(), 0.0))
    journal.keep_mood(MOOD)
    assert journal.mood() == MOOD


def test_threads_that_write_at_once_lose_nothing(histories: History) -> None:
    def talk(name: str) -> None:
        for count in range(40):
            exchange(histories.journal("calm"), f"{name}{count}", f"{name} {count}", "Yes.")
            histories.journal("calm").recent(5)

    threads = [threading.Thread(target=talk, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = [m.text for m in histories.journal("calm").recent(1000) if m.role == "user"]
    assert sorted(texts) == sorted(f"{name} {count}" for name in "abcd" for count in range(40))


# What the database does


@settings(max_examples=40)
@given(said=st.text(), heard=st.text())
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, said: str, heard: str) -> None:
    path = tmp_path_factory.mktemp("history") / "history.sqlite3"
    history = History(path)
    exchange(history.journal("calm"), "1", said, heard)
    history.close()
    again = History(path)
    texts = [message.text for message in again.journal("calm").recent(2)]
    again.close()
    assert texts == [text for text in (said, heard) if text]


def test_half_a_surrogate_does_not_stop_the_conversation(path: Path) -> None:
    history = History(path)
    history.journal("calm").user_said("1", "broken \ud83d emoji")
    assert history.journal("calm").recent(1) == [Message("user", "broken ? emoji")]
    history.close()


def test_everything_is_there_after_a_restart(path: Path) -> None:
    history = History(path)
    exchange(history.journal("calm"), "1", "remember me", "I will.")
    history.journal("calm").keep_mood(MOOD)
    history.close()
    again = History(path)
    assert again.notices == ()
    assert [message.text for message in again.journal("calm").recent(5)] == [
        "remember me",
        "I will.",
    ]
    assert again.journal("calm").mood() == MOOD
    again.close()


@pytest.mark.parametrize(
    "mood",
    [
        Mood(Feeling(math.nan, 0, 0), Feeling(), 1.0),
        Mood(Feeling(), Feeling(0, 1e300, 0), 1.0),
        Mood(Feeling(), Feeling(), math.inf),
    ],
)
def test_a_mood_that_cannot_be_counts_as_none(path: Path, mood: Mood) -> None:
    history = History(path)
    history.journal("calm").keep_mood(mood)
    assert history.journal("calm").mood() is None
    history.close()


def test_an_emotion_of_a_newer_version_counts_as_neutral(path: Path) -> None:
    history = History(path)
    exchange(history.journal("calm"), "1", "hm", "Hm.")
    history.connection.execute("UPDATE turns SET emotion = 'awe'")
    assert history.journal("calm").recent(1) == [Message("assistant", "Hm.", Emotion.NEUTRAL)]
    history.close()


def test_the_file_says_that_it_is_rotoms_and_which_version(path: Path) -> None:
    History(path).close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


@pytest.mark.parametrize(
    "content", [b"this is no database, " * 100, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_broken_file_is_kept_aside_and_a_new_one_begun(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    history = History(path)
    (notice,) = history.notices
    (aside,) = path.parent.glob("history.sqlite3.broken-????????-??????")
    assert aside.read_bytes() == content
    assert str(aside) in notice
    exchange(history.journal("calm"), "1", "again", "Yes.")
    assert len(history.journal("calm").recent(5)) == 2
    history.close()


def test_a_database_damaged_in_the_middle_is_kept_aside(path: Path) -> None:
    history = History(path)
    for count in range(300):
        exchange(history.journal("calm"), str(count), "word " * 40, "answer " * 40)
    history.close()
    content = bytearray(path.read_bytes())
    content[8192:40960] = os.urandom(40960 - 8192)
    path.write_bytes(content)
    again = History(path)
    assert "damaged" in again.notices[0]
    assert again.journal("calm").recent(5) == []
    again.close()
    assert [aside.read_bytes() == content for aside in path.parent.glob("*.broken-*")] == [True]


def test_only_a_database_that_is_as_it_was_left_is_not_read_through(path: Path) -> None:
    history = History(path)
    assert not left_whole.is_as_left(path), "it is open, and its program may be killed"
    exchange(history.journal("calm"), "1", "word", "answer")
    copy = path.read_bytes()
    history.close()
    assert left_whole.is_as_left(path)
    History(path).close()
    assert left_whole.is_as_left(path)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()
    assert not left_whole.is_as_left(path), "written by another program"
    History(path).close()
    assert left_whole.is_as_left(path)
    path.write_bytes(copy)
    assert not left_whole.is_as_left(path), "another one in its place"


def test_a_database_of_another_program_is_kept_aside(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()
    history = History(path)
    assert "of another program" in history.notices[0]
    history.close()
    (aside,) = path.parent.glob("*.broken-*")
    kept = sqlite3.connect(aside)
    assert kept.execute("SELECT count(*) FROM recipes").fetchone() == (0,)
    kept.close()


def test_an_empty_file_becomes_the_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    history = History(path)
    assert history.notices == ()
    history.close()


def test_a_newer_rotoms_database_is_left_untouched(path: Path) -> None:
    history = History(path)
    exchange(history.journal("calm"), "1", "hello", "Hi.")
    history.connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    history.close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="a newer Rotom"):
        History(path)
    instead = open_history(path)
    assert isinstance(instead, MemoryHistory)
    assert "newer Rotom" in instead.notices[0]
    exchange(instead.journal("calm"), "2", "unkept", "Yes.")
    assert path.read_bytes() == before


def test_without_keeping_no_file_is_made(path: Path) -> None:
    history = open_history(path, keep=False)
    exchange(history.journal("calm"), "1", "secret", "Yes.")
    assert history.notices == ()
    assert not path.parent.exists()
    assert len(history.journal("calm").recent(5)) == 2


@pytest.mark.parametrize("exists", [False, True])
def test_where_nothing_may_be_written_the_conversation_goes_on_unkept(
    path: Path, exists: bool
) -> None:
    if exists:
        History(path).close()
        path.chmod(0o400)
    else:
        path.parent.mkdir()
    path.parent.chmod(0o500)
    with permissions_hold():
        history = open_history(path)
        (notice,) = history.notices
        assert "may not write" in notice
        assert "until then nothing new is written down" in notice
        exchange(history.journal("calm"), "1", "hello", "Hi.")
        assert len(history.journal("calm").recent(5)) == 2
    path.parent.chmod(0o700)


def test_a_folder_in_the_place_of_the_database_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    (notice,) = open_history(path).notices
    assert "something else is in the place of" in notice
    assert path.is_dir()


def say_until_it_fails(journal: Journal) -> None:
    for count in range(1000):
        journal.user_said(f"more {count}", "word " * 500)


def test_when_the_disk_fills_it_is_said_once_and_the_conversation_goes_on(path: Path) -> None:
    history = History(path)
    journal = history.journal("calm")
    exchange(journal, "1", "before", "Yes.")
    journal.keep_mood(MOOD)
    (pages,) = history.connection.execute("PRAGMA page_count").fetchone()
    history.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(EngineError, match="full or failing") as told:
        say_until_it_fails(journal)
    assert "no longer kept" in str(told.value)
    journal.was_heard("last", "Still here.", Emotion.JOY, complete=True)
    texts = [message.text for message in history.journal("calm").recent(1000)]
    assert texts[:2] == ["before", "Yes."]
    assert texts[-1] == "Still here."
    assert "word " * 500 in texts
    assert journal.mood() == MOOD
    history.close()


def test_after_closing_a_late_word_is_an_error_with_a_sentence_not_a_crash(path: Path) -> None:
    history = History(path)
    journal = history.journal("calm")
    history.close()
    history.close()
    with pytest.raises(StorageError):
        journal.user_said("1", "late")
    journal.was_heard("1", "Later still.", Emotion.NEUTRAL, complete=True)
    assert [message.text for message in journal.recent(5)] == ["late", "Later still."]


def test_another_program_that_holds_the_database_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rotom.storage.database.BUSY_TIMEOUT_S", 0.05)
    history = History(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="another program holds"):
        history.journal("calm").user_said("1", "hello")
    assert history.journal("calm").recent(5) == [Message("user", "hello")]
    other.execute("ROLLBACK")
    other.close()
    history.close()


_ONE_OF_SEVERAL = """
import sys
from pathlib import Path
from rotom.domain.character import Emotion
from rotom.storage.history import History

print("ready", flush=True)
sys.stdin.readline()
history = History(Path(sys.argv[1]))
for count in range(50):
    history.journal("calm").user_said(sys.argv[2] + str(count), "hello")
    history.journal("calm").was_heard(sys.argv[2] + str(count), "Hi.", Emotion.JOY, True)
history.close()
"""


def test_programs_that_begin_the_database_at_once_share_it(path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _ONE_OF_SEVERAL, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "abc"
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    history = History(path)
    assert history.notices == ()
    assert len(history.journal("calm").recent(1000)) == 300
    history.close()
    assert list(path.parent.glob("*.broken*")) == []


_WRITER = """
import sys
from pathlib import Path
from rotom.domain.character import Emotion
from rotom.storage.history import History

journal = History(Path(sys.argv[1])).journal("calm")
begin = int(sys.argv[2])
for count in range(begin, begin + 100_000):
    journal.user_said(str(count), f"say {count}")
    print("said", count, flush=True)
    for words in (1, 2, 3):
        journal.was_heard(str(count), f"hear {count}" + "." * words, Emotion.JOY, words == 3)
        print("heard", count, words, flush=True)
"""


def test_a_program_killed_at_any_moment_has_kept_all_that_it_was_told(path: Path) -> None:
    acknowledged: list[str] = []
    for start, lines in enumerate((1, 7, 40, 133, 301)):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), str(start * 1_000_000)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        acknowledged += [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.readlines()
        writer.stdout.close()
        assert writer.wait() == -signal.SIGKILL
    history = History(path)
    texts = [message.text for message in history.journal("calm").recent(1_000_000)]
    history.close()
    assert history.notices == ()
    replies = {text.rstrip("."): text.count(".") for text in texts if text.startswith("hear")}
    for line in acknowledged:
        match line.split():
            case ["said", count]:
                assert f"say {count}" in texts
            case ["heard", count, words]:
                assert replies[f"hear {count}"] >= int(words)
    assert len(acknowledged) >= 482
