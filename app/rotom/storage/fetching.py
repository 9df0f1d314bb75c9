"""Brings a whole model here, of one file or several: linked from another program, or fetched."""

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rotom.domain.catalog import Model, ModelFile
from rotom.domain.wording import worded
from rotom.storage.downloads import Manner, Paused, check_space, fetch, part_of
from rotom.storage.errors import StorageError, told
from rotom.storage.model_folder import ModelFolder, sha256_of
from rotom.storage.other_programs import Elsewhere, find
from rotom.storage.pace import Halt, Limit, Meter, Progress
from rotom.storage.web import Web, web_of_environment

log = logging.getLogger(__name__)

__all__ = ["Halt", "Paused", "Wishes", "get"]


@dataclass
class Wishes:
    """How a model is to be brought here.

    `accepts_licence`: the user was shown it. `waits`: for another Rotom that is at work on it.
    `bytes_per_s` is asked anew all the time, so that a limit can be changed while something comes.
    `keeps_apart`: every byte has to be in Rotom's folder, so that nothing is linked to other disks.
    """

    halt: Halt = field(default_factory=Halt)
    progress: Callable[[Progress], None] = lambda _progress: None
    tell: Callable[[str], None] = lambda _text: None
    bytes_per_s: Callable[[], float | None] = lambda: None
    accepts_licence: bool = False
    waits: bool = False
    links: bool = True
    keeps_apart: bool = False
    open_web: Callable[[], Web] = web_of_environment
    find: Callable[[ModelFile], Elsewhere | None] = find


def get(folder: ModelFolder, model: Model, wishes: Wishes) -> Path:
    """Fetches what is missing of a model and returns what an engine loads.

    Paused where the user stopped it; EngineError with a sentence where it cannot be had. The model
    counts as here once all of its files are: each has its name only after its checksum was right.
    """
    if folder.holding(model).is_whole:
        return folder.path_of(model)
    if model.folder:
        return folder.whole_path(model)
    if model.licence.must_be_accepted and not wishes.accepts_licence:
        raise StorageError(
            worded(
                "{title} has a licence that has to be accepted first: {name}, {url}.",
                title=model.title,
                name=model.licence.name,
                url=model.licence.url,
            )
        )
    with folder.locked(model, wishes.waits):
        _bring(folder, model, wishes)
    return folder.path_of(model)


def _bring(folder: ModelFolder, model: Model, wishes: Wishes) -> None:
    missing = [file for file in model.files if not _is_here(folder, model, file)]
    if wishes.links:
        missing = [file for file in missing if not _linked(folder, model, file, wishes)]
    if not missing:
        return
    goals = {file: folder.file_of(model, file) for file in missing}
    parts = sum(_size(part_of(goal)) for goal in goals.values())
    check_space(folder.root, sum(file.bytes for file in missing) - parts, model.title)
    done = model.bytes - sum(file.bytes for file in missing)
    meter = Meter(model.bytes, done)

    def arrived(count: int) -> None:
        nonlocal done
        done += count
        wishes.progress(meter.now(done))

    limit = Limit(wishes.bytes_per_s, wishes.halt.wait)
    manner = Manner(wishes.halt, limit, arrived, wishes.tell)
    with wishes.open_web() as web:
        for file, goal in goals.items():
            fetch(web, file, goal, manner)


def _is_here(folder: ModelFolder, model: Model, file: ModelFile) -> bool:
    return _size(folder.file_of(model, file)) == file.bytes


def _linked(folder: ModelFolder, model: Model, file: ModelFile, wishes: Wishes) -> bool:
    """Whether the file could be taken from another program, by its checksum the same."""
    found = wishes.find(file)
    if found is None:
        return False
    wishes.tell(
        worded(
            "{name} is already in {program}; Rotom looks whether it is whole.",
            name=file.name,
            program=found.program,
        )
    )
    try:
        if sha256_of(found.path) != file.sha256:
            log.info("%s is another file than %s", found.path, file.name)
            return False
        goal = folder.file_of(model, file)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.unlink(missing_ok=True)
        _link(found.path, goal, wishes.keeps_apart)
    except (OSError, StorageError) as error:
        log.info("%s cannot be linked: %s", found.path, error)
        return False
    wishes.tell(worded("{name} is linked from {program}.", name=file.name, program=found.program))
    return True


def _link(source: Path, goal: Path, keeps_apart: bool) -> None:
    """A second name for the file; on another disk a link to it, or a copy where it keeps apart."""
    try:
        os.link(source, goal)
        return
    except OSError as error:
        log.debug("no hard link to %s: %s", source, error)
    if not keeps_apart:
        goal.symlink_to(source)
        return
    part = part_of(goal)
    shutil.copyfile(source, part)
    part.replace(goal)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise told(worded("{name} cannot be read", name=path.name), path, error) from error
