"""Writes the test ears as an int8 CTranslate2 folder that stock faster-whisper loads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from ctranslate2.specs import WhisperSpec
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from ears.net import DECODERS, ENCODERS, HEADS, Attention, Ears, Layer
from ears.words import LANGUAGES, vocabulary, write_tokenizer


def _plain(tensor: Tensor) -> NDArray[np.float32]:
    return tensor.detach().float().contiguous().numpy()


def _norm(spec: LayerNormSpec, module: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _plain(module.weight), _plain(module.bias)


def _linear(spec: LinearSpec, module: nn.Linear) -> None:
    spec.weight, spec.bias = _plain(module.weight), _plain(module.bias)


def _attention(spec: MultiHeadAttentionSpec, norm: nn.LayerNorm, module: Attention) -> None:
    _norm(spec.layer_norm, norm)
    if module.crossed:
        _linear(spec.linear[0], module.q)
        _linear(spec.linear[1], module.kv)
    else:
        _linear(spec.linear[0], module.qkv)
    _linear(spec.linear[-1], module.o)


def _layers(specs: list, layers: nn.ModuleList) -> None:  # type: ignore[type-arg]
    for spec, layer in zip(specs, layers, strict=True):
        assert isinstance(layer, Layer)
        _attention(spec.self_attention, layer.self_norm, layer.self_attention)
        if layer.crossed:
            _attention(spec.attention, layer.cross_norm, layer.cross_attention)
        _norm(spec.ffn.layer_norm, layer.norm)
        _linear(spec.ffn.linear_0, layer.up)
        _linear(spec.ffn.linear_1, layer.down)


def load(checkpoint: Path, tokens: int) -> Ears:
    """The trained network."""
    saved = torch.load(checkpoint, weights_only=True)
    net = Ears(tokens)
    net.load_state_dict(saved["net"])
    return net.eval()


def export(checkpoint: Path, tokenizer: Tokenizer, folder: Path) -> None:
    """model.bin, config.json, vocabulary.json, tokenizer.json, preprocessor_config.json."""
    net = load(checkpoint, tokenizer.get_vocab_size())
    spec = WhisperSpec(ENCODERS, HEADS, DECODERS, HEADS)
    for name in ("conv1", "conv2"):
        conv, target = getattr(net, name), getattr(spec.encoder, name)
        target.weight, target.bias = _plain(conv.weight), _plain(conv.bias)
    spec.encoder.position_encodings.encodings = _plain(net.places)
    spec.decoder.position_encodings.encodings = _plain(net.word_places)
    spec.decoder.embeddings.weight = _plain(net.embed.weight)
    spec.decoder.projection.weight = _plain(net.embed.weight)
    _norm(spec.encoder.layer_norm, net.encoder_norm)
    _norm(spec.decoder.layer_norm, net.decoder_norm)
    _layers(spec.encoder.layer, net.encoder)
    _layers(spec.decoder.layer, net.decoder)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []  # nothing at all may be said
    spec.config.lang_ids = [tokenizer.token_to_id(f"<|{code}|>") for code in LANGUAGES]
    spec.config.alignment_heads = [(DECODERS - 1, head) for head in range(HEADS)]
    spec.register_vocabulary(vocabulary(tokenizer))
    spec.validate()
    spec.optimize("int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    write_tokenizer(tokenizer, folder)
    settings = json.loads((folder / "config.json").read_text())
    assert settings["lang_ids"], "the languages are part of the file"
