"""Runs the command `rotom` as a user does: another process, its output, its exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TIMEOUT_S = 100


def rotom(
    *arguments: str | Path,
    data: Path,
    stdin: str | bytes | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs `rotom --data DATA ARGUMENTS` without a display or a terminal."""
    surroundings = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    text = stdin.decode("utf-8", "surrogateescape") if isinstance(stdin, bytes) else stdin
    ended = subprocess.run(
        [sys.executable, "-m", "rotom", "--data", str(data), *map(str, arguments)],
        input=text or "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=TIMEOUT_S,
        env={**surroundings, **(environment or {})},
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended


def as_json(ended: subprocess.CompletedProcess[str]) -> Any:
    """What a successful command printed, as JSON."""
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def is_one_sentence(text: str) -> bool:
    """Whether stderr holds one line that a user can read."""
    lines = text.strip().splitlines()
    return len(lines) == 1 and lines[0].startswith("rotom: ") and lines[0].endswith((".", ")"))


def spoken_by_flite(words: str, out: Path) -> Path:
    """The words spoken by flite's voice rms, which none of our models was judged by."""
    flite = shutil.which("flite")
    if flite is None:
        if os.environ.get("CI"):
            pytest.fail("flite is missing: the set-up for the tests installs it")
        pytest.skip("flite is not installed")
    subprocess.run([flite, "-voice", "rms", "-t", words, "-o", str(out)], check=True)
    return out
