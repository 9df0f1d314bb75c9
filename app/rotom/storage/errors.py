"""What is said when something cannot be kept or read back, and what to do about it."""

import errno
from pathlib import Path

from rotom.domain.engines import EngineError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP}


class StorageError(EngineError):
    """Something that cannot be kept or read, said in one sentence with a way out."""


def told(what: str, path: Path, error: OSError) -> StorageError:
    """The error as a sentence; `what` is such as "The settings cannot be saved"."""
    if error.errno in _FULL:
        reason = f"the disk of {path.parent} is full. Free some space and try again"
    elif error.errno in _FORBIDDEN:
        reason = (
            f"Rotom may not use {path}. Change who may, or start Rotom with --data and a folder "
            "of your own"
        )
    elif error.errno in _IN_THE_WAY:
        reason = f"something else is in the place of {path}. Move it away and try again"
    else:
        reason = f"{error.strerror or error} ({path})"
    return StorageError(f"{what}: {reason}.")
