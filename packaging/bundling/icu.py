"""ICU's data cut to the languages of the window: most of it are the names of things in others."""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

LANGUAGES = ("en", "ko")

_OF_A_LANGUAGE = re.compile(r"^(?:[a-z]+/)?([a-z]{2,3})(?:_\w*)?\.res$")
_UNUSED = re.compile(r"\.cnv$|^translit/|^brkitr/")
"""Tables of old encodings, transliteration, and where words and lines end: Qt has its own."""

_SECTION = re.compile(r"\.rodata\s+PROGBITS\s+(\w+)\s+(\w+)\s+(\w+)")
_SYMBOL = re.compile(r"(\w+)\s+(\w+)\s+OBJECT\s+GLOBAL.*\b(icudt\w+_dat)")


def left_out(items: Iterable[str]) -> Iterator[str]:
    """The items of ICU's data that Rotom does without."""
    for item in items:
        of_language = _OF_A_LANGUAGE.match(item)
        if _UNUSED.search(item) or (of_language and of_language[1] not in LANGUAGES):
            yield item


def cut(library: Path) -> None:
    """Makes libicudata anew with less in it."""
    sections, symbols = (
        _told("readelf", "-SW", library),
        _told("readelf", "--dyn-syms", "-W", library),
    )
    section, symbol = _SECTION.search(sections), _SYMBOL.search(symbols)
    if section is None or symbol is None:
        raise RuntimeError(f"{library.name} is not laid out as ICU's data used to be.")
    begin = int(symbol[1], 16) - int(section[1], 16) + int(section[2], 16)
    data = library.read_bytes()[begin : begin + int(symbol[2], 0)]
    with tempfile.TemporaryDirectory() as work:
        # icupkg reads the package's name and the order of its bytes out of the file's name.
        whole = Path(work, symbol[3].replace("_dat", "l.dat"))
        less = Path(work, "less", whole.name)
        less.parent.mkdir()
        whole.write_bytes(data)
        unwanted = Path(work, "unwanted.lst")
        unwanted.write_text("\n".join(left_out(_told("icupkg", "-l", whole).split())), "ascii")
        subprocess.run(["icupkg", "-r", str(unwanted), str(whole), str(less)], check=True)
        _write_library(library, symbol[3], less)


def _write_library(library: Path, symbol: str, data: Path) -> None:
    assembly = data.with_suffix(".s")
    assembly.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}:\n.incbin "{data}"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack,"",@progbits\n',
        encoding="ascii",
    )
    link = ["-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none"]
    subprocess.run(["cc", *link, "-o", str(library), str(assembly)], check=True)


def _told(*command: str | Path) -> str:
    ran = subprocess.run([str(w) for w in command], capture_output=True, text=True, check=True)
    return ran.stdout
