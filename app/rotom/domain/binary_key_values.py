"""Steam's binary KeyValues: read into entries and written back with every byte that was there.

Keys and texts stay bytes, because Steam does not promise an encoding; what a kind of value means
is known only as far as its length.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

FOLDER, TEXT, NUMBER = 0, 1, 2
_END = 8
_WIDE_TEXT = 5
_LENGTHS = {NUMBER: 4, 3: 4, 4: 4, 6: 4, 7: 8, 10: 8}
"""Kinds of a fixed length: int32, float, pointer, colour, uint64, int64."""

_DEEPEST = 64


class NotKeyValues(ValueError):
    """The bytes are no binary KeyValues, or end too early."""


@dataclass(slots=True)
class Entry:
    """A key with its value: `content` are the bytes after the key, `entries` those of a folder."""

    kind: int
    key: bytes
    content: bytes = b""
    entries: list["Entry"] = field(default_factory=list)

    def find(self, key: str) -> "Entry | None":
        """The entry of that key, in whichever case Steam wrote it."""
        wanted = key.encode().lower()
        return next((entry for entry in self.entries if entry.key.lower() == wanted), None)

    def text(self, key: str) -> str:
        """The text of that key; '' where there is none."""
        found = self.find(key)
        if found is None or found.kind != TEXT:
            return ""
        return found.content[:-1].decode("utf-8", "replace")

    def number(self, key: str) -> int | None:
        """The unsigned number of that key."""
        found = self.find(key)
        if found is None or found.kind != NUMBER:
            return None
        return int(struct.unpack("<I", found.content)[0])

    def put(self, new: "Entry") -> None:
        """Takes the place of the entry of that key, whose spelling stays, or comes last."""
        for index, entry in enumerate(self.entries):
            if entry.key.lower() == new.key.lower():
                self.entries[index] = Entry(new.kind, entry.key, new.content, new.entries)
                return
        self.entries.append(new)


def text(key: str, value: str) -> Entry:
    """An entry with a text, which holds no zero byte."""
    return Entry(TEXT, key.encode(), value.replace("\0", "").encode("utf-8", "replace") + b"\0")


def number(key: str, value: int) -> Entry:
    """An entry with an unsigned number of 32 bits."""
    return Entry(NUMBER, key.encode(), struct.pack("<I", value))


def read(content: bytes) -> tuple[list[Entry], bytes]:
    """The entries, and what stands behind their end; NotKeyValues."""
    entries, at = _entries(content, 0, 0)
    return entries, content[at:]


def written(entries: list[Entry], behind: bytes = b"") -> bytes:
    """The bytes of entries, as they were where nothing was changed."""
    return b"".join(_pieces(entries)) + behind


def _pieces(entries: list[Entry]) -> Iterator[bytes]:
    for entry in entries:
        yield bytes([entry.kind]) + entry.key + b"\0"
        if entry.kind == FOLDER:
            yield from _pieces(entry.entries)
        else:
            yield entry.content
    yield bytes([_END])


def _entries(content: bytes, at: int, depth: int) -> tuple[list[Entry], int]:
    if depth > _DEEPEST:
        raise NotKeyValues("folders within folders without end")
    found: list[Entry] = []
    while True:
        if at >= len(content):
            raise NotKeyValues("it ends too early")
        kind = content[at]
        if kind == _END:
            return found, at + 1
        key, at = _until_zero(content, at + 1)
        entry = Entry(kind, key[:-1])
        if kind == FOLDER:
            entry.entries, at = _entries(content, at, depth + 1)
        elif kind == TEXT:
            entry.content, at = _until_zero(content, at)
        elif kind == _WIDE_TEXT:
            entry.content, at = _until_wide_zero(content, at)
        elif kind in _LENGTHS:
            end = at + _LENGTHS[kind]
            if end > len(content):
                raise NotKeyValues("it ends too early")
            entry.content, at = content[at:end], end
        else:
            raise NotKeyValues(f"a value of the unknown kind {kind}")
        found.append(entry)


def _until_zero(content: bytes, at: int) -> tuple[bytes, int]:
    """The bytes up to the zero and with it, and where they end."""
    end = content.find(0, at)
    if end < 0:
        raise NotKeyValues("it ends too early")
    return content[at : end + 1], end + 1


def _until_wide_zero(content: bytes, at: int) -> tuple[bytes, int]:
    end = at
    while content[end : end + 2] != b"\0\0":
        end += 2
        if end >= len(content):
            raise NotKeyValues("it ends too early")
    return content[at : end + 2], end + 2
