"""Within a control group that may hold only so much, Rotom yields to a hog, and comes back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rotom.system import machine
from tests.e2e.memory_hog_child import BRAIN_BYTES, MB
from tests.memory_group import limited
from tests.patience import PATIENCE_S

LIMIT = 1700 * MB
WANTED = 1400 * MB
"""With Rotom's brain it is more than the limit: that has to go, or the kernel ends one of them."""


def test_a_hog_gets_what_it_wants_because_rotom_yields_first_and_rotom_comes_back(
    tmp_path: Path,
) -> None:
    here = machine.memory()
    if here is None or here.available < LIMIT + 500 * MB:
        pytest.skip("this machine has too little free memory to give some of it to a hog")
    with limited(LIMIT) as prefix:
        if prefix is None:
            pytest.skip("a group with a memory limit takes an administrator, or a user's systemd")
        root = Path(__file__).parents[2]
        ended = subprocess.run(
            [*prefix, sys.executable, "-m", "tests.e2e.memory_hog_child", tmp_path, str(WANTED)],
            stdout=subprocess.PIPE,
            text=True,
            timeout=5 * PATIENCE_S,
            check=False,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
    assert ended.returncode == 0, "the kernel ended one of them, or Rotom did not come back"
    before, worst, behind = json.loads(ended.stdout)
    assert [each["brain"] for each in (before, worst, behind)] == ["chosen", "away", "chosen"]
    assert before["free"] <= LIMIT - BRAIN_BYTES
    assert worst["hog"] >= WANTED
    assert worst["free"] < BRAIN_BYTES
