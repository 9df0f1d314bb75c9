"""Korean typed letter by letter, as on a keyboard of two sets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.hangul import erased, is_letter, typed

CONSONANTS, VOWELS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"


def written(keys: str) -> str:
    done, growing = "", ""
    for key in keys:
        more, growing = typed(growing, key)
        done += more
    return done + growing


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㅇㅏㄴㄴㅕㅇ", "안녕"),
        ("ㅎㅏㄴㄱㅡㄹ", "한글"),
        ("ㄱㅏㄴㅏ", "가나"),
        ("ㅇㅓㅂㅅㅇㅓ", "없어"),
        ("ㅇㅓㅂㅅㅣ", "업시"),
        ("ㄱㅏㅂㅅㅣㅆㅏㄷㅏ", "갑시싸다"),
        ("ㄷㅏㄹㄱㅇㅡㄴ", "닭은"),
        ("ㅇㅗㅐㅇㅛ", "왜요"),
        ("ㅇㅢㅈㅏ", "의자"),
        ("ㅇㅡㅣㅈㅏ", "의자"),
        ("ㅃㅏㄹㄹㅣ", "빨리"),
        ("ㅇㅣㅆㅇㅓ", "있어"),
        ("ㄱㅏㄸㅏ", "가따"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("ㅠㅠ", "ㅠㅠ"),
        ("ㅗㅏ", "ㅘ"),
        ("ㄱㅏㅏ", "가ㅏ"),
        ("ㄱㄴㅏ", "ㄱ나"),
    ],
)
def test_letters_become_the_syllables_that_a_korean_expects(keys: str, text: str) -> None:
    assert written(keys) == text


@pytest.mark.parametrize(
    ("growing", "left"),
    [("닭", "달"), ("달", "다"), ("다", "ㄷ"), ("ㄷ", ""), ("와", "오"), ("왜", "오"), ("", "")],
)
def test_erasing_takes_the_last_letter_of_what_still_grows(growing: str, left: str) -> None:
    assert erased(growing) == left


@given(st.text(alphabet=CONSONANTS + VOWELS, max_size=30))
def test_no_letter_is_lost_or_invented(keys: str) -> None:
    halves = "".join(unicodedata.normalize("NFKD", sign) for sign in written(keys))
    whole = unicodedata.normalize("NFKD", keys)
    assert len(written(keys)) <= len(keys)
    assert not [sign for sign in written(keys) if unicodedata.category(sign) != "Lo"]
    assert bool(halves) == bool(whole)
    growing = ""
    for key in keys:
        _, growing = typed(growing, key)
        assert len(growing) == 1


@given(st.sampled_from([chr(number) for number in range(ord("가"), ord("힣") + 1)]))
def test_every_syllable_is_taken_apart_to_nothing(syllable: str) -> None:
    for _ in range(5):
        syllable = erased(syllable)
        assert len(syllable) <= 1
    assert syllable == ""


def test_only_the_letters_of_keys_grow_together() -> None:
    assert is_letter("ㄱ")
    assert is_letter("ㅖ")
    assert not any(map(is_letter, ("a", "1", "가", "", "ㄳ", "ㄱㄱ")))
