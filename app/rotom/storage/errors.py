"""What is said when something cannot be kept or read back, and what to do about it."""

import errno
from pathlib import Path

from rotom.domain.engines import EngineError
from rotom.domain.wording import Worded, worded

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP}


class StorageError(EngineError):
    """Something that cannot be kept or read, said in one sentence with a way out."""


def told(what: Worded, path: Path, error: OSError) -> StorageError:
    """The error as a sentence; `what` is such as "The settings cannot be saved"."""
    if error.errno in _FULL:
        reason = worded(
            "the disk of {parent} is full. Free some space and try again", parent=path.parent
        )
    elif error.errno in _FORBIDDEN:
        reason = worded(
            "Rotom may not use {path}. Change who may, or start Rotom with --data and "
            "a folder of your own",
            path=path,
        )
    elif error.errno in _IN_THE_WAY:
        reason = worded(
            "something else is in the place of {path}. Move it away and try again", path=path
        )
    else:
        reason = worded("{why} ({path})", why=error.strerror or error, path=path)
    return StorageError(worded("{what}: {reason}.", what=what, reason=reason))
