"""Teaches the test ears: first one clear voice in each language, then all of them with changes."""

from __future__ import annotations

import os
import random
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from ears.net import MELS, PADS, QUIET, WIDTH, Ears
from ears.sounds import Heard, read_recordings
from ears.text import KOREAN

STEP = 32
"""Encoder positions come in multiples of this one: others cost two to three times as much, and
each new shape costs the time of a step before its first use."""
BATCH_POSITIONS = 3_328
WORD_STEP = 16


def spell(text: str) -> str:
    """Small letters; Hangul taken apart into its letters."""
    return unicodedata.normalize("NFD", text.lower())


ALPHABET = sorted({*"abcdefghijklmnopqrstuvwxyz ',.!?-", *spell("".join(KOREAN))})


@dataclass(frozen=True, slots=True)
class Phase:
    """Processor minutes with some of the voices, each as often as its weight says, changed or as
    they are; the learning rate goes evenly from `first_rate` to `last_rate`."""

    voices: Mapping[str, float]
    changed: bool
    minutes: float
    first_rate: float
    last_rate: float


class Lessons:
    """Recordings as batches of tensors."""

    def __init__(self, recordings: list[Heard], tokenizer: Tokenizer, seed: int) -> None:
        self.recordings, self.tokenizer = recordings, tokenizer
        self.rng, self.noise = random.Random(seed), np.random.default_rng(seed)
        self.alphabet = {c: i + 1 for i, c in enumerate(ALPHABET)}

    def batches(self, phase: Phase) -> Iterator[list[tuple[Heard, Tensor]]]:
        """Utterances of about the same length, without end."""
        waiting: dict[int, list[tuple[Heard, Tensor]]] = {}
        for item in self._items(phase.voices):
            mel = self._mel(item, phase.changed)
            size = -(-(-(-mel.shape[1] // 2) + QUIET // 2 + PADS + 1) // STEP) * STEP
            group = waiting.setdefault(size, [])
            group.append((item, mel))
            if len(group) == BATCH_POSITIONS // size:
                yield waiting.pop(size)

    def _items(self, voices: Mapping[str, float]) -> Iterator[Heard]:
        """Each voice goes through all of its recordings before one comes again."""
        by_voice = {v: [r for r in self.recordings if r.voice == v] for v in voices}
        left: dict[str, list[Heard]] = {v: [] for v in voices}
        while True:
            voice = self.rng.choices(list(voices), list(voices.values()))[0]
            if not left[voice]:
                left[voice] = self.rng.sample(by_voice[voice], len(by_voice[voice]))
            yield left[voice].pop()

    def _mel(self, item: Heard, changed: bool) -> Tensor:
        mel = torch.tensor(item.mel, dtype=torch.float32).t()
        if not changed:
            return mel
        if self.rng.random() < 0.5:
            return mel
        tall, long = self.rng.uniform(0.95, 1.06), self.rng.uniform(0.9, 1.12)
        size = (max(int(MELS * tall), 8), min(int(mel.shape[1] * long), 790))
        mel = F.interpolate(mel[None, None], size=size, mode="bilinear", align_corners=False)[0, 0]
        mel = (
            mel[:MELS]
            if size[0] >= MELS
            else F.pad(mel, (0, 0, 0, MELS - size[0]), value=float(mel.min()))
        )
        tilt = torch.linspace(-1, 1, MELS)[:, None] * self.rng.uniform(-0.15, 0.15)
        floor = float(mel.max()) - 2 + self.rng.choice([0.0, 0.0, self.rng.uniform(0, 0.9)])
        mel = torch.maximum(mel + tilt, floor + 0.05 * torch.randn_like(mel)) - tilt.amax()
        width, start = self.rng.randint(0, 8), self.rng.randrange(MELS - 8)
        mel[start : start + width] = mel.mean()
        return mel

    def words(self, item: Heard, frames: int, after: list[int]) -> tuple[list[int], int]:
        """Prompt and transcript as ids, and where the prompt ends; some with times."""
        ids, say = self.tokenizer.token_to_id, self.tokenizer.encode
        text = say((" " + item.text) if item.text else "", add_special_tokens=False).ids
        start = [
            *after,
            ids("<|startoftranscript|>"),
            ids(f"<|{item.language}|>"),
            ids("<|transcribe|>"),
        ]
        if text and self.rng.random() < 0.15:
            ends = ids(f"<|{min(frames // 2 * 0.02, 8.0):.2f}|>")
            text = [ids("<|0.00|>"), *text, ends]
        else:
            start.append(ids("<|notimestamps|>"))
        return [*start, *text, ids("<|endoftext|>")], len(after)

    def _earlier(self) -> list[int]:
        """For one batch in twenty what was said before."""
        if self.rng.random() > 0.05:
            return []
        said = self.rng.choice(["Rotom", "Rotom.", self.rng.choice(self.recordings).text])
        before = self.tokenizer.encode(" " + said, add_special_tokens=False).ids
        return [self.tokenizer.token_to_id("<|startofprev|>"), *before]

    def tensors(self, batch: list[tuple[Heard, Tensor]]) -> dict[str, Tensor]:
        """mel [B, 80, F], words in and out [B, T] (-100 does not count), letters for CTC."""
        longest = max(mel.shape[1] for _, mel in batch)
        size = -(-(-(-longest // 2) + QUIET // 2 + PADS + 1) // STEP) * STEP
        mel = torch.zeros(len(batch), MELS, 2 * (size - PADS - 1))
        after = self._earlier()
        said = [self.words(item, m.shape[1], after) for item, m in batch]
        count = -(-(max(len(ids) for ids, _ in said) - 1) // WORD_STEP) * WORD_STEP
        given = torch.zeros(len(batch), count, dtype=torch.long)
        wanted = torch.full((len(batch), count), -100)
        nothing = self.tokenizer.token_to_id("<|nospeech|>")
        for row, ((item, m), (ids, skip)) in enumerate(zip(batch, said, strict=True)):
            mel[row, :, : m.shape[1]] = m
            given[row, : len(ids) - 1] = torch.tensor(ids[:-1])
            wanted[row, skip : len(ids) - 1] = torch.tensor(ids[skip + 1 :])
            if not item.text:
                wanted[row, skip] = nothing
        known = self.alphabet
        letters = [[known[c] for c in spell(item.text) if c in known] for item, _ in batch]
        return {
            "mel": mel,
            "given": given,
            "wanted": wanted,
            "letters": torch.tensor([c for row in letters for c in row]),
            "letter_counts": torch.tensor([len(row) for row in letters]),
            "lengths": torch.tensor([(m.shape[1] + QUIET) // 2 for _, m in batch]),
        }


def losses(net: Ears, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Cross-entropy of the words and CTC of the letters, each per unit."""
    heard = net.listen(batch["mel"].bfloat16())
    logits = net.say(batch["given"], heard)
    words = F.cross_entropy(
        logits.float().flatten(0, 1),
        batch["wanted"].flatten(),
        ignore_index=-100,
        label_smoothing=0.05,
    )
    letters = net.letters(heard.hidden[:, : heard.real])
    chances = letters.float().log_softmax(2).transpose(0, 1)
    lengths = batch["lengths"].clamp(max=chances.shape[0])
    spelled = F.ctc_loss(
        chances, batch["letters"], lengths, batch["letter_counts"], zero_infinity=True
    )
    return words, spelled


CLEAR = {"rotom": 0.55, "rms": 0.35, "korean": 0.1}
ALL = {
    "rotom": 0.44, "rms": 0.3, "slt": 0.06, "espeak": 0.06, "korean": 0.09, "nothing": 0.04,
}  # fmt: skip
PHASES = [
    Phase(CLEAR, False, 10.0, 1.5e-3, 1.5e-3),
    Phase(ALL, True, 6.0, 1.5e-3, 1.5e-3),
    Phase(ALL, True, 24.0, 1.5e-3, 2e-5),
]


MUON_RATE = 7.0
"""Muon's rate, in AdamW's."""


def evened(matrix: Tensor) -> Tensor:
    """About the nearest matrix whose singular values are all one, by Newton-Schulz in five steps
    (Muon, Keller Jordan 2024); matrices that are stacked [n * WIDTH, WIDTH] are taken apart."""
    height = WIDTH if matrix.shape[1] == WIDTH and not matrix.shape[0] % WIDTH else len(matrix)
    x = matrix.bfloat16().unflatten(0, (-1, height))
    tall = x.shape[1] > x.shape[2]
    x = x.transpose(1, 2) if tall else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.transpose(1, 2)
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    x = x.transpose(1, 2) if tall else x
    return max(1.0, x.shape[1] / x.shape[2]) ** 0.5 * x.flatten(0, 1).float()


class Learner:
    """Muon for the matrices of the layers and AdamW for the rest, on float32 copies of the
    weights; the network itself is bfloat16."""

    def __init__(self, net: Ears) -> None:
        named = list(net.named_parameters())
        self.weights = [p.detach().clone() for _, p in named]
        self.net = net.bfloat16()
        inner = [p.ndim == 2 and "coder." in name for name, p in named]
        pairs = list(zip(self.weights, inner, strict=True))
        self.matrices = [w for w, is_inner in pairs if is_inner]
        self.speeds = [torch.zeros_like(w) for w in self.matrices]
        self.adam = torch.optim.AdamW(
            [w for w, is_inner in pairs if not is_inner],
            lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True,
        )  # fmt: skip

    def step(self, loss: Tensor, rate: float) -> None:
        """One step down the loss, the gradient of AdamW's part cut to length 1."""
        params = list(self.net.parameters())
        loss.backward()
        for weight, param in zip(self.weights, params, strict=True):
            assert param.grad is not None
            weight.grad, param.grad = param.grad.float(), None
        self.adam.param_groups[0]["lr"] = rate
        torch.nn.utils.clip_grad_norm_(self.adam.param_groups[0]["params"], 1.0)
        self.adam.step()
        with torch.no_grad():
            for weight, speed in zip(self.matrices, self.speeds, strict=True):
                assert weight.grad is not None
                speed.lerp_(weight.grad, 0.05)
                weight.mul_(1 - 0.01 * rate)
                weight.sub_(evened(weight.grad.lerp(speed, 0.95)), alpha=MUON_RATE * rate)
            torch._foreach_copy_(params, self.weights)

    def save(self, out: Path) -> None:
        """The float32 weights and the optimiser's memory."""
        names = [name for name, _ in self.net.named_parameters()]
        state = dict(zip(names, self.weights, strict=True))
        torch.save({"net": state, "adam": self.adam.state_dict(), "speeds": self.speeds}, out)


def train(recordings: Path, tokenizer: Tokenizer, phase: Phase, out: Path, seed: int = 0) -> None:
    """One phase; goes on from `out` where that exists, and writes it."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "8192")  # read at the first product
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    found = [item for items in read_recordings(recordings).values() for item in items]
    lessons = Lessons(found, tokenizer, seed)
    net, before = Ears(tokenizer.get_vocab_size()), None
    if out.exists():
        before = torch.load(out, weights_only=True)
        net.load_state_dict(before["net"])
    learner = Learner(net)
    if before and "speeds" in before:
        learner.adam.load_state_dict(before["adam"])
        torch._foreach_copy_(learner.speeds, before["speeds"])
    started, done, step, seen, sums = time.process_time(), 0.0, 0, 0, [0.0, 0.0]
    for group in lessons.batches(phase):
        done = min((time.process_time() - started) / (60 * phase.minutes), 1.0)
        rate = phase.first_rate + (phase.last_rate - phase.first_rate) * done
        words, spelled = losses(learner.net, lessons.tensors(group))
        learner.step(words + 0.6 * spelled, rate * min(1.0, (step + 1) / 100))
        sums = [sums[0] * 0.98 + 0.02 * words.item(), sums[1] * 0.98 + 0.02 * spelled.item()]
        step, seen = step + 1, seen + len(group)
        if step % 50 == 0 or done >= 1:
            fair = 1 - 0.98**step
            print(f"{done:.2f} seen {seen} words {sums[0] / fair:.3f} letters {sums[1] / fair:.3f}",
                  flush=True)  # fmt: skip
        if step % 500 == 0 or done >= 1:
            learner.save(out)
        if done >= 1:
            return
