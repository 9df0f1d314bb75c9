"""The shape of the starter brain: a small Llama with tied embeddings and interleaved rope."""

from dataclasses import dataclass

TEMPERATURE = 0.25
"""How its words are drawn: with little chance, since a small net is easily led astray."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; all but the layers are multiples of 32, so that tiles and Q8_0 fit.

    `room` is how much of the width, at its end, belongs to the circuit of `brain.widened`.
    """

    vocabulary: int
    width: int = 256
    layers: int = 8
    heads: int = 8
    feed_forward: int = 768
    context: int = 1024
    rope_base: float = 10000.0
    norm_epsilon: float = 1e-5
    room: int = 0
