"""Teaches the acoustic model from the lessons, on one core, for a fixed time."""

from __future__ import annotations

import math
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP
from torch import Tensor

from voice.dsp import MELS
from voice.net import SYMBOLS, TRACKS, Acoustic, Scales, timed_symbols
from voice.teacher import Lesson, read_lessons

BATCH_FRAMES = 5_000
PEAK_RATE, LAST_RATE = 2e-3, 2e-5


def measure_scales(lessons: list[Lesson]) -> Scales:
    """The mean and spread of what was heard."""
    mel = np.concatenate([item.mel for item in lessons[:400]]).astype(np.float32)
    log_f0 = np.log(np.concatenate([item.f0[item.f0 > 0] for item in lessons[:400]]))
    mean = mel.mean(0)
    spread = float((mel - mean).std())
    return Scales(torch.tensor(mean), spread, float(log_f0.mean()), float(log_f0.std()))


def tracks_of(item: Lesson, scales: Scales) -> tuple[Tensor, Tensor]:
    """Targets [F, TRACKS] and how much each counts."""
    voiced = torch.tensor(item.f0 > 0, dtype=torch.float32)
    log_f0 = torch.tensor(item.f0).clamp(min=50).log()
    target = torch.zeros(len(item.mel), TRACKS)
    target[:, :MELS] = (torch.tensor(item.mel).float() - scales.mel_mean) / scales.mel_spread
    target[:, MELS] = (log_f0 - scales.f0_mean) / scales.f0_spread
    target[:, MELS + 1] = voiced
    counts = torch.ones(len(item.mel), TRACKS)
    counts[:, MELS] = voiced
    counts[:, MELS + 2] = 0
    if item.noise is not None:
        target[:, MELS + 2] = (torch.tensor(item.noise) + 20) / 20
        counts[:, MELS + 2] = voiced
    return target, counts


def batches(lessons: list[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Sentences of like length together, about BATCH_FRAMES in each, in random order."""
    ordered = sorted(lessons, key=lambda item: len(item.mel) + rng.uniform(0, 60))
    made: list[list[Lesson]] = [[]]
    for item in ordered:
        if (len(made[-1]) + 1) * len(item.mel) > BATCH_FRAMES:
            made.append([])
        made[-1].append(item)
    rng.shuffle(made)
    return [batch for batch in made if batch]


def losses(net: Acoustic, batch: list[Lesson], scales: Scales, timed: Tensor) -> dict[str, Tensor]:
    """Mean errors: mel, F0, voicing, noise, duration."""
    pad = torch.nn.utils.rnn.pad_sequence
    ids = pad([torch.tensor(item.ids) for item in batch], batch_first=True)
    valid = pad([torch.ones(len(item.ids)) for item in batch], batch_first=True)
    frames = pad([torch.tensor(item.frames).float() for item in batch], batch_first=True)
    made = [tracks_of(item, scales) for item in batch]
    target = pad([m[0] for m in made], batch_first=True)
    counts = pad([m[1] for m in made], batch_first=True)
    with torch.autocast("cpu", torch.bfloat16):
        hidden, log_length = net.encode(ids, valid)
        said = net.decode(hidden, torch.cumsum(frames, 1), target.shape[1] // 2)
    said, log_length = said.float(), log_length.float()
    error = (said - target).abs() * counts
    right = F.binary_cross_entropy_with_logits(
        said[..., MELS + 1] * 2, target[..., MELS + 1], reduction="none"
    )
    frame_count = counts[..., 0].sum()
    length_error = (log_length - torch.log1p(frames)).abs() * valid * timed[ids]
    return {
        "mel": error[..., :MELS].sum() / frame_count / MELS,
        "f0": error[..., MELS].sum() / counts[..., MELS].sum(),
        "voicing": (right * counts[..., 0]).sum() / frame_count,
        "noise": error[..., MELS + 2].sum() / counts[..., MELS + 2].sum().clamp(min=1),
        "length": length_error.sum() / (valid * timed[ids]).sum(),
    }


WEIGHTS = {"mel": 1.0, "f0": 0.2, "voicing": 0.15, "noise": 0.05, "length": 0.3}


def train(folder: Path, minutes: float, out: Path, seed: int = 0) -> None:
    """Trains for `minutes` and writes weights and scales to `out`; new lessons join each epoch."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng, started, step = random.Random(seed), time.monotonic(), 0
    lessons = read_lessons(folder)
    test, scales, timed = (
        lessons[:16],
        measure_scales(lessons),
        timed_symbols(DEFAULT_PHONEME_ID_MAP),
    )
    net = Acoustic()
    print(f"{sum(p.numel() for p in net.parameters()):,} parameters; symbols {SYMBOLS}", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3, betas=(0.9, 0.98), weight_decay=0.01)
    done = 0.0
    while done < 1:
        lessons = read_lessons(folder)[16:]
        for batch in batches(lessons, rng):
            done = (time.monotonic() - started) / (60 * minutes)
            if done >= 1:
                break
            warm = min(1.0, (step + 1) / 100)
            rate = LAST_RATE + (PEAK_RATE - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * done))
            for group in optimizer.param_groups:
                group["lr"] = rate * warm
            parts = losses(net, batch, scales, timed)
            optimizer.zero_grad(set_to_none=True)
            torch.stack([parts[name] * weight for name, weight in WEIGHTS.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                _report(
                    net,
                    test,
                    scales,
                    timed,
                    parts,
                    f"{done:.2f} step {step} of {len(lessons)} lessons",
                )
                save(net, scales, out)
    save(net, scales, out)


def _report(
    net: Acoustic,
    test: list[Lesson],
    scales: Scales,
    timed: Tensor,
    parts: dict[str, Tensor],
    head: str,
) -> None:
    net.eval()
    with torch.no_grad():
        unseen = losses(net, test, scales, timed)
    net.train()
    print(head, *(f"{n} {parts[n]:.3f}/{unseen[n]:.3f}" for n in parts), flush=True)


def save(net: Acoustic, scales: Scales, out: Path) -> None:
    """Weights and scales in one file."""
    torch.save({"net": net.state_dict(), "scales": scales}, out)
