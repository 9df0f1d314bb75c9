"""How words are found in what was said: the form that is indexed, the query, and the excerpt."""

import re
import unicodedata

_SYLLABLE = re.compile(r"([\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3])")
"""Hangul, kana and ideographs: a word of these has no end that a reader of spaces could see."""

_MARKUP = re.compile(r"\*\*|__|`+|~~~|^\s*#{1,6}\s+", re.MULTILINE)
"""Signs of Markdown, which an excerpt does without."""

EXCERPT = 90
"""Characters of a message that are shown around what was found."""

MOST_TERMS = 12


def searchable(text: str | None) -> str | None:
    """The text with each Hangul syllable, kana and ideograph as a word of its own.

    Korean endings stick to their word ("게임을"), and compounds are written together: as a row of
    syllables any part of them is found as a phrase.
    """
    if text is None:
        return None
    return _SYLLABLE.sub(r" \1 ", unicodedata.normalize("NFC", text))


def query_of(text: str, whole: bool = False) -> str:
    """The query in FTS5's syntax: every word must be there; '' asks for nothing.

    A word of two letters and more may go on, unless `whole`; one that ends in a syllable is found
    in any word as it is.

    Each word is quoted, so that nothing in it is an operator (sqlite.org/fts5.html, section 3).
    """
    terms = []
    for word in unicodedata.normalize("NFC", text).split()[:MOST_TERMS]:
        spelled = " ".join(_words(searchable(word) or ""))
        if spelled:
            goes_on = not whole and len(word) > 1 and not _SYLLABLE.match(spelled[-1])
            terms.append(f'"{spelled}"' + (" *" if goes_on else ""))
    return " ".join(terms)


def excerpt(text: str, query: str) -> str:
    """A line of the text around the first word of the query; its beginning where there is none."""
    line = " ".join(_MARKUP.sub("", unicodedata.normalize("NFC", text)).split())
    place = max(0, first_place(line, query))
    begin = max(0, place - EXCERPT // 3)
    if begin:
        begin = line.find(" ", begin, place) + 1 or begin
    cut = line[begin : begin + EXCERPT]
    return ("… " if begin else "") + cut + (" …" if begin + EXCERPT < len(line) else "")


def first_place(text: str, query: str) -> int:
    """Where the first word of the query that is in the text stands; -1 where none is."""
    folded = _folded(text)
    places = (folded.find(_folded(word)) for word in query.split())
    return next((place for place in places if place >= 0), -1)


def _folded(text: str) -> str:
    """Small letters without accents, as the index compares them; as long as the composed text."""
    return "".join(_base(c) for c in unicodedata.normalize("NFC", text))


def _base(character: str) -> str:
    base, *rest = list(unicodedata.normalize("NFD", character))
    plain = base if all(unicodedata.category(c) == "Mn" for c in rest) else character
    return plain.lower() if len(plain.lower()) == 1 else plain


def _words(text: str) -> list[str]:
    """What of a text the index takes for words: letters, digits, and marks that belong to them."""
    kept = "".join(c if unicodedata.category(c)[0] in "LN" or _is_mark(c) else " " for c in text)
    return kept.split()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Co"}
