"""Writes a Whisper model of a few hundred kilobytes for CTranslate2 that says one fixed word."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

_WIDTH, _FEED_FORWARD, _HEADS, _MELS = 32, 64, 2, 80
_POSITIONS, _DECODER_POSITIONS = 1500, 448
_SMALL = 0.02
_PROMPT_TOKENS = 4
"""Start of transcript, language, task, no timestamps: the words come after them."""


def write_tiny_whisper(
    folder: Path,
    languages: tuple[str, ...] = ("en", "ko"),
    says: str = "hello",
    certainty: float = 1.0,
) -> Path:
    """Writes everything that such a folder holds; one language makes an English-only model.

    Whatever the model is given to hear, it says `says` (ASCII without spaces); with a `certainty`
    of 0.1 it hardly believes it.
    """
    from ctranslate2.specs import WhisperSpec

    folder.mkdir(parents=True, exist_ok=True)
    specials = ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{name}|>" for name in languages)]
    specials += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>"]
    specials += ["<|nospeech|>", "<|notimestamps|>"]
    specials += [f"<|{step * 0.02:.2f}|>" for step in range(1501)]
    text = sorted(pre_tokenizers.ByteLevel.alphabet())
    text += ["Ġ-", "Ġ'", "Ġ♩"[:2], "" if len(languages) > 1 else "ĠĠ"]
    vocabulary = [*text, *specials]
    _write_tokenizer(folder, text, specials)
    spec = WhisperSpec(2, _HEADS, 2, _HEADS)
    spoken = [vocabulary.index(sign) for sign in says] + [vocabulary.index("<|endoftext|>")]
    _fill(spec, _Weights(len(vocabulary)), spoken, certainty)
    spec.register_vocabulary(vocabulary)
    spec.config.lang_ids = [vocabulary.index(f"<|{name}|>") for name in languages]
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.alignment_heads = [[1, 0]]
    spec.validate()
    spec.optimize("int8")
    spec.save(str(folder))
    return folder


def _write_tokenizer(folder: Path, text: list[str], specials: list[str]) -> None:
    vocabulary = {token: index for index, token in enumerate(text)}
    dummies = ["<|empty|>"] if vocabulary.pop("", None) else []
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    saved = json.loads(tokenizer.to_str())
    first = len(text) - len(dummies)
    saved["added_tokens"] = [
        {"id": first + index, **_added(token)} for index, token in enumerate([*dummies, *specials])
    ]
    (folder / "tokenizer.json").write_text(json.dumps(saved), "utf-8")


def _added(token: str) -> dict[str, Any]:
    plain = AddedToken(token)
    return {
        "content": plain.content,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def _fill(spec: Any, weights: "_Weights", says: list[int], certainty: float) -> None:
    """Layers that hardly matter, and positions that ask for one token each: those of `says`."""
    encoder, decoder = spec.encoder, spec.decoder
    for part, inputs in ((encoder.conv1, _MELS), (encoder.conv2, _WIDTH)):
        part.weight, part.bias = weights.random(_WIDTH, inputs, 3), np.zeros(_WIDTH, np.float32)
    for part in (encoder.layer_norm, decoder.layer_norm):
        weights.norm(part)
    for layer in [*encoder.layer, *decoder.layer]:
        weights.attention(layer.self_attention)
        weights.feed_forward(layer.ffn)
    for layer in decoder.layer:
        weights.attention(layer.attention, across=True)
    tokens = weights.random(weights.vocabulary, _WIDTH) * np.float32(certainty / _SMALL)
    positions = weights.random(_DECODER_POSITIONS, _WIDTH)
    for place, token in enumerate(says, start=_PROMPT_TOKENS - 1):
        positions[place] = 50 * tokens[token]
    encoder.position_encodings.encodings = weights.random(_POSITIONS, _WIDTH)
    decoder.position_encodings.encodings = positions
    decoder.embeddings.weight = tokens
    decoder.projection.weight = tokens


class _Weights:
    """Small random weights for the parts of a model."""

    def __init__(self, vocabulary: int) -> None:
        self.vocabulary = vocabulary
        self._rng = np.random.default_rng(5)

    def random(self, *shape: int) -> np.ndarray:
        return self._rng.normal(0, _SMALL, shape).astype(np.float32)

    def norm(self, part: Any) -> None:
        part.gamma, part.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)

    def attention(self, part: Any, across: bool = False) -> None:
        self.norm(part.layer_norm)
        sizes = [_WIDTH, 2 * _WIDTH] if across else [3 * _WIDTH]
        for place, size in zip(part.linear, [*sizes, _WIDTH], strict=True):
            self._linear(place, size, _WIDTH)

    def feed_forward(self, part: Any) -> None:
        self.norm(part.layer_norm)
        self._linear(part.linear_0, _FEED_FORWARD, _WIDTH)
        self._linear(part.linear_1, _WIDTH, _FEED_FORWARD)

    def _linear(self, part: Any, outputs: int, inputs: int) -> None:
        part.weight, part.bias = self.random(outputs, inputs), np.zeros(outputs, np.float32)
