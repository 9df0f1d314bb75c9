"""Rotom on a real X desktop: what the small window tells the window manager of itself."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.e2e.test_tray import opened
from tests.patience import PATIENCE_MS, PATIENCE_S
from tests.x_display import display

__all__ = ["display"]

lacking = [name for name in ("Xvfb", "xprop", "xwininfo") if shutil.which(name) is None]


def told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(bool(lacking), reason=f"{', '.join(lacking)} not installed")
def test_the_small_window_is_frameless_above_and_round(
    qtbot: QtBot, tmp_path: Path, display: str
) -> None:
    with opened(tmp_path, qtbot, DISPLAY=display, QT_QPA_PLATFORM="xcb") as program:
        program.write("pet")
        program.wait_for("pet")
        number = ""

        def is_seen() -> bool:  # the server takes what it is told in its own time
            nonlocal number
            tree = told("xwininfo", "-display", display, "-root", "-tree")
            number = "".join(re.findall(r"(0x\w+) \"Rotom\".* 240x240\+\d+\+\d+", tree))
            about = number and told("xwininfo", "-display", display, "-id", number, "-all")
            return "IsViewable" in about and "Window shape extents" in about

        qtbot.waitUntil(is_seen, timeout=PATIENCE_MS)  # its corners belong to what is below
        about = told("xprop", "-display", display, "-id", number)
        assert "_NET_WM_STATE_ABOVE" in about
        assert "_NET_WM_WINDOW_TYPE_UTILITY" in about
        assert re.search(r"_MOTIF_WM_HINTS.*= 0x2, 0x\w+, 0x0,", about), "it has no frame"
        program.write("quit")
        assert program.process.wait(PATIENCE_S) == 0
