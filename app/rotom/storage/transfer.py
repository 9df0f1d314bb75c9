"""Conversations as files: Markdown to read, JSON to take along and to take over without trust."""

import json
import math
import re
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rotom.domain.character import Emotion
from rotom.domain.conversations import LONGEST_TITLE, title_of
from rotom.domain.text import cleaned
from rotom.domain.wording import worded
from rotom.storage.database import sentence, transaction
from rotom.storage.errors import StorageError, told
from rotom.storage.history import History
from rotom.storage.safe_files import NotReadableAsText, read_text, write_text

FORMAT, VERSION = "rotom-conversations", 1
LARGEST_BYTES = 128 * 1024 * 1024
MOST_TURNS = 500_000
LONGEST_TEXT = 100_000
"""Characters of one message that are taken over."""


class _NotOurs(ValueError):
    """The file is not one of Rotom's conversations; says why."""


def export(history: History, conversation: int, speaker: str, folder: Path) -> tuple[Path, Path]:
    """Writes a conversation as Markdown and as JSON, with names that are not taken yet.

    `speaker` is the persona's name; StorageError where they cannot be written.
    """
    titled = as_json(history, [conversation])
    title, turns = str(titled[0]["title"]), titled[0]["turns"]
    stem = _free_stem(folder, title)
    markdown, data = folder / f"{stem}.md", folder / f"{stem}.json"
    try:
        write_text(markdown, as_markdown(title, speaker, turns))  # type: ignore[arg-type]
        write_text(data, dumped(titled))
    except OSError as error:
        raise told(worded("The conversation cannot be saved"), folder, error) from error
    return markdown, data


def files(folder: Path) -> list[Path]:
    """The JSON files of a folder, the newest first, twenty at most."""
    try:
        found = [(path.stat().st_mtime, path) for path in folder.glob("*.json")]
    except OSError:
        return []
    return [path for _, path in sorted(found, reverse=True)[:20]]


def dumped(conversations: Sequence[Mapping[str, object]]) -> str:
    """The file's text for conversations of `as_json`."""
    whole = {"format": FORMAT, "version": VERSION, "conversations": conversations}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_json(history: History, conversations: Iterable[int]) -> list[dict[str, object]]:
    """Conversations as plain values, each turn naming the one before it by its place, from 1."""
    taken: list[dict[str, object]] = []
    with history.lock:
        for id_ in conversations:
            head = history.connection.execute(
                "SELECT title, began_at_s, used_at_s FROM conversations WHERE id = ?", (id_,)
            ).fetchone()
            if head is None:
                raise StorageError("That is not among the conversations any more.")
            rows = history.connection.execute(
                "SELECT id, parent, active, iif(said_removed_s IS NULL, said, NULL), said_at_s,"
                " iif(heard_removed_s IS NULL, heard, NULL), heard_at_s, emotion, complete"
                " FROM turns WHERE conversation = ? ORDER BY id",
                (id_,),
            ).fetchall()
            places = {row[0]: place for place, row in enumerate(rows, 1)}
            turns = [
                {
                    "after": places.get(row[1], 0),
                    "shown": bool(row[2]),
                    "said": row[3],
                    "said_at": row[4],
                    "heard": row[5],
                    "heard_at": row[6],
                    "emotion": row[7],
                    "complete": bool(row[8]),
                }
                for row in rows
            ]
            first = next((str(turn["said"]) for turn in turns if turn["said"]), "")
            named = {"title": head[0] or title_of(first), "began_at": head[1], "used_at": head[2]}
            taken.append({**named, "turns": turns})
    return taken


def as_markdown(title: str, speaker: str, turns: Iterable[Mapping[str, object]]) -> str:
    """A conversation to read, as it is shown, by days."""
    parts, day = [f"# {title or 'A conversation'}"], ""
    for turn in turns:
        if not turn["shown"]:
            continue
        for who, text, at in (
            ("You", turn["said"], turn["said_at"]),
            (speaker, turn["heard"], turn["heard_at"]),
        ):
            if not text:
                continue
            when = datetime.fromtimestamp(float(str(at or 0))).astimezone()
            if f"{when:%Y-%m-%d}" != day:
                day = f"{when:%Y-%m-%d}"
                parts.append(f"## {day}")
            cut = " *(interrupted)*" if who == speaker and not turn["complete"] else ""
            parts.append(f"**{who}** ({when:%H:%M})\n\n{text}{cut}")
    return "\n\n".join(parts) + "\n"


def take(history: History, persona: str, path: Path) -> list[int]:
    """Takes over the conversations of a file, as a persona's; their new ids.

    StorageError, in one sentence, where it cannot be read or is not Rotom's; then nothing is.
    """
    try:
        taken = read(read_text(path, LARGEST_BYTES))
    except OSError as error:
        raise told(worded("{name} cannot be taken over", name=path.name), path, error) from error
    except (NotReadableAsText, _NotOurs) as error:
        raise StorageError(
            worded(
                "{name} cannot be taken over: {why}. Choose a JSON file that Rotom saved.",
                name=path.name,
                why=error,
            )
        ) from error
    try:
        with history.lock, transaction(history.connection) as connection:
            return [_added(connection, persona, one) for one in taken]
    except sqlite3.Error as error:
        what = worded("{name} cannot be taken over", name=path.name)
        raise StorageError(sentence(what, history.path, error)) from error


