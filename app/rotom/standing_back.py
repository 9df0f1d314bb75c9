"""Rotom stands back beside a game: the budget of this moment made into the settings of engines."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from rotom.domain.budget import SMALL_BRAIN_BYTES, Brain, Budget, Reading
from rotom.domain.catalog import Kind
from rotom.domain.engines import EngineError
from rotom.domain.settings import Settings
from rotom.storage.model_folder import ModelFolder
from rotom.system.machine import resident_bytes
from rotom.system.niceness import stand_back
from rotom.system.watcher import EVERY_S, Machine, Watcher

Read = Callable[[float, int], Reading]
"""Reads the machine, given how long ago Rotom was used and how large its brain's file is."""

AGAIN_S = 20.0
"""A brain that a word brought back while it was to be away goes so long after the last one."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How engines are changed: `renew_brain` and `renew_ears` load them for what is affordable.

    `keep_brain` lets the brain go until the next word, or brings one back that rests;
    `limit_threads` is told how many it may think with, 0 for any.
    """

    renew_brain: Callable[[], None]
    renew_ears: Callable[[], None]
    keep_brain: Callable[[bool], None]
    limit_threads: Callable[[int], None]
    think_ahead: Callable[[bool], None]


class StandingBack:
    """Watches the machine once it is started, and changes the engines as the budget says.

    `looked` is called at every look, on the watcher's thread.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        models: Callable[[], ModelFolder],
        ways: Ways,
        looked: Callable[[], None],
        read: Read | None = None,
        every_s: float = EVERY_S,
    ) -> None:
        self._settings = settings
        self._models = models
        self._ways = ways
        self._looked = looked
        self._read = read
        self._used_s = self._rested_s = time.monotonic()
        self._brain_made_for = Brain.CHOSEN, 0
        self._watcher = Watcher(self._look, settings, self._changed, every_s)

    @property
    def budget(self) -> Budget:
        return self._watcher.budget

    def start(self) -> None:
        self._watcher.start()

    def stop(self) -> None:
        self._watcher.stop()

    def used(self) -> None:
        """Somebody talks to Rotom: the brain does not rest for a while."""
        self._used_s = time.monotonic()

    def affordable(self, settings: Settings) -> Settings:
        """The settings as far as the budget allows them; the user's own are not changed."""
        budget = self.budget
        threads = settings.threads or budget.threads
        if budget.threads:
            threads = min(threads, budget.threads)
        brain = self._small_brain() if budget.brain is Brain.SMALL else settings.brain
        return replace(settings, threads=threads, brain=brain)

    def uses(self) -> tuple[int, int, str]:
        """What Rotom takes now: bytes of memory, threads (0: as many as it likes), and why."""
        return resident_bytes() or 0, self.budget.threads_now, self.budget.why

    def _look(self) -> Reading:
        if self._read is None:
            self._read = Machine().read
        self._looked()
        idle_s = time.monotonic() - self._used_s
        if self.budget.brain is Brain.AWAY and self._rested_s < self._used_s and idle_s >= AGAIN_S:
            self._rest()
        return self._read(idle_s, self._brain_bytes())

    def _changed(self, before: Budget, now: Budget) -> None:
        ways = self._ways
        if before.nice != now.nice:
            stand_back(now.nice)
        if before.thinks_ahead != now.thinks_ahead:
            ways.think_ahead(now.thinks_ahead)
        if before.threads_now != now.threads_now:
            ways.limit_threads(now.threads_now)
        if before.threads != now.threads:
            ways.renew_ears()
        made_for = now.brain, now.threads
        if now.brain is Brain.AWAY:
            if before.brain is not Brain.AWAY:
                self._rest()
        elif made_for != self._brain_made_for:
            self._brain_made_for = made_for
            ways.renew_brain()
        elif before.brain is Brain.AWAY:
            ways.keep_brain(True)  # a word may have brought it back already

    def _rest(self) -> None:
        self._rested_s = time.monotonic()
        self._ways.keep_brain(False)

    def _brain_bytes(self) -> int:
        named = self._settings().brain
        if not named:
            return 0
        try:
            model = self._models().known(Kind.BRAIN, named)
            return model.bytes if model is not None else Path(named).expanduser().stat().st_size
        except (OSError, EngineError):
            return 0

    def _small_brain(self) -> str:
        """The largest small brain that is here; '' for the one that came with Rotom."""
        try:
            folder = self._models()
            here = [
                model
                for model in folder.models
                if model.kind == Kind.BRAIN
                and model.bytes <= SMALL_BRAIN_BYTES
                and folder.holding(model).is_whole
            ]
        except EngineError:
            return ""
        return max(here, key=lambda model: model.bytes).id if here else ""
