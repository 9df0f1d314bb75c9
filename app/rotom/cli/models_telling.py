"""`rotom models show`: all about one model, and what a GGUF file says of itself, before loading."""

import json
from dataclasses import asdict
from pathlib import Path

from rotom.app import App
from rotom.cli.telling import say
from rotom.domain.catalog import Kind, Model
from rotom.domain.catalog_rows import row_of
from rotom.domain.memory import BrainShape, brain_bytes, described, shortage
from rotom.storage.gguf import read_header
from rotom.system import machine


def run(app: App, named: str, as_json: bool) -> int:
    """Tells of a model by its name, or of a GGUF file by its path."""
    path = Path(named).expanduser()
    if path.name != named or path.is_file():
        _tell_shape(app, read_header(path), as_json, {})
        return 0
    model = app.models.find(named)
    told = row_of(model)
    if not as_json:
        _tell_model(app, model)
    if model.kind == Kind.BRAIN and app.models.holding(model).is_whole:
        _tell_shape(app, read_header(app.models.path_of(model)), as_json, told)
    elif as_json:
        print(json.dumps(told, ensure_ascii=False))
    return 0


def _tell_model(app: App, model: Model) -> None:
    print(f"{model.title} ({model.kind}, {model.use}): {model.good_for[app.interface_language]}")
    print(f"memory: about {model.memory_mb / 1000:.1f} GB")
    print(f"licence: {model.licence.name} {model.licence.url}")
    print(f"made by: {model.attribution}")
    if model.kind == Kind.BRAIN:
        chosen = {k: v for k, v in asdict(app.tuning.of(model.id)).items() if v is not None}
        print("sampling: " + ", ".join(f"{name} {value}" for name, value in chosen.items()))
    for file in model.files:
        print(f"{file.bytes:>14,} bytes  {file.sha256}  {app.models.file_of(model, file)}")


def _tell_shape(app: App, shape: BrainShape, as_json: bool, told: dict[str, object]) -> None:
    memory = machine.memory()
    free = None if memory is None else memory.available
    if not as_json:
        say(described(shape, free), app.folders)
        return
    needed = brain_bytes(shape)
    missing = shortage(needed, free)
    found = {**asdict(shape), "memory_bytes": needed, "missing_bytes": missing}
    print(json.dumps({**told, "header": found}, ensure_ascii=False))
