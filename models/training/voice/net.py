"""The voice itself: symbols to frames (learned), frames to samples (fixed harmonics and noise)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from voice.align import SILENT
from voice.dsp import GRID, HOP, MELS, RATE, spectrum_matrices

SYMBOLS = 256
WIDTH_IN, WIDTH_OUT, HEADS = 192, 256, 4
HARMONICS = 64
TRACKS = MELS + 3
"""Per frame of 5 ms: log power in mel bands, log F0, voicing, noise; all normalised."""


@dataclass(frozen=True, slots=True)
class Scales:
    """Mean and spread that the tracks were normalised with."""

    mel_mean: Tensor
    mel_spread: float
    f0_mean: float
    f0_spread: float


def around_of(h: Tensor, reach: int) -> Tensor:
    """Each frame [B, T, C] beside its two neighbours `reach` away: [B, T, 3 * C], zeros outside."""
    edge = torch.zeros_like(h[:, :1]).expand(-1, reach, -1)
    padded = torch.cat([edge, h, edge], dim=1)
    return torch.cat([padded[:, : -2 * reach], h, padded[:, 2 * reach :]], dim=2)


class Around(torch.autograd.Function):
    """`around_of` with a backward pass on contiguous memory: the usual one is far slower."""

    @staticmethod
    def forward(ctx: Any, h: Tensor, reach: int) -> Tensor:
        ctx.reach = reach
        return around_of(h, reach)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None]:  # type: ignore[override]
        before, here, behind = (part.contiguous() for part in grad.chunk(3, dim=2))
        r = ctx.reach
        if r < here.shape[1]:
            here[:, :-r] += before[:, r:]
            here[:, r:] += behind[:, :-r]
        return here, None


class Block(nn.Module):
    """Residual: three neighbours `reach` apart, mixed by two layers."""

    def __init__(self, width: int, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        h = self.norm(x)
        around = Around.apply(h, self.reach) if self.training else around_of(h, self.reach)
        return x + self.out(F.relu(self.mix(around)))


class Attention(nn.Module):
    """Residual self-attention, so that a sentence's end is felt at its beginning."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        size = WIDTH_IN // HEADS
        q, k, v = self.qkv(self.norm(x)).chunk(3, dim=2)
        q, k, v = (t.unflatten(2, (HEADS, size)).transpose(1, 2) for t in (q, k, v))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(size) + bias, dim=3)
        return x + self.out((weights @ v).transpose(1, 2).flatten(2))


class Acoustic(nn.Module):
    """Symbols [B, T] to log durations [B, T], and with durations to tracks [B, F, TRACKS]."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(SYMBOLS, WIDTH_IN)
        self.place = nn.Linear(4, WIDTH_IN)
        self.before = nn.ModuleList(Block(WIDTH_IN, r) for r in (1, 2, 4))
        self.whole = Attention(WIDTH_IN)
        self.after = nn.ModuleList(Block(WIDTH_IN, r) for r in (1, 2))
        self.length = nn.Sequential(nn.LayerNorm(WIDTH_IN), nn.Linear(WIDTH_IN, 1))
        self.enter = nn.Linear(WIDTH_IN + 6, WIDTH_OUT)
        self.frames = nn.ModuleList(Block(WIDTH_OUT, r) for r in (1, 2, 4, 8, 1, 2))
        self.leave = nn.Sequential(nn.LayerNorm(WIDTH_OUT), nn.Linear(WIDTH_OUT, 2 * TRACKS))

    def encode(self, ids: Tensor, valid: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden [B, T, WIDTH_IN], log(1 + frames) [B, T]; `valid` is 1 for symbols, 0 after."""
        count = valid.sum(1, keepdim=True)
        at = torch.cumsum(valid, 1) - 1
        part = torch.stack([at / count, (count - at) / count, at / 50, (count - at) / 50], dim=2)
        keep = valid.unsqueeze(2)
        x = (self.embed(ids) + self.place(part)) * keep
        for block in self.before:
            x = block(x) * keep
        x = self.whole(x, ((valid - 1) * 1e4)[:, None, None, :])
        for block in self.after:
            x = block(x * keep)
        return x, self.length(x).squeeze(2)

    def decode(self, hidden: Tensor, ends: Tensor, pairs: int) -> Tensor:
        """Tracks [B, 2 * pairs, TRACKS] for symbols that end at frames `ends` [B, T]."""
        now = torch.arange(pairs, device=ends.device).to(ends.dtype) * 2 + 1
        owner = (now[None, :, None] > ends[:, None, :]).sum(2).clamp(max=ends.shape[1] - 1)
        starts = torch.cat([torch.zeros_like(ends[:, :1]), ends[:, :-1]], dim=1)
        end, start = torch.gather(ends, 1, owner), torch.gather(starts, 1, owner)
        passed, left = (now - start) / 20, (end - now) / 20
        part = passed / (passed + left + 0.01)
        soon = [torch.exp(-4 * passed.abs()), torch.exp(-4 * left.abs())]
        where = torch.stack([passed, left, part, passed + left, *soon], dim=2)
        x = torch.gather(hidden, 1, owner.unsqueeze(2).expand(-1, -1, hidden.shape[2]))
        x = self.enter(torch.cat([x, where.to(x.dtype)], dim=2))
        for block in self.frames:
            x = block(x)
        return self.leave(x).reshape(x.shape[0], -1, TRACKS)