def read(text: str) -> list[dict[str, object]]:
    """The conversations of a file's text; `_NotOurs` where it holds anything else."""
    try:
        whole = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise _NotOurs(worded("it is not JSON that can be read")) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _NotOurs(worded("it holds no conversations of Rotom"))
    if whole.get("version") != VERSION:
        raise _NotOurs(worded("a newer Rotom wrote it"))
    found = whole.get("conversations")
    if not isinstance(found, list) or not found:
        raise _NotOurs(worded("it holds no conversations of Rotom"))
    if sum(len(one["turns"]) for one in found if _has_turns(one)) > MOST_TURNS:
        raise _NotOurs(worded("it holds more than a conversation can"))
    return [_conversation(one) for one in found]


def _refuse(constant: str) -> None:
    raise _NotOurs(worded("it holds {constant}", constant=constant))


def _conversation(value: object) -> dict[str, object]:
    if not isinstance(value, dict) or not _has_turns(value):
        raise _NotOurs(worded("one of its conversations is broken"))
    title = " ".join(cleaned(_text(value.get("title")) or "", LONGEST_TITLE).split())
    turns = [_turn(turn, place) for place, turn in enumerate(value["turns"], 1)]
    if not turns:
        raise _NotOurs(worded("one of its conversations is empty"))
    began, used = _time(value.get("began_at")), _time(value.get("used_at"))
    return {"title": title, "began_at": began or 0.0, "used_at": used or 0.0, "turns": turns}


def _has_turns(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("turns"), list)


def _turn(value: object, place: int) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _NotOurs(worded("one of its messages is broken"))
    after, emotion = value.get("after", place - 1), value.get("emotion", "neutral")
    if isinstance(after, bool) or not isinstance(after, int) or not 0 <= after < place:
        raise _NotOurs(worded("its messages are out of order"))
    return {
        "after": after,
        "shown": value.get("shown", True) is True,
        "said": _text(value.get("said")),
        "said_at": _time(value.get("said_at")),
        "heard": _text(value.get("heard")),
        "heard_at": _time(value.get("heard_at")),
        "emotion": emotion if emotion in set(Emotion) else str(Emotion.NEUTRAL),
        "complete": value.get("complete", True) is True,
    }


def _text(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _NotOurs(worded("one of its messages is no text"))
    if len(value) > LONGEST_TEXT:
        raise _NotOurs(worded("one of its messages is too long"))
    return cleaned(value, LONGEST_TEXT)


def _time(value: object) -> float | None:
    """Seconds since 1970, within what a calendar holds."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _NotOurs(worded("one of its times is none"))
    if not (math.isfinite(value) and 0 <= value < 4e9):
        raise _NotOurs(worded("one of its times is none"))
    return float(value)


def _added(connection: sqlite3.Connection, persona: str, one: Mapping[str, object]) -> int:
    conversation = connection.execute(
        "INSERT INTO conversations (persona, title, began_at_s, used_at_s) VALUES (?, ?, ?, ?)",
        (persona, one["title"], one["began_at"], one["used_at"]),
    ).lastrowid
    assert conversation is not None
    ids = [0]
    for turn in _shown_way(one["turns"]):  # type: ignore[arg-type]  # as `_conversation` made it
        cursor = connection.execute(
            "INSERT INTO turns (persona, turn, said, said_at_s, heard, heard_at_s, emotion,"
            " complete, conversation, parent, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(persona, uuid.uuid4().hex, turn["said"], turn["said_at"], turn["heard"]),
                *(turn["heard_at"], turn["emotion"], turn["complete"], conversation),
                *(ids[int(str(turn["after"]))], turn["shown"]),
            ),
        )
        ids.append(int(str(cursor.lastrowid)))
    return conversation


def _shown_way(turns: Sequence[dict[str, object]]) -> Sequence[dict[str, object]]:
    """The turns, of which only those are shown that lead to the last one that is."""
    last = max((p for p, turn in enumerate(turns, 1) if turn["shown"]), default=len(turns))
    way: set[int] = set()
    while last:
        way.add(last)
        last = int(str(turns[last - 1]["after"]))
    return [{**turn, "shown": place in way} for place, turn in enumerate(turns, 1)]


def _free_stem(folder: Path, title: str) -> str:
    plain = re.sub(r"[^\w\- ]+", "", title).strip()[:40].strip() or "conversation"
    stem = f"{plain} {datetime.now().astimezone():%Y-%m-%d}"
    for count in range(1, 1000):
        free = stem if count == 1 else f"{stem} ({count})"
        if not (folder / f"{free}.md").exists() and not (folder / f"{free}.json").exists():
            return free
    return f"{stem} {uuid.uuid4().hex[:8]}"
