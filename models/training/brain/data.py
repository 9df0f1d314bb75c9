"""Dialogues as tokens: packs that share a system message, and which tokens are learned."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import torch
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from brain.batch import Batch
from brain.dialogue import LENGTHS, Dialogue, Exchanged, Writer
from rotom.domain.character import MARKED, Persona
from rotom.domain.prompt import Facts, chatml, facts_bracket, turn_messages
from rotom.domain.speech import Message

CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
MARKS = tuple(f"[{emotion}]" for emotion in MARKED)
OPENING = "<|im_start|>assistant\n"
DRILLS = ((("copy",), (1, 1, 2, 3)), (("facts",), (1, 1, 1, 2)), (("recall", "tell"), (2, 2, 3, 4)))
DIALOGUES = 8
"""How many dialogues share one system message in a pack."""

_QWEN2_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def train_tokenizer(texts: Iterator[str], vocabulary: int) -> Tokenizer:
    """A byte-level BPE cut like Qwen2's; control tokens and marks come last in the vocabulary."""
    tokenizer = Tokenizer(models.BPE())
    _cut(tokenizer)
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - len(CONTROL) - len(MARKS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return finished(tokenizer)


def _cut(tokenizer: Tokenizer) -> None:
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_QWEN2_SPLIT), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()


def finished(tokenizer: Tokenizer) -> Tokenizer:
    """With its way of cutting, its control tokens and its marks."""
    _cut(tokenizer)
    tokenizer.add_special_tokens([AddedToken(t, special=True) for t in CONTROL])
    tokenizer.add_tokens([AddedToken(t, normalized=False) for t in MARKS])
    return tokenizer


@dataclass(frozen=True, slots=True)
class Sample:
    """One dialogue after its system message; `learned[i]`: is token i to be predicted? `meant`:
    the tokens before which a user has said something, and the keys of the exchanges."""

    tokens: list[int]
    learned: list[bool]
    meant: list[tuple[int, str]]


def encoded(
    tokenizer: Tokenizer, persona: Persona, talk: Dialogue, rng: random.Random, easy: bool = False
) -> Sample:
    """The tokens of a dialogue as the program would send it, and then the reply with its mark.

    Replies in the history have no mark, so their first token, where one would stand, is not
    learned; nor are those whose facts are not in sight. Some words of the user are. An easy sample
    teaches more for its length: all words of the user, marks in the history too, and the bracket
    only where the reply rests on it.
    """
    tokens: list[int] = []
    learned: list[bool] = []
    meant: list[tuple[int, str]] = []

    def put(text: str, share: float = 0.0, skip: int = 0) -> None:
        ids = tokenizer.encode(text).ids
        tokens.extend(ids)
        learned.extend(i >= skip and rng.random() < share for i in range(len(ids)))

    *earlier, newest = talk.exchanges
    users_share = 1.0 if easy else 0.35
    for exchange in earlier:
        put(chatml([Message("user", exchange.user)], open_reply=False), users_share, skip=3)
        put(OPENING)
        meant.append((len(tokens) - 1, exchange.key))
        reply = _marked(exchange) if easy else f"{exchange.reply}<|im_end|>"
        put(reply, 1.0 if exchange.certain else 0.0, skip=0 if easy else 1)
        put("\n")
    facts = Facts() if easy and newest.certain and rng.random() < 0.8 else talk.facts
    bracket = len(tokenizer.encode(facts_bracket(facts)).ids)
    messages = turn_messages(persona, [], newest.user, facts)[1:]
    put(chatml(messages, open_reply=False), users_share, skip=3 + bracket)
    put(OPENING)
    meant.append((len(tokens) - 1, newest.key))
    put(_marked(newest), 1.0)
    return Sample(tokens, learned, meant)


def _marked(exchange: Exchanged) -> str:
    mark = f"[{exchange.emotion}] " if exchange.emotion else ""
    return f"{mark}{exchange.reply}<|im_end|>"


@dataclass(frozen=True, slots=True)
class Pack:
    """A system message and the dialogues held under it."""

    system: list[int]
    samples: tuple[Sample, ...]


def packs(
    writer: Writer,
    tokenizer: Tokenizer,
    easy: Callable[[], float],
    longest: int = 320,
    drilled: float = 0.5,
) -> Iterator[Pack]:
    """Packs without end; `easy` gives the share of easy samples. One pack in two, or `drilled` of
    them, is a drill: short dialogues of what has to be read off the bracket or said again.
    """
    rng = writer.rng
    while True:
        drill, lengths = rng.choice(DRILLS) if rng.random() < drilled else ((), LENGTHS)
        writer.drill(*drill)
        persona = writer.persona()
        words, remembered = writer.memory()
        system = chatml(turn_messages(persona, [], "", Facts(), remembered)[:1], open_reply=False)
        samples: list[Sample] = []
        while len(samples) < DIALOGUES:
            recited = drill == ("copy",) and rng.random() < 0.15
            talk = writer.recital() if recited else writer.dialogue(persona, words, lengths)
            sample = encoded(tokenizer, persona, talk, rng, rng.random() < easy())
            if len(sample.tokens) <= longest:
                samples.append(sample)
        yield Pack(tokenizer.encode(system).ids, tuple(samples))


class _Flat:
    """Token rows laid one after another, each padded to a multiple of 16."""

    def __init__(self, pad: int, intents: Mapping[str, int]) -> None:
        self.pad = pad
        self.intents = intents
        self.meant: list[tuple[int, int]] = []
        self.tokens: list[int] = []
        self.positions: list[int] = []
        self.targets: list[int] = []
        self.spans: list[tuple[int, int, int, int]] = []

    def put(self, ids: list[int], learned: list[bool], first: int, seen: int) -> None:
        """One row that also sees `seen` tokens from `first` on."""
        length = -(-len(ids) // 16) * 16
        spare = length - len(ids)
        follows = [i if on else -100 for i, on in zip(ids[1:], learned[1:], strict=True)]
        self.spans.append((len(self.tokens), length, first, seen))
        self.tokens += ids + [self.pad] * spare
        self.targets += follows + [-100] * (spare + 1)
        self.positions += range(seen, seen + length)

    def mean(self, meant: list[tuple[int, str]]) -> None:
        """Notes what was meant in the row that is put next."""
        at = len(self.tokens)
        known = ((at + i, self.intents.get(key)) for i, key in meant)
        self.meant += [(i, intent) for i, intent in known if intent is not None]

    def batch(self) -> Batch:
        """All rows."""
        positions = torch.tensor(self.positions, dtype=torch.int32)
        tokens, targets = torch.tensor(self.tokens), torch.tensor(self.targets)
        meant = torch.tensor(self.meant).view(-1, 2)
        return Batch(tokens, positions, targets, torch.tensor(self.spans), meant)


def batches(
    source: Iterator[Pack], pad: int, size: int, intents: Mapping[str, int] | None = None
) -> Iterator[Batch]:
    """Batches of about `size` tokens. Dialogues of a pack see its system message, written once.

    `intents` numbers the keys of exchanges.
    """
    while True:
        flat = _Flat(pad, intents or {})
        while len(flat.tokens) < size:
            pack = next(source)
            first, seen = len(flat.tokens), len(pack.system)
            flat.put(pack.system, [False] * seen, 0, 0)
            for sample in pack.samples:
                flat.mean(sample.meant)
                flat.put(sample.tokens, sample.learned, first, seen)
        yield flat.batch()