class Synth(nn.Module):
    """Log power [F, MELS], F0 in Hz [F], voicing 0-1 [F], noise in dB at 3 kHz [F] to samples."""

    def __init__(self) -> None:
        super().__init__()
        amplitude, phase = spectrum_matrices()
        both = np.concatenate([amplitude, phase], axis=1)
        self.register_buffer("spectrum", torch.tensor(both, dtype=torch.float32))
        bins = HOP + 1
        angle = 2 * np.pi * np.outer(np.arange(bins), np.arange(2 * HOP)) / (2 * HOP)
        window = np.sin(np.pi * (np.arange(2 * HOP) + 0.5) / (2 * HOP))
        weight = np.where(np.isin(np.arange(bins), (0, HOP)), 1.0, np.sqrt(2.0))[:, None]
        waves = np.concatenate([np.cos(angle), np.sin(angle)]) * np.concatenate([weight, weight])
        table = waves * window / np.sqrt(2 * HOP)
        self.register_buffer("waves", torch.tensor(table, dtype=torch.float32)[:, None, :])
        self.register_buffer("number", torch.arange(1, HARMONICS + 1, dtype=torch.float32))
        self.register_buffer("ramp", (torch.arange(HOP, dtype=torch.float32) + 0.5) / HOP)

    def forward(self, mel: Tensor, f0: Tensor, voiced: Tensor, noise: Tensor) -> Tensor:
        level, phase = (mel @ self.spectrum).chunk(2, dim=1)
        tone = self._tone(level, phase, f0, voiced, noise)
        hiss = self._hiss(level, f0, voiced, noise)
        return tone + hiss[HOP // 2 : HOP // 2 + tone.shape[0]]

    @staticmethod
    def _aperiodic(hertz: Tensor, noise: Tensor) -> Tensor:
        """Share of noise: -60 dB at 0 Hz, `noise` dB at 3 kHz, 0 dB at 8 kHz (as in WORLD)."""
        low = -60 + (noise + 60) * (hertz / 3000).clamp(max=1.0)
        high = -noise * ((hertz - 3000) / 5000).clamp(0.0, 1.0)
        return torch.exp((low + high).clamp(max=0.0) * (math.log(10) / 20))

    def _tone(
        self, level: Tensor, phase: Tensor, f0: Tensor, voiced: Tensor, noise: Tensor
    ) -> Tensor:
        hertz = f0[:, None] * self.number
        at = (hertz / (RATE / 2) * (GRID - 1)).clamp(max=GRID - 1.001)
        low = at.floor()
        share, index = at - low, low.long()
        levels = (
            torch.gather(level, 1, index) * (1 - share) + torch.gather(level, 1, index + 1) * share
        )
        phases = (
            torch.gather(phase, 1, index) * (1 - share) + torch.gather(phase, 1, index + 1) * share
        )
        clear = torch.sqrt((1 - self._aperiodic(hertz, noise[:, None]) ** 2).clamp(min=0.0))
        inside = ((RATE / 2 - 300 - hertz) / 300).clamp(0.0, 1.0)
        loud = (
            torch.sqrt(f0 / RATE)[:, None]
            * 2
            * torch.exp(levels)
            * clear
            * inside
            * voiced[:, None]
        )
        parts = torch.stack([loud * torch.cos(phases), -loud * torch.sin(phases)], dim=1)
        following = torch.cat([parts[1:], parts[-1:]])
        f0_next = torch.cat([f0[1:], f0[-1:]])
        pitch = f0[:, None] * (1 - self.ramp) + f0_next[:, None] * self.ramp
        cycles = torch.cumsum((pitch / RATE).reshape(-1).double(), 0)
        turn = (cycles - cycles.floor()).float() * (2 * math.pi)
        angle = turn[:, None] * self.number
        swing = torch.cat([torch.cos(angle), torch.sin(angle)], dim=1).reshape(
            -1, HOP, 2 * HARMONICS
        )
        ends = torch.stack([parts.flatten(1), following.flatten(1)], dim=2)
        both = torch.bmm(swing, ends)
        return (both[:, :, 0] * (1 - self.ramp) + both[:, :, 1] * self.ramp).reshape(-1)

    def _hiss(self, level: Tensor, f0: Tensor, voiced: Tensor, noise: Tensor) -> Tensor:
        step = (GRID - 1) / HOP
        at = torch.arange(HOP + 1, device=level.device).to(level.dtype) * step
        low = at.floor().clamp(max=GRID - 2)
        share, index = at - low, low.long()
        levels = level[:, index] * (1 - share) + level[:, index + 1] * share
        hertz = (at * (RATE / 2 / (GRID - 1)))[None, :]
        rough = self._aperiodic(hertz, noise[:, None]) ** 2
        beyond = (hertz > f0[:, None] * HARMONICS).to(level.dtype)
        rough = torch.maximum(rough, beyond)
        share_of_noise = torch.sqrt(1 - voiced[:, None] * (1 - rough))
        spread = torch.exp(levels) * share_of_noise
        random = torch.randn_like(torch.cat([spread, spread], dim=1))
        shaped = random * torch.cat([spread, spread], dim=1)
        return F.conv_transpose1d(shaped.t()[None], self.waves, stride=HOP).reshape(-1)


def timed_symbols(id_map: dict[str, list[int]]) -> Tensor:
    """1 for symbols that take time, 0 for stress marks and the like, by id [SYMBOLS]."""
    timed = torch.ones(SYMBOLS)
    for symbol in SILENT:
        if symbol in id_map:
            timed[id_map[symbol][0]] = 0
    return timed


class Voice(nn.Module):
    """Piper's contract: ids, their count, (noise, length, noise_w) to samples and frames per id."""

    def __init__(
        self, acoustic: Acoustic, scales: Scales, timed: Tensor, sharpen: float = 0.0
    ) -> None:
        super().__init__()
        self.acoustic, self.synth, self.scales, self.sharpen = acoustic, Synth(), scales, sharpen
        self.register_buffer("timed", timed)
        self.register_buffer("mel_mean", scales.mel_mean)

    def forward(self, ids: Tensor, count: Tensor, scales: Tensor) -> tuple[Tensor, Tensor]:
        symbols = ids[:, : count[0]][:, ::2]
        valid = torch.ones_like(symbols).float()
        hidden, log_length = self.acoustic.encode(symbols, valid)
        wobble = torch.exp(torch.randn_like(log_length).clamp(-2, 2) * 0.06 * scales[2])
        wanted = (torch.exp(log_length) - 1) * scales[1] * wobble * self.timed[symbols]
        frames = torch.ceil((wanted - 0.5).clamp(min=0.0))
        odd = frames.sum() - 2 * (frames.sum() / 2).floor()
        last = torch.ones_like(frames).cumsum(1) == valid.sum()
        frames = torch.where(last, frames + odd + 2, frames)
        ends = torch.cumsum(frames, 1)
        tracks = self.acoustic.decode(hidden, ends, (ends[0, -1] / 2).long())[0]
        audio = self._sound(tracks, scales)
        pads = torch.stack([frames, torch.zeros_like(frames)], dim=2).flatten(1)[:, :-1]
        return audio[None, None], pads

    def _sound(self, tracks: Tensor, scales: Tensor) -> Tensor:
        s = self.scales
        mel = tracks[:, :MELS] * s.mel_spread
        mel = mel + self.sharpen * (mel - _smooth(mel)) + self.mel_mean
        lively = tracks[:, MELS] * s.f0_spread * (1 + 0.3 * (scales[0] - 0.667))
        f0 = torch.exp(lively + s.f0_mean).clamp(50.0, 400.0)
        voiced = torch.sigmoid(tracks[:, MELS + 1] * 2)
        noise = (tracks[:, MELS + 2] * 20 - 20).clamp(-50.0, -0.5)
        audio = self.synth(mel, f0, voiced, noise)
        rise = torch.arange(audio.shape[0]).float()
        edge = torch.minimum(rise, audio.shape[0] - 1 - rise) / (2 * HOP)
        return 0.95 * torch.tanh(LOUDNESS * audio * edge.clamp(max=1.0))


LOUDNESS = 2.0


def _smooth(mel: Tensor) -> Tensor:
    """Each band's average with its neighbours, over 13 bands: what formants stand out from."""
    padded = F.pad(mel[:, None], (6, 6), mode="replicate")
    return F.avg_pool1d(padded, 13, stride=1)[:, 0]
