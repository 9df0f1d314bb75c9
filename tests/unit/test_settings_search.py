"""Settings are found by words in either language."""

import pytest

from rotom.ui.settings import ROWS
from rotom.ui.settings_search import PARTS, Place, find

PLACES = [Place(row.group, row.title, row.help, row.name) for row in ROWS] + list(PARTS)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("volume", "Volume"),
        ("VOL", "Volume"),
        ("hands free", "Hands-free"),
        ("핸즈프리", "Hands-free"),
        ("electric sounds", "Ghostliness"),
        ("delete data", "Delete all my data"),
        ("licence", "Licences"),
    ],
)
def test_the_first_that_is_found_is_what_was_meant(words: str, first: str) -> None:
    assert find(words, PLACES)[0].title == first


def test_words_that_are_nowhere_and_no_words_find_nothing() -> None:
    assert find("xyzzy volume", PLACES) == []
    assert find("  ", PLACES) == []
