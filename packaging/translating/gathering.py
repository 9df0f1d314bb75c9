"""Finds the sentences for the user in Python sources, by the calls that they are handed to."""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PLACES: Mapping[str, tuple[int | str, ...]] = {
    "worded": (0,),
    "shown": (0,),
    "setting": (1, 2, "title", "help", "unit"),
    "EngineError": (0,),
    "StorageError": (0,),
    "WebError": (0,),
    "BrainAway": (0,),
    "ServerAway": (0,),
    "Problem": (0,),
    "sentence": (0,),
    "told": (0,),
    "tell": (0,),
    "_tell": (0,),
    "SettingError": (0,),
    "command": (1,),
    "action": (1,),
    "add_argument": ("help",),
    "ArgumentParser": ("description",),
}
"""By the name of a function: which of its arguments the user reads."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The sentences in their order, and where something is written that cannot be looked up."""

    sentences: tuple[str, ...]
    faults: tuple[str, ...]


def gather(sources: Iterable[Path]) -> Gathered:
    """What the user reads of these modules."""
    sentences: dict[str, None] = {}
    faults = []
    for path in sorted(sources):
        for argument in _arguments(ast.parse(path.read_text("utf-8"))):
            for part in _alternatives(argument):
                match part:
                    case ast.Constant(value=str(text)) if text:
                        sentences[text] = None
                    case ast.JoinedStr() | ast.BinOp():
                        faults.append(f"{path}:{part.lineno}: give the values to `worded`")
    return Gathered(tuple(sentences), tuple(faults))


def persona_words(personas: Iterable[Path]) -> tuple[str, ...]:
    """What is told of the personas that ship, and how they greet."""
    read = (tomllib.loads(path.read_text("utf-8")) for path in sorted(personas))
    told = ("temperament", "speaks", "greeting")
    return tuple(str(persona[field]) for persona in read for field in told)


def _arguments(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _read_of(node, PLACES.get(_name_of(node.func), ()))


def _read_of(call: ast.Call, places: Sequence[int | str]) -> Iterator[ast.expr]:
    yield from (call.args[n] for n in places if isinstance(n, int) and n < len(call.args))
    yield from (keyword.value for keyword in call.keywords if keyword.arg in places)


def _name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _alternatives(expression: ast.expr) -> Iterator[ast.expr]:
    match expression:
        case ast.IfExp(body=one, orelse=other):
            yield from _alternatives(one)
            yield from _alternatives(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _alternatives(value)
        case _:
            yield expression
