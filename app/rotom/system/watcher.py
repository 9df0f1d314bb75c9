"""Looks at the machine again and again, and says when what Rotom may take has changed."""

from collections.abc import Callable
from dataclasses import replace

from rotom.domain.budget import Budget, Reading, budget
from rotom.domain.settings import Settings
from rotom.stage import Stage
from rotom.system import machine, pressure
from rotom.system.games import running_game
from rotom.system.pressure import Alarm

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
    """A stage that looks every `every_s`, and at once where the kernel tells of missing memory.

    `changed` is called on it with each new budget.
    """

    def __init__(
        self,
        read: Callable[[], Reading],
        settings: Callable[[], Settings],
        changed: Callable[[Budget, Budget], None],
        every_s: float = EVERY_S,
        make_alarm: Callable[[], Alarm] = Alarm,
    ) -> None:
        self._read = read
        self._settings = settings
        self._changed = changed
        self._every_s = every_s
        self.budget = Budget()
        self._make_alarm = make_alarm
        self._alarm: Alarm | None = None
        self._stage: Stage[bool] = Stage("budget", self._watch, lambda _: None)

    def start(self) -> None:
        self._alarm = self._make_alarm()
        self._stage.start()
        self._stage.post(False)

    def stop(self) -> None:
        alarm, self._alarm = self._alarm, None
        if alarm is not None:
            alarm.end()
        self._stage.stop()
        if alarm is not None:
            alarm.close()

    def _watch(self, warned: bool) -> None:
        alarm = self._alarm
        if alarm is None:  # it was stopped
            return
        try:
            self._look(warned)
        finally:
            self._stage.post(alarm.wait(self._every_s))

    def _look(self, warned: bool) -> None:
        settings = self._settings()
        reading = replace(self._read(), warned=warned)
        before = self.budget
        now = (
            budget(reading, before, settings.rest_after_min * 60)
            if settings.stand_back
            else Budget()
        )
        if now != before:
            self.budget = now
            self._changed(before, now)
