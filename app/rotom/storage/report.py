"""A problem report: one file to read and to send, without what was said unless that was allowed."""

import platform
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from rotom import __version__
from rotom.domain.settings import Settings, differing
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage.errors import told
from rotom.storage.safe_files import write_text

LOG_BYTES = 200_000
"""The newest part of the log that a report holds."""


def write(
    folders: UserFolders,
    settings: Settings,
    packages: Iterable[str],
    doctor: str,
    talk: str = "",
) -> Path:
    """Writes a report where the user's own files are; its path. StorageError where it cannot be.

    `packages` are lines such as "PySide6 6.11.3", `doctor` is what `rotom doctor` printed, `talk`
    a conversation that the user wants to add.
    """
    when = datetime.now().astimezone()
    path = folders.exports / f"rotom-report-{when:%Y%m%d-%H%M%S}.txt"
    parts = {
        "Rotom": f"{__version__} on Python {platform.python_version()}, {platform.platform()}",
        "Settings that differ": "\n".join(_chosen(settings)) or "none",
        "Doctor": doctor.strip(),
        "Packages": "\n".join(packages),
        "Log": _end_of(folders.log_file),
    }
    if talk:
        parts["Conversation"] = talk
    text = "\n\n".join(f"## {title}\n{_without_names(body)}" for title, body in parts.items())
    try:
        write_text(path, f"# Problem report of Rotom, {when:%Y-%m-%d %H:%M}\n\n{text}\n")
    except OSError as error:
        raise told(worded("The report cannot be saved"), path, error) from error
    return path


def _chosen(settings: Settings) -> list[str]:
    """The settings that differ; of texts that the user wrote only that they are there."""
    changed: Mapping[str, object] = differing(settings)
    return [
        f"{name} = {'(given)' if name in _WRITTEN else value}" for name, value in changed.items()
    ]


_WRITTEN = frozenset({"user_name", "server", "server_agreed", "server_model", "quick_replies"})


def _end_of(log_file: Path) -> str:
    try:
        text = log_file.read_text("utf-8", errors="replace")
    except OSError:
        return "there is none"
    return text[-LOG_BYTES:]


def _without_names(text: str) -> str:
    """The text without the name of the user's folder."""
    home = str(Path("~").expanduser())
    return text.replace(home, "~") if len(home) > 1 else text
