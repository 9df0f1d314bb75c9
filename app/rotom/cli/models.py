"""`rotom models`: find, fetch, choose, check and remove brains, ears and voices."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rotom.app import App
from rotom.cli.telling import in_words, say
from rotom.domain.catalog import Kind, Model
from rotom.domain.engines import EngineError
from rotom.domain.shipped import ROBOT, STARTER_VOICE
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.files import models as shipped_models
from rotom.making import STARTER_BRAIN
from rotom.storage.model_choices import removable

if TYPE_CHECKING:  # it takes long to import, and only fetching needs it
    from rotom.storage.web import Web

OpenWeb = Callable[[], "Web"]


@dataclass(frozen=True, slots=True)
class Row:
    """One model; `bytes` is what is here of it, 0 for what travels inside a library.

    `total_bytes` is its whole length; `note` says in plain words what it is good for, `elsewhere`
    what other programs have of it already.
    """

    kind: str
    id: str
    title: str
    path: str
    bytes: int
    present: bool
    in_use: bool
    note: str
    use: str = ""
    total_bytes: int = 0
    memory_mb: int = 0
    licence: str = ""
    licence_url: str = ""
    must_be_accepted: bool = False
    languages: tuple[str, ...] = ()
    attribution: str = ""
    elsewhere: str = ""


def run(folders: UserFolders, options: argparse.Namespace, open_web: OpenWeb | None = None) -> int:
    """Does what was asked; `open_web` is another network than the hub's, for tests."""
    app = App(folders, keep=options.action == "use")
    match options.action:
        case "get" | "add" | "verify-catalog":
            from rotom.cli import models_fetching

            return models_fetching.run(app, options, open_web)
        case "show":
            from rotom.cli import models_telling

            return models_telling.run(app, options.id, options.json)
        case "tune":
            from rotom.cli import models_tuning

            return models_tuning.run(app, options.id, options.values, options.reset, options.json)
        case "use":
            return _use(app, options.id)
        case "remove":
            return _remove(app, options.ids, options.unused)
        case "path":
            print(app.models.whole_path(app.models.find(options.id)))
            return 0
        case "verify":
            return _verify(app, options.ids, options.json)
        case _:
            return _list(app, folders, options.json)


def _list(app: App, folders: UserFolders, as_json: bool) -> int:
    rows = listed(app)
    if as_json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return 0
    for kind in Kind:
        print(kind)
        for row in rows:
            if row.kind == kind:
                print(_line(row))
        advice = app.advice(kind)
        print(f"  {in_words(advice.why, folders)}")
    for stray in app.models.strays():
        unknown = worded(
            "No catalogue knows {stray} any more; `rotom models remove --unused` removes it.",
            stray=stray,
        )
        say(unknown, folders)
    for notice in app.models.notices:
        say(notice, folders)
    say(
        worded(
            "* in use, + here. `rotom models get` fetches, `rotom models use` chooses. They are in "
            "{folder}",
            folder=folders.models,
        ),
        folders,
    )
    return 0


def _line(row: Row) -> str:
    mark = "*" if row.in_use else "+" if row.present else " "
    size = _size(row.total_bytes or row.bytes) if row.total_bytes or row.bytes else "inside"
    if not row.present and row.bytes:
        size = f"{100 * row.bytes // row.total_bytes} % of {size}"
    licence = f" [{row.licence}]" if row.must_be_accepted else ""
    line = f"  {mark} {row.id:24} {size:>9}  {row.note}{licence}"
    return f"{line}\n{' ' * 40}({row.elsewhere})" if row.elsewhere else line


def _size(count: int) -> str:
    return f"{count / 1e9:.2f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


