"""Read by the bundle's Python at its start: names libraries that only the bundle may have."""

import ctypes.util
from pathlib import Path

_fallback = Path(__file__).resolve().parents[4] / "fallback"
_find = ctypes.util.find_library


def _found(name: str) -> str | None:
    there = next(_fallback.glob(f"lib{name}.so*/lib{name}.so*"), None)
    return _find(name) or (None if there is None else str(there))


ctypes.util.find_library = _found
