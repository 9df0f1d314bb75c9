"""More Korean pieces for a trained brain: `python -m brain.pieces BEGUN --out FOLDER`.

A tokenizer made when the corpus held little Korean spells it byte by byte. Here the pairs that meet
most often in today's Korean become pieces of their own, after all that are there, so English is cut
as before; what the net knows of a new piece is the mean of what it knew of its parts.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path

import torch
from tokenizers import Tokenizer, models

from brain.data import CONTROL, MARKS, finished
from brain.dialogue import Writer
from brain.model import Shape
from brain.train import corpus_text

KOREAN = range(ord("가"), ord("힣") + 1)


def new_merges(words: Counter[tuple[str, ...]], count: int) -> list[tuple[str, str]]:
    """The merges that byte-pair encoding would learn next from words as they are cut now."""
    merges: list[tuple[str, str]] = []
    while len(merges) < count:
        pairs: Counter[tuple[str, str]] = Counter()
        for word, times in words.items():
            for pair in pairwise(word):
                pairs[pair] += times
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        words = _merged(words, best)
    return merges


def _merged(words: Counter[tuple[str, ...]], pair: tuple[str, str]) -> Counter[tuple[str, ...]]:
    out: Counter[tuple[str, ...]] = Counter()
    for word, times in words.items():
        out[_with(word, pair) if pair in pairwise(word) else word] += times
    return out


def _with(word: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    pieces: list[str] = []
    for piece in word:
        if pieces and (pieces[-1], piece) == pair:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def korean_words(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    """The Korean words of texts, as the tokenizer cuts them."""
    split = tokenizer.pre_tokenizer.pre_tokenize_str
    words = Counter(
        text[begin:end]
        for text in texts
        for _, (begin, end) in split(text)
        if any(ord(c) in KOREAN for c in text[begin:end])
    )
    return Counter({tuple(tokenizer.encode(word).tokens): n for word, n in words.items()})


def extend(begun: Path, out: Path, count: int, dialogues: int) -> None:
    """Reads tokenizer.json and brain.pt of one folder, writes them with more pieces elsewhere."""
    old = Tokenizer.from_file(str(begun / "tokenizer.json"))
    merges = new_merges(korean_words(old, corpus_text(Writer(7), dialogues)), count)
    described = json.loads((begun / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    vocabulary = dict(described["vocab"])
    plain = len(vocabulary) - sum(special in vocabulary for special in (*CONTROL, *MARKS))
    made = [a + b for a, b in merges if a + b not in vocabulary]
    vocabulary = {token: i for token, i in vocabulary.items() if i < plain}
    vocabulary |= {token: plain + i for i, token in enumerate(dict.fromkeys(made))}
    known = [tuple(m.split(" ")) if isinstance(m, str) else tuple(m) for m in described["merges"]]
    new = finished(Tokenizer(models.BPE(vocabulary, [*known, *merges])))
    saved = torch.load(begun / "brain.pt")
    rows = saved["weights"]["token_embd.weight"]
    at = {old.id_to_token(i): row for i, row in enumerate(rows)}
    for a, b in merges:
        at.setdefault(a + b, (at[a] + at[b]) / 2)
    size = new.get_vocab_size()
    saved["weights"]["token_embd.weight"] = torch.stack(
        [at[new.id_to_token(i)] for i in range(size)]
    )
    shape = replace(Shape(**saved["shape"]), vocabulary=size)
    out.mkdir(parents=True, exist_ok=True)
    new.save(str(out / "tokenizer.json"))
    torch.save({"shape": asdict(shape), "weights": saved["weights"]}, out / "brain.pt")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("begun", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pieces", type=int, default=768)
    parser.add_argument("--dialogues", type=int, default=12_000)
    given = parser.parse_args()
    extend(given.begun, given.out, given.pieces, given.dialogues)


if __name__ == "__main__":
    main()
