"""Small text files read without trust, and written whole or not at all."""

import os
import stat
import tempfile
from datetime import datetime
from pathlib import Path

from rotom.domain.wording import worded


class NotReadableAsText(ValueError):
    """The file is there, but it is too large, not a plain file's text, or not UTF-8."""


def read_text(path: Path, at_most: int) -> str:
    """The text of a plain file of up to `at_most` bytes; OSError or NotReadableAsText."""
    try:
        return read_bytes(path, at_most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadableAsText(worded("it is not UTF-8 text")) from error


def read_bytes(path: Path, at_most: int) -> bytes:
    """The content of a plain file of up to `at_most` bytes; OSError or NotReadableAsText.

    A pipe or a device in the place of the file is not waited for.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(21, os.strerror(21), str(path))
        if not stat.S_ISREG(mode):
            raise NotReadableAsText(worded("it is not a plain file"))
        content = file.read(at_most + 1)
    if len(content) > at_most:
        raise NotReadableAsText(worded("it is larger than {at_most} KB", at_most=at_most // 1024))
    return content


def write_text(path: Path, text: str) -> None:
    """Replaces the file by `text`, as `write_bytes` does."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Replaces the file by `content`: after a crash there is the old file or the new one; OSError.

    Writers at the same time each write a file of their own, and the last one stays. Where the
    path is a link, what it leads to is replaced.
    """
    goal = Path(os.path.realpath(path))
    if goal.is_dir():  # replacing it would name the temporary file, not what is in the way
        raise IsADirectoryError(21, os.strerror(21), str(path))
    goal.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f".{goal.name}-", dir=goal.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(temporary).replace(goal)
    except BaseException:
        Path(temporary).unlink()
        raise
    sync_folder(goal.parent)


def keep_aside(path: Path) -> Path:
    """Moves a broken file to a name that says when, and was never used before; OSError."""
    stamp = f"{path.name}.broken-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for count in range(1, 1000):
        aside = path.with_name(stamp if count == 1 else f"{stamp}-{count}")
        try:
            os.link(path, aside, follow_symlinks=False)
        except FileExistsError:
            continue
        except PermissionError:
            if aside.exists():  # a file system without hard links
                continue
            return path.rename(aside)
        path.unlink()
        return aside
    raise FileExistsError(17, os.strerror(17), str(path))


def sync_folder(folder: Path) -> None:
    """Makes the new name outlast a loss of power; not every file system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
