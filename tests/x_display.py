"""An X display of its own for a test, as gamescope or a desktop would give it."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a display that is there until the test ends, whoever comes and goes."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb not installed")
    with served() as name:
        yield name


@contextmanager
def served() -> Iterator[str]:
    """The name of a display, there within it."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1280x800x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()
