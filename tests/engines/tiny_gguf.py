"""Writes a language model of a few hundred kilobytes with random weights, as a GGUF file."""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

_U32, _I32, _F32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9
_WIDTH, _FEED_FORWARD, _LAYERS, _HEADS = 32, 64, 2, 2
_CONVOLVED = 3
_ALIGNMENT = 32

Value = str | int | float | bool | list[str] | list[int]


def write_tiny_gguf(
    path: Path,
    extra: Mapping[str, Value | None] | None = None,
    context: int = 1024,
    seed: int = 1,
    is_hybrid: bool = False,
    is_endless: bool = False,
) -> Path:
    """Writes the model; `extra` adds metadata, replaces it, or with None leaves it out.

    A hybrid one has a recurrent layer and one of attention, as LFM2 has. An endless one never ends
    a reply soon: its control tokens are never among the likely ones.
    """
    tokens = [_byte_text(b) for b in range(256)]
    tokens += ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "[joy]"]
    metadata: dict[str, Value | None] = {
        "general.architecture": "llama",
        "general.name": "Tiny random brain",
        "llama.context_length": context,
        "llama.embedding_length": _WIDTH,
        "llama.block_count": _LAYERS,
        "llama.feed_forward_length": _FEED_FORWARD,
        "llama.attention.head_count": _HEADS,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.rope.dimension_count": _WIDTH // _HEADS,
        "llama.vocab_size": len(tokens),
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [1] * 256 + [3, 3, 3, 4],
        "tokenizer.ggml.merges": ["h e", "l l"],
        "tokenizer.ggml.bos_token_id": 256,
        "tokenizer.ggml.eos_token_id": 258,
        "tokenizer.ggml.add_bos_token": False,
        "tokenizer.chat_template": CHATML,
    }
    if is_hybrid:
        metadata = {key.replace("llama.", "lfm2."): value for key, value in metadata.items()}
        metadata["general.architecture"] = "lfm2"
        metadata["lfm2.attention.head_count_kv"] = [0, _HEADS]
        metadata["lfm2.shortconv.l_cache"] = _CONVOLVED
    metadata.update(extra or {})
    known = {key: value for key, value in metadata.items() if value is not None}
    tensors = _tensors(len(tokens), np.random.default_rng(seed))
    if is_endless:
        tensors["token_embd.weight"][256:259] = 0
    if is_hybrid:
        tensors = _hybrid(tensors, np.random.default_rng(seed))
    body = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(known))
    for key, value in known.items():
        body += _string(key) + _value(value)
    data = b""
    for name, tensor in tensors.items():
        body += _string(name) + struct.pack("<I", tensor.ndim)
        body += struct.pack(f"<{tensor.ndim}Q", *reversed(tensor.shape))
        body += struct.pack("<IQ", 0, len(data))
        data = _aligned(data + tensor.astype("<f4").tobytes())
    path.write_bytes(_aligned(body) + data)
    return path


def _tensors(vocabulary: int, rng: np.random.Generator) -> dict[str, np.ndarray]:
    def random(*shape: int) -> np.ndarray:
        return rng.normal(0, 0.3, shape)

    tensors = {"token_embd.weight": random(vocabulary, _WIDTH)}
    for layer in range(_LAYERS):
        at = f"blk.{layer}"
        tensors[f"{at}.attn_norm.weight"] = np.ones(_WIDTH)
        tensors[f"{at}.ffn_norm.weight"] = np.ones(_WIDTH)
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensors[f"{at}.{name}.weight"] = random(_WIDTH, _WIDTH)
        for name in ("ffn_gate", "ffn_up"):
            tensors[f"{at}.{name}.weight"] = random(_FEED_FORWARD, _WIDTH)
        tensors[f"{at}.ffn_down.weight"] = random(_WIDTH, _FEED_FORWARD)
    tensors["output_norm.weight"] = np.ones(_WIDTH)
    return tensors


def _hybrid(tensors: dict[str, np.ndarray], rng: np.random.Generator) -> dict[str, np.ndarray]:
    """The same with a convolution over the last tokens in the place of the first attention."""
    kept = {name: t for name, t in tensors.items() if not name.startswith("blk.0.attn_")}
    kept["token_embd_norm.weight"] = kept.pop("output_norm.weight")
    kept["blk.0.attn_norm.weight"] = np.ones(_WIDTH)
    kept["blk.0.shortconv.conv.weight"] = rng.normal(0, 0.3, (_WIDTH, _CONVOLVED))
    kept["blk.0.shortconv.in_proj.weight"] = rng.normal(0, 0.3, (3 * _WIDTH, _WIDTH))
    kept["blk.0.shortconv.out_proj.weight"] = rng.normal(0, 0.3, (_WIDTH, _WIDTH))
    for name in ("attn_q_norm", "attn_k_norm"):
        kept[f"blk.1.{name}.weight"] = np.ones(_WIDTH // _HEADS)
    return kept


def _byte_text(byte: int) -> str:
    """The character by which byte-level vocabularies write a byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    if byte in printable:
        return chr(byte)
    return chr(256 + sorted(set(range(256)) - set(printable)).index(byte))


def _string(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def _value(value: Value) -> bytes:
    match value:
        case bool():
            return struct.pack("<I?", _BOOL, value)
        case int():
            return struct.pack("<II", _U32, value)
        case float():
            return struct.pack("<If", _F32, value)
        case str():
            return struct.pack("<I", _STRING) + _string(value)
        case [str(), *_]:
            items = b"".join(_string(str(item)) for item in value)
            return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + items
    return struct.pack(f"<IIQ{len(value)}i", _ARRAY, _I32, len(value), *value)


def _aligned(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNMENT)
