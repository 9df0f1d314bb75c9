"""Looks whether the game tells a story just now: the Deck's controls rest and its sound goes on."""

import json
import os
import select
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rotom.domain.deck_reports import REPORT_BYTES, at_rest
from rotom.domain.stillness import is_scene, still_since
from rotom.system.deck_buttons import DEV, SYSFS, find_node, open_node
from rotom.system.gamescope import is_gaming_mode
from rotom.system.sound_server import asked

_REPORT_WITHIN_S = 0.05
"""The controller reports every four milliseconds."""


class Scenes:
    """Used by one thread, which calls `look` every few seconds.

    Outside gaming mode, and where the controls cannot be read, there is never a scene: opening them
    while Steam does not hold them itself would take the pad from the other programs.
    """

    def __init__(
        self,
        read: Callable[[], bytes | None] | None = None,
        sounds: Callable[[], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read or (lambda: one_report() if is_gaming_mode() else None)
        self._sounds = sounds or others_sound
        self._clock = clock
        self._since_s: float | None = None

    def look(self) -> None:
        report = self._read()
        rests = None if report is None else at_rest(report)
        self._since_s = still_since(self._since_s, rests, self._clock())

    def goes_on(self) -> bool:
        """Whether a scene goes on; asks the sound server only where the controls rest."""
        now_s = self._clock()
        return is_scene(self._since_s, True, now_s) and is_scene(
            self._since_s, self._sounds(), now_s
        )


def one_report(
    sysfs: Path = SYSFS, dev: Path = DEV, open_node: Callable[[Path], int] = open_node
) -> bytes | None:
    """What the Deck's controller tells now; None where it is not here, silent or not ours."""
    name = find_node(sysfs)
    if name is None:
        return None
    with suppress(OSError):
        node = open_node(dev / name)
        try:
            if select.select([node], [], [], _REPORT_WITHIN_S)[0]:
                return os.read(node, REPORT_BYTES)
        finally:
            os.close(node)
    return None


def others_sound(ask: Callable[..., str] = asked, own: int | None = None) -> bool:
    """Whether a program that is not Rotom plays something, as the sound server knows it."""
    try:
        streams = json.loads(ask("--format=json", "list", "sink-inputs") or "[]")
    except ValueError:
        return False
    ours = str(os.getpid() if own is None else own)
    return any(
        isinstance(stream, dict)
        and not stream.get("corked")
        and not stream.get("mute")
        and (stream.get("properties") or {}).get("application.process.id") != ours
        for stream in (streams if isinstance(streams, list) else ())
    )
