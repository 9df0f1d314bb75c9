"""Deletes what Rotom knows of its user, and says honestly what is left."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage.log_file import start_log, stop_log


@dataclass(frozen=True, slots=True)
class Erased:
    """How many files went, and those that could not be deleted."""

    files: int
    left: tuple[Path, ...]


def erase(folders: UserFolders) -> Erased:
    """Deletes conversations, what was said of games, own personas, settings and the log.

    None of them may be open. Models are nobody's data, and what was saved to be taken along is the
    user's: both stay.
    """
    stop_log()
    gone, left = 0, []
    for path in _owned(folders):
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
            gone += 1
        except OSError:
            left.append(path)
    start_log(folders.log_file)
    return Erased(gone, tuple(left))


def told_of(erased: Erased, has_key: bool, folders: UserFolders) -> str:
    """What was deleted and what is left; `has_key` where the keyring still has a server's key."""
    if erased.left:
        return worded(
            "Not all could be deleted: {paths}. Delete it by hand.",
            paths=", ".join(map(str, erased.left)),
        )
    said = worded(
        "All your data is deleted. What you saved yourself in {exports} and the models stay.",
        exports=folders.exports,
    )
    if not has_key:
        return said
    return worded("{said} The server's key may still be in the keyring.", said=said)


def _owned(folders: UserFolders) -> Iterator[Path]:
    """All that is there of the user's, with what was kept aside because it was broken."""
    for file in (
        folders.history_file,
        folders.game_notes_file,
        folders.settings_file,
        folders.tuning_file,
        folders.log_file,
    ):
        yield from sorted(file.parent.glob(f"{file.name}*"))
    if folders.personas.exists():
        yield folders.personas
    if folders.cache.exists():
        yield folders.cache
