"""Reads the general language model that travels with PocketSphinx (its "trie" file)."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ears_lm.ngrams import Ints, Ngrams, key

HEADER = b"Trie Language Model"
LEVELS = 1 << 16
"""Probabilities and back-offs of pairs and triples are indices of tables as long as this."""

LOG_BASE = np.log10(1.0001)
"""The file counts in logarithms of 1.0001."""


def read_general(path: Path, also: list[str]) -> Ngrams:
    """The trigram model in `path`; `also` are words that it lacks, added as never said."""
    data = path.read_bytes()
    if not data.startswith(HEADER):
        raise ValueError(f"{path} is no such model")
    order, *counts = struct.unpack_from("<B3I", data, len(HEADER))
    if order != 3:
        raise ValueError(f"{path} knows {order} words in a row, not three")
    at = len(HEADER) + 1 + 12 + 4
    tables = np.frombuffer(data, "<f4", 3 * LEVELS, at).reshape(3, LEVELS) * LOG_BASE
    at += tables.size * 4
    unit = np.dtype([("p", "<f4"), ("b", "<f4"), ("next", "<u4")])
    ones = np.frombuffer(data, unit, counts[0] + 1, at)
    at += ones.nbytes
    word_bits, next_bits = counts[0].bit_length(), counts[2].bit_length()
    width = word_bits + 32 + next_bits
    twos = data[at : at + (width * (counts[1] + 1) + 7) // 8 + 8]
    at += len(twos)
    last_word, value, follow = _columns(twos, counts[1] + 1, (word_bits, 32, next_bits))
    threes = data[at : at + ((word_bits + 16) * (counts[2] + 1) + 7) // 8 + 8]
    at += len(threes)
    far_word, far_value = _columns(threes, counts[2] + 1, (word_bits, 16))
    names = [word.decode("utf-8") for word in data[at + 4 :].split(b"\0") if word]
    if len(names) != counts[0]:
        raise ValueError(f"{path} names {len(names)} words, not {counts[0]}")
    # The trie goes backwards: under the newest word stand the words before it.
    newest = np.repeat(np.arange(counts[0]), np.diff(ones["next"].astype(np.int64)))
    pairs = len(newest)  # a few fewer than the header says
    before, value = last_word[:pairs], value[:pairs]
    under = np.repeat(np.arange(pairs), np.diff(follow[: pairs + 1]))
    far_word, far_value = far_word[: len(under)], far_value[: len(under)]
    words = [*names, *sorted(set(also) - set(names))]
    rest = np.zeros(len(words) - len(names))
    p2, b2, p3 = tables[0][value >> 16], tables[1][value & 0xFFFF], tables[2][far_value]
    k2 = key(before, newest)
    k3 = key(far_word, before[under], newest[under])
    first, second = np.argsort(k2), np.argsort(k3)
    return Ngrams(
        words,
        np.concatenate([ones["p"][:-1] * LOG_BASE, rest - 99.0]),
        np.concatenate([ones["b"][:-1] * LOG_BASE, rest]),
        k2[first],
        p2[first].astype(np.float64),
        b2[first].astype(np.float64),
        k3[second],
        p3[second].astype(np.float64),
    )


def _columns(packed: bytes, rows: int, widths: tuple[int, ...]) -> list[Ints]:
    """The fields of `rows` rows that stand bit after bit, the lowest first."""
    data: NDArray[np.uint8] = np.frombuffer(packed, np.uint8)
    out, start, whole = [], 0, sum(widths)
    for width in widths:
        bit = np.arange(rows, dtype=np.int64) * whole + start
        value = np.zeros(rows, np.uint64)
        for byte in range(6):
            value |= data[(bit >> 3) + byte].astype(np.uint64) << np.uint64(8 * byte)
        value = value >> (bit & 7).astype(np.uint64) & np.uint64((1 << width) - 1)
        out.append(value.astype(np.int64))
        start += width
    return out
