"""How far Rotom's own threads let other programs go first."""

import os
from contextlib import suppress
from pathlib import Path

from rotom.domain.budget import NICE_BESIDE_GAME

PROC = Path("/proc")


def stand_back(more: int, proc: Path = PROC) -> None:
    """What lets others go first in this program, its work but not its face, does so by `more`.

    `more` is 0 or `NICE_BESIDE_GAME`, on top of what a thread does by itself; threads that these
    start later do as they do. Who is no administrator can raise it only (setpriority(2)): then what
    was raised stays until Rotom ends, which costs nothing where nobody else wants the cores.
    """
    face = os.getpriority(os.PRIO_PROCESS, os.getpid())
    for thread in _threads(proc):
        with suppress(OSError):  # it has just ended, or may not be lowered
            by_itself = (os.getpriority(os.PRIO_PROCESS, thread) - face) % NICE_BESIDE_GAME
            if by_itself:
                os.setpriority(os.PRIO_PROCESS, thread, face + by_itself + more)


def _threads(proc: Path) -> list[int]:
    return [int(entry.name) for entry in (proc / "self" / "task").iterdir()]
