"""What a start of the window costs before there is something to see."""

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.test_window_program import WITH_DISPLAY
from tests.patience import PATIENCE_S

TELLS_WHAT_IS_IMPORTED_WHEN_SEEN = """
import json
import os
import sys
from rotom.ui import main_window

def tell(window):
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), flush=True)
    os._exit(0)

main_window.MainWindow._first_frame = tell
from rotom.__main__ import main
main()
"""

HEAVY = {
    "av",
    "ctranslate2",
    "faster_whisper",
    "llama_cpp",
    "numpy",
    "onnxruntime",
    "piper",
    "pocketsphinx",
    "sounddevice",
    "soundfile",
    "soxr",
}


def test_the_window_is_seen_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-c", TELLS_WHAT_IS_IMPORTED_WHEN_SEEN, "--data", str(tmp_path)],
        env=WITH_DISPLAY,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    imported = set(json.loads(started.stdout))
    assert {"rotom", "PySide6"} <= imported
    assert not imported & HEAVY
