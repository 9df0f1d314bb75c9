"""A name in the phonemes that the ears know."""

import pytest

from rotom.domain.pronouncing import arpabet, is_latin, words_of


@pytest.mark.parametrize(
    ("ipa", "phonemes"),
    [
        ("ɹˈoʊɾəm", "R OW T AH M"),
        ("spˈɑːɹki", "S P AA R K IY"),
        ("dʒˈɛŋɡɚ", "JH EH NG G ER"),
        ("pˈiːkətʃˌuː", "P IY K AH CH UW"),
        ("mˈaɪk", "M AY K"),
        ("bjˈɜːk", "B Y ER K"),
        ("θˈɔːɹ", "TH AO R"),
        ("", ""),
    ],
)
def test_phonetic_signs_become_phonemes_of_the_dictionary(ipa: str, phonemes: str) -> None:
    assert arpabet(ipa) == phonemes


@pytest.mark.parametrize("name", ["Rotom", "Björk", "R2-D2", "Mister Pickles"])
def test_latin_letters_have_sounds_of_english(name: str) -> None:
    assert is_latin(name)


@pytest.mark.parametrize("name", ["로토무", "Rotom 로토무", "Ротом", "2000", "", "♥"])
def test_other_letters_and_none_have_not(name: str) -> None:
    assert not is_latin(name)


def test_a_name_has_the_words_of_a_dictionary() -> None:
    assert words_of("Mister  O’Neill, R2-D2!") == ["mister", "o'neill", "r2-d2"]