def listed(app: App) -> list[Row]:
    """The starter models, what is inside the libraries, the catalogue, and what settings name."""
    settings = app.settings
    brain = shipped_models() / STARTER_BRAIN
    voice = shipped_models() / "starter" / "voice" / f"{STARTER_VOICE}.onnx"
    rows = [
        _of_files("brain", "starter", "Rotom's small starter brain", brain, not settings.brain)
        | {"note": "Small talk in simple English."},
        _inside("ears", "pocketsphinx", "PocketSphinx", not settings.ears)
        | {"note": "English; simple sentences in a quiet room."},
        _of_files(
            "voice", STARTER_VOICE, "Rotom's starter voice", voice, settings.voice == STARTER_VOICE
        )
        | {"note": "English."},
        _inside("voice", ROBOT, "eSpeak NG", settings.voice == ROBOT)
        | {"note": "A robot; it also speaks Korean, which no starter voice does."},
    ]
    named = {"brain": settings.brain, "ears": settings.ears, "voice": settings.voice}
    for kind, name in named.items():
        own = Path(name).expanduser()
        if name and own.name != name:
            rows.append(_of_files(kind, own.name, "your own", own, True))
    made = [Row(**row) for row in rows]  # type: ignore[arg-type]  # each value by its name
    return [*made, *(_of_model(app, model) for model in app.models.models)]


def _of_files(kind: str, name: str, title: str, path: Path, in_use: bool) -> dict[str, object]:
    files = [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]
    present = bool(files) and all(file.is_file() for file in files)
    size = sum(file.stat().st_size for file in files) if present else 0
    return {
        "kind": kind,
        "id": name,
        "title": title,
        "path": str(path),
        "bytes": size,
        "present": present,
        "in_use": in_use,
        "note": "",
    }


def _inside(kind: str, name: str, title: str, in_use: bool) -> dict[str, object]:
    inside = {"kind": kind, "id": name, "title": title, "path": "", "bytes": 0, "present": True}
    return {**inside, "in_use": in_use, "note": ""}


def _of_model(app: App, model: Model) -> Row:
    holding = app.models.holding(model)
    return Row(
        kind=str(model.kind),
        id=model.id,
        title=model.title,
        path=str(app.models.path_of(model)),
        bytes=holding.bytes,
        present=holding.is_whole,
        in_use=app.uses(model),
        note=model.good_for[app.interface_language],
        use=str(model.use),
        total_bytes=model.bytes,
        memory_mb=model.memory_mb,
        licence=model.licence.name,
        licence_url=model.licence.url,
        must_be_accepted=model.licence.must_be_accepted,
        languages=tuple(map(str, model.languages)),
        attribution=model.attribution,
        elsewhere=app.models.offered(model),
    )


_SHIPPED = {
    "starter": {"brain": ""},
    "pocketsphinx": {"ears": ""},
    STARTER_VOICE: {"voice": STARTER_VOICE},
    ROBOT: {"voice": ROBOT},
}


def _use(app: App, model_id: str) -> int:
    if values := _SHIPPED.get(model_id):
        app.change(values)
        (setting,) = values
    else:
        setting = app.choose(app.models.find(model_id))
    say(
        worded(
            "{id} is in use now ({setting} in {file}).",
            id=model_id,
            setting=setting,
            file=app.folders.settings_file,
        ),
        app.folders,
    )
    return 0


def _remove(app: App, ids: Sequence[str], unused: bool) -> int:
    if not ids and not unused:
        raise EngineError("Say which model to remove, or --unused for all that are not in use.")
    models = [app.models.find(each) for each in ids]
    for model in models:
        if app.uses(model):
            raise EngineError(
                worded(
                    "{title} is in use. Choose another one first, then remove it.",
                    title=model.title,
                )
            )
    if unused:
        models += removable(app.models, app.settings)
    freed = sum(app.models.remove(model) for model in models)
    if unused:
        freed += sum(map(app.models.remove_stray, app.models.strays()))
    names = ", ".join(model.id for model in models) or worded("Nothing")
    say(worded("{names} removed, {size} freed.", names=names, size=_size(freed)), app.folders)
    return 0


def _verify(app: App, ids: Sequence[str], as_json: bool) -> int:
    models = [app.models.find(each) for each in ids]
    if not ids:
        models = [each for each in app.models.models if app.models.holding(each).is_whole]
    if not models and not as_json:
        say(worded("No fetched model is here."), app.folders)
    bad = 0
    for model in models:
        app.models.whole_path(model)
        damaged = app.models.damaged(model)
        bad += bool(damaged)
        if as_json:
            print(json.dumps({"id": model.id, "damaged": damaged}), flush=True)
        elif damaged:
            said = worded(
                "{id} is damaged: {files}. Remove it and fetch it again.",
                id=model.id,
                files=", ".join(damaged),
            )
            say(said, app.folders)
        else:
            say(worded("{id} is as it should be.", id=model.id), app.folders)
    return 1 if bad else 0
