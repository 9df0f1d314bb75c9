"""Looks at the machine again and again, and says when what Rotom may take has changed."""

from collections.abc import Callable

from rotom.domain.budget import Budget, Reading, budget
from rotom.domain.settings import Settings
from rotom.stage import Stage
from rotom.system import machine, pressure
from rotom.system.games import running_game

EVERY_S = 2.0
"""A look costs a few small files; the list of programs is read every third time only."""

_GAME_EVERY = 3


class Machine:
    """Reads what a budget is made of; used by one thread."""

    def __init__(self) -> None:
        self._cores = machine.processor().cores
        self._ticks = pressure.ticks()
        self._looks = 0
        self._beside_game = False

    def read(self, idle_s: float, brain_bytes: int) -> Reading:
        if self._looks % _GAME_EVERY == 0:
            self._beside_game = running_game() is not None
        self._looks += 1
        before, self._ticks = self._ticks, pressure.ticks()
        memory, battery = machine.memory(), machine.battery()
        return Reading(
            cores=self._cores,
            free_bytes=None if memory is None else memory.available,
            stalled=pressure.memory_stalled(),
            load=pressure.load_between(before, self._ticks),
            battery_percent=None if battery is None else battery.percent,
            on_battery=battery is not None and not battery.on_mains,
            beside_game=self._beside_game,
            idle_s=idle_s,
            brain_bytes=brain_bytes,
        )


class Watcher:
    """A stage that looks every `every_s`; `changed` is called on it with each new budget."""

    def __init__(
        self,
        read: Callable[[], Reading],
        settings: Callable[[], Settings],
        changed: Callable[[Budget, Budget], None],
        every_s: float = EVERY_S,
    ) -> None:
        self._read = read
        self._settings = settings
        self._changed = changed
        self._every_s = every_s
        self.budget = Budget()
        self.reading: Reading | None = None
        self._stage: Stage[str] = Stage("budget", self._look, lambda _: None)

    def start(self) -> None:
        self._stage.start()
        self._stage.post("look")

    def stop(self) -> None:
        self._stage.stop()

    def _look(self, _: str) -> None:
        settings = self._settings()
        self.reading = self._read()
        before = self.budget
        now = (
            budget(self.reading, before, settings.rest_after_min * 60)
            if settings.stand_back
            else Budget()
        )
        if now != before:
            self.budget = now
            self._changed(before, now)
        self._stage.later("look", self._every_s)
