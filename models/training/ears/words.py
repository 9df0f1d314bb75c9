"""The tokens of the test ears: a small byte-level BPE with Whisper's control tokens after it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from ears.text import KOREAN, Lines

TEXT_TOKENS = 900
LANGUAGES = ("en", "ko")
SECONDS = 8.0
CONTROLS = [
    "<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in LANGUAGES),
    "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>",
    "<|nospeech|>", "<|notimestamps|>",
]  # fmt: skip
STAMPS = [f"<|{i * 0.02:.2f}|>" for i in range(int(SECONDS / 0.02) + 1)]
EMPTY = "<|empty|>"
"""Stands where CTranslate2's vocabulary needs the empty string: it takes that as "multilingual"."""


def make_tokenizer() -> Tokenizer:
    """Trained on our own lines.

    faster-whisper forbids by default the first token of " -", " '" and " ♩"; each must be a token
    of its own, or the bare space would be forbidden.
    """
    text = list(itertools.islice(Lines(seed=5), 30_000)) + KOREAN * 200
    alone = [f" {c}" for c in "-'♩♪\"(abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=TEXT_TOKENS,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(text + alone * 9_000, trainer)
    tokenizer.add_special_tokens([AddedToken(t, special=True) for t in (EMPTY, *CONTROLS)])
    tokenizer.add_tokens([AddedToken(t, normalized=False) for t in STAMPS])
    return tokenizer


def vocabulary(tokenizer: Tokenizer) -> list[str]:
    """All tokens in order of their ids, with the empty string in its place."""
    names = [tokenizer.id_to_token(i) for i in range(tokenizer.get_vocab_size())]
    return ["" if name == EMPTY else name for name in names]


def write_tokenizer(tokenizer: Tokenizer, folder: Path) -> None:
    """tokenizer.json, and the preprocessor's settings beside it."""
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {
        "feature_size": 80,
        "sampling_rate": 16_000,
        "hop_length": 160,
        "chunk_length": 30,
        "n_fft": 400,
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(settings, indent=1) + "\n")
