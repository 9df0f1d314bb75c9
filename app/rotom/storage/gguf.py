"""The head of a GGUF file, read without loading it: what model it is, and what it will need.

The layout is that of the GGUF specification, versions 2 and 3 (ggml, docs/gguf.md).
"""

import mmap
import struct
from collections.abc import Sequence
from pathlib import Path

from rotom.domain.memory import BrainShape
from rotom.domain.sampling import own_sampling
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told

Value = int | float | bool | str | list["Value"]

_SCALARS = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    7: "<?",
    10: "<Q",
    11: "<q",
    12: "<d",
}
_STRING, _ARRAY = 8, 9
_LONGEST_KEPT = 4096
"""Of longer lists, such as the vocabulary, only the length is kept."""

_MOST_ENTRIES = 100_000


def read_header(path: Path) -> BrainShape:
    """What the file says of itself; StorageError where it is no whole GGUF file."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _shape(path, data)
    except (ValueError, struct.error, OverflowError, TypeError) as error:
        raise StorageError(
            worded("{path} is damaged or no GGUF language model. Choose another file.", path=path)
        ) from error
    except OSError as error:
        raise told(worded("{name} cannot be read", name=path.name), path, error) from error


def _shape(path: Path, data: mmap.mmap) -> BrainShape:
    if data[:4] != b"GGUF":
        raise ValueError("not GGUF")
    reader = _Reader(data)
    version, tensors, entries = reader.scalar("<I"), reader.scalar("<Q"), reader.scalar("<Q")
    if version not in {2, 3} or max(tensors, entries) > _MOST_ENTRIES:
        raise ValueError("not a version that is known")
    found: dict[str, Value] = {}
    lengths: dict[str, int] = {}
    for _ in range(entries):
        key = reader.string()
        found[key], lengths[key] = reader.value(reader.scalar("<I"))
    parameters = sum(reader.tensor() for _ in range(tensors))
    architecture = _text(found, "general.architecture")
    if not architecture:
        raise ValueError("no architecture")
    return BrainShape(
        name=_text(found, "general.name") or path.stem,
        architecture=architecture,
        licence=_text(found, "general.license"),
        parameters=parameters,
        context_tokens=_whole(found, f"{architecture}.context_length"),
        vocabulary=lengths.get("tokenizer.ggml.tokens", 0),
        kv_bytes_per_token=_kv_bytes_per_token(found, architecture),
        file_bytes=len(data),
        can_converse="tokenizer.chat_template" in found,
        sampling=own_sampling(found),
        can_think="enable_thinking" in str(found.get("tokenizer.chat_template", "")),
    )


class _Reader:
    """Takes values one after the other; nothing is believed beyond the end of the file."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 4

    def scalar(self, form: str) -> int:
        (value,) = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return value  # type: ignore[no-any-return]  # the form says which type it is

    def string(self) -> str:
        length = self.scalar("<Q")
        if length > len(self._data) - self._at:
            raise ValueError("a text ends after the file")
        text = self._data[self._at : self._at + length]
        self._at += length
        return text.decode("utf-8", "replace")

    def value(self, kind: int) -> tuple[Value, int]:
        """A value, and how many there are of it."""
        if kind == _STRING:
            return self.string(), 1
        if kind != _ARRAY:
            return self.scalar(_scalar(kind)), 1
        inner, count = self.scalar("<I"), self.scalar("<Q")
        if count > len(self._data):
            raise ValueError("a list ends after the file")
        if inner == _STRING:
            for _ in range(count):
                self._skip(self.scalar("<Q"))
            return [], count
        form = _scalar(inner)
        if count > _LONGEST_KEPT:
            self._skip(count * struct.calcsize(form))
            return [], count
        return [self.scalar(form) for _ in range(count)], count

    def tensor(self) -> int:
        """How many numbers the next tensor has."""
        self._skip(self.scalar("<Q"))
        numbers = 1
        dimensions = self.scalar("<I")
        if dimensions > 8:
            raise ValueError("a tensor of too many dimensions")
        for _ in range(dimensions):
            numbers *= self.scalar("<Q")
        self._skip(4 + 8)  # its type and its place
        return numbers

    def _skip(self, count: int) -> None:
        if count > len(self._data) - self._at:
            raise ValueError("it ends after the file")
        self._at += count


def _scalar(kind: int) -> str:
    if kind not in _SCALARS:
        raise ValueError("a type that is not known")
    return _SCALARS[kind]


def _kv_bytes_per_token(found: dict[str, Value], architecture: str) -> int:
    """Keys and values of all layers for one token, as 16-bit floats.

    Layers without attention keep none: their number of heads is 0, or only every n-th layer of a
    hybrid has it. Sliding windows are not counted, so this is at most too much.
    """
    layers = _whole(found, f"{architecture}.block_count")
    heads = max(1, _most(found.get(f"{architecture}.attention.head_count", 1)))
    size = _whole(found, f"{architecture}.embedding_length") // heads
    width = sum(
        _whole(found, f"{architecture}.attention.{name}_length") or size
        for name in ("key", "value")
    )
    every = max(1, _whole(found, f"{architecture}.full_attention_interval"))
    kv_heads = found.get(f"{architecture}.attention.head_count_kv", heads)
    if isinstance(kv_heads, list):
        total = sum(each for each in kv_heads if isinstance(each, int))
    else:
        total = layers // every * int(kv_heads)
    return 2 * width * total


def _most(value: Value) -> int:
    numbers: Sequence[Value] = value if isinstance(value, list) else [value]
    return max((each for each in numbers if isinstance(each, int)), default=1)


def _text(found: dict[str, Value], name: str) -> str:
    value = found.get(name, "")
    return value[:200] if isinstance(value, str) else ""


def _whole(found: dict[str, Value], name: str) -> int:
    value = found.get(name, 0)
    return value if isinstance(value, int) else 0
