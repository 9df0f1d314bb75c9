"""Room and a circuit for copying: `python -m brain.widened BEGUN --out FOLDER`.

A trained brain is made 64 wider, two heads richer in each layer and one layer deeper, and says just
what it said before. Into that room goes an induction circuit (Elhage et al., 2021; Olsson et al.,
2022), which so short a training does not find: in the first layer a head that tells every token the
code of the one before it; in the second one that looks for places whose code before is that of the
newest token, and makes likelier what stands there. So a name that was begun is gone on with.
"""

import argparse
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from shutil import copyfile

import torch
from tokenizers import Tokenizer
from torch import Tensor

from brain import plain
from brain.data import batches, packs
from brain.dialogue import Writer
from brain.model import Shape

HEAD = 32
SLOW = 9
"""From this pair on rope turns a head slowly enough to compare codes hundreds of tokens apart."""
QUICK = 5
"""The first so many pairs turn quickly enough to tell one token back from two."""
CODE = HEAD - 2 * SLOW
ROOM = 2 * HEAD


@dataclass(frozen=True, slots=True)
class Strength:
    """How sharply it looks back one token and for a code, how like a code has to be to be looked
    at, and what a find adds to the logits."""

    back: float = 200.0
    look: float = 300.0
    sure: float = 0.7
    find: float = 12.0
    find_end: float = 0.7


@dataclass(frozen=True, slots=True)
class Codes:
    """What the circuit knows of each token: what is made likelier where it is found [tokens, 32],
    by what it is looked for [tokens, CODE], and whether to look there when nothing is found."""

    found: Tensor
    sought: Tensor
    nowhere: Tensor


def token_codes(tokenizer: Tokenizer, counts: Tensor, by: Strength, seed: int = 1) -> Codes:
    """Random directions for pieces of words and beginnings of names, by how rare these are.

    Like texts are sought alike, whatever their case or a space in front. What ends a word is one
    direction for all: where a name ended, it ends. Words, figures and other letters have none,
    since sentences are not copied and figures stand in too many places; nor have letters that are
    drawled, or "Aww" would never end.
    """
    random = torch.Generator().manual_seed(seed)
    size = len(counts)
    found, sought = (torch.randn(size, width, generator=random) for width in (HEAD, CODE))
    copied, ends, nowhere = torch.zeros(3, size, 1)
    first: dict[str, int] = {}
    for i in range(size):
        token = tokenizer.id_to_token(i)
        text = token.removeprefix("Ġ")
        sought[i] = sought[first.setdefault(text.lower(), i)]
        spaced, worded = text != token, re.fullmatch("[A-Za-z]+", text) is not None
        drawled = text.lower() in ("h", "m", "w", "z")
        copied[i] = worded and not drawled and (not spaced or text[0].isupper())
        ends[i] = token == "<|im_end|>" or (
            text.isascii() and not text.isdigit() and not token.startswith(("<|", "["))
            and (spaced or not worded)
        )  # fmt: skip
        nowhere[i] = token == "<|im_start|>"
    end = _unit(torch.randn(1, HEAD, generator=random))
    found = _unit(found - (found @ end.T) * end)
    share = (counts + 1) / (counts.sum() + size)
    copied *= (6e-4 / share).clamp(max=1.0)[:, None]
    return Codes(copied * found + by.find_end * ends * end, copied * _unit(sought), nowhere[:, 0])


def _unit(x: Tensor) -> Tensor:
    return x / x.norm(dim=1, keepdim=True)


def widened(old: Mapping[str, Tensor], shape: Shape) -> tuple[dict[str, Tensor], Shape]:
    """The same net in the larger shape: what is new adds nothing to the stream yet."""
    random = torch.Generator().manual_seed(3)
    d = shape.width
    wide = replace(shape, width=d + ROOM, heads=shape.heads + 2, layers=shape.layers + 1, room=ROOM)
    out: dict[str, Tensor] = {}
    for name, weight in old.items():
        size = [wide.width if n == d else n for n in weight.shape]
        if weight.ndim == 1:
            new = torch.ones(size)
            new[:d] = weight * (d / wide.width) ** 0.5
        else:
            new = torch.zeros(size)
            if name.endswith(("attn_q.weight", "attn_k.weight", "attn_v.weight")):
                new[d:] = torch.randn(ROOM, wide.width, generator=random) * 0.02
            new[: len(weight), : weight.shape[1]] = weight
        out[re.sub(r"(?<=^blk\.)\d+", lambda m: str(int(m[0]) + 1), name)] = new
    for name in [n for n in out if n.startswith("blk.1.")]:
        silent = name.endswith(("attn_output.weight", "ffn_down.weight"))
        new = torch.ones_like(out[name])
        if new.ndim == 2:
            new = torch.randn(new.shape, generator=random) * (0.0 if silent else 0.02)
        out[name.replace("blk.1.", "blk.0.")] = new
    return out, wide


