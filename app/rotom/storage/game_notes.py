"""What the user said about their games: a TOML file with a table for each, by Steam's app id."""

import threading
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from rotom.domain.game_notes import LONGEST_NOTE, with_note
from rotom.domain.wording import Worded, worded
from rotom.storage.errors import told
from rotom.storage.safe_files import NotReadableAsText, keep_aside, read_text, write_text

_LARGEST_BYTES = 4 * 1024 * 1024

_CANNOT: Worded = worded("What you said about your games cannot be kept")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A game by its title, and what was said about it, oldest first."""

    title: str
    notes: tuple[str, ...]


class GameNotes:
    """All methods may be called from any thread; StorageError where the disk refuses."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()

    def all(self) -> Mapping[int, Remembered]:
        """What is kept, by app id; a file that cannot be understood is none."""
        with self._lock:
            return self._read()[0]

    def of(self, app: int) -> Remembered:
        return self.all().get(app, Remembered("", ()))

    def add(self, app: int, title: str, said: str) -> None:
        """Keeps one more; a file that cannot be understood is kept aside first."""
        with self._lock:
            games, is_whole = self._read()
            if not is_whole:
                keep_aside(self.path)
            known = games.get(app, Remembered("", ()))
            kept = Remembered(title or known.title, with_note(known.notes, said))
            self._write({**games, app: kept})

    def change(self, app: int, index: int, text: str) -> None:
        """Another text for one of them, or none: then it is gone."""
        with self._lock:
            games, _ = self._read()
            if app not in games or not 0 <= index < len(games[app].notes):
                return
            notes = list(games[app].notes)
            note = " ".join(text.split())[:LONGEST_NOTE]
            notes[index : index + 1] = [note] if note else []
            self._write({**games, app: Remembered(games[app].title, tuple(notes))})

    def _read(self) -> tuple[dict[int, Remembered], bool]:
        try:
            said = tomllib.loads(read_text(self.path, _LARGEST_BYTES))
        except FileNotFoundError:
            return {}, True
        except (NotReadableAsText, tomllib.TOMLDecodeError, RecursionError):
            return {}, False
        except OSError as error:
            raise told(_CANNOT, self.path, error) from error
        return {int(app): game for app, table in said.items() if (game := _game(app, table))}, True

    def _write(self, games: Mapping[int, Remembered]) -> None:
        tables = {
            str(app): {"title": game.title, "notes": list(game.notes)}
            for app, game in games.items()
            if game.notes
        }
        try:
            write_text(self.path, tomli_w.dumps(tables))
        except OSError as error:
            raise told(_CANNOT, self.path, error) from error


def _game(app: str, table: object) -> Remembered | None:
    """One table of the file; None where it is not one of ours."""
    if not (app.isdecimal() and len(app) <= 10 and isinstance(table, Mapping)):
        return None
    title, notes = table.get("title", ""), table.get("notes", ())
    if not isinstance(title, str) or not isinstance(notes, list):
        return None
    texts = tuple(note[:LONGEST_NOTE] for note in notes if isinstance(note, str) and note.strip())
    return Remembered(title, texts) if texts else None
