"""Compares the kernels with the network in plain torch: `python -m brain.reference`.

Prints, for each weight, how far the kernels' gradient is from torch's (about 0.02: bfloat16).
"""

import torch

from brain import native, plain
from brain.batch import Batch
from brain.model import Shape


def example(shape: Shape) -> Batch:
    """Random tokens: a shared row of 48, of which 37 are seen, and three rows under it."""
    lengths, seen = (64, 32, 80), 37
    rows = [torch.arange(48), *(seen + torch.arange(n) for n in lengths)]
    spans = [(0, 48, 0, 0)]
    for length in lengths:
        spans.append((sum(spans[-1][:2]), length, 0, seen))
    t = 48 + sum(lengths)
    targets = torch.randint(0, shape.vocabulary, (t,))
    targets[: t % 16 + 48] = -100
    tokens = torch.randint(0, shape.vocabulary, (t,))
    return Batch(tokens, torch.cat(rows).int(), targets, torch.tensor(spans))


def main() -> None:
    """The command."""
    torch.manual_seed(1)
    shape = Shape(512, width=128, layers=2, heads=4, feed_forward=256)
    ours, reference, batch = native.Net(shape), plain.Net(shape, device="cpu"), example(shape)
    for weight in ours.named().values():
        weight.copy_(torch.randn_like(weight) * 0.08 if weight.ndim == 2 else weight)
    reference.load(ours.named())
    print(f"loss: torch {reference.loss(batch):.4f}, kernels {ours.loss(batch):.4f}")
    right = reference.named_gradients()
    for name, gradient in ours.named_gradients().items():
        print(f"{float((gradient - right[name]).norm() / right[name].norm()):.4f} {name}")


if __name__ == "__main__":
    main()
