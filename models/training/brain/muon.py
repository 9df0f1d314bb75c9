"""The optimiser: Muon for the matrices of the blocks, AdamW for embeddings and norms."""

from typing import Any

import torch

from brain import native, plain

Net = native.Net | plain.Net


class Optimiser:
    """Both parts under one learning-rate factor between 0 and 1.

    Muon (Jordan et al., 2024): momentum whose step is made orthogonal, matrix by matrix.
    """

    def __init__(self, net: Net, muon_rate: float = 0.02, adam_rate: float = 3e-3) -> None:
        self.net, self.muon_rate, self.adam_rate = net, muon_rate, adam_rate
        self.matrices = [n for n, w in net.weights.items() if w.ndim == 2 and "." in n]
        self.rest = [n for n in net.weights if n not in self.matrices and n != "intent"]
        self.momentum = {n: torch.zeros_like(net.weights[n]) for n in self.matrices}
        told = [net.weights["intent"]] if "intent" in net.weights else []
        self.head = torch.optim.AdamW(told, lr=adam_rate, weight_decay=0.0) if told else None
        self.adam = torch.optim.AdamW(
            [net.weights[n] for n in self.rest], lr=adam_rate, betas=(0.9, 0.98), weight_decay=0.0
        )

    def state(self) -> dict[str, Any]:  # torch gives no better type
        """What a later run needs to go on."""
        return {"momentum": self.momentum, "adam": self.adam.state_dict()}

    def load(self, state: dict[str, Any]) -> None:
        """Goes on from an earlier run."""
        for name, kept in state["momentum"].items():
            self.momentum[name].copy_(kept)
        self.adam.load_state_dict(state["adam"])

    @torch.no_grad()
    def step(self, factor: float, passes: int) -> None:
        """One update from the mean of the gradients of some passes, which are then cleared."""
        self.net.hold()
        gradients = self.net.gradients
        for gradient in gradients.values():
            gradient.div_(passes)
        norm = sum(float(g.square().sum()) for g in gradients.values()) ** 0.5
        if norm > 1:
            for gradient in gradients.values():
                gradient.div_(norm)
        for name in self.matrices:
            self._muon(name, self.muon_rate * factor)
        for group in self.adam.param_groups:
            group["lr"] = self.adam_rate * factor
        self.adam.step()
        if self.head is not None:
            self.head.step()
        for gradient in gradients.values():
            gradient.zero_()

    def _muon(self, name: str, rate: float, beta: float = 0.95, decay: float = 0.01) -> None:
        gradient, momentum = self.net.gradients[name], self.momentum[name]
        if not gradient.any():  # held
            return
        momentum.lerp_(gradient, 1 - beta)
        pieces = {"qkv": 3, "both": 2}.get(name.rpartition(".")[2], 1)
        steps = gradient.lerp(momentum, beta).chunk(pieces)
        for weight, step in zip(self.net.weights[name].chunk(pieces), steps, strict=True):
            scale = rate * max(1.0, step.shape[0] / step.shape[1]) ** 0.5
            weight.mul_(1 - rate * decay).sub_(self.net.orthogonal(step), alpha=scale)
