"""Draws the window with real OpenGL (Mesa's llvmpipe, under Xvfb) and compares it roughly.

`python -m tests.ui.window_gl` ends with 0 where every page looks like the approved one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from tests.ui.likeness import cells, changed
from tests.ui.window_sheet import SMALL, STYLES, approved, in_cell, sheet_of

MOST = 500
"""How many pixels of a page (of 64,000) may be off: letters and edges are drawn in another way."""

XVFB = ("xvfb-run", "-a", "-s", "-screen 0 1920x1200x24")
DRAW = (sys.executable, "-m", "tests.ui.pictures")

ON_GL = {
    "QT_QPA_PLATFORM": "xcb",
    "QT_QUICK_BACKEND": "rhi",
    "QSG_RHI_BACKEND": "opengl",
    "LIBGL_ALWAYS_SOFTWARE": "1",
}


def main() -> int:
    if shutil.which("xvfb-run") is None:
        print("Not tried: there is no Xvfb here (Debian's package xvfb).")
        return 0
    theme, language = STYLES[0]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [*XVFB, *DRAW, folder, "--theme", theme, "--language", language],
            env={**os.environ, **ON_GL},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        drawn = sorted(Path(folder).glob("*.png"), key=lambda path: path.stat().st_mtime_ns)
        sheet = sheet_of(in_cell(QImage(str(path)), SMALL) for path in drawn)
    counts = changed(cells(QImage(str(approved(theme, language))), *SMALL), cells(sheet, *SMALL))
    for path, count in zip(drawn, counts, strict=False):
        print(f"{path.stem:28} {count:5} pixels of {SMALL[0] * SMALL[1]} are off")
    return int(max(counts) > MOST)


if __name__ == "__main__":
    sys.exit(main())
