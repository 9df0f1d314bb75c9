"""Remakes the starter brain from nothing: `python -m brain.make`, see the README."""

import argparse
from pathlib import Path

import torch

from brain.export import export
from brain.train import Plan, train

HERE = Path(__file__).parent


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--work", type=Path, default=HERE.parent / "work" / "brain")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)
    train(given.minutes, given.work, given.seed, begun=None, plan=Plan(), beside=None, sizes={})
    export(given.work, HERE.parents[1] / "starter" / "brain" / "rotom-starter.gguf")


if __name__ == "__main__":
    main()
