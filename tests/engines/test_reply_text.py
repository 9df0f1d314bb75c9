"""The bytes of a reply as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.engines.reply_text import ReplyText


def said(pieces: list[bytes]) -> list[str]:
    text = ReplyText()
    return [*(text.add(piece) for piece in pieces), text.end()]


def test_half_a_character_is_held_back() -> None:
    korean = "안녕".encode()
    assert said([korean[:1], korean[1:4], korean[4:]]) == ["", "안", "녕", ""]


def test_white_space_at_both_ends_is_never_said() -> None:
    assert said([b"\n\n ", b" Hi", b" ", b"there", b" \n"]) == ["", "Hi", "", " there", "", ""]


@pytest.mark.parametrize(
    "pieces",
    [
        [b"<think>hm, what now</think>\n\nHello"],
        [b"<th", b"ink>hm", b"m</thi", b"nk>", b"\nHel", b"lo"],
        [b"Hel", b"lo<think>", b"never ended"],
    ],
)
def test_what_a_model_thinks_aloud_is_not_said(pieces: list[bytes]) -> None:
    assert "".join(said(pieces)) == "Hello"


def test_a_lone_bracket_is_said_once_it_is_sure_to_be_one() -> None:
    assert said([b"I <", b"3 you", b" <t"]) == ["I", " <3 you", "", " <t"]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))), st.integers(1, 7))
def test_nothing_is_lost_however_the_bytes_are_cut(text: str, size: int) -> None:
    encoded = text.encode()
    pieces = [encoded[at : at + size] for at in range(0, len(encoded), size)]
    if "<think>" not in text:
        assert "".join(said(pieces)) == text.strip()
