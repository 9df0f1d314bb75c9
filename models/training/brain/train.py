"""Trains the starter brain from the corpus: `python -m brain.train --minutes 60 --out FOLDER`."""

import argparse
import signal
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from itertools import count, islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from brain import native, plain
from brain.data import train_tokenizer
from brain.dialogue import Writer
from brain.gathering import gathered, written
from brain.model import Shape
from brain.muon import Net, Optimiser
from rotom.domain.prompt import chatml, turn_messages

VOCABULARY = 4864
SIZES = ("width", "layers", "heads", "feed_forward")


def corpus_text(writer: Writer, dialogues: int) -> Iterator[str]:
    """Text for the tokenizer, as the prompt shows it."""
    for _ in range(dialogues):
        persona = writer.persona()
        words, remembered = writer.memory()
        talk = writer.dialogue(persona, words)
        newest = talk.exchanges[-1]
        if writer.rng.random() < 0.1:
            yield chatml(turn_messages(persona, [], newest.user, talk.facts, remembered))
        else:
            yield chatml(turn_messages(persona, [], newest.user, talk.facts)[1:])
        for exchange in talk.exchanges:
            yield exchange.user
            yield exchange.reply


def pace(done: float, cool: float, warm: float = 0.02) -> float:
    """The learning-rate factor when a share `done` of the time is over: up, level, down to 0."""
    rising = min(1.0, (done + 1e-3) / warm) if warm else 1.0
    falling = min(1.0, (1 - done) / cool) if cool else 1.0
    return max(0.0, min(rising, falling))


@dataclass(frozen=True, slots=True)
class Plan:
    """Shares of the time: how long easy samples fade out, how long the rate falls at the end.

    `rate` is what the learning rates are multiplied with, `tokens` how many make a step, `drilled`
    the share of drills; `workers` processes write the dialogues, 0: the training does.
    """

    easy: float = 0.3
    cool: float = 0.35
    rate: float = 1.0
    tokens: int = 8192
    drilled: float = 0.5
    workers: int = 0


class Meeting:
    """Two trainings on two cores that meet now and then: each goes on from the mean of both."""

    def __init__(self, net: Net, own: Path, other: Path) -> None:
        self.net, self.own, self.other = net, own / "met.pt", other / "met.pt"
        self.seen = time.time()

    def __call__(self) -> None:
        """Leaves the weights for the other one and takes in what that has left since."""
        if self.other.exists() and self.other.stat().st_mtime > self.seen:
            self.seen = self.other.stat().st_mtime
            for name, weight in torch.load(self.other).items():
                self.net.named()[name].lerp_(weight, 0.5)
        _write(self.net.named(), self.own)


def train(
    minutes: float, out: Path, seed: int, begun: Path | None, plan: Plan, beside: Path | None,
    sizes: Mapping[str, int],
) -> None:  # fmt: skip
    """Trains for some minutes of wall time and writes tokenizer.json, brain.pt and state.pt.

    `sizes` are those of a net that begins from nothing.

    With `begun` it goes on from the folder of an earlier run, be its corpus an older one; with
    `beside` it meets a second training that writes there. A polite kill ends it after the step.
    """
    out.mkdir(parents=True, exist_ok=True)
    writer = Writer(seed)
    intents = {key: i for i, key in enumerate(writer.intents())}
    tokenizer, net, optimiser = _beginning(writer, seed, begun, intents, sizes)
    tokenizer.save(str(out / "tokenizer.json"))
    start, seen, recent, meant = time.monotonic(), 0, 0.0, 0.0
    ended: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: ended.append(number))

    def done() -> float:
        return (time.monotonic() - start) / (60 * minutes)

    def easy() -> float:
        return max(0.1, 1 - done() / plan.easy) if plan.easy else 0.1

    meet = Meeting(net, out, beside) if beside else None
    warm = 0.02 if begun is None else 0.0
    passes = max(1, round(plan.tokens / net.at_once))
    given = easy, plan.tokens // passes, plan.drilled, intents
    if plan.workers:
        stream = gathered(plan.workers, seed, out / "tokenizer.json", *given)
    else:
        stream = written(seed, tokenizer, *given)
    for step in count():
        if done() >= 1 or ended:
            break
        for data in islice(stream, passes):
            loss = net.loss(data)
            seen += len(data.tokens)
            recent = 0.99 * recent + 0.01 * loss if recent else loss
            meant = 0.99 * meant + 0.01 * net.meaning if meant else net.meaning
        optimiser.step(plan.rate * pace(done(), plan.cool, warm), passes)
        if meet and step % 10 == 9:
            meet()
        if step % 20 == 0:
            rate = seen / (time.monotonic() - start)
            known = f"loss {recent:.3f} meaning {meant:.3f}"
            print(f"{step} {done():.1%} {known} tokens {seen} {rate:.0f}/s", flush=True)
        if step % 200 == 199:
            save(net, optimiser, out)
    save(net, optimiser, out)


def _beginning(
    writer: Writer, seed: int, begun: Path | None, intents: Mapping[str, int],
    sizes: Mapping[str, int],
) -> tuple[Tokenizer, Net, Optimiser]:  # fmt: skip
    if begun is None:
        tokenizer = train_tokenizer(corpus_text(writer, 15_000), VOCABULARY)
    else:
        tokenizer = Tokenizer.from_file(str(begun / "tokenizer.json"))
    saved = torch.load(begun / "brain.pt") if begun else {}
    shape = Shape(**saved["shape"]) if saved else Shape(tokenizer.get_vocab_size(), **sizes)
    net = (
        native.Net(shape, seed)
        if native.runs_here()
        else plain.Net(shape, seed, intents=len(intents))
    )
    optimiser = Optimiser(net)
    if begun is not None:
        net.load(saved["weights"])
        if (begun / "state.pt").exists():
            optimiser.load(torch.load(begun / "state.pt"))
    return tokenizer, net, optimiser


def save(net: Net, optimiser: Optimiser, out: Path) -> None:
    """Writes brain.pt (the shape and the weights) and state.pt (what a later run goes on from)."""
    _write(optimiser.state(), out / "state.pt")
    _write({"shape": asdict(net.shape), "weights": net.named()}, out / "brain.pt")


def _write(value: object, path: Path) -> None:
    """Whole or not at all: another training may be reading it."""
    fresh = path.with_suffix(".new")
    torch.save(value, fresh)
    fresh.replace(path)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--begun", type=Path, help="a folder of an earlier run to go on from")
    parser.add_argument("--beside", type=Path, help="the folder of a second training to meet")
    for part in fields(Plan):
        parser.add_argument(f"--{part.name}", type=type(part.default), default=part.default)
    for size in SIZES:
        parser.add_argument(f"--{size}", type=int, default=getattr(Shape(0), size))
    given = parser.parse_args()
    torch.set_num_threads(1)
    plan = Plan(**{part.name: getattr(given, part.name) for part in fields(Plan)})
    sizes = {size: getattr(given, size) for size in SIZES}
    train(given.minutes, given.out, given.seed, given.begun, plan, given.beside, sizes)


if __name__ == "__main__":
    main()
