"""Teaches the test ears: first one clear voice in each language, then all of them with changes."""

from __future__ import annotations

import random
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from ears.net import MELS, Ears
from ears.sounds import Heard, read_recordings

BATCH_FRAMES = 5_500


def spell(text: str) -> str:
    """Small letters; Hangul taken apart into its letters."""
    return unicodedata.normalize("NFD", text.lower())


class Lessons:
    """Recordings as batches of tensors."""

    def __init__(self, recordings: list[Heard], tokenizer: Tokenizer, seed: int) -> None:
        self.recordings, self.tokenizer = recordings, tokenizer
        self.rng, self.noise = random.Random(seed), np.random.default_rng(seed)
        self.alphabet = {
            c: i + 1 for i, c in enumerate(sorted({c for r in recordings for c in spell(r.text)}))
        }

    def batches(
        self, voices: frozenset[str] | None, changed: bool
    ) -> list[list[tuple[Heard, Tensor]]]:
        """One pass over the recordings of `voices` (None: all), like lengths together."""
        chosen = [r for r in self.recordings if voices is None or r.voice in voices]
        items = [(r, self._mel(r, changed)) for r in chosen]
        items += [self._nothing() for _ in range(len(items) // 25)]
        items.sort(key=lambda item: item[1].shape[1] + self.rng.uniform(0, 30))
        made: list[list[tuple[Heard, Tensor]]] = [[]]
        for item in items:
            if (len(made[-1]) + 1) * item[1].shape[1] > BATCH_FRAMES:
                made.append([])
            made[-1].append(item)
        self.rng.shuffle(made)
        return [batch for batch in made if batch]

    def _mel(self, item: Heard, changed: bool) -> Tensor:
        mel = torch.tensor(item.mel, dtype=torch.float32).t()
        if not changed:
            return mel
        tall, long = self.rng.uniform(0.88, 1.14), self.rng.uniform(0.88, 1.15)
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

    def _nothing(self) -> tuple[Heard, Tensor]:
        frames = self.rng.randint(40, 500)
        mel = torch.full((MELS, frames), self.rng.uniform(-1, 1.2))
        mel = mel + self.rng.uniform(0, 0.4) * torch.randn_like(mel)
        mel = mel + torch.linspace(-1, 1, MELS)[:, None] * self.rng.uniform(-0.7, 0.7)
        return Heard(
            "", self.rng.choice(["en", "ko"]), "nothing", mel.t().numpy().astype(np.float16)
        ), mel

    def words(self, item: Heard, frames: int) -> tuple[list[int], int]:
        """Prompt and transcript as ids, and where the prompt ends: in half with times, some after
        an earlier line."""
        ids, say = self.tokenizer.token_to_id, self.tokenizer.encode
        text = say((" " + item.text) if item.text else "", add_special_tokens=False).ids
        before: list[int] = []
        if self.rng.random() < 0.2:
            other = self.rng.choice(["Rotom", "Rotom.", self.rng.choice(self.recordings).text])
            before = [ids("<|startofprev|>"), *say(" " + other, add_special_tokens=False).ids]
        start = [
            *before,
            ids("<|startoftranscript|>"),
            ids(f"<|{item.language}|>"),
            ids("<|transcribe|>"),
        ]
        if text and self.rng.random() < 0.4:
            ends = ids(f"<|{min(frames // 2 * 0.02, 8.0):.2f}|>")
            text = [ids("<|0.00|>"), *text, ends]
        else:
            start.append(ids("<|notimestamps|>"))
        return [*start, *text, ids("<|endoftext|>")], len(before)

    def tensors(self, batch: list[tuple[Heard, Tensor]]) -> dict[str, Tensor]:
        """mel [B, 80, F], words in and out [B, T] (-100 does not count), letters for CTC."""
        longest = max(mel.shape[1] for _, mel in batch) + 8
        mel = torch.stack([F.pad(m, (0, longest + longest % 2 - m.shape[1])) for _, m in batch])
        said = [self.words(item, m.shape[1]) for item, m in batch]
        pad = torch.nn.utils.rnn.pad_sequence
        given = pad([torch.tensor(w[:-1]) for w, _ in said], batch_first=True)
        wanted = pad([torch.tensor(w[1:]) for w, _ in said], batch_first=True, padding_value=-100)
        nothing = self.tokenizer.token_to_id("<|nospeech|>")
        for row, ((item, _), (_, skip)) in enumerate(zip(batch, said, strict=True)):
            wanted[row, :skip] = -100
            if item.voice == "nothing":
                wanted[row, skip] = nothing
        letters = [[self.alphabet[c] for c in spell(item.text)] for item, _ in batch]
        return {
            "mel": mel,
            "given": given,
            "wanted": wanted,
            "letters": torch.tensor([c for row in letters for c in row]),
            "letter_counts": torch.tensor([len(row) for row in letters]),
            "lengths": torch.tensor([(m.shape[1] + 8) // 2 for _, m in batch]),
        }


def losses(net: Ears, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Cross-entropy of the words and CTC of the letters, each per unit."""
    with torch.autocast("cpu", torch.bfloat16):
        heard = net.listen(batch["mel"])
        logits = net.say(batch["given"], heard)
        letters = net.letters(heard.hidden[:, : heard.real])
    words = F.cross_entropy(
        logits.float().flatten(0, 1),
        batch["wanted"].flatten(),
        ignore_index=-100,
        label_smoothing=0.05,
    )
    chances = letters.float().log_softmax(2).transpose(0, 1)
    lengths = batch["lengths"].clamp(max=chances.shape[0])
    spelled = F.ctc_loss(
        chances, batch["letters"], lengths, batch["letter_counts"], zero_infinity=True
    )
    return words, spelled


@dataclass(frozen=True, slots=True)
class Phase:
    """Processor minutes with some of the voices (None: all), changed or as they are; the learning
    rate goes evenly from `first_rate` to `last_rate`."""

    voices: frozenset[str] | None
    changed: bool
    minutes: float
    first_rate: float
    last_rate: float


CLEAR = frozenset({"rotom", "rms", "korean"})
PHASES = [
    Phase(CLEAR, False, 18.0, 1.5e-3, 1.3e-3),
    Phase(None, True, 18.0, 1.3e-3, 1.0e-3),
    Phase(None, True, 9.0, 1.0e-3, 2e-5),
]


def train(recordings: Path, tokenizer: Tokenizer, phase: Phase, out: Path, seed: int = 0) -> None:
    """One phase; goes on from `out` where that exists, and writes it."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    found = [item for items in read_recordings(recordings).values() for item in items]
    lessons = Lessons(found, tokenizer, seed)
    net = Ears(tokenizer.get_vocab_size(), len(lessons.alphabet) + 1)
    if out.exists():
        net.load_state_dict(torch.load(out, weights_only=True)["net"])
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.0, betas=(0.9, 0.98), weight_decay=0.01)
    started, done, step, seen = time.process_time(), 0.0, 0, 0
    while done < 1:
        for group in lessons.batches(phase.voices, phase.changed):
            done = min((time.process_time() - started) / (60 * phase.minutes), 1.0)
            rate = phase.first_rate + (phase.last_rate - phase.first_rate) * done
            optimizer.param_groups[0]["lr"] = rate * min(1.0, (step + 1) / 100)
            words, spelled = losses(net, lessons.tensors(group))
            optimizer.zero_grad(set_to_none=True)
            (words + 0.6 * spelled).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step, seen = step + 1, seen + len(group)
            if step % 50 == 0 or done >= 1:
                print(f"{done:.2f} seen {seen} words {words:.3f} letters {spelled:.3f}", flush=True)
                torch.save({"net": net.state_dict(), "letters": net.letters.out_features}, out)
            if done >= 1:
                return
