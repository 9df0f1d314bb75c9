"""A command that may hold only so much memory, it and what it starts: a control group's limit."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from rotom.system.control_groups import innermost

Prefix = Sequence[str]
"""What stands before a command to have it limited."""


@contextmanager
def limited(most_bytes: int) -> Iterator[Prefix | None]:
    """None where this machine lets nobody make a group: it takes an administrator or systemd."""
    folder = _group(most_bytes)
    if folder is None:
        yield _scope(most_bytes)
        return
    try:
        yield ("sh", "-c", 'echo $$ > "$0"/cgroup.procs && exec "$@"', str(folder))
    finally:
        folder.rmdir()


def _group(most_bytes: int) -> Path | None:
    """A group within the one of this program, by hand."""
    outer = innermost()
    if outer is None:
        return None
    folder = outer / f"rotom-test-{os.getpid()}"
    try:
        folder.mkdir()
    except OSError:  # it belongs to somebody else
        return None
    for name in ("memory.max", "memory.limit_in_bytes"):
        with suppress(OSError):  # one of them is of the other version
            (folder / name).write_text(str(most_bytes))
            return folder
    folder.rmdir()
    return None


def _scope(most_bytes: int) -> Prefix | None:
    """A group that systemd makes for one of its users."""
    command = shutil.which("systemd-run")
    if command is None:
        return None
    manager = "--user" if os.geteuid() else "--system"
    prefix = (command, manager, "--scope", "--quiet", "-p", f"MemoryMax={most_bytes}", "--")
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else None
