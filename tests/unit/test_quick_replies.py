"""Quick replies: those of the language, the user's own, and how they are written down."""

from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.quick_replies import MOST, quick_replies, written
from rotom.domain.speech import Language


def test_each_language_has_some_of_its_own() -> None:
    assert quick_replies("", Language.ENGLISH)[0] == "Yes"
    assert quick_replies("", Language.KOREAN)[0] == "응"


def test_the_users_own_take_their_place_and_a_slash_alone_means_none() -> None:
    assert quick_replies("On / off,  and/or  / ", Language.KOREAN) == ["On", "off,  and/or"]
    assert quick_replies("/", Language.ENGLISH) == []
    assert len(quick_replies(" / ".join("abcdefghij"), Language.ENGLISH)) == MOST


@given(st.lists(st.text("ab가 ", max_size=5), max_size=MOST))
def test_what_is_written_is_read_again(replies: list[str]) -> None:
    kept = [reply.strip() for reply in replies if reply.strip()]
    assert quick_replies(written(replies), Language.ENGLISH) == (
        kept or quick_replies("", Language.ENGLISH)
    )
