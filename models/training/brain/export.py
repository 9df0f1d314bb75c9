"""Writes the trained brain as GGUF: `python -m brain.export --run FOLDER --out X.gguf`."""

import argparse
import json
from pathlib import Path

import gguf
import numpy as np
import torch

from brain.data import CONTROL, MARKS
from brain.model import TEMPERATURE, Shape
from rotom.domain.prompt import PROMPT_VERSION

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def write_tokenizer(writer: gguf.GGUFWriter, path: Path) -> None:
    """Vocabulary, merges, token types and the chat template."""
    described = json.loads(path.read_text(encoding="utf-8"))
    ids = dict(described["model"]["vocab"])
    ids |= {added["content"]: added["id"] for added in described["added_tokens"]}
    tokens = sorted(ids, key=lambda token: ids[token])
    types = [
        gguf.TokenType.CONTROL if token in CONTROL
        else gguf.TokenType.USER_DEFINED if token in MARKS
        else gguf.TokenType.NORMAL
        for token in tokens
    ]  # fmt: skip
    merges = [m if isinstance(m, str) else " ".join(m) for m in described["model"]["merges"]]
    end, turn_end = ids["<|endoftext|>"], ids["<|im_end|>"]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(merges)
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(turn_end)
    writer.add_eot_token_id(turn_end)
    writer.add_pad_token_id(end)
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHATML)


def export(run: Path, out: Path) -> None:
    """Reads tokenizer.json and brain.pt of a run; matrices become Q8_0, norms stay float32."""
    saved = torch.load(run / "brain.pt")
    shape = Shape(**saved["shape"])
    writer = gguf.GGUFWriter(out, "llama")
    writer.add_name("Rotom starter brain")
    writer.add_license("GPL-3.0-or-later")
    writer.add_uint32("rotom.prompt_version", PROMPT_VERSION)
    writer.add_uint32("rotom.copying_room", shape.room)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_layer_norm_rms_eps(shape.norm_epsilon)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    writer.add_float32(gguf.Keys.General.SAMPLING_TEMP, TEMPERATURE)
    writer.add_float32(gguf.Keys.General.SAMPLING_PENALTY_REPEAT, 1.0)
    write_tokenizer(writer, run / "tokenizer.json")
    for name, weight in saved["weights"].items():
        values = weight.float().numpy().astype(np.float32)
        if values.ndim == 1:
            writer.add_tensor(name, values)
        else:
            packed = gguf.quants.quantize(values, gguf.GGMLQuantizationType.Q8_0)
            writer.add_tensor(name, packed, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    export(given.run, given.out)


if __name__ == "__main__":
    main()
