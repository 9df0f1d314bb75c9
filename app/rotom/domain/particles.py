"""Korean particles, which follow the sound of the word before them."""

from collections.abc import Mapping

PARTICLES: Mapping[str, tuple[str, str]] = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이에요": ("이에요", "예요"),
    "이라": ("이라", "라"),
}
"""By the form after a consonant: the forms after a consonant and after a vowel."""

_SYLLABLES = range(ord("가"), ord("힣") + 1)
_FINALS = 28
_RIEUL = 8
"""The number of ㄹ among the final consonants of a syllable; 0 is none."""

_DIGITS = dict(zip("0123456789", (21, _RIEUL, 0, 16, 0, 0, 1, _RIEUL, _RIEUL, 0), strict=True))
"""How the digits end when they are read: 영 일 이 삼 사 오 육 칠 팔 구."""

_LETTERS = {"l": _RIEUL, "r": _RIEUL, "m": 16, "n": 4}
"""Latin letters that end in a consonant also where they are spelt, as in GGUF or URL."""

_WORD_ENDS = {**_LETTERS, "b": 17, "k": 1, "p": 17, "t": 7, "g": 1}
"""How words in Latin letters that end so are read, most of the time."""


def with_particle(
    word: str, particle: str, forms: Mapping[str, tuple[str, str]] = PARTICLES
) -> str:
    """The word and the form of the particle, one of `forms`, that its end asks for.

    Signs after the last letter or digit, such as a bracket, are not read aloud and are passed over.
    """
    final = _final_of(word)
    after_consonant, after_vowel = forms[particle]
    takes_vowel_form = final == 0 or (particle == "으로" and final == _RIEUL)
    return word + (after_vowel if takes_vowel_form else after_consonant)


def _final_of(word: str) -> int:
    last = next((sign for sign in reversed(word) if sign.isalnum()), "")
    if last and ord(last) in _SYLLABLES:
        return (ord(last) - _SYLLABLES.start) % _FINALS
    if last.isupper():
        return _LETTERS.get(last.lower(), 0)
    return _DIGITS.get(last, _WORD_ENDS.get(last, 0))
