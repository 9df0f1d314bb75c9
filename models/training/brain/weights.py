"""The weights of the starter brain and their gradients, whatever computes them."""

from collections.abc import Mapping

import torch
from torch import Tensor

from brain.model import Shape


class Weights:
    """Float32 weights and gradients; q, k, v and gate, up are one."""

    def __init__(self, shape: Shape, seed: int, device: str = "cpu", intents: int = 0) -> None:
        """`intents` is how many exchanges the net tells apart while it learns."""
        self.shape, self.device = shape, device
        self.meaning = 0.0  # how badly what was meant was known the last time
        random = torch.Generator().manual_seed(seed)
        d, f, deep = shape.width, shape.feed_forward, 0.02 / (2 * shape.layers) ** 0.5

        def normal(rows: int, columns: int, std: float = 0.02) -> Tensor:
            return torch.randn(rows, columns, generator=random) * std

        made = {"token_embd": normal(shape.vocabulary, d), "output_norm": torch.ones(d)}
        for i in range(shape.layers):
            made |= {
                f"{i}.attn_norm": torch.ones(d), f"{i}.qkv": normal(3 * d, d),
                f"{i}.attn_output": normal(d, d, deep), f"{i}.ffn_norm": torch.ones(d),
                f"{i}.both": normal(2 * f, d), f"{i}.ffn_down": normal(d, f, deep),
            }  # fmt: skip
        if intents:
            made["intent"] = normal(intents, d)
        self.weights = {name: w.to(device).requires_grad_() for name, w in made.items()}
        self.gradients = {name: torch.zeros_like(w) for name, w in self.weights.items()}
        for name, w in self.weights.items():
            w.grad = self.gradients[name]
        size = d // shape.heads
        speeds = shape.rope_base ** (-torch.arange(0, size, 2).float() / size)
        angles = (torch.arange(shape.context).float()[:, None] * speeds).repeat_interleave(2, -1)
        self.cosine = angles.cos().contiguous().to(device)
        self.sine = angles.sin().contiguous().to(device)

    def named(self) -> dict[str, Tensor]:
        """The weights under the names of GGUF's llama tensors; what only the training needs is
        left out."""
        return _named(self.weights, self.shape)

    def named_gradients(self) -> dict[str, Tensor]:
        """The gradients under the same names."""
        return _named(self.gradients, self.shape)

    def hold(self) -> None:
        """Clears the gradients of the copying circuit and of what would write over it: a find
        weighs thousands of times what is written there, and codes are small beside the rest."""
        width, room = self.shape.width, self.shape.room
        if not room:
            return
        for name, gradient in self.gradients.items():
            if name.startswith("0."):
                gradient.zero_()
            elif name == "token_embd":
                gradient[:, -room:] = 0
            elif name.endswith(("attn_output", "ffn_down")):
                gradient[-room:] = 0
            elif name == "1.qkv":
                gradient.view(3, width, width)[:, -room : -room // 2] = 0

    def load(self, named: Mapping[str, Tensor]) -> None:
        """Takes weights under those names."""
        for name, w in self.named().items():
            w.copy_(named[name])


def _named(weights: Mapping[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    d, f = shape.width, shape.feed_forward
    out = {}
    for name, weight in weights.items():
        if name == "intent":
            continue
        w = weight.detach()
        layer, _, part = name.rpartition(".")
        before = f"blk.{layer}." if layer else ""
        if part == "qkv":
            split = zip(("attn_q", "attn_k", "attn_v"), w.split(d), strict=True)
        elif part == "both":
            split = zip(("ffn_gate", "ffn_up"), w.split(f), strict=True)
        else:
            split = zip((part,), (w,), strict=True)
        out |= {f"{before}{key}.weight": piece for key, piece in split}
    return out
