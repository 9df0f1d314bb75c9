"""A Whisper small enough for tests, trained on short windows that equal the thirty-second one."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, HEADS, INNER = 160, 4, 512
ENCODERS, DECODERS = 4, 2
MELS, POSITIONS, WORDS = 80, 1500, 448
MOVING = 400
"""Encoder positions after this one (8 s) are all alike: one pad token can stand for all of them."""
PADS = 8
QUIET = 8
"""Frames of padding that an utterance keeps behind it, so that the convolutions see its end."""
LETTERS = 128
"""Room for the alphabet of the helper."""


def waves() -> Tensor:
    """Quiet sines for the first MOVING positions [POSITIONS, WIDTH], zero after them."""
    rates = torch.exp(-math.log(10_000) * torch.arange(WIDTH // 2) / (WIDTH // 2 - 1))
    angle = torch.arange(POSITIONS)[:, None] * rates
    table = 0.15 * torch.cat([angle.sin(), angle.cos()], dim=1)
    table[MOVING:] = 0
    return table


class Attention(nn.Module):
    """Multi-head attention; the bias that the keys carry here changes nothing."""

    def __init__(self, crossed: bool) -> None:
        super().__init__()
        self.crossed = crossed
        if crossed:
            self.q, self.kv = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 2 * WIDTH)
        else:
            self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor, source: Tensor, bias: Tensor) -> Tensor:
        if self.crossed:
            (q,), (k, v) = self._heads(self.q(x), 1), self._heads(self.kv(source), 2)
        else:
            q, k, v = self._heads(self.qkv(x), 3)
        bias = bias.to(q.dtype).expand(q.shape[0], q.shape[1], k.shape[1])
        size = 1 / math.sqrt(WIDTH // HEADS)
        weights = torch.softmax(torch.baddbmm(bias, q, k.transpose(1, 2), alpha=size), dim=2)
        found = torch.bmm(weights, v).unflatten(0, (-1, HEADS))
        return self.o(found.transpose(1, 2).flatten(2))

    @staticmethod
    def _heads(x: Tensor, parts: int) -> tuple[Tensor, ...]:
        """[B, T, parts * WIDTH] as `parts` tensors [B * HEADS, T, WIDTH / HEADS]."""
        split = x.unflatten(2, (parts, HEADS, -1)).permute(2, 0, 3, 1, 4)
        return split.flatten(1, 2).contiguous().unbind(0)


class Layer(nn.Module):
    """Pre-norm transformer layer; with `crossed` it also listens to the encoder."""

    def __init__(self, crossed: bool) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(WIDTH), Attention(crossed=False)
        self.crossed = crossed
        if crossed:
            self.cross_norm, self.cross_attention = nn.LayerNorm(WIDTH), Attention(crossed=True)
        self.norm = nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(
        self,
        x: Tensor,
        bias: Tensor,
        source: Tensor | None = None,
        source_bias: Tensor | None = None,
    ) -> Tensor:
        h = self.self_norm(x)
        x = x + self.self_attention(h, h, bias)
        if source is not None and source_bias is not None:
            x = x + self.cross_attention(self.cross_norm(x), source, source_bias)
        return x + self.down(F.gelu(self.up(self.norm(x))))


@dataclass(frozen=True, slots=True)
class Listened:
    """Encoder output [B, N, WIDTH], how much each key counts [N] (log), and how many are real."""

    hidden: Tensor
    bias: Tensor
    real: int


class Ears(nn.Module):
    """Encoder and decoder; `letters` is a helper for training that is not exported."""

    def __init__(self, tokens: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(MELS, WIDTH, 3, padding=1)
        self.conv2 = nn.Conv1d(WIDTH, WIDTH, 3, stride=2, padding=1)
        self.register_buffer("places", waves(), persistent=False)
        self.encoder = nn.ModuleList(Layer(crossed=False) for _ in range(ENCODERS))
        self.encoder_norm = nn.LayerNorm(WIDTH)
        self.embed = nn.Embedding(tokens, WIDTH)
        self.word_places = nn.Parameter(torch.randn(WORDS, WIDTH) * 0.01)
        self.decoder = nn.ModuleList(Layer(crossed=True) for _ in range(DECODERS))
        self.decoder_norm = nn.LayerNorm(WIDTH)
        self.letters = nn.Linear(WIDTH, LETTERS)
        nn.init.normal_(self.embed.weight, std=0.05)
        with torch.no_grad():
            self.conv1.weight.mul_(2)
            self.conv2.weight.mul_(2)

    def listen(self, mel: Tensor) -> Listened:
        """`mel` [B, 80, F] with zeros after each utterance: as if padded to 3000 frames.

        What is left of the 8 s is drawn as PADS positions that count more; all later positions
        are one token that counts POSITIONS - MOVING times.
        """
        x = F.gelu(self.conv2(F.gelu(self.conv1(mel)))).transpose(1, 2)
        real = x.shape[1]
        quiet = F.gelu(self.conv2(F.gelu(self.conv1(torch.zeros_like(mel[:1, :, :12])))))
        left = max(MOVING - real, 0)
        drawn = torch.randint(real, MOVING, (PADS,)) if left else torch.full((PADS,), MOVING)
        at = torch.cat([torch.arange(real), drawn, torch.tensor([MOVING])])
        pad = quiet[:, :, 3].expand(x.shape[0], PADS + 1, -1)
        x = torch.cat([x, pad], dim=1) + self.places[at]
        bias = torch.zeros(real + PADS + 1)
        bias[real:-1] = math.log(left / PADS) if left else -1e4
        bias[-1] = math.log(POSITIONS - MOVING)
        for layer in self.encoder:
            x = layer(x, bias)
        return Listened(self.encoder_norm(x), bias, real)

    def say(self, tokens: Tensor, heard: Listened) -> Tensor:
        """Logits of the next token [B, T, tokens]."""
        count = tokens.shape[1]
        x = self.embed(tokens) + self.word_places[:count]
        ahead = torch.full((count, count), -1e4).triu(1)
        for layer in self.decoder:
            x = layer(x, ahead, heard.hidden, heard.bias)
        return self.decoder_norm(x) @ self.embed.weight.t()
