"""Where the mouth is at a moment of a sentence."""

from bisect import bisect_right
from collections.abc import Sequence

from rotom.domain.speech import MouthMove


def mouth_at(moves: Sequence[MouthMove], at_s: float) -> tuple[float, str]:
    """The opening, 0 to 1, and the shape; between two moves the opening glides.

    Before the first move and after the last one, and without any, the mouth is closed.
    """
    after = bisect_right(moves, at_s, key=lambda move: move.at_s)
    if after == 0 or after == len(moves):
        return 0.0, ""
    here, there = moves[after - 1], moves[after]
    way = (at_s - here.at_s) / max(1e-6, there.at_s - here.at_s)
    return here.opening + (there.opening - here.opening) * way, here.shape
