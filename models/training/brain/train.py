"""Trains the starter brain from the corpus: `python -m brain.train --minutes 60 --out FOLDER`."""

import argparse
import itertools
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from torch import Tensor

from brain.data import DIALOGUES, Batch, Pack, batch, packs, train_tokenizer
from brain.dialogue import Writer
from brain.model import Brain, Shape
from brain.muon import Optimiser
from rotom.domain.prompt import chatml, turn_messages

STEP_TOKENS = 4096
"""Tokens of dialogue in one step."""


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


def batches(source: Iterator[Pack], pad: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of about STEP_TOKENS: packs of like length together, the order shuffled."""
    while True:
        pool = list(itertools.islice(source, 128))
        pool.sort(key=lambda p: len(p.samples[-1].tokens))
        made: list[Batch] = []
        while pool:
            longest = len(pool[-1].samples[-1].tokens)
            count = max(1, round(STEP_TOKENS / (DIALOGUES * longest)))
            made.append(batch(pool[-count:], pad))
            del pool[-count:]
        rng.shuffle(made)
        yield from made


def loss_of(model: Brain, data: Batch) -> Tensor:
    """Mean cross-entropy over the learned tokens."""
    layout = model.layout(data.lengths, data.system, DIALOGUES, data.length)
    hidden = model.hidden(data.tokens, layout)
    chosen = data.target >= 0
    return functional.cross_entropy(model.logits(hidden[chosen]), data.target[chosen])


def pace(done: float, cool: float, warm: float = 0.02) -> float:
    """The learning-rate factor when a share `done` of the time is over: up, level, down to 0."""
    return max(0.0, min(1.0, (done + 1e-3) / warm, (1 - done) / cool))


@dataclass(frozen=True, slots=True)
class Plan:
    """Shares of the time: easy samples first, then a drill in repeating; the rate falls last."""

    easy: float = 0.25
    drill: float = 0.15
    cool: float = 0.35


def train(minutes: float, out: Path, seed: int, begun: Path | None, plan: Plan) -> None:
    """Trains for some minutes of wall time and writes tokenizer.json and brain.pt.

    With `begun` it goes on from the folder of an earlier run.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    writer = Writer(seed)
    if begun is None:
        tokenizer = train_tokenizer(corpus_text(writer, 20_000), 4096)
    else:
        tokenizer = Tokenizer.from_file(str(begun / "tokenizer.json"))
    tokenizer.save(str(out / "tokenizer.json"))
    shape = Shape(tokenizer.get_vocab_size())
    model = Brain(shape)
    if begun is not None:
        model.load_state_dict(torch.load(begun / "brain.pt")["weights"])
    optimiser = Optimiser(model)
    pad = tokenizer.token_to_id("<|endoftext|>")
    start, seen, recent = time.monotonic(), 0, 0.0

    def done_share() -> float:
        return (time.monotonic() - start) / (60 * minutes)

    source = packs(writer, tokenizer, easy=lambda: done_share() < plan.easy)
    for step, data in enumerate(batches(source, pad, writer.rng)):
        done = done_share()
        writer.drill(plan.easy <= done < plan.easy + plan.drill)
        if done >= 1:
            break
        loss = loss_of(model, data)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimiser.step(pace(done, plan.cool))
        seen += data.tokens.numel()
        recent = loss.item() if step == 0 else 0.95 * recent + 0.05 * loss.item()
        if step % 20 == 0:
            rate = seen / (time.monotonic() - start)
            print(f"{step} {done:.1%} loss {recent:.3f} tokens {seen} {rate:.0f}/s", flush=True)
        if step % 50 == 49:
            save(model, shape, out)
    save(model, shape, out)


def save(model: Brain, shape: Shape, out: Path) -> None:
    """Writes brain.pt: the shape and the weights."""
    torch.save({"shape": asdict(shape), "weights": model.state_dict()}, out / "brain.pt")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--begun", type=Path, help="a folder of an earlier run to go on from")
    for share in ("easy", "drill", "cool"):
        parser.add_argument(f"--{share}", type=float, default=getattr(Plan(), share))
    given = parser.parse_args()
    torch.set_num_threads(1)
    plan = Plan(given.easy, given.drill, given.cool)
    train(given.minutes, given.out, given.seed, given.begun, plan)


if __name__ == "__main__":
    main()
