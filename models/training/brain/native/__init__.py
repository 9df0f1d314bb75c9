"""The starter brain's forward and backward pass by our own kernels for processors with AMX.

`python -m brain.reference` compares them with the same network in plain torch.
"""

import ctypes
import os
import subprocess
from pathlib import Path

import torch
from torch import Tensor

from brain.batch import Batch
from brain.model import Shape
from brain.weights import Weights

HERE = Path(__file__).parent
COMPILE = ("g++", "-O3", "-std=c++17", "-march=sapphirerapids", "-shared", "-fPIC", "-w")


def kernels() -> ctypes.CDLL:
    """The kernels, compiled when the source is newer; raises where the processor has no AMX."""
    if not runs_here():
        raise RuntimeError("this trainer needs a processor with AMX (amx_bf16)")
    source, built = HERE / "kernels.cpp", HERE.parents[1] / "work" / "kernels.so"
    if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
        built.parent.mkdir(parents=True, exist_ok=True)
        fresh = built.with_suffix(f".{os.getpid()}")
        subprocess.run([*COMPILE, str(source), "-o", str(fresh)], check=True)
        fresh.replace(built)  # a second training may be loading it
    library = ctypes.CDLL(str(built))
    library.entropy.restype = ctypes.c_double
    if library.begin():
        raise RuntimeError("Linux did not grant the tile state of AMX")
    return library


def _at(x: Tensor) -> ctypes.c_void_p:
    assert x.is_contiguous()
    return ctypes.c_void_p(x.data_ptr())


def _n(value: int) -> ctypes.c_long:
    return ctypes.c_long(value)


def runs_here() -> bool:
    """Whether the processor has what the kernels need."""
    return "amx_bf16" in Path("/proc/cpuinfo").read_text()


class Net(Weights):
    """The weights, and the passes over them."""

    at_once = 8192

    def __init__(self, shape: Shape, seed: int = 1) -> None:
        super().__init__(shape, seed)
        self.c = kernels()

    def orthogonal(self, x: Tensor, rounds: int = 5) -> Tensor:
        """Nearly the orthogonal matrix nearest to x, float32, by Newton-Schulz."""
        tall = x.shape[0] > x.shape[1]
        out = (x.T if tall else x) / (x.norm() + 1e-7)
        narrow = out.bfloat16().contiguous()
        self.c.orthogonal(_at(narrow), _n(narrow.shape[0]), _n(narrow.shape[1]), rounds)
        return narrow.float().T if tall else narrow.float()

    def loss(self, batch: Batch, learn: bool = True) -> float:
        """Mean loss of the learned tokens; with `learn` the gradients are added up."""
        run = _Pass(self, batch)
        return run.forward(learn)


