"""A shipped brain as the beginning of a training: `python -m brain.shipped X.gguf --out FOLDER`.

Its weights are those of Q8_0, and the optimiser begins anew.
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from tokenizers import Tokenizer, models

from brain.data import CONTROL, MARKS, finished
from brain.model import Shape


def unpack(path: Path, out: Path) -> None:
    """Writes tokenizer.json and brain.pt, from which `brain.train --begun` goes on."""
    reader = GGUFReader(path)

    def told(key: str) -> Any:  # a word, a number or a list of them
        return reader.fields[key].contents()

    out.mkdir(parents=True, exist_ok=True)
    tokens = told("tokenizer.ggml.tokens")
    plain = len(tokens) - len(CONTROL) - len(MARKS)
    vocabulary = {token: i for i, token in enumerate(tokens[:plain])}
    merges = [tuple(merge.split(" ")) for merge in told("tokenizer.ggml.merges")]
    tokenizer = finished(Tokenizer(models.BPE(vocabulary, merges)))
    tokenizer.save(str(out / "tokenizer.json"))
    weights = {
        tensor.name: torch.tensor(dequantize(tensor.data, tensor.tensor_type))
        for tensor in reader.tensors
    }
    shape = Shape(
        vocabulary=len(tokens),
        width=told("llama.embedding_length"),
        layers=told("llama.block_count"),
        heads=told("llama.attention.head_count"),
        feed_forward=told("llama.feed_forward_length"),
        room=told("rotom.copying_room") if "rotom.copying_room" in reader.fields else 0,
    )
    torch.save({"shape": asdict(shape), "weights": weights}, out / "brain.pt")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brain", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    unpack(given.brain, given.out)


if __name__ == "__main__":
    main()
