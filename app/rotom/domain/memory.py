"""How much memory an engine will take, and whether it fits beside what runs already."""

from dataclasses import dataclass

from rotom.domain.sampling import Sampling
from rotom.domain.wording import Worded, worded

CONTEXT_TOKENS = 4096
"""How much of a conversation a brain holds, as Rotom loads it."""

BATCH_TOKENS = 256
"""How much of a prompt is evaluated at once: buffers are made for so many tokens."""

SPARE_BYTES = 300_000_000
"""What has to stay free for the window, the buffers of sound and the system."""

POCKETSPHINX_BYTES = 90_000_000
ROBOT_BYTES = 5_000_000
"""What PocketSphinx and eSpeak NG take once they are loaded (RssAnon, measured)."""

_WINDOW_BYTES = 60_000_000
"""What the open window holds before any engine is loaded (RssAnon, measured)."""

_PROGRAM_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class BrainShape:
    """What a language model's file says of itself; 0 and '' where it does not.

    `kv_bytes_per_token` is what a token of context takes as keys and values.
    """

    name: str
    architecture: str
    licence: str
    parameters: int
    context_tokens: int
    vocabulary: int
    kv_bytes_per_token: int
    file_bytes: int
    can_converse: bool
    sampling: Sampling = Sampling()
    can_think: bool = False
    """Whether its chat template has a switch for thinking before the answer."""


def brain_bytes(shape: BrainShape, context_tokens: int = CONTEXT_TOKENS) -> int:
    """Weights, keys and values, and the buffers of the graph.

    The largest buffers hold a batch's scores over the vocabulary as 32-bit floats: those of
    llama.cpp, and the copy that its Python binding keeps.
    """
    context = min(context_tokens, shape.context_tokens or context_tokens)
    scores = 2 * shape.vocabulary * BATCH_TOKENS * 4
    return shape.file_bytes + shape.kv_bytes_per_token * context + scores + _PROGRAM_BYTES


def files_need(size_bytes: int) -> int:
    """What ears or a voice take whose files are so large, where no catalogue says it."""
    return round(size_bytes * 1.3) + 50_000_000


def available_bytes(free_bytes: int | None, held_bytes: int | None) -> int | None:
    """What all engines together may take: what is free, and what those of now hold already.

    `held_bytes` is what this program holds that no file stands behind.
    """
    if free_bytes is None:
        return None
    return free_bytes + max(0, (held_bytes or 0) - _WINDOW_BYTES)


def shortage(needed_bytes: int, available_bytes: int | None) -> int:
    """How many bytes are missing; 0 where it fits, and where nobody knows what is free."""
    if available_bytes is None:
        return 0
    return max(0, needed_bytes + SPARE_BYTES - available_bytes)


def described(shape: BrainShape, free_bytes: int | None) -> Worded:
    """What a file says of itself, and whether it fits, in two or three sentences."""
    needed = brain_bytes(shape)
    missing = shortage(needed, free_bytes)
    said = worded(
        "{name}: {architecture}, {millions:,.0f} million parameters, trained for {tokens:,} tokens "
        "of context, licence {licence}, {megabytes:,.0f} MB.",
        name=shape.name,
        architecture=shape.architecture,
        millions=shape.parameters / 1e6,
        tokens=shape.context_tokens,
        licence=shape.licence or worded("not told"),
        megabytes=shape.file_bytes / 1e6,
    )
    if not shape.can_converse:
        return worded(
            "{said} It has no chat template, so it cannot hold a conversation.", said=said
        )
    if missing:
        return worded(
            "{said} It needs {needed:.1f} GB of memory, {missing:.1f} GB more than is free.",
            said=said,
            needed=needed / 1e9,
            missing=missing / 1e9,
        )
    return worded(
        "{said} It needs {needed:.1f} GB of memory, which is free.", said=said, needed=needed / 1e9
    )
