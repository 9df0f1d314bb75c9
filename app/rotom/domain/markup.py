"""Markdown in moderation: a reply cut into paragraphs and code, as markup that nobody can inject.

What is written is escaped first, sign by sign; only the tags made here are markup. HTML, links and
pictures in a reply stay the text that they are.
"""

import re
from dataclasses import dataclass
from html import escape

_FENCE = re.compile(r"^\s*(```|~~~)")
_ITEM = re.compile(r"^\s{0,6}(?:[-*+•]|(\d{1,3})[.)])\s+(?=\S)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.+?)\s*#*$")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")

LONGEST_BLOCK = 6000
"""Characters after which a paragraph goes on in another block: each is laid out by itself."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a reply: `text` is plain where it is code, else escaped with a few tags.

    `marker` stands before an item of a list, such as "•" or "2.".
    """

    text: str
    code: bool = False
    marker: str = ""


def blocks(text: str, code_colour: str = "#8ff0e6") -> list[Block]:
    """The text in blocks; the tags are b, i, font and br, of Qt's StyledText."""
    found: list[Block] = []
    lines: list[str] = []
    code: list[str] | None = None
    for line in text.split("\n"):
        if _FENCE.match(line):
            if code is None:
                _flush(found, lines, code_colour)
                code = []
            else:
                found.append(Block("\n".join(code), code=True))
                code = None
        elif code is not None:
            code.append(line)
        elif item := _ITEM.match(line):
            _flush(found, lines, code_colour)
            marker = f"{item[1]}." if item[1] else "•"
            found.append(Block(styled(line[item.end() :], code_colour), marker=marker))
        elif not line.strip():
            _flush(found, lines, code_colour)
        elif heading := _HEADING.match(line):
            _flush(found, lines, code_colour)
            found.append(Block(f"<b>{styled(heading[1], code_colour)}</b>"))
        else:
            lines.append(line)
    _flush(found, lines, code_colour)
    if code:
        found.append(Block("\n".join(code), code=True))
    return found


def styled(line: str, code_colour: str) -> str:
    """One line with its emphasis and code as tags; everything else is escaped."""
    parts: list[str] = []
    end = 0
    for match in _CODE.finditer(line):
        parts.append(_emphasised(line[end : match.start()]))
        code = escape(match[2].strip(), quote=False).replace(" ", "&nbsp;")
        parts.append(f'<font color="{code_colour}">{code}</font>')
        end = match.end()
    parts.append(_emphasised(line[end:]))
    return "".join(parts)


def _emphasised(text: str) -> str:
    escaped = escape(text, quote=False)
    return _ITALIC.sub(r"<i>\2</i>", _BOLD.sub(r"<b>\2</b>", escaped))


def _flush(found: list[Block], lines: list[str], code_colour: str) -> None:
    """Makes a paragraph of the lines so far."""
    if not lines:
        return
    size = 0
    part: list[str] = []
    for line in lines:
        for begin in range(0, len(line), LONGEST_BLOCK):
            piece = line[begin : begin + LONGEST_BLOCK]
            if part and size + len(piece) > LONGEST_BLOCK:
                found.append(Block("<br>".join(part)))
                part, size = [], 0
            part.append(styled(piece, code_colour))
            size += len(piece)
    found.append(Block("<br>".join(part)))
    lines.clear()
