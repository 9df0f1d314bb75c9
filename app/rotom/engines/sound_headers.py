"""Whether a sound file was cut off, told by the headers that FFmpeg makes up for."""

from pathlib import Path

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
            while len(chunk := file.read(8)) == 8:
                length = int.from_bytes(chunk[4:], "little")
                if chunk[:4] == b"data":
                    return 0 < length < _UNKNOWN_SIZE and file.tell() + length > size
                file.seek(length + length % 2, 1)
            return True
        if head[:4] == b"OggS":
            file.seek(max(0, size - _OGG_LONGEST_PAGE))
            tail = file.read()
            last = tail.rfind(b"OggS")
            return last < 0 or len(tail) < last + 6 or not tail[last + 5] & _OGG_LAST_PAGE
    return False
