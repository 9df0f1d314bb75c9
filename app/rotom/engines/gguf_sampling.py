"""How a GGUF file wants its next words to be chosen: llama.cpp's `general.sampling.*` keys."""

import math
from collections.abc import Mapping
from dataclasses import replace

from rotom.domain.catalog import Sampling

_KEYS = {
    "temp": "temperature",
    "top_p": "top_p",
    "top_k": "top_k",
    "min_p": "min_p",
    "penalty_repeat": "repeat_penalty",
}


def own_sampling(metadata: Mapping[str, str]) -> Sampling:
    """The file's own values; ours where it has none, or none that is a finite number from 0."""
    own: dict[str, float | int] = {}
    for key, name in _KEYS.items():
        try:
            value = float(metadata[f"general.sampling.{key}"])
        except (KeyError, ValueError):
            continue
        if math.isfinite(value) and value >= 0:
            own[name] = int(value) if name == "top_k" else value
    return replace(Sampling(), **own)  # type: ignore[arg-type]  # the names are of these types
