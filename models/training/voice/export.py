"""Writes the trained voice as one ONNX file and its json, as Piper expects them."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

from voice.dsp import HOP, RATE
from voice.net import Acoustic, Voice, timed_symbols

DEFAULTS = {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8}


def build(checkpoint: Path, sharpen: float) -> Voice:
    """The whole voice, with the weights of `checkpoint`."""
    saved = torch.load(checkpoint, weights_only=False)
    acoustic = Acoustic()
    acoustic.load_state_dict(saved["net"])
    return Voice(acoustic, saved["scales"], timed_symbols(DEFAULT_PHONEME_ID_MAP), sharpen).eval()


def export(checkpoint: Path, out: Path, sharpen: float = 0.0, length_scale: float = 1.0) -> None:
    """`out` and `out`.json; the second output (frames per id) gives Piper its alignments."""
    voice = build(checkpoint, sharpen)
    ids = torch.tensor([[1, 0, 20, 0, 59, 0, 24, 0, 120, 0, 27, 0, 100, 0, 10, 0, 2]])
    example = (ids, torch.tensor([ids.shape[1]]), torch.tensor([0.667, 1.0, 0.8]))
    torch.onnx.export(
        voice,
        example,
        str(out),
        input_names=["input", "input_lengths", "scales"],
        output_names=["output", "durations"],
        dynamic_axes={"input": {1: "ids"}, "output": {2: "samples"}, "durations": {1: "ids"}},
        opset_version=17,
        dynamo=False,
    )
    config = {
        "audio": {"sample_rate": RATE, "quality": "small"},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US", "family": "en", "name_english": "English"},
        "dataset": "rotom-en",
        "inference": DEFAULTS | {"length_scale": length_scale},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": 1,
        "speaker_id_map": {},
        "hop_length": HOP,
    }
    Path(f"{out}.json").write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n")
