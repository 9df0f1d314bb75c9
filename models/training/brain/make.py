"""Remakes the starter brain from nothing: `python -m brain.make`, see the README."""

import argparse
from pathlib import Path

import torch

from brain.export import export
from brain.train import Plan, train
from brain.widened import Strength, widen

HERE = Path(__file__).parent
BEFORE = 0.6
"""The share of the time before the circuit for copying is put in."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--work", type=Path, default=HERE.parent / "work" / "brain")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)
    first, wider, last = (given.work / part for part in ("first", "wider", "last"))
    minutes = BEFORE * given.minutes
    train(minutes, first, given.seed, begun=None, plan=Plan(cool=0.1), beside=None, sizes={})
    widen(first, wider, Strength())
    plan = Plan(easy=0.0, cool=0.6, rate=0.6)
    minutes = given.minutes - minutes
    train(minutes, last, given.seed + 1, begun=wider, plan=plan, beside=None, sizes={})
    export(last, HERE.parents[1] / "starter" / "brain" / "rotom-starter.gguf")


if __name__ == "__main__":
    main()
