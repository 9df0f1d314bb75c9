"""Steam's text KeyValues: read with the place of each entry, so that a file can be changed there.

What is not changed stays as it was written, comments and spaces too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([{}])|//[^\n]*|(\[[^\]\n]*\])|([^\s{}"]+)', re.DOTALL)

_DEEPEST = 64


class NotKeyValues(ValueError):
    """The text is no KeyValues, or ends too early."""


@dataclass(frozen=True, slots=True)
class Node:
    """A key with a text or with nodes of its own; `begin` and `end` are its place in the text.

    `inside` is where the nodes of a folder end: before its closing bracket.
    """

    key: str
    text: str
    nodes: tuple["Node", ...]
    begin: int
    end: int
    inside: int = -1

    def get(self, key: str) -> str:
        """The text of a key below, in whichever case; '' where there is none."""
        found = find(self.nodes, key)
        return found.text if found is not None else ""


def find(nodes: Sequence[Node], key: str) -> Node | None:
    """The node of that key, in whichever case; the last one, as in Steam."""
    return next((n for n in reversed(nodes) if n.key.lower() == key.lower()), None)


def read(text: str) -> tuple[Node, ...]:
    """All nodes of a text; NotKeyValues."""
    tokens = (found for found in _TOKEN.finditer(text) if not _is_aside(found))
    return _nodes(tokens, 0)[0]


def with_folder(text: str, root: str, key: str, values: dict[str, str]) -> str:
    """The text with a folder `key` of `values` in the folder `root`, in place of one there."""
    nodes = read(text)
    outer = find(nodes, root)
    lines = "".join(f'\t\t"{name}"\t\t"{value}"\n' for name, value in values.items())
    folder = f'\t"{key}"\n\t{{\n{lines}\t}}\n'
    if outer is None or outer.inside < 0:
        return f'{text}"{root}"\n{{\n{folder}}}\n'
    inner = find(outer.nodes, key)
    if inner is not None:
        return text[: inner.begin] + folder.strip() + text[inner.end :]
    return text[: outer.inside] + folder + text[outer.inside :]


def without_folder(text: str, root: str, key: str) -> str:
    """The text without the folder `key` of the folder `root`."""
    outer = find(read(text), root)
    inner = find(outer.nodes, key) if outer is not None else None
    if inner is None:
        return text
    before = text[: inner.begin].rstrip("\t ")
    return before + text[inner.end :].lstrip("\t ").removeprefix("\n")


def _is_aside(found: re.Match[str]) -> bool:
    """Comments, and the conditions in square brackets, which say nothing here."""
    return found[0].startswith("//") or found[3] is not None


def _nodes(
    tokens: Iterator[re.Match[str]], depth: int
) -> tuple[tuple[Node, ...], re.Match[str] | None]:
    """The nodes up to a closing bracket or the end, and that bracket."""
    if depth > _DEEPEST:
        raise NotKeyValues("folders within folders without end")
    found: list[Node] = []
    for token in tokens:
        if token[2] == "}":
            if depth == 0:
                raise NotKeyValues("a bracket that nothing opened")
            return tuple(found), token
        if token[2] == "{":
            raise NotKeyValues("a folder without a name")
        value = next(tokens, None)
        if value is None or value[2] == "}":
            raise NotKeyValues("a key without a value")
        if value[2] == "{":
            below, closing = _nodes(tokens, depth + 1)
            if closing is None:
                raise NotKeyValues("it ends too early")
            found.append(
                Node(_said(token), "", below, token.start(), closing.end(), _line_of(closing))
            )
        else:
            found.append(Node(_said(token), _said(value), (), token.start(), value.end()))
    return tuple(found), None


def _line_of(closing: re.Match[str]) -> int:
    """Where the line of a closing bracket begins, if it stands alone there; else the bracket."""
    line = closing.string.rfind("\n", 0, closing.start()) + 1
    return closing.start() if closing.string[line : closing.start()].strip() else line


def _said(token: re.Match[str]) -> str:
    if token[1] is None:
        return token[4] or ""
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), token[1])
