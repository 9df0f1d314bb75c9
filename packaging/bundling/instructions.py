"""Which instructions a compiled file has: what a Steam Deck's processor knows, and what not."""

import re
import subprocess
from pathlib import Path

_OF_AVX2 = re.compile(r"%ymm\d")
_OF_AVX_512 = re.compile(r"%zmm\d|%k[0-7]\}|%[xy]mm(1[6-9]|2\d|3[01])\b")


def kinds(path: Path) -> set[str]:
    """`avx2` and `avx512`, where the disassembly shows them."""
    command = ["objdump", "--disassemble", "--no-show-raw-insn", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {"avx2": _OF_AVX2, "avx512": _OF_AVX_512}
    return {name for name, pattern in found.items() if pattern.search(told)}
