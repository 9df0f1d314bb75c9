"""The words that always stop Rotom, and those that only begin like them."""

import pytest

from rotom.domain.stopping import asks_to_stop


@pytest.mark.parametrize(
    "text",
    [
        *("stop", "Stop!", "STOP.", "Stop, Rotom!", "Hey Rotom, stop.", "stop it", "Stop. Stop."),
        *("wait", "Wait...", "Wait a minute.", "hold on", "Be quiet", "That’s enough."),
        *(
            "잠깐",
            "잠깐!",
            "잠깐만요.",
            "로토무야 잠깐만",
            "그만!",
            "조용히 해.",
            "멈춰",
            "기다려 봐",
        ),
    ],
)
def test_a_word_that_stops_is_known(text: str) -> None:
    assert asks_to_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "...", "Stop the timer at five.", "I can't wait!", "The bus stop.", "Rotom?"),
        *(
            "Wait for me at home.",
            "Non-stop fun",
            "yes",
            "잠깐 나갔다 올게",
            "그만한 게 없어",
            "기다려 줘서 고마워",
        ),
    ],
)
def test_what_only_has_such_a_word_in_it_is_answered(text: str) -> None:
    assert not asks_to_stop(text)
