"""Markdown in moderation becomes a few tags; whatever else a reply holds stays text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.markup import LONGEST_BLOCK, Block, blocks


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", [Block("plain words")]),
        ("**bold** and *soft*", [Block("<b>bold</b> and <i>soft</i>")]),
        ("__bold__ and _soft_", [Block("<b>bold</b> and <i>soft</i>")]),
        ("**굵게** 썼어", [Block("<b>굵게</b> 썼어")]),
        ("2 * 3 * 4 and a_b_c", [Block("2 * 3 * 4 and a_b_c")]),
        ("one\ntwo", [Block("one<br>two")]),
        ("one\n\ntwo", [Block("one"), Block("two")]),
        ("- a\n* b", [Block("a", marker="•"), Block("b", marker="•")]),
        ("1. a\n2) **b**", [Block("a", marker="1."), Block("<b>b</b>", marker="2.")]),
        ("# Title #", [Block("<b>Title</b>")]),
        ("```py\nx = '<b>'\n```\nend", [Block("x = '<b>'", code=True), Block("end")]),
        ("```\nnever closed", [Block("never closed", code=True)]),
        (
            "use `a <b> **c**`",
            [Block('use <font color="#8ff0e6">a&nbsp;&lt;b&gt;&nbsp;**c**</font>')],
        ),
        ("<b>no</b> & <img src=x>", [Block("&lt;b&gt;no&lt;/b&gt; &amp; &lt;img src=x&gt;")]),
        ("[link](http://x)", [Block("[link](http://x)")]),
        ("&lt;script&gt;", [Block("&amp;lt;script&amp;gt;")]),
        ("", []),
    ],
)
def test_a_reply_is_cut_into_blocks(written: str, shown: list[Block]) -> None:
    assert blocks(written) == shown


@given(st.text(alphabet="<>&*_`\n -#~1.ab\"'/=", max_size=200))
def test_no_tag_but_ours_ever_comes_out(written: str) -> None:
    for block in blocks(written):
        if not block.code:
            tags = set(re.findall(r"<[^>]*>", block.text))
            assert tags <= {"<b>", "</b>", "<i>", "</i>", "<br>", "</font>"} | {
                '<font color="#8ff0e6">'
            }
            assert "<" not in re.sub(r"</?(b|i|br|font)( color=\"#8ff0e6\")?>", "", block.text)


def test_a_very_long_paragraph_goes_on_in_another_block() -> None:
    found = blocks("word " * 10_000)
    assert len(found) > 5
    assert all(len(block.text) <= LONGEST_BLOCK for block in found)
    assert "".join(block.text for block in found) == "word " * 10_000
