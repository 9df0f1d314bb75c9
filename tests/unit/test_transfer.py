"""Conversations as files: what is written comes back whole, and nothing else is taken."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom.storage import transfer
from rotom.storage.conversations import Conversations
from rotom.storage.errors import StorageError
from rotom.storage.history import History, MemoryHistory
from tests.unit.talks import PERSONA, exchange


@pytest.fixture
def history() -> Iterator[History]:
    history = MemoryHistory()
    yield history
    history.close()


@pytest.fixture
def talks(history: History) -> Conversations:
    return Conversations(history, PERSONA)


def with_versions(history: History, talks: Conversations) -> int:
    """A conversation whose first words were changed once, and whose last reply was cut."""
    exchange(history, "1", "helo 안녕", "Hm?")
    first = talks.exchange("1")
    assert first is not None
    history.branch_at(PERSONA, first[1].id)
    exchange(history, "2", "hello 안녕", "Hi **there**.")
    exchange(history, "3", "count", "One, two", whole=False)
    assert talks.current is not None
    talks.rename(talks.current, "Our talk: a/b?")
    return talks.current


def shown(talks: Conversations, conversation: int) -> list[tuple[object, ...]]:
    return [
        (e.said, e.heard, e.emotion, e.complete, e.said_version, e.said_versions, e.said_at_s)
        for e in talks.exchanges(conversation, 100)
    ]


def test_what_was_saved_is_taken_over_with_its_versions(
    history: History, talks: Conversations, tmp_path: Path
) -> None:
    first = with_versions(history, talks)
    markdown, data = transfer.export(history, first, "Rotom", tmp_path / "new folder")
    assert markdown.stem == data.stem
    assert "/" not in markdown.name
    (second,) = transfer.take(history, PERSONA, data)
    assert shown(talks, second) == shown(talks, first)
    assert [one.title for one in talks.listed()] == ["Our talk: a/b?"] * 2
    newest = talks.exchanges(second, 9)[0]
    earlier = talks.version_beside(newest.turn_id, mine=True, step=-1)
    assert earlier is not None
    talks.show(earlier)
    assert [e.said for e in talks.exchanges(second, 9)] == ["helo 안녕"]


def test_saving_twice_overwrites_nothing(
    history: History, talks: Conversations, tmp_path: Path
) -> None:
    one = with_versions(history, talks)
    paths = {*transfer.export(history, one, "R", tmp_path)}
    paths |= {*transfer.export(history, one, "R", tmp_path)}
    assert len(paths) == 4
    assert transfer.files(tmp_path)[0] in paths


def test_markdown_reads_as_it_was_shown(
    history: History, talks: Conversations, tmp_path: Path
) -> None:
    markdown, _ = transfer.export(history, with_versions(history, talks), "Volty", tmp_path)
    text = markdown.read_text("utf-8")
    assert text.startswith("# Our talk: a/b?\n\n## 20")
    assert "helo" not in text
    assert "**Volty** (" in text
    assert "One, two *(interrupted)*" in text


def test_what_was_removed_is_not_written(
    history: History, talks: Conversations, tmp_path: Path
) -> None:
    one = with_versions(history, talks)
    talks.remove("2", mine=True)
    markdown, data = transfer.export(history, one, "R", tmp_path)
    assert "hello" not in markdown.read_text("utf-8") + data.read_text("utf-8")


def whole(**changes: object) -> str:
    turn = {"said": "hello", "said_at": 1.0, "heard": "Hi.", "heard_at": 2.0}
    one = {"title": "t", "began_at": 1.0, "used_at": 2.0, "turns": [{**turn, **changes}]}
    return json.dumps({"format": "rotom-conversations", "version": 1, "conversations": [one]})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "null",
        "[" * 100_000,
        '{"format": "rotom-conversations", "version": 2, "conversations": [1]}',
        '{"format": "rotom-conversations", "version": 1, "conversations": []}',
        '{"format": "rotom-conversations", "version": 1, "conversations": [1]}',
        '{"format": "rotom-conversations", "version": 1, "conversations": [{"turns": []}]}',
        '{"format": "rotom-conversations", "version": 1, "conversations": [{"turns": [0]}]}',
        '[{"title": "ChatGPT", "mapping": {}}]',
        whole(said=7),
        whole(said="x" * 100_001),
        whole(said_at="yesterday"),
        whole(said_at=-1),
        whole(heard_at=1e300),
        whole(said_at=True),
        whole(after=1),
        whole(after=-1),
        whole(after="0"),
        whole().replace("1.0", "NaN"),
        whole().replace("1.0", "1" * 5000),
    ],
)
def test_what_is_not_rotoms_is_refused_in_a_sentence(
    history: History, talks: Conversations, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "foreign.json"
    path.write_text(text, "utf-8")
    with pytest.raises(StorageError) as refused:
        transfer.take(history, PERSONA, path)
    assert str(refused.value).startswith("foreign.json cannot be taken over")
    assert len(str(refused.value)) < 200
    assert talks.listed() == []


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_refused(history: History, tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError, match="cannot be taken over"):
        transfer.take(history, PERSONA, tmp_path / name)


def test_signs_that_a_terminal_obeys_are_taken_out(
    history: History, talks: Conversations, tmp_path: Path
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(whole(heard="a\x1b[31mred\x00", emotion="awe"), "utf-8")
    (one,) = transfer.take(history, PERSONA, path)
    (exchange,) = talks.exchanges(one, 9)
    assert (exchange.heard, exchange.emotion) == ("a[31mred", "neutral")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


@settings(max_examples=150)
@given(value=JSON)
def test_no_value_in_the_place_of_a_turn_is_more_than_refused(value: object) -> None:
    one = {"title": value, "turns": [value, {"said": value, "after": value}]}
    for shape in (value, {"format": "rotom-conversations", "version": 1, "conversations": [one]}):
        try:
            transfer.read(json.dumps(shape))
        except ValueError as refused:
            assert type(refused).__name__ == "_NotOurs"  # noqa: PT017
