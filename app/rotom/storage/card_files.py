"""Character cards in files: JSON, PNG with a card in it, and CharX; read without any trust."""

import base64
import binascii
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from rotom.domain.cards import CardError
from rotom.domain.wording import worded
from rotom.storage.safe_files import read_bytes

LARGEST_BYTES = 20 * 1024 * 1024
LARGEST_CARD = 8 * 1024 * 1024
"""Bytes of a card once it is unpacked."""

DEEPEST = 60
"""Lists within lists that a card may have."""

PNG = b"\x89PNG\r\n\x1a\n"
_ZIP = b"PK\x03\x04"
_KEYWORDS = ("ccv3", "chara")
"""The chunks that hold a card; where there are several, the first of these counts."""


def read_card(path: Path) -> object:
    """The card in a file as plain values; OSError, NotReadableAsText or CardError."""
    content = read_bytes(path, LARGEST_BYTES)
    if content.startswith(PNG):
        content = _in_png(content)
    elif content.startswith(_ZIP):
        content = _in_zip(content)
    return _parsed(content)


def with_cards(picture: bytes, cards: Mapping[str, object]) -> bytes:
    """A PNG picture with a card in it for each keyword."""
    end = picture.rindex(b"IEND") - 4
    chunks = b"".join(
        _chunk(b"tEXt", keyword.encode() + b"\0" + base64.b64encode(dumped(card).encode()))
        for keyword, card in cards.items()
    )
    return picture[:end] + chunks + picture[end:]


def dumped(card: object) -> str:
    """A card as text; signs that UTF-8 cannot hold are escaped."""
    return json.dumps(card, indent=1) + "\n"


def _parsed(content: bytes) -> object:
    if len(content) > LARGEST_CARD:
        raise CardError(worded("its card is larger than {mb} MB", mb=LARGEST_CARD // 1024**2))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CardError(worded("it is no character card")) from error
    try:
        card = json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise CardError(worded("it is nested too deeply")) from error
    except ValueError as error:
        raise CardError(worded("it is not JSON that can be read")) from error
    if not _is_flat(card):
        raise CardError(worded("it is nested too deeply"))
    return card


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _is_flat(value: object) -> bool:
    """Whether nothing in it is nested more than `DEEPEST`; without recursion of its own."""
    layer = [value]
    for _ in range(DEEPEST):
        layer = [
            inner
            for each in layer
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not layer:
            return True
    return False


def _in_png(content: bytes) -> bytes:
    found: dict[str, bytes] = {}
    for kind, data in _chunks(content):
        keyword, _, rest = data.partition(b"\0")
        name = keyword.decode("latin-1").lower()
        if name in _KEYWORDS and kind in (b"tEXt", b"zTXt", b"iTXt"):
            found.setdefault(name, _text_of(kind, rest))
    for name in _KEYWORDS:
        if name in found:
            try:
                return base64.b64decode(b"".join(found[name].split()), validate=True)
            except binascii.Error as error:
                raise CardError(worded("the card in the picture is damaged")) from error
    raise CardError(worded("there is no card in the picture"))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, up to its end."""
    at = len(PNG)
    while at < len(content):
        if at + 12 > len(content):
            raise CardError(worded("the picture ends in the middle"))
        (length,) = struct.unpack_from(">I", content, at)
        kind = content[at + 4 : at + 8]
        if at + 12 + length > len(content):
            raise CardError(worded("the picture ends in the middle"))
        data = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", content, at + 8 + length)
        if kind in (b"tEXt", b"zTXt", b"iTXt") and zlib.crc32(kind + data) != checksum:
            raise CardError(worded("the card in the picture is damaged"))
        yield kind, data
        if kind == b"IEND":
            return
        at += 12 + length


def _text_of(kind: bytes, rest: bytes) -> bytes:
    """The text of a chunk behind its keyword, unpacked where it is packed."""
    match kind:
        case b"zTXt":
            return _unpacked(rest[1:])
        case b"iTXt":
            text = rest[2:].split(b"\0", 2)[-1]
            return _unpacked(text) if rest[:1] == b"\1" else text
    return rest


def _unpacked(packed: bytes) -> bytes:
    """What was packed, up to a size beyond which it is no card."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, 2 * LARGEST_CARD)
    except zlib.error as error:
        raise CardError(worded("the card in the picture is damaged")) from error
    if unpacking.unconsumed_tail:
        raise CardError(worded("its card is larger than {mb} MB", mb=LARGEST_CARD // 1024**2))
    return text


def _in_zip(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder, folder.open("card.json") as card:
            return card.read(LARGEST_CARD + 1)
    except KeyError as error:
        raise CardError(worded("there is no card in it")) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError) as error:
        raise CardError(worded("it is damaged or locked")) from error


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
