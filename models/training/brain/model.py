"""The network of the starter brain: a small Llama with tied embeddings and interleaved rope."""

from dataclasses import dataclass

import torch
import torch.nn.functional as functional
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; `feed_forward` and `width` are multiples of 32 so that Q8_0 fits."""

    vocabulary: int
    width: int = 192
    layers: int = 5
    heads: int = 3
    feed_forward: int = 512
    context: int = 1024
    rope_base: float = 10000.0
    norm_epsilon: float = 1e-5


def rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Rotary position on neighbouring pairs (x0, x1), (x2, x3)…; x is [tokens, heads, size].

    `cosine` and `sine` are [tokens, 1, size], each value twice, the first sine of a pair negative.
    """
    swapped = x.unflatten(-1, (-1, 2)).flip(-1).flatten(-2)
    return x * cosine + swapped * sine


@dataclass(frozen=True, slots=True)
class Layout:
    """Packs of dialogues that share a system message, which is evaluated once for each pack.

    Tokens lie flat: `packs` x `system` tokens, then `packs` x `dialogues` x `length`. `cosine` and
    `sine` are as `rotate` takes them; the biases are 0 or -inf: [packs, 1, system, system] and
    [packs, dialogues, 1, length, system + length].
    """

    packs: int
    system: int
    dialogues: int
    length: int
    cosine: Tensor
    sine: Tensor
    system_bias: Tensor
    dialogue_bias: Tensor


def attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Plain masked attention over the last two dimensions."""
    scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5 + bias
    return scores.softmax(-1) @ value


class Norm(nn.Module):
    """Root-mean-square normalisation."""

    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        scale = torch.rsqrt(x.float().square().mean(-1, keepdim=True) + self.epsilon)
        return x * scale.to(x.dtype) * self.weight.to(x.dtype)


class Matrix(nn.Linear):
    """A linear map without bias, kept in float32 and applied in the type of its input."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.weight.to(x.dtype))


class Block(nn.Module):
    """Attention and a gated feed-forward, each before a residual sum."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.attn_norm = Norm(width, shape.norm_epsilon)
        self.attn_q = Matrix(width, width)
        self.attn_k = Matrix(width, width)
        self.attn_v = Matrix(width, width)
        self.attn_output = Matrix(width, width)
        self.ffn_norm = Norm(width, shape.norm_epsilon)
        self.ffn_gate = Matrix(width, shape.feed_forward)
        self.ffn_up = Matrix(width, shape.feed_forward)
        self.ffn_down = Matrix(shape.feed_forward, width)

    def forward(self, x: Tensor, layout: Layout) -> Tensor:
        normed = self.attn_norm(x)
        split = (x.shape[0], self.heads, -1)
        query = rotate(self.attn_q(normed).view(split), layout.cosine, layout.sine)
        key = rotate(self.attn_k(normed).view(split), layout.cosine, layout.sine)
        value = self.attn_v(normed).view(split)
        x = x + self.attn_output(self._mixed(query, key, value, layout))
        normed = self.ffn_norm(x)
        return x + self.ffn_down(functional.silu(self.ffn_gate(normed)) * self.ffn_up(normed))

    def _mixed(self, query: Tensor, key: Tensor, value: Tensor, at: Layout) -> Tensor:
        edge = at.packs * at.system

        def system(x: Tensor) -> Tensor:  # [packs, heads, system, size]
            return x[:edge].view(at.packs, at.system, self.heads, -1).transpose(1, 2)

        def spoken(x: Tensor) -> Tensor:  # [packs, dialogues, heads, length, size]
            split = (at.packs, at.dialogues, at.length, self.heads, -1)
            return x[edge:].view(split).transpose(2, 3)

        def whole(x: Tensor) -> Tensor:
            shared = system(x)[:, None].expand(-1, at.dialogues, -1, -1, -1)
            return torch.cat((shared, spoken(x)), dim=3)

        first = attend(system(query), system(key), system(value), at.system_bias)
        rest = attend(spoken(query), whole(key), whole(value), at.dialogue_bias)
        width = query.shape[1] * query.shape[2]
        return torch.cat(
            (first.transpose(1, 2).reshape(-1, width), rest.transpose(2, 3).reshape(-1, width))
        )


class Brain(nn.Module):
    """The whole network; attribute names are those of GGUF's llama tensors."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Embedding(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = Norm(shape.width, shape.norm_epsilon)
        size = shape.width // shape.heads
        speeds = shape.rope_base ** (-torch.arange(0, size, 2).float() / size)
        angles = torch.arange(shape.context).float()[:, None] * speeds
        signed = torch.stack((-angles.sin(), angles.sin()), dim=-1).flatten(-2)
        cosine = angles.cos().repeat_interleave(2, dim=-1)
        self.register_buffer("cosine", cosine, persistent=False)
        self.register_buffer("sine", signed, persistent=False)
        self.cosine: Tensor
        self.sine: Tensor
        self._start()

    def _start(self) -> None:
        nn.init.normal_(self.token_embd.weight, std=0.02)
        for name, weight in self.named_parameters():
            if weight.ndim == 2 and name.startswith("blk"):
                nn.init.normal_(weight, std=0.02)
            if name.endswith(("attn_output.weight", "ffn_down.weight")):
                nn.init.normal_(weight, std=0.02 / (2 * self.shape.layers) ** 0.5)

    def hidden(self, tokens: Tensor, layout: Layout) -> Tensor:
        """Last states [tokens, width] in bfloat16 of the flat tokens of a layout."""
        x = functional.embedding(tokens, self.token_embd.weight).bfloat16()
        for block in self.blk:
            x = block(x, layout)
        normed: Tensor = self.output_norm(x)
        return normed

    def logits(self, hidden: Tensor) -> Tensor:
        """Scores of the next token, float32."""
        return functional.linear(hidden, self.token_embd.weight.to(hidden.dtype)).float()

    def layout(self, lengths: Tensor, system: int, dialogues: int, length: int) -> Layout:
        """The layout of packs whose system messages have `lengths` tokens, padded to `system`."""
        packs = len(lengths)
        start = torch.arange(system).expand(packs, -1)
        rest = lengths[:, None, None] + torch.arange(length).expand(packs, dialogues, -1)
        positions = torch.cat((start.flatten(), rest.flatten()))
        minus = float("-inf")
        hidden = start >= lengths[:, None]
        before = torch.zeros(system, system).masked_fill(~_past(system), minus)
        shared = torch.zeros(packs, 1, 1, 1, system).masked_fill(hidden[:, None, None, None], minus)
        own = torch.zeros(length, length).masked_fill(~_past(length), minus)
        size = (packs, 1, 1, length, -1)
        bias = torch.cat((shared.expand(size), own.expand(packs, 1, 1, -1, -1)), dim=-1)
        return Layout(
            packs, system, dialogues, length,
            self.cosine[positions][:, None].bfloat16(), self.sine[positions][:, None].bfloat16(),
            before.bfloat16(), bias.bfloat16(),
        )  # fmt: skip


def _past(size: int) -> Tensor:
    return torch.ones(size, size, dtype=torch.bool).tril()