def install(weights: Mapping[str, Tensor], codes: Codes, end_level: float, by: Strength) -> None:
    """Puts the circuit in; `end_level` is the root mean square of the stream before the last norm.

    What it keeps in a token's embedding is as large as the rest of it, so that the norms of the
    first two layers hand it on at its own size.
    """
    embedding = weights["token_embd.weight"]
    width = embedding.shape[1] - ROOM
    found = slice(width, width + HEAD)
    own, before = (slice(at, at + CODE) for at in (found.stop, found.stop + CODE))
    always, nowhere = before.stop, before.stop + 1
    level = embedding.square().mean(1, keepdim=True).sqrt()
    usual = float(level.mean())
    embedding[:, found], embedding[:, own] = level * codes.found, level * codes.sought
    embedding[:, always], embedding[:, nowhere] = level[:, 0], level[:, 0] * codes.nowhere
    heads = []  # the ninth of both layers, whose rows happen to be numbered like `found`
    for layer in (0, 1):
        names = (f"blk.{layer}.attn_{part}.weight" for part in ("q", "k", "v", "output"))
        q, k, v, o = (weights[name] for name in names)
        heads.append((q[found], k[found], v[found], o[:, found]))
        for part in heads[-1][:3]:
            part.zero_()
    q, k, v, o = heads[0]
    turn = 10000.0 ** (-torch.arange(0, 2 * QUICK, 2) / HEAD)
    q[: 2 * QUICK, always] = by.back * torch.stack((turn.cos(), -turn.sin()), 1).flatten()
    k[: 2 * QUICK : 2, always] = 1.0
    v[:CODE, own], o[before, :CODE] = torch.eye(CODE), usual * torch.eye(CODE)
    q, k, v, o = heads[1]
    q[2 * SLOW :, own], k[2 * SLOW :, before] = by.look * torch.eye(CODE), torch.eye(CODE)
    q[2 * SLOW - 2, always], k[2 * SLOW - 2, nowhere] = by.look * by.sure, 1.0
    v[:, found], o[found, :] = torch.eye(HEAD), 20 * usual * torch.eye(HEAD)
    weights["output_norm.weight"][found] = by.find * end_level / (20 * usual**2)


def widen(begun: Path, out: Path, by: Strength) -> None:
    """Reads tokenizer.json and brain.pt of one folder, writes them wider into another."""
    tokenizer = Tokenizer.from_file(str(begun / "tokenizer.json"))
    saved = torch.load(begun / "brain.pt")
    net = plain.Net(Shape(**saved["shape"]), device="cpu")
    net.load(saved["weights"])
    pad = tokenizer.token_to_id("<|endoftext|>")
    seen = list(islice(batches(packs(Writer(99), tokenizer, lambda: 0.0), pad, 8192), 25))
    tokens = torch.cat([batch.tokens for batch in seen])
    counts = torch.bincount(tokens[tokens != pad], minlength=net.shape.vocabulary)
    weights, shape = widened(saved["weights"], net.shape)
    with torch.no_grad():
        end_level = float(net.stream(seen[0])[0].square().mean(-1).sqrt().mean())
    end_level *= (net.shape.width / shape.width) ** 0.5
    install(weights, token_codes(tokenizer, counts, by), end_level, by)
    out.mkdir(parents=True, exist_ok=True)
    copyfile(begun / "tokenizer.json", out / "tokenizer.json")
    torch.save({"shape": asdict(shape), "weights": weights}, out / "brain.pt")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("begun", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    widen(given.begun, given.out, Strength())


if __name__ == "__main__":
    main()
