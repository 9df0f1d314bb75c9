"""The starter brain's passes in plain torch, on any processor or graphics card."""

from collections.abc import Iterator

import torch
import torch.nn.functional as functional
from torch import Tensor

from brain.batch import Batch
from brain.model import Shape
from brain.weights import Weights

AT_ONCE = {"cpu": 2048, "cuda": 65_536}
"""How many tokens a pass takes: what lies between the products should stay in the cache."""

GROUP_ROWS = {"cpu": 8, "cuda": 384}
"""How many spans of like length are attended to at once: more waste padding, fewer waste calls."""

MEANING = 0.3
"""What knowing the exchange that a user's line belongs to weighs beside the words of the reply."""


def normed(x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    """Root-mean-square normalisation."""
    return functional.rms_norm(x, (x.shape[-1],), weight, epsilon)


def rotated(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Rotary position on neighbouring pairs; x [t, heads, size], the others [t, 1, size / 2]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), -1).flatten(-2)


class Group:
    """Spans attended to at once: the rows of their queries and keys, and what each sees."""

    def __init__(self, spans: Tensor) -> None:
        at, length, first, seen = spans.T[..., None]
        own, before = torch.arange(int(length.max())), torch.arange(int(seen.max()))
        real = own < length
        self.rows = torch.where(real, at + own, 0)
        self.places = (at + own)[real], real.flatten().nonzero().flatten()
        self.keys = torch.cat((torch.where(before < seen, first + before, 0), self.rows), 1)
        earlier = (before < seen)[:, None, :].expand(-1, len(own), -1)
        mine = (own[:, None] >= own)[None].expand(len(spans), -1, -1)
        self.seen = torch.cat((earlier, mine), 2)[:, None]

    def to(self, device: str) -> "Group":
        self.rows, self.keys, self.seen = (
            x.to(device, non_blocking=True) for x in (self.rows, self.keys, self.seen)
        )
        self.places = self.places[0].to(device), self.places[1].to(device)
        return self

    def attend(self, query: Tensor, key: Tensor, value: Tensor, out: Tensor) -> Tensor:
        """Puts what the queries find into `out`; all are [t, heads, size]."""
        q, k, v = (
            x[rows].transpose(1, 2)
            for x, rows in ((query, self.rows), (key, self.keys), (value, self.keys))
        )
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=self.seen)
        flat = found.transpose(1, 2).reshape(-1, *query.shape[1:])
        return out.index_copy(0, self.places[0], flat[self.places[1]])


def groups(spans: Tensor, rows: int) -> Iterator[Group]:
    """The spans in groups of like length, of at most so many rows."""
    for chunk in spans[spans[:, 1].argsort()].split(rows):
        yield Group(chunk)


class Net(Weights):
    """Float32 on the processor; on a graphics card the products are bfloat16."""

    def __init__(self, shape: Shape, seed: int = 1, device: str = "", intents: int = 0) -> None:
        device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        super().__init__(shape, seed, device, intents)
        self.at_once = AT_ONCE[device]

    def orthogonal(self, x: Tensor, rounds: int = 5) -> Tensor:
        """Nearly the orthogonal matrix nearest to x, by Newton-Schulz as in Muon."""
        tall = x.shape[0] > x.shape[1]
        out = (x.T if tall else x) / (x.norm() + 1e-7)
        for _ in range(rounds):
            square = out @ out.T
            out = 3.4445 * out + (-4.7750 * square + 2.0315 * square @ square) @ out
        return out.T if tall else out

    def loss(self, batch: Batch, learn: bool = True) -> float:
        """Mean loss of the learned tokens; with `learn` the gradients are added up, those of
        knowing what was meant too."""
        on_card = self.device != "cpu"
        with (
            torch.set_grad_enabled(learn),
            torch.autocast(self.device, torch.bfloat16, enabled=on_card),
        ):
            loss, meaning = self._losses(batch)
        if learn:
            (loss + MEANING * meaning).backward()  # type: ignore[no-untyped-call]  # so is torch
        self.meaning = float(meaning.detach())
        return float(loss.detach())

    def _losses(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Of the words, and of what was meant: cross-entropies."""
        targets = batch.targets.to(self.device)
        learned = (targets >= 0).nonzero().flatten()
        x, middle = self.stream(batch)
        x, w = x[learned], self.weights
        last = normed(x, w["output_norm"], self.shape.norm_epsilon)
        logits = functional.linear(last, w["token_embd"]).float()
        loss = functional.cross_entropy(logits, targets[learned])
        meant = batch.meant.to(self.device)
        if "intent" not in w or not len(meant):
            return loss, torch.zeros(())
        known = functional.rms_norm(middle[meant[:, 0]], (self.shape.width,))
        logits = functional.linear(known, w["intent"]).float()
        return loss, functional.cross_entropy(logits, meant[:, 1])

    def stream(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """What the layers make of the tokens before the last norm, and what the first two thirds
        of them do; both [t, width]."""
        shape, w = self.shape, self.weights
        t, size = len(batch.tokens), shape.width // shape.heads
        spans = [g.to(self.device) for g in groups(batch.spans, GROUP_ROWS[self.device])]
        positions = batch.positions.long().to(self.device)
        cosine, sine = (x[positions][:, None, 0::2] for x in (self.cosine, self.sine))
        x = functional.embedding(batch.tokens.to(self.device), w["token_embd"])
        for i in range(shape.layers):
            qkv = functional.linear(
                normed(x, w[f"{i}.attn_norm"], shape.norm_epsilon), w[f"{i}.qkv"]
            )
            query, key, value = (y.view(t, shape.heads, size) for y in qkv.chunk(3, -1))
            query, key = rotated(query, cosine, sine), rotated(key, cosine, sine)
            mixed = torch.zeros_like(value)
            for group in spans:
                mixed = group.attend(query.to(value.dtype), key.to(value.dtype), value, mixed)
            x = x + functional.linear(mixed.reshape(t, -1), w[f"{i}.attn_output"])
            both = functional.linear(
                normed(x, w[f"{i}.ffn_norm"], shape.norm_epsilon), w[f"{i}.both"]
            )
            gate, up = both.chunk(2, -1)
            x = x + functional.linear(functional.silu(gate) * up, w[f"{i}.ffn_down"])
            if i == shape.layers * 2 // 3 - 1:
                middle = x
        return x, middle
