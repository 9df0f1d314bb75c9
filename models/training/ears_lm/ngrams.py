"""Trigram language models as sorted arrays: looked up, mixed, thinned out, written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
BITS = 18
"""How many bits of a key hold one word."""


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A backing-off trigram model; all values are decimal logarithms.

    words: what the numbers of words mean [V]; p1, b1: probability and back-off of a word [V];
    k2: `key` of every known pair, sorted [B], with p2, b2; k3: of every known triple [T], with p3.
    """

    words: list[str]
    p1: Floats
    b1: Floats
    k2: Ints
    p2: Floats
    b2: Floats
    k3: Ints
    p3: Floats

    def pair(self, first: Ints, second: Ints) -> Floats:
        """log10 P(second | first)."""
        at, known = found(self.k2, key(first, second))
        return np.where(known, self.p2[at], self.b1[first] + self.p1[second])

    def triple(self, first: Ints, second: Ints, third: Ints) -> Floats:
        """log10 P(third | first, second)."""
        at, known = found(self.k3, key(first, second, third))
        history, has = found(self.k2, key(first, second))
        less = self.pair(second, third) + np.where(has, self.b2[history], 0.0)
        return np.where(known, self.p3[at], less)


def key(*words: Ints) -> Ints:
    """One number for a pair or triple of words; it sorts as they do."""
    joined = np.zeros_like(words[0], dtype=np.int64)
    for word in words:
        joined = joined << BITS | word
    return joined


def parts(keys: Ints, count: int) -> tuple[Ints, ...]:
    """The words of keys."""
    mask = (1 << BITS) - 1
    return tuple(keys >> BITS * (count - 1 - i) & mask for i in range(count))


def found(keys: Ints, wanted: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Where in sorted `keys` each is, and whether it is there at all."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return at, keys[at] == wanted


def mixed(one: Ngrams, other: Ngrams, share: float) -> Ngrams:
    """`share` of `one` and the rest of `other`, over every n-gram that either knows.

    Both have the same words.
    """

    def mix(a: Floats, b: Floats) -> Floats:
        return np.log10(np.maximum(share * 10**a + (1 - share) * 10**b, 1e-99))

    k2, k3 = np.union1d(one.k2, other.k2), np.union1d(one.k3, other.k3)
    two, three = parts(k2, 2), parts(k3, 3)
    return backed_off(
        one.words,
        mix(one.p1, other.p1),
        k2,
        mix(one.pair(*two), other.pair(*two)),
        k3,
        mix(one.triple(*three), other.triple(*three)),
    )


def backed_off(words: list[str], p1: Floats, k2: Ints, p2: Floats, k3: Ints, p3: Floats) -> Ngrams:
    """The model with these probabilities, and such back-offs that they add up to one."""
    k2, p2 = _with_histories(k2, p2, k3, p1)
    first, second = parts(k2, 2)
    b1 = _left(first, 10**p2, 10 ** p1[second], len(words))
    bare = Ngrams(words, p1, b1, k2, p2, np.zeros_like(p2), k3, p3)
    one, two, three = parts(k3, 3)
    history, _ = found(k2, key(one, two))
    b2 = _left(history, 10**p3, 10 ** bare.pair(two, three), len(k2))
    return Ngrams(words, p1, b1, k2, p2, b2, k3, p3)


def _with_histories(k2: Ints, p2: Floats, k3: Ints, p1: Floats) -> tuple[Ints, Floats]:
    """Every triple needs its first two words, and its last two, as a pair."""
    needed = np.setdiff1d(np.concatenate([k3 >> BITS, k3 & (1 << 2 * BITS) - 1]), k2)
    if not len(needed):
        return k2, p2
    first, second = parts(needed, 2)
    known, known_second = parts(k2, 2)
    b1 = _left(known, 10**p2, 10 ** p1[known_second], len(p1))
    keys = np.concatenate([k2, needed])
    order = np.argsort(keys)
    return keys[order], np.concatenate([p2, b1[first] + p1[second]])[order]


def _left(histories: Ints, given: Floats, backed: Floats, count: int) -> Floats:
    """log10 of what is left of each history's probability over what its n-grams would get."""
    over = np.maximum(1 - np.bincount(histories, given, count), 1e-4)
    under = np.maximum(1 - np.bincount(histories, backed, count), 1e-4)
    return np.log10(over / under)


def thinned(model: Ngrams, pairs: int, triples: int) -> Ngrams:
    """Only so many n-grams: those whose loss costs the most.

    An n-gram's worth is how often it comes times how far backing off misses its probability
    (Seymore and Rosenfeld's weighted difference). Pairs that a kept triple needs stay besides.
    """
    one, two, three = parts(model.k3, 3)
    history, _ = found(model.k2, key(one, two))
    often = _often(model)[one] * 10 ** (model.p2[history] + model.p3)
    less = model.pair(two, three) + model.b2[history]
    keep = _dearest(often * np.abs(model.p3 - less), triples)
    k3, p3 = model.k3[keep], model.p3[keep]
    first, second = parts(model.k2, 2)
    often = _often(model)[first] * 10**model.p2
    worth = often * np.abs(model.p2 - model.b1[first] - model.p1[second])
    keep = _dearest(worth, pairs) | np.isin(model.k2, k3 >> BITS)
    return backed_off(model.words, model.p1, model.k2[keep], model.p2[keep], k3, p3)


def _often(model: Ngrams) -> Floats:
    """How often each word comes; a sentence begins as often as it ends."""
    often = 10**model.p1
    often[model.words.index("<s>")] = often[model.words.index("</s>")]
    return often


def _dearest(worth: Floats, count: int) -> NDArray[np.bool_]:
    least = np.partition(worth, -count)[-count] if count < len(worth) else -1.0
    return worth >= least


def write_arpa(model: Ngrams, path: Path) -> None:
    """The model as the text format that every recogniser reads."""
    words = model.words
    with path.open("w", encoding="utf-8") as file:
        sizes = (len(words), len(model.k2), len(model.k3))
        file.write("\\data\\\n" + "".join(f"ngram {i}={n}\n" for i, n in enumerate(sizes, 1)))
        file.write("\n\\1-grams:\n")
        for word, p, b in zip(words, model.p1, model.b1, strict=True):
            file.write(f"{p:.4f}\t{word}\t{b:.4f}\n")
        file.write("\n\\2-grams:\n")
        first, second = (part.tolist() for part in parts(model.k2, 2))
        for v, w, p, b in zip(first, second, model.p2.tolist(), model.b2.tolist(), strict=True):
            file.write(f"{p:.4f}\t{words[v]} {words[w]}\t{b:.4f}\n")
        file.write("\n\\3-grams:\n")
        one, two, three = (part.tolist() for part in parts(model.k3, 3))
        for u, v, w, p in zip(one, two, three, model.p3.tolist(), strict=True):
            file.write(f"{p:.4f}\t{words[u]} {words[v]} {words[w]}\n")
        file.write("\n\\end\\\n")
