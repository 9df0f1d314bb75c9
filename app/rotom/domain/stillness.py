"""Whether a game seems to tell a story: its player holds still for a while, and it can be heard."""

STRETCH_S = 20.0
"""Whoever plays presses something within this time, nearly always."""


def still_since(before_s: float | None, rests: bool | None, now_s: float) -> float | None:
    """Since when the controls rest, after one more look; None while they do not, or nobody knows.

    `rests` is what the look has seen, None where nothing could be seen.
    """
    if not rests:
        return None
    return now_s if before_s is None else before_s


def is_scene(since_s: float | None, sounds: bool, now_s: float) -> bool:
    """`sounds` is whether another program than Rotom can be heard."""
    return sounds and since_s is not None and now_s - since_s >= STRETCH_S
