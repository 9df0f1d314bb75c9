"""The network in plain torch, float32, beside the kernels: `python -m brain.reference`.

Prints, for each weight, how far the kernels' gradient is from torch's (about 0.02: bfloat16).
"""

import torch
import torch.nn.functional as functional
from torch import Tensor

from brain.batch import Batch
from brain.model import Shape
from brain.native import Net


def normed(x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    """Root-mean-square normalisation."""
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + epsilon) * weight


def rotated(x: Tensor, angles: Tensor) -> Tensor:
    """Rotary position on neighbouring pairs; x [t, heads, size], angles [t, 1, size / 2]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    cosine, sine = angles.cos(), angles.sin()
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), -1).flatten(-2)


def loss_of(weights: dict[str, Tensor], shape: Shape, batch: Batch) -> Tensor:
    """Mean loss of the learned tokens."""
    t, size = len(batch.tokens), shape.width // shape.heads
    bias = torch.full((t, t), float("-inf"))
    for at, length, first, seen in batch.spans.tolist():
        bias[at : at + length, first : first + seen] = 0
        bias[at : at + length, at : at + length] = torch.full((length, length), -torch.inf).triu(1)
    speeds = shape.rope_base ** (-torch.arange(0, size, 2).float() / size)
    angles = (batch.positions[:, None].float() * speeds)[:, None]
    x = weights["token_embd.weight"][batch.tokens]
    for i in range(shape.layers):
        w = {n.split(".")[2]: v for n, v in weights.items() if n.startswith(f"blk.{i}.")}
        y = normed(x, w["attn_norm"], shape.norm_epsilon)
        query = rotated((y @ w["attn_q"].T).view(t, shape.heads, size), angles)
        key = rotated((y @ w["attn_k"].T).view(t, shape.heads, size), angles)
        value = (y @ w["attn_v"].T).view(t, shape.heads, size)
        shares = (torch.einsum("thd,shd->hts", query, key) * size**-0.5 + bias).softmax(-1)
        x = x + torch.einsum("hts,shd->thd", shares, value).reshape(t, -1) @ w["attn_output"].T
        y = normed(x, w["ffn_norm"], shape.norm_epsilon)
        x = x + (functional.silu(y @ w["ffn_gate"].T) * (y @ w["ffn_up"].T)) @ w["ffn_down"].T
    y = normed(x, weights["output_norm.weight"], shape.norm_epsilon)
    return functional.cross_entropy(y @ weights["token_embd.weight"].T, batch.targets)


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
    net, batch = Net(shape), example(shape)
    for weight in net.weights.values():
        weight.copy_(torch.randn_like(weight) * 0.08 if weight.ndim == 2 else weight)
    weights = {n: w.clone().requires_grad_() for n, w in net.named().items()}
    loss = loss_of(weights, shape, batch)
    loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    print(f"loss: torch {loss.item():.4f}, kernels {net.loss(batch):.4f}")
    net.weights, net.gradients = net.gradients, net.weights
    for name, gradient in net.named().items():
        right = weights[name].grad
        assert right is not None
        print(f"{float((gradient - right).norm() / right.norm()):.4f} {name}")


if __name__ == "__main__":
    main()
