"""The messages of a chat as they are shown: lines with their day, versions and markup."""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from rotom.conversation.turn import Outcome
from rotom.domain.character import EMOTION_WORDS, Emotion
from rotom.domain.conversations import Exchange
from rotom.domain.markup import blocks
from rotom.ui.tongue import shown

_FENCE = re.compile(r"^[^\S\n]*(?:```|~~~)", re.MULTILINE)

LINE_ROLES = (
    "mine", "text", "emotion", "growing", "interrupted", "turnId", "day", "version", "versions",
    "blocks", "time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One message as it is shown; `growing` while more of it is coming.

    `turn` is the number of its exchange in the history, 0 where it is not known yet; `version`
    counts from 1 among the `versions` of the message.
    """

    mine: bool
    text: str
    emotion: str = Emotion.NEUTRAL.value
    turn_id: str = ""
    growing: bool = False
    interrupted: bool = False
    at_s: float = field(default=0.0, compare=False)
    turn: int = field(default=0, compare=False)
    version: int = 1
    versions: int = 1


def new_line(mine: bool, text: str, turn_id: str, growing: bool = False) -> Line:
    """A line of what is being said now."""
    return Line(mine, text, turn_id=turn_id, growing=growing, at_s=time.time())


def lines_of(exchanges: Iterable[Exchange]) -> list[Line]:
    """The lines of what was kept, in its order."""
    lines: list[Line] = []
    for e in exchanges:
        if e.said:
            lines.append(
                Line(
                    *(True, e.said, Emotion.NEUTRAL.value, e.turn_id),
                    at_s=e.said_at_s,
                    turn=e.id,
                    version=e.said_version,
                    versions=e.said_versions,
                )
            )
        if e.heard:
            lines.append(
                Line(
                    *(False, e.heard, e.emotion, e.turn_id),
                    interrupted=not e.complete,
                    at_s=e.heard_at_s,
                    turn=e.id,
                    version=e.heard_version,
                    versions=e.heard_versions,
                )
            )
    return lines


def ended(line: Line, outcome: Outcome) -> Line | None:
    """The reply's line once its turn has ended; None where there is nothing to show of it.

    A turn that failed is told of in a notice, and is not the user's interruption.
    """
    interrupted = outcome.interrupted and not outcome.failure
    text = outcome.heard if outcome.interrupted else line.text or outcome.heard
    if not text.strip() and not interrupted:
        return None
    return replace(
        line,
        text=text.strip(),
        emotion=outcome.emotion.value,
        growing=False,
        interrupted=interrupted,
    )


def line_value(line: Line, role: str) -> object:
    match role:
        case "turnId":
            return line.turn_id
        case "emotion":
            neutral = line.emotion == Emotion.NEUTRAL
            return "" if neutral else shown(EMOTION_WORDS[Emotion(line.emotion)])
        case "day":
            return f"{datetime.fromtimestamp(max(0.0, line.at_s)).astimezone():%Y-%m-%d}"
        case "blocks":
            return [] if line.mine else blocks_of(line.text)
        case "time":
            return f"{datetime.fromtimestamp(max(0.0, line.at_s)).astimezone():%H:%M}"
    return getattr(line, role)


def blocks_of(text: str) -> list[dict[str, object]]:
    """A reply in blocks. Of one that grows only the last paragraph is cut anew."""
    done, growing = parted(text)
    return [*_kept(done), *_kept(growing)]


@lru_cache(maxsize=128)
def _kept(text: str) -> tuple[dict[str, object], ...]:
    return tuple({"text": b.text, "code": b.code, "marker": b.marker} for b in blocks(text))


def parted(text: str) -> tuple[str, str]:
    """The paragraphs that more text cannot change, and the rest, which may still grow."""
    end = text.rfind("\n\n") + 2
    within_code = sum(1 for _ in _FENCE.finditer(text, 0, end)) % 2
    return ("", text) if end == 1 or within_code else (text[:end], text[end:])


def day_words(day: str) -> str:
    """A day such as "2026-11-24" as it stands between messages."""
    date, today = QDate.fromString(day, "yyyy-MM-dd"), QDate.currentDate()
    if date == today:
        return shown("Today")
    if date == today.addDays(-1):
        return shown("Yesterday")
    return QLocale().toString(date, QLocale.FormatType.LongFormat)
