"""Batches written by several processes, for a training that takes them faster than one writes."""

from collections.abc import Callable, Iterator, Mapping
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import torch.multiprocessing as processes
from tokenizers import Tokenizer

from brain.batch import Batch
from brain.data import batches, packs
from brain.dialogue import Writer

AHEAD = 4
"""Batches that wait for each process."""


def written(
    seed: int, tokenizer: Tokenizer, easy: Callable[[], float], size: int, drilled: float,
    intents: Mapping[str, int],
) -> Iterator[Batch]:  # fmt: skip
    """Batches of `size` tokens from a writer of its own, without end."""
    pad = tokenizer.token_to_id("<|endoftext|>")
    source = packs(Writer(seed), tokenizer, easy, drilled=drilled)
    return batches(source, pad, size, intents)


def gathered(
    workers: int, seed: int, tokenizer: Path, easy: Callable[[], float], size: int,
    drilled: float, intents: Mapping[str, int],
) -> Iterator[Batch]:  # fmt: skip
    """The same from `workers` processes, which end with this one; `easy` is asked at each batch."""
    context = processes.get_context("spawn")
    queue = context.Queue(AHEAD * workers)
    share = context.Value("d", easy())
    for number in range(workers):
        given = (queue, share, seed + 1000 * number, tokenizer, size, drilled, intents)
        context.Process(target=_write_on, args=given, daemon=True).start()
    while True:
        share.value = easy()
        yield queue.get()


def _write_on(
    queue: "processes.Queue[Batch]", share: "Synchronized[float]", seed: int, tokenizer: Path,
    size: int, drilled: float, intents: Mapping[str, int],
) -> None:  # fmt: skip
    processes.set_sharing_strategy("file_system")
    known = Tokenizer.from_file(str(tokenizer))
    for batch in written(seed, known, lambda: share.value, size, drilled, intents):
        queue.put(batch)
