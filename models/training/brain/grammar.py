"""The little language in which the corpus is written, read into exchanges and slots.

    @ topic 2 facts            a topic, its weight, its flags
    >=name (hi|hey), i'm {name}     what a user may say; `=name` tells the fact `name`
    <~?name [joy] Hello {name}.     a reply of the calm one, only where `name` is known
    >> thanks                  depth two: what may follow that exchange
    << Any time.

`(a|b|)` is a choice, `{slot}` a word of a list; `{slot2}` is another word of the same list and
`{slot.1}` the second field of a record, `{slot.이야}` a word with that Korean particle (야 after a
vowel), `{said}` the reply before. Topics in Korean begin with `ko_`.
Personas: + cheerful, ~ calm, ! mischievous, - grumpy.
Flags: `facts` (the answer rests on the bracket), `first`, `last`, `tell` (what is asked for later),
`recall`, `copy` (the answer repeats words or figures that were given).
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from typing import TypeAlias

PERSONA_SIGNS = {"+": "cheerful", "~": "calm", "!": "mischievous", "-": "grumpy"}
_LINE = re.compile(r"^(>+|<+)([+~!-]*)((?:=\w+)*)(?:\?([\w,!]+))?\s+(.*)$")
_PIECE = re.compile(r"[(|)]|\{[^}]+\}|[^(|){]+")

Words = Mapping[str, str]
Options: TypeAlias = "list[list[str | Options]]"


@dataclass(frozen=True, slots=True)
class Line:
    """One way to say something: who says it so, what it tells, what must be known."""

    text: "Choice"
    personas: frozenset[str]
    tells: tuple[str, ...]
    needs: tuple[str, ...]

    def fits(self, known: set[str]) -> bool:
        """Whether every need is met; "!x" needs that x is not known."""
        return not self.needs or all(
            (n[1:] not in known) if n[0] == "!" else (n in known) for n in self.needs
        )

    def denies(self, facts: set[str]) -> bool:
        """Whether it is for when one of `facts` is not known."""
        return any(n[0] == "!" and n[1:] in facts for n in self.needs)


@dataclass(slots=True)
class Exchange:
    """What a user may say, what Rotom may answer, and what may follow.

    `key` tells it from all others: its topic and the first thing that a user may say.
    """

    key: str
    users: list[Line] = field(default_factory=list)
    replies: list[Line] = field(default_factory=list)
    follows: list["Exchange"] = field(default_factory=list)

    def every(self) -> Iterator["Exchange"]:
        """This one, and all that may follow it."""
        yield self
        for exchange in self.follows:
            yield from exchange.every()


@dataclass(slots=True)
class Topic:
    """Exchanges about one thing; `weight` is how often it comes up."""

    name: str
    weight: float
    flags: frozenset[str]
    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def korean(self) -> bool:
        """Whether it is held in Korean."""
        return self.name.startswith("ko_")

    def every(self) -> Iterator[Exchange]:
        """All of its exchanges, with those that may follow another."""
        for exchange in self.exchanges:
            yield from exchange.every()

    def fits(self, known: set[str]) -> bool:
        """Whether the first line of one of its exchanges can be said."""
        return any(exchange.users[0].fits(known) for exchange in self.exchanges)


class Choice:
    """A text with choices and slots in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.slots = frozenset(re.findall(r"\{([^}]+)\}", source))
        pieces = _PIECE.findall(source)
        if "".join(pieces) != source or source.count("(") != source.count(")"):
            raise ValueError(f"unbalanced: {source}")
        self._options = _options(iter(pieces))
        self.ways = _ways(self._options)

    def say(self, words: Words, rng: random.Random) -> str:
        """One way to say it; `words` gives the slots."""
        text = self._pick(self._options, words, rng)
        text = re.sub(r"\s+", " ", text).strip()
        return re.sub(r" ([,.!?])", r"\1", text)

    def _pick(self, options: Options, words: Words, rng: random.Random) -> str:
        out = []
        for piece in rng.choice(options):
            if not isinstance(piece, str):
                out.append(self._pick(piece, words, rng))
            elif piece.startswith("{"):
                out.append(words[piece[1:-1]])
            else:
                out.append(piece)
        return "".join(out)


def _options(pieces: Iterator[str]) -> Options:
    options: Options = [[]]
    for piece in pieces:
        if piece == "(":
            options[-1].append(_options(pieces))
        elif piece == ")":
            break
        elif piece == "|":
            options.append([])
        else:
            options[-1].append(piece)
    return options


def _ways(options: Options) -> int:
    return sum(prod(1 if isinstance(p, str) else _ways(p) for p in option) for option in options)


def read_topics(folder: Path) -> list[Topic]:
    """Every topic of the corpus, in the order of the files."""
    topics: list[Topic] = []
    for path in sorted(folder.glob("*.txt")):
        open_at: list[Exchange] = []
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("@"):
                name, weight, *flags = line[1:].split()
                topics.append(Topic(name, float(weight), frozenset(flags)))
                open_at = []
                continue
            match = _LINE.match(line)
            if match is None:
                raise ValueError(f"{path.name}:{number}: cannot read {line!r}")
            try:
                _add(topics[-1], open_at, match)
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
    return topics


def _add(topic: Topic, open_at: list[Exchange], match: re.Match[str]) -> None:
    chevrons, signs, tells, needs, text = match.groups()
    depth = len(chevrons)
    line = Line(
        Choice(text),
        frozenset(PERSONA_SIGNS[s] for s in signs),
        tuple(tells.split("=")[1:]),
        tuple(needs.split(",")) if needs else (),
    )
    if chevrons[0] == "<":
        open_at[depth - 1].replies.append(line)
        return
    starts = len(open_at) < depth or open_at[depth - 1].replies
    if starts:
        del open_at[depth - 1 :]
        exchange = Exchange(f"{topic.name}/{text}")
        (open_at[-1].follows if depth > 1 else topic.exchanges).append(exchange)
        open_at.append(exchange)
    del open_at[depth:]
    open_at[depth - 1].users.append(line)


def read_slots(folder: Path) -> dict[str, list[tuple[str, ...]]]:
    """The slot lists of a folder: `name: a, b, c`, or one record a line: `name | field | field`."""
    slots: dict[str, list[tuple[str, ...]]] = {}
    lists = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.lst")))
    for raw in "\n".join(lists).splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if " | " in line:
            name, *fields = (part.strip() for part in line.split(" | "))
            slots.setdefault(name, []).append(tuple(fields))
        else:
            name, _, items = line.partition(":")
            slots.setdefault(name.strip(), []).extend(
                (item.strip(),) for item in items.split(",") if item.strip()
            )
    return slots
