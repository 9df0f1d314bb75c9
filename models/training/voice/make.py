"""Makes the starter voice from nothing: `python -m voice.make`, run in models/training."""

from __future__ import annotations

import argparse
from pathlib import Path

from voice.export import export
from voice.judge import flite_speaker, read_sentences, report, word_error_rate
from voice.teacher import make_lessons
from voice.train import train

STARTER = Path(__file__).parents[2] / "starter" / "voice" / "rotom-en.onnx"


def main() -> None:
    """Lessons, training, export and the judge's verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--work", type=Path, default=Path("work/voice"), help="lessons and checkpoint"
    )
    parser.add_argument("--lessons", type=int, default=1000, help="sentences that flite speaks")
    parser.add_argument("--minutes", type=float, default=30.0, help="training time")
    parser.add_argument("--out", type=Path, default=STARTER)
    options = parser.parse_args()
    folder, checkpoint = options.work / "lessons", options.work / "voice.pt"
    if not folder.exists():
        make_lessons(folder, options.lessons, seed=1)
    if not checkpoint.exists():
        train(folder, options.minutes, checkpoint)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    export(checkpoint, options.out)
    report(options.out, show=True)
    teacher = word_error_rate(flite_speaker("rms"), read_sentences("unseen.txt"))
    print(f"flite rms: {teacher:.1%}")


if __name__ == "__main__":
    main()
