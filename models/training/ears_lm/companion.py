"""Companion talk counted: what users may say by the brain's corpus, as a Kneser-Ney model."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from brain.dialogue import LIKE
from brain.grammar import Line
from ears.text import Lines

from ears_lm.ngrams import BITS, Floats, Ints, Ngrams, backed_off, key, parts

WAYS = 8
"""How many different sentences at most are made of one line of the corpus."""

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


class _Talk(Lines):
    """The corpus's user lines, with words in their slots."""

    def said(self, line: Line) -> str:
        return self._filled(line)

    def _word(self, name: str, column: int) -> str:
        return super()._word(LIKE.get(name, name), column)


def companion_lines(seed: int = 1) -> Iterator[str]:
    """Every user line of the corpus, said in up to `WAYS` ways, in small letters without marks."""
    talk = _Talk(seed)
    for line in talk.users:
        tries = 2 * WAYS if line.text.slots else 2 * min(WAYS, line.text.ways)
        said = {talk.said(line) for _ in range(tries)}
        yield from sorted(plain(text) for text in said if text and text.isascii())[:WAYS]


def plain(text: str) -> str:
    """A sentence as a recogniser spells it: words and apostrophes, numbers in words."""
    text = re.sub(r"\d+", lambda found: _number(int(found[0])), text.lower())
    return " ".join(re.findall(r"[a-z']+", text))


def _number(value: int) -> str:
    if value < 20:
        return _NUMBERS[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return _TENS[ten - 2] + (f" {_NUMBERS[one]}" if one else "")
    if value % 100 == 0 and value < 1000:
        return f"{_NUMBERS[value // 100]} hundred"
    return " ".join(_NUMBERS[int(digit)] for digit in str(value))


def counted(sentences: list[str], words: list[str]) -> Ngrams:
    """An interpolated Kneser-Ney trigram model of the sentences over `words`.

    What stands beside a word that is not in `words` is not counted.
    """
    number = {word: i for i, word in enumerate(words)}
    start, end = number["<s>"], number["</s>"]
    flat: list[int] = []
    for sentence in sentences:
        flat += [-1, start, *(number.get(word, -1) for word in sentence.split()), end]
    text = np.array([-1, *flat, -1], dtype=np.int64)
    first, second, third = text[:-2], text[1:-1], text[2:]
    k3, n3 = _counts(first, second, third)
    # A pair counts once for each word that it follows; at the start of a sentence, each time.
    at_start, n_start = _counts(*(part[first == start] for part in (first, second)))
    follow2, n_follow2 = np.unique(k3 & (1 << 2 * BITS) - 1, return_counts=True)
    k2 = np.concatenate([follow2, at_start])
    order = np.argsort(k2)
    k2, n2 = k2[order], np.concatenate([n_follow2, n_start])[order]
    n1 = np.bincount(parts(k2, 2)[1], minlength=len(words))
    d1, d2, d3 = (_discount(n) for n in (n1[n1 > 0], n2, n3))
    seen = np.maximum(n1 - d1, 0.0)
    allowed = np.arange(len(words)) != start
    p1 = (seen + (n1.sum() - seen.sum()) * allowed / allowed.sum()) / n1.sum()
    p1[start] = 1e-99
    one, two = parts(k2, 2)
    p2 = _interpolated(n2, d2, one, p1[two], len(words))
    u, v, w = parts(k3, 3)
    history = np.searchsorted(k2, key(u, v))
    known = k2[np.minimum(history, len(k2) - 1)] == key(u, v)
    k3, n3, history, v, w = (part[known] for part in (k3, n3, history, v, w))
    p3 = _interpolated(n3, d3, history, p2[np.searchsorted(k2, key(v, w))], len(k2))
    return backed_off(words, np.log10(p1), k2, np.log10(p2), k3, np.log10(p3))


def _counts(*columns: Ints) -> tuple[Ints, Ints]:
    whole = np.all(np.stack(columns) >= 0, axis=0)
    return np.unique(key(*(column[whole] for column in columns)), return_counts=True)


def _discount(counts: Ints) -> float:
    once, twice = int((counts == 1).sum()), int((counts == 2).sum())
    return once / max(once + 2 * twice, 1)


def _interpolated(
    counts: Ints, discount: float, histories: Ints, lower: Floats, count: int
) -> Floats:
    total = np.bincount(histories, counts, count)
    kinds = np.bincount(histories, minlength=count)
    left = discount * kinds / np.maximum(total, 1)
    return (counts - discount) / total[histories] + left[histories] * lower
