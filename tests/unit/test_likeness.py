"""Rotom's own words that come back through the room are told from those of somebody else."""

import pytest

from rotom.domain.likeness import echoes

SPOKEN = "Hello there! I was just thinking about the dragon. 어제 그 용을 어떻게 이겼어요?"


@pytest.mark.parametrize(
    "heard",
    [
        "i was just thinking about the dragon",
        "i was must thinking about the wagon",
        "thinking about the dragon",
        "어제 그 용을 어떻게",
    ],
)
def test_a_stretch_of_what_was_said_is_an_echo(heard: str) -> None:
    assert echoes(heard, SPOKEN)


@pytest.mark.parametrize(
    "heard",
    [
        "",
        "stop",
        "the dragon",
        "what did you think about the dragon yesterday",
        "dragon the about thinking just was i",
        "잠깐만 그게 아니야",
    ],
)
def test_an_answer_a_word_taken_up_and_words_in_another_order_are_not(heard: str) -> None:
    assert not echoes(heard, SPOKEN)


def test_nothing_is_like_silence() -> None:
    assert not echoes("who is there now", "")
