"""How a name sounds, in the phonemes of the CMU dictionary (ARPAbet)."""

import re
import unicodedata

FEWEST_PHONEMES = 3
"""Anything shorter than this is in every other sentence."""

KNOWN = {"rotom": "R OW T AH M"}
"""Names that no dictionary has."""

_ARPABET = {
    "aɪə": "AY ER",
    "aɪɚ": "AY ER",
    "aʊ": "AW",
    "aɪ": "AY",
    "eɪ": "EY",
    "oʊ": "OW",
    "əʊ": "OW",
    "ɔɪ": "OY",
    "tʃ": "CH",
    "dʒ": "JH",
    "ɑːɹ": "AA R",
    "ɔːɹ": "AO R",
    "oːɹ": "AO R",
    "ɪɹ": "IH R",
    "ɛɹ": "EH R",
    "ʊɹ": "UH R",
    "əl": "AH L",
    "iə": "IY AH",
    "ɑː": "AA",
    "ɔː": "AO",
    "oː": "AO",
    "iː": "IY",
    "uː": "UW",
    "ɜː": "ER",
    "a": "AA",
    "e": "EH",
    "i": "IY",
    "o": "OW",
    "u": "UW",
    "y": "UW",
    "æ": "AE",
    "ɐ": "AH",
    "ɑ": "AA",
    "ɒ": "AA",
    "ɔ": "AO",
    "ə": "AH",
    "ɚ": "ER",
    "ɛ": "EH",
    "ɜ": "ER",
    "ɪ": "IH",
    "ʊ": "UH",
    "ʌ": "AH",
    "ᵻ": "IH",
    "ø": "ER",
    "œ": "ER",
    "b": "B",
    "d": "D",
    "f": "F",
    "h": "HH",
    "j": "Y",
    "k": "K",
    "l": "L",
    "m": "M",
    "n": "N",
    "p": "P",
    "r": "R",
    "s": "S",
    "t": "T",
    "v": "V",
    "w": "W",
    "x": "K",
    "z": "Z",
    "ç": "HH",
    "ð": "DH",
    "ŋ": "NG",
    "ɡ": "G",
    "g": "G",
    "ɫ": "L",
    "ɬ": "L",
    "ɹ": "R",
    "ɾ": "T",
    "ʁ": "R",
    "ʃ": "SH",
    "ʒ": "ZH",
    "θ": "TH",
    "ʔ": "T",
}
"""What espeak-ng writes in English, longest first where one sign begins another."""

_SIGNS = re.compile("|".join(sorted(map(re.escape, _ARPABET), key=len, reverse=True)))


def arpabet(ipa: str) -> str:
    """International phonetic signs as phonemes of the dictionary; signs it has not are left out."""
    plain = unicodedata.normalize("NFC", ipa).translate(dict.fromkeys(map(ord, "ˈˌ͡‍")))
    return " ".join(_ARPABET[sign] for sign in _SIGNS.findall(plain))


def is_latin(name: str) -> bool:
    """Whether a name has letters, and all of them are Latin ones."""
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


def words_of(name: str) -> list[str]:
    """The words of a name as a dictionary lists them."""
    words = (word.strip(",.;:!?-\"'()") for word in name.lower().replace("’", "'").split())
    return [word for word in words if word]
