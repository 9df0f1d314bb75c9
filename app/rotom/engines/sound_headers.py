"""Headers of sound files that say another length than the true one: cut off, or never filled in."""

import io
from pathlib import Path
from typing import BinaryIO

_UNKNOWN_SIZE = 0x7FFF0000
"""Sizes from here on are written by programs that do not know the length yet; so is 0."""

_OGG_LAST_PAGE = 0x04
_OGG_LONGEST_PAGE = 65_307


def is_cut_off(path: Path) -> bool:
    """True for a WAV or Ogg file that ends before its own end; other kinds are not judged."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == b"RIFF" and head[8:] == b"WAVE":
            found = _wav_data(file)
            return found is None or (0 < found[1] < _UNKNOWN_SIZE and sum(found) > size)
        if head[:4] == b"OggS":
            file.seek(max(0, size - _OGG_LONGEST_PAGE))
            tail = file.read()
            last = tail.rfind(b"OggS")
            return last < 0 or len(tail) < last + 6 or not tail[last + 5] & _OGG_LAST_PAGE
    return False


class MendedFile(io.FileIO):
    """A file to read, where a WAV that says that it holds no sound says that it holds the rest."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._length_at = -1
        head = self.read(12)
        found = _wav_data(self) if head[:4] == b"RIFF" and head[8:] == b"WAVE" else None
        if found is not None and found[1] == 0:
            self._length_at = found[0] - 4
            self._length = (path.stat().st_size - found[0]).to_bytes(8, "little")[:4]
        self.seek(0)

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        at = self.tell()
        count = super().readinto(buffer) or 0
        first, last = max(at, self._length_at), min(at + count, self._length_at + 4)
        if self._length_at >= 0 and first < last:
            given = self._length[first - self._length_at : last - self._length_at]
            memoryview(buffer)[first - at : last - at] = given
        return count


def _wav_data(file: BinaryIO | io.FileIO) -> tuple[int, int] | None:
    """Where the samples of a WAV begin, and how many bytes of them it declares."""
    while len(chunk := file.read(8)) == 8:
        length = int.from_bytes(chunk[4:], "little")
        if chunk[:4] == b"data":
            return file.tell(), length
        file.seek(length + length % 2, 1)
    return None