class _Pass:
    """One pass over a batch: what the way back needs is kept on the way forth."""

    def __init__(self, net: Net, batch: Batch) -> None:
        self.net, self.batch, self.c = net, batch, net.c
        self.t = len(batch.tokens)
        self.narrow = {n: w.detach().bfloat16() for n, w in net.weights.items() if w.ndim == 2}
        lengths, seen = batch.spans[:, 1], batch.spans[:, 1] + batch.spans[:, 3]
        self.pairs = int((lengths * ((seen + 31) // 32 * 32)).sum()) * net.shape.heads

    def _new(self, *size: int) -> Tensor:
        return torch.empty(*size, dtype=torch.bfloat16)

    def _linear(self, x: Tensor, name: str, out: Tensor | None = None) -> Tensor:
        w = self.narrow[name]
        n, k = w.shape
        add = out is not None
        y = out if out is not None else self._new(len(x), n)
        self.c.linear(_at(x), _at(w), _at(y), _n(len(x)), _n(n), _n(k), int(add))
        return y

    def _linear_back(self, dy: Tensor, x: Tensor, name: str) -> Tensor:
        w = self.narrow[name]
        n, k = w.shape
        dx = self._new(len(x), k)
        t = _n(len(x))
        self.c.linear_weight(_at(dy), _at(x), _at(self.net.gradients[name]), t, _n(n), _n(k))
        self.c.linear_input(_at(dy), _at(w), _at(dx), t, _n(n), _n(k), 0)
        return dx

    def _norm(self, x: Tensor, name: str) -> tuple[Tensor, Tensor]:
        y, scale = torch.empty_like(x), torch.empty(len(x))
        epsilon = ctypes.c_float(self.net.shape.norm_epsilon)
        w = self.net.weights[name]
        self.c.norm(_at(x), _at(w), _at(y), _at(scale), _n(len(x)), _n(x.shape[1]), epsilon)
        return y, scale

    def _norm_back(self, dy: Tensor, x: Tensor, scale: Tensor, name: str, dx: Tensor) -> None:
        w, dw = self.net.weights[name], self.net.gradients[name]
        size = (_n(len(x)), _n(x.shape[1]))
        self.c.norm_back(_at(dy), _at(x), _at(w), _at(scale), _at(dx), _at(dw), *size)

    def _rotate(self, qkv: Tensor, back: bool) -> None:
        net = self.net
        d, head = net.shape.width, net.shape.width // net.shape.heads
        tables = (_at(self.batch.positions), _at(net.cosine), _at(net.sine))
        self.c.rotate(_at(qkv), *tables, _n(self.t), _n(d), _n(head), int(back))

    def forward(self, learn: bool) -> float:
        net, shape = self.net, self.net.shape
        d, f, head = shape.width, shape.feed_forward, shape.width // shape.heads
        spans = (_at(self.batch.spans), _n(len(self.batch.spans)), _n(d), _n(head))
        x = self.narrow["token_embd"][self.batch.tokens]
        kept = []
        for i in range(shape.layers):
            first = x.clone() if learn else x
            normed, scale = self._norm(x, f"{i}.attn_norm")
            qkv = self._linear(normed, f"{i}.qkv")
            self._rotate(qkv, back=False)
            mixed, shares = self._new(self.t, d), self._new(self.pairs)
            self.c.attend(_at(qkv), _at(mixed), _at(shares), *spans)
            self._linear(mixed, f"{i}.attn_output", out=x)
            second = x.clone() if learn else x
            normed2, scale2 = self._norm(x, f"{i}.ffn_norm")
            both, h = self._linear(normed2, f"{i}.both"), self._new(self.t, f)
            self.c.gated(_at(both), _at(h), _n(self.t), _n(f))
            self._linear(h, f"{i}.ffn_down", out=x)
            if learn:
                kept.append(
                    (first, normed, scale, qkv, mixed, shares, second, normed2, scale2, both, h)
                )
        where = (self.batch.targets >= 0).nonzero().flatten()
        where = where[: len(where) // 16 * 16]  # tiles have 16 rows
        last = x[where]
        normed, scale = self._norm(last, "output_norm")
        logits = self._linear(normed, "token_embd")
        target = self.batch.targets[where]
        size = (_n(len(where)), _n(shape.vocabulary))
        loss = float(self.c.entropy(_at(logits), _at(target), *size))
        if not learn:
            return loss
        dnormed = self._linear_back(logits, normed, "token_embd")
        dlast = torch.zeros_like(last)
        self._norm_back(dnormed, last, scale, "output_norm", dlast)
        dx = torch.zeros_like(x).index_copy_(0, where, dlast)
        for i in reversed(range(shape.layers)):
            first, normed, scale, qkv, mixed, shares, second, normed2, scale2, both, h = kept.pop()
            dh = self._linear_back(dx, h, f"{i}.ffn_down")
            self.c.gated_back(_at(both), _at(dh), _at(h), _n(self.t), _n(f))
            dnormed = self._linear_back(both, normed2, f"{i}.both")
            self._norm_back(dnormed, second, scale2, f"{i}.ffn_norm", dx)
            dmixed = self._linear_back(dx, mixed, f"{i}.attn_output")
            wide = torch.zeros(self.t, 3 * d)
            of = (_at(qkv), _at(mixed), _at(dmixed), _at(shares), _at(wide))
            self.c.attend_back(*of, *spans)
            dqkv = self._new(self.t, 3 * d)
            self.c.narrow(_at(wide), _at(dqkv), _n(wide.numel()))
            self._rotate(dqkv, back=True)
            dnormed = self._linear_back(dqkv, normed, f"{i}.qkv")
            self._norm_back(dnormed, first, scale, f"{i}.attn_norm", dx)
        embedding = net.gradients["token_embd"]
        embedding.index_add_(0, self.batch.tokens, dx.float())
        return loss
