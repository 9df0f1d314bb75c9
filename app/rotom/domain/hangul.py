"""Korean letters put together to syllables as they are typed, on a keyboard of two sets."""

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""In Unicode's order; the first of the finals is none."""

_FIRST = ord("가")

_PAIRS = {
    each[:2]: each[2]
    for each in (
        "ㅗㅏㅘ ㅗㅐㅙ ㅗㅣㅚ ㅜㅓㅝ ㅜㅔㅞ ㅜㅣㅟ ㅡㅣㅢ "
        "ㄱㅅㄳ ㄴㅈㄵ ㄴㅎㄶ ㄹㄱㄺ ㄹㅁㄻ ㄹㅂㄼ ㄹㅅㄽ ㄹㅌㄾ ㄹㅍㄿ ㄹㅎㅀ ㅂㅅㅄ"
    ).split()
}
"""Two keys that make one vowel, or one final."""

_HALVES = {pair: keys for keys, pair in _PAIRS.items()}


def is_letter(sign: str) -> bool:
    """Whether a sign is a Korean letter that a key types."""
    return len(sign) == 1 and sign in _INITIALS + _VOWELS


def typed(growing: str, letter: str) -> tuple[str, str]:
    """What is done and what may still grow, once `letter` was typed behind `growing`.

    `growing` is a syllable, a letter, or ''. A final goes over to the vowel that follows it.
    """
    initial, vowel, final = _parts(growing)
    if letter in _VOWELS:
        if final:
            stays, goes = _split(final)
            return _syllable(initial, vowel, stays), _syllable(goes, letter)
        if not vowel:
            return ("", _syllable(initial, letter)) if initial else (growing, letter)
        both = _PAIRS.get(vowel + letter, "")
        return ("", _syllable(initial, both)) if both else (growing, letter)
    if initial and vowel:
        if not final and letter in _FINALS:
            return "", _syllable(initial, vowel, letter)
        if both := _PAIRS.get(final + letter, ""):
            return "", _syllable(initial, vowel, both)
    return growing, letter


def erased(growing: str) -> str:
    """What is left of a syllable or letter without the key that was typed last."""
    initial, vowel, final = _parts(growing)
    if final:
        return _syllable(initial, vowel, _HALVES.get(final, "")[:1])
    if vowel:
        return _syllable(initial, _HALVES.get(vowel, "")[:1])
    return ""


def _parts(growing: str) -> tuple[str, str, str]:
    """Initial, vowel and final; '' where there is none."""
    if not growing:
        return "", "", ""
    number = ord(growing) - _FIRST
    if not 0 <= number < len(_INITIALS) * len(_VOWELS) * len(_FINALS):
        return ("", growing, "") if growing in _VOWELS else (growing, "", "")
    number, final = divmod(number, len(_FINALS))
    initial, vowel = divmod(number, len(_VOWELS))
    return _INITIALS[initial], _VOWELS[vowel], _FINALS[final].strip()


def _split(final: str) -> tuple[str, str]:
    """What of a final stays, and what begins the next syllable."""
    halves = _HALVES.get(final, final)
    return halves[:-1], halves[-1]


def _syllable(initial: str, vowel: str, final: str = "") -> str:
    if not (initial and vowel):
        return initial or vowel
    number = _INITIALS.index(initial) * len(_VOWELS) + _VOWELS.index(vowel)
    return chr(_FIRST + number * len(_FINALS) + _FINALS.index(final or " "))
