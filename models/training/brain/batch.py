"""What a training step is given."""

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Flat tokens [t], t a multiple of 16, with their positions (int32) and targets (-100: none).

    `spans` [count, 4] (int64): where a span begins, its length (a multiple of 16), where the rows
    that it also sees begin, and how many these are. `meant` [count, 2] (int64): after which token
    the net should know what the user meant, and the number of the exchange.
    """

    tokens: Tensor
    positions: Tensor
    targets: Tensor
    spans: Tensor
    meant: Tensor
