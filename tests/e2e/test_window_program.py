"""The command `rotom` with a display: it opens, is started twice, and ends, as a real process."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rotom.domain.settings import Settings
from rotom.files import user_folders
from rotom.storage.settings_file import save
from rotom.system import instance
from rotom.system.instance import raise_other
from tests.patience import PATIENCE_S

WITH_DISPLAY = {
    **os.environ,
    "DISPLAY": ":offscreen",
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
}

TELLS_WHEN_READY = """
import sys
from rotom.ui import main_window

def tell_when_ready(window, begin=main_window.MainWindow._first_frame):
    begin(window)
    print("ready", flush=True)

main_window.MainWindow._first_frame = tell_when_ready
from rotom.__main__ import main
sys.exit(main())
"""


WAITS_LONG_FOR_AN_ANSWER = f"""
import sys
from rotom.__main__ import main
from rotom.system import instance

instance.ANSWER_S = {PATIENCE_S}
sys.exit(main())
"""


@contextmanager
def opened(data: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program with its window open; it is killed where the test did not end it."""
    window = subprocess.Popen(
        [sys.executable, "-c", TELLS_WHEN_READY, "--data", str(data)],
        env=WITH_DISPLAY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        yield window
    finally:
        window.kill()
        window.communicate(timeout=PATIENCE_S)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_polite_kill_ends_the_program_with_everything_closed(
    tmp_path: Path, number: signal.Signals
) -> None:
    with opened(tmp_path) as window:
        window.send_signal(number)
        out, err = window.communicate(timeout=PATIENCE_S)
    assert window.returncode == 0
    assert "Traceback" not in out + err
    assert not list(tmp_path.glob("*.sqlite3-wal")), "the history was not closed"


def test_a_second_start_raises_the_first_window_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "ANSWER_S", PATIENCE_S)
    with opened(tmp_path):
        second = subprocess.run(
            [sys.executable, "-c", WAITS_LONG_FOR_AN_ANSWER, "--data", str(tmp_path)],
            env=WITH_DISPLAY,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert second.returncode == 0
        assert "open already" in second.stdout
        assert raise_other(user_folders(tmp_path))


def test_after_a_kill_the_window_opens_again(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        window.kill()
        window.wait(PATIENCE_S)
    with opened(tmp_path) as window:
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE_S) == 0


def test_a_tray_that_is_not_there_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    save(user_folders(tmp_path).settings_file, Settings(close_to_tray=True))
    with opened(tmp_path) as window:
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE_S) == 0
