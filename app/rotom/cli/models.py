"""`rotom models`: the models that there are, where they are and what they cannot do."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from rotom.app import App
from rotom.files import UserFolders
from rotom.files import models as shipped_models
from rotom.making import STARTER_BRAIN, STARTER_VOICE


@dataclass(frozen=True, slots=True)
class Row:
    """One model; `bytes` is 0 for what is missing or travels inside a library."""

    kind: str
    id: str
    title: str
    path: str
    bytes: int
    present: bool
    in_use: bool
    note: str


def run(folders: UserFolders, as_json: bool) -> int:
    rows = listed(App(folders, keep=False))
    if as_json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return 0
    for row in rows:
        mark = "*" if row.in_use else " "
        size = (
            f"{row.bytes / 1e6:.1f} MB" if row.bytes else ("inside" if row.present else "missing")
        )
        print(f"{mark} {row.kind:6} {row.id:16} {size:>9}  {row.title}. {row.note}")
    print("* in use. A brain, ears of your own: the settings, or settings.toml in", folders.config)
    return 0


def listed(app: App) -> list[Row]:
    """The starter models, what is inside the libraries, and what the settings name."""
    settings = app.settings
    rows = [
        _of_files(
            "brain",
            "starter",
            "Rotom's small starter brain",
            shipped_models() / STARTER_BRAIN,
            not settings.brain,
            "Small talk in simple English.",
        ),
        Row(
            "ears",
            "pocketsphinx",
            "PocketSphinx",
            "",
            0,
            True,
            not settings.ears,
            "English; simple sentences in a quiet room.",
        ),
        _of_files(
            "voice",
            STARTER_VOICE,
            "Rotom's starter voice",
            shipped_models() / "starter" / "voice" / f"{STARTER_VOICE}.onnx",
            settings.voice == STARTER_VOICE,
            "English.",
        ),
        Row(
            "voice",
            "espeak-en",
            "eSpeak NG",
            "",
            0,
            True,
            settings.voice == "espeak-en",
            "A robot; it also speaks Korean, which no starter voice does.",
        ),
    ]
    for kind, named in (("brain", settings.brain), ("ears", settings.ears)):
        if named:
            path = Path(named).expanduser()
            rows.append(_of_files(kind, path.name, "your own", path, True, ""))
    return rows


def _of_files(kind: str, name: str, title: str, path: Path, in_use: bool, note: str) -> Row:
    files = [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]
    present = bool(files) and all(file.is_file() for file in files)
    size = sum(file.stat().st_size for file in files) if present else 0
    return Row(kind, name, title, str(path), size, present, in_use, note)
