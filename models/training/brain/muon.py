"""The optimiser: Muon for the matrices of the blocks, AdamW for embeddings and norms."""

from collections import defaultdict

import torch
from torch import Tensor, nn

NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)  # quintic coefficients of Jordan et al., Muon, 2024


def orthogonal(stack: Tensor, steps: int = 5) -> Tensor:
    """The nearest (roughly) orthogonal matrix to each of [n, rows, columns]."""
    a, b, c = NEWTON_SCHULZ
    x = stack.bfloat16()
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.transpose(1, 2)
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        square = x @ x.transpose(1, 2)
        x = a * x + (b * square + c * (square @ square)) @ x
    if tall:
        x = x.transpose(1, 2)
    return x.float()


class Muon:
    """Momentum whose step is made orthogonal; matrices of one shape are treated together."""

    def __init__(self, matrices: list[nn.Parameter], decay: float = 0.01) -> None:
        self.groups: defaultdict[torch.Size, list[nn.Parameter]] = defaultdict(list)
        for matrix in matrices:
            self.groups[matrix.shape].append(matrix)
        self.momentum = {
            shape: torch.zeros(len(group), *shape) for shape, group in self.groups.items()
        }
        self.decay = decay

    @torch.no_grad()
    def step(self, rate: float, beta: float = 0.95) -> None:
        """Moves every matrix by `rate`, scaled so that tall matrices move as far as square ones."""
        for shape, group in self.groups.items():
            gradient = torch.stack([m.grad for m in group if m.grad is not None])
            momentum = self.momentum[shape]
            momentum.lerp_(gradient, 1 - beta)
            update = orthogonal(gradient.lerp(momentum, beta))
            scale = rate * max(1.0, shape[0] / shape[1]) ** 0.5
            for matrix, change in zip(group, update, strict=True):
                matrix.mul_(1 - rate * self.decay).sub_(change, alpha=scale)


class Optimiser:
    """Both parts under one learning-rate factor between 0 and 1."""

    def __init__(self, model: nn.Module, muon_rate: float = 0.02, adam_rate: float = 3e-3) -> None:
        matrices, rest = [], []
        for name, weight in model.named_parameters():
            (matrices if name.startswith("blk") and weight.ndim == 2 else rest).append(weight)
        self.muon = Muon(matrices)
        self.muon_rate, self.adam_rate = muon_rate, adam_rate
        self.adam = torch.optim.AdamW(rest, lr=adam_rate, betas=(0.9, 0.98), weight_decay=0.0)
        self.parameters = matrices + rest

    def step(self, factor: float) -> None:
        """One update from the gradients that lie in the parameters, which are then cleared."""
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.muon.step(self.muon_rate * factor)
        for group in self.adam.param_groups:
            group["lr"] = self.adam_rate * factor
        self.adam.step()
        for weight in self.parameters:
            weight.grad = None
