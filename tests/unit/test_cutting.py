"""Replies are cut where a table says, in English and Korean, however they come."""

import random
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest

from rotom.domain.cutting import FEWEST_WORDS, MARK, MOST_WORDS
from rotom.domain.text import sentences

TABLE = Path(__file__).with_name("cuts.txt")


def rows() -> list[str]:
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return [row.replace("\\n", "\n").replace("\\r", "\r") for row in rows]


def joined(row: str, bar: str) -> str:
    """The row without one kind of bar."""
    return row.replace(f" {bar} ", " ").replace(bar, "")


def parts(row: str) -> list[str]:
    words = (" ".join(MARK.sub("", part).split()) for part in row.replace("¦", "|").split("|"))
    return [part for part in words if any(c.isalnum() or category(c) == "So" for c in part)]


def cut(pieces: list[str], short_first: bool) -> list[str]:
    return [sentence.text for sentence in sentences(pieces, short_first)]


def reply_of(row: str) -> str:
    return joined(joined(row, "|"), "¦")


def test_the_table_has_two_hundred_replies_in_both_languages() -> None:
    korean = [row for row in rows() if any("가" <= c <= "힣" for c in row)]
    assert len(rows()) >= 200
    assert len(set(rows())) == len(rows())
    assert len(korean) >= 60
    assert sum("¦" in row for row in rows()) >= 30


@pytest.mark.parametrize("row", rows())
def test_a_reply_is_cut_as_the_table_says(row: str) -> None:
    assert cut([reply_of(row)], short_first=False) == parts(joined(row, "¦"))
    assert cut([reply_of(row)], short_first=True) == parts(row)


@pytest.mark.parametrize("short_first", [False, True])
def test_a_reply_that_comes_in_pieces_is_cut_in_the_same_places(short_first: bool) -> None:
    chance = random.Random(7)
    for row in rows():
        reply = reply_of(row)
        expected = cut([reply], short_first)
        assert cut(list(reply), short_first) == expected, "a character at a time"
        for _ in range(3):
            places = sorted(chance.sample(range(len(reply) + 1), min(4, len(reply))))
            pieces = [reply[a:b] for a, b in zip([0, *places], [*places, len(reply)], strict=True)]
            assert cut(pieces, short_first) == expected


def test_a_first_phrase_is_given_before_its_sentence_is_over() -> None:
    came: list[str] = []

    def stream() -> Iterator[str]:
        for piece in ["I am so", " glad you are", " here,", " my", " friend,", " because"]:
            came.append(piece)
            yield piece

    first = next(sentences(stream(), short_first=True))
    assert first.text == "I am so glad you are here,"
    assert came[-1] == " my"


def test_no_first_phrase_is_shorter_or_longer_than_it_may_be() -> None:
    """Of English replies without an early end; a Korean word counts as one or two."""
    chance = random.Random(3)
    words = "the a ghost lamp, and because I you play; when with of to very".split()
    for _ in range(200):
        reply = " ".join(chance.choices(words, k=40))
        length = len(cut([reply], short_first=True)[0].split())
        assert FEWEST_WORDS <= length <= MOST_WORDS, reply


def test_after_an_interjection_the_next_phrase_is_short_too() -> None:
    assert cut(["Oh! I was just thinking of you, my friend. I was, you see, alone."], True) == [
        "Oh!",
        "I was just thinking of you,",
        "my friend.",
        "I was, you see, alone.",
    ]
