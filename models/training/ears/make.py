"""Makes the test ears from nothing: `python -m ears.make` in models/training, after the voice."""

from __future__ import annotations

import argparse
from pathlib import Path

from ears.export import export
from ears.judge import report
from ears.sounds import make_recordings
from ears.train import PHASES, train
from ears.words import make_tokenizer

STARTER = Path(__file__).parents[2] / "starter" / "whisper"
COUNTS = {
    "rotom": 7000, "rms": 3400, "slt": 1850, "espeak": 4000, "korean": 2100, "nothing": 500,
}  # fmt: skip


def main() -> None:
    """Recordings, training, export and figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--work", type=Path, default=Path("work/ears"), help="recordings and checkpoint"
    )
    parser.add_argument("--out", type=Path, default=STARTER)
    options = parser.parse_args()
    recordings, checkpoint = options.work / "recordings", options.work / "ears.pt"
    tokenizer = make_tokenizer()
    if not recordings.exists():
        make_recordings(recordings, COUNTS)
    if not checkpoint.exists():
        for phase in PHASES:
            train(recordings, tokenizer, phase, checkpoint)
    export(checkpoint, tokenizer, options.out)
    report(options.out)


if __name__ == "__main__":
    main()
