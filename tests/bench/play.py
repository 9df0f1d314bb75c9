"""`make soak ARGS=play`: two hours of play with a pad on a clock of its own, and what they leave.

Rotom is started again and again, talked to, put to sleep, left for a game, and its pad is pulled
out; nothing may be held for ever or pressed twice, and what was taken is given back.
"""

import ctypes
import gc
import os
import random
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtGui import QKeyEvent, QWindow

from rotom.app import App
from rotom.domain.controls import PadAction
from rotom.files import user_folders
from rotom.system.gamepads import Gamepads
from rotom.system.machine import resident_bytes
from rotom.ui.main_window import MainWindow
from rotom.ui.pad_keys import KEYS
from rotom.ui.window import application
from tests.bench.soak import Clock
from tests.bench.table import Row, timed
from tests.cast import Cast
from tests.virtual_pad import VirtualPad

HOURS = 2.0
STARTS = 12
"""Starts in one process, which people's Rotom never does: what a window leaves adds up here."""

SETTLED_AFTER = 4
"""Starts after which everything was loaded and used."""

TOGETHER = 4
"""The least of so many starts is what is held: whether a drawn frame (4 MB at 1280x800) waits to
be thrown away just when a start is over is chance."""

VOICE = (0.2 * np.sin(np.arange(8000) / 5)).astype(np.float32)
PATIENCE = 4000
"""How often Qt is let work, 5 ms each, before something counts as never coming."""

TAPS = {
    "up": PadAction.UP,
    "down": PadAction.DOWN,
    "left": PadAction.LEFT,
    "right": PadAction.RIGHT,
    "b": PadAction.BACK,
    "y": PadAction.CHAT,
    "menu": PadAction.SETTINGS,
    "view": PadAction.HOME,
    "l1": PadAction.PREVIOUS,
    "r2": PadAction.NEXT,
}


class Keys(QObject):
    """Counts the keys that the window gets, those that repeat apart."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: Counter[int] = Counter()
        self.repeated: Counter[int] = Counter()
        self.released: Counter[int] = Counter()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self.released[event.key()] += 1
            elif event.type() == QEvent.Type.KeyPress:
                (self.repeated if event.isAutoRepeat() else self.pressed)[event.key()] += 1
        return False


class Evening:
    """One start of Rotom and what is done with it until it is closed."""

    def __init__(self, folder: Path, clock: Clock, chance: random.Random, pad: VirtualPad) -> None:
        self.clock = clock
        self.chance = chance
        self.pad = pad
        self.stuck = self.doubled = self.talked = self.done = 0
        self.grew_bytes = 0
        self._slept_s = 0.0
        self._cast = Cast()
        self._pads = Gamepads(clock)
        self._pads.load()
        self._app = App(user_folders(folder), self._cast.engines)
        self._app.change({"met": True})
        self._window = MainWindow(self._app, self._pads, full_screen=True)
        self._keys = Keys()
        self._window.quick.installEventFilter(self._keys)

    def open(self) -> None:
        self._window.show()
        self.until(lambda: self._window.quick.isActive() and bool(self._pads.names))
        self.until(lambda: self._window.companion.shown.state == "idle")

    def close(self) -> None:
        self._window.close()
        self._app.close()
        self._pads.close()
        # Where no loop of Qt's runs, what is to be deleted later waits for this.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def play(self, seconds: float) -> None:
        """Does one thing after the other until that much of the clock has passed."""
        ends_s = self.clock.now_s + seconds  # sleep does not count
        deeds: tuple[Callable[[], None], ...] = (
            *[self.tap] * 12,
            *[self.keep_to_a_direction] * 3,
            *[self.talk] * 4,
            self.pull_out_while_talking,
            self.lose_focus_while_talking,
            self.sleep_while_talking,
            self.press_behind_a_game,
            self.pull_out_and_plug_in,
        )
        settled: int | None = None
        while self.clock.now_s - self._slept_s < ends_s:
            if settled is None and ends_s - self.clock.now_s + self._slept_s < 2 / 3 * seconds:
                settled = held_bytes()
            self.chance.choice(deeds)()
            self.done += 1
            self.look()
            self.pass_time(self.chance.uniform(0.5, 4.0))
        self.grew_bytes = held_bytes() - (settled or held_bytes())

    def tap(self) -> None:
        button = self.chance.choice(list(TAPS))
        key = KEYS[TAPS[button]]
        before = self._keys.pressed[key], self._keys.released[key]
        self.pad.press(button)
        self.pass_time(0.1)
        self.pad.release(button)
        self.pass_time(0.05)
        after = self._keys.pressed[key], self._keys.released[key]
        self.doubled += (after[0] - before[0], after[1] - before[1]) != (1, 1)

    def keep_to_a_direction(self) -> None:
        """Held for a second: 250 ms, then every 80, and the first."""
        key = KEYS[PadAction.DOWN]
        before = self._keys.pressed[key], self._keys.repeated[key]
        self.pad.press("down")
        for _ in range(100):
            self.pass_time(0.01)
        self.pad.release("down")
        self.pass_time(0.05)
        after = self._keys.pressed[key], self._keys.repeated[key]
        self.doubled += after[0] - before[0] != 1 or not 9 <= after[1] - before[1] <= 11

    def talk(self) -> None:
        self._hold()
        self.pad.release("r1")
        self.pass_time(0.05)
        self.talked += 1

    def pull_out_while_talking(self) -> None:
        self._hold()
        self.pad.pull_out()
        self.pass_time(0.05)
        self.look()
        self.pad.plug_in()
        self.until(lambda: bool(self._pads.names))

    def pull_out_and_plug_in(self) -> None:
        self.pad.pull_out()
        self.pass_time(1.0)
        self.pad.plug_in()
        self.until(lambda: bool(self._pads.names))

    def lose_focus_while_talking(self) -> None:
        self._hold()
        with self._game():
            self.look()
            self.pad.release("r1")
            self.pass_time(1.0)

    def press_behind_a_game(self) -> None:
        before = sum(self._keys.pressed.values())
        with self._game():
            for button in ("y", "r1", "down"):
                self.pad.press(button)
                self.pass_time(0.3)
                self.pad.release(button)
            self.pass_time(0.3)
        self.pass_time(0.3)
        self.doubled += sum(self._keys.pressed.values()) != before

    def sleep_while_talking(self) -> None:
        """The button is still down when the machine is awake again."""
        self._hold()
        slept_s = self.chance.uniform(60, 36_000)
        self._slept_s += slept_s
        self.pass_time(slept_s)
        self._app.by_itself.resume(self._app.session)
        self.pass_time(0.05)
        self.look()
        self.pad.release("r1")
        self.pass_time(0.05)

    def look(self) -> None:
        """Nobody holds anything now, so nobody is listened to."""
        companion = self._window.companion
        try:
            self.until(lambda: not companion.shown.microphone_open and not self._talking)
        except TimeoutError:
            self.stuck += 1
            companion.endTalk()

    def pass_time(self, seconds: float) -> None:
        """The clock goes on, the pads are looked at, and Qt does what there is to do."""
        self.clock.now_s += seconds
        if self._window.quick.isActive() and self._window.pad_keys is not None:
            self._window.pad_keys.poll()
        QCoreApplication.processEvents()

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(PATIENCE):
            if holds():
                return
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            threading.Event().wait(0.001)
        raise TimeoutError("it did not come to that")

    @property
    def _talking(self) -> bool:
        return bool(self._window.companion.property("talking"))

    def _hold(self) -> None:
        """Holds talk and says something."""
        key = KEYS[PadAction.TALK]
        before = self._keys.pressed[key]
        self.pad.press("r1")
        self.pass_time(0.05)
        self.until(lambda: self._window.companion.shown.microphone_open)
        self._cast.microphone.push(VOICE)
        self.pass_time(self.chance.uniform(0.5, 3.0))
        self.doubled += self._keys.pressed[key] - before != 1

    @contextmanager
    def _game(self) -> Iterator[None]:
        """A window of another program has the focus."""
        game = QWindow()
        game.show()
        game.requestActivate()
        self.until(lambda: not self._window.quick.isActive())
        yield
        game.destroy()
        self._window.quick.requestActivate()
        self.until(self._window.quick.isActive)


def rows(hours: float = HOURS, starts: int = STARTS) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application_ = application()
    chance, clock = random.Random(1), Clock()
    evenings: list[tuple[int, int, int, int, int]] = []
    held: list[tuple[int, int, int, int]] = []
    with tempfile.TemporaryDirectory() as folder, VirtualPad() as pad, timed() as took:
        for number in range(starts):
            evening = Evening(Path(folder), clock, chance, pad)
            evening.open()
            evening.play(hours * 3600 / starts)
            evening.close()
            counts = evening.done, evening.talked, evening.stuck, evening.doubled
            evenings.append((*counts, evening.grew_bytes))
            del evening
            QCoreApplication.processEvents()
            objects = held_bytes(), len(gc.get_objects())
            held.append((*objects, threading.active_count(), _open_files()))
            print(f"start {number + 1}: {held[-1][0] / 1e6:.1f} MB, {evenings[-1]}", flush=True)
    del application_
    done, talked, stuck, doubled, _ = map(sum, zip(*evenings, strict=True))
    first = min(SETTLED_AFTER, starts - 1)
    settled = [min(each) for each in zip(*held[first : first + TOGETHER], strict=True)]
    at_last = [min(each) for each in zip(*held[-TOGETHER:], strict=True)]
    left = [
        (late - early) / max(1, starts - first - TOGETHER)
        for early, late in zip(settled, at_last, strict=True)
    ]
    yield Row(f"{hours:g} hours of play, {starts} starts: taken", took() / 60, "min", 10)
    yield Row("things done", done, "")
    yield Row("talked", talked, "")
    yield Row("talk that stayed held", stuck, "", 0)
    yield Row("presses that came twice or not at all", doubled, "", 0)
    grew = max(evening[-1] for evening in evenings[first:])
    yield Row("the most that its memory grew within a start", grew / 1e6, "MB", 20)
    yield Row("memory that a closed window leaves in its process", left[0] / 1e6, "MB", 1)
    yield Row("objects of Python that a closed window leaves", left[1], "", 20)
    yield Row("threads that a closed window leaves", left[2], "", 0)
    yield Row("files that a closed window leaves open", left[3], "", 0)


def held_bytes() -> int:
    """What is in use: pages that the C library keeps back for later are handed back first."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # glibc's
    return resident_bytes() or 0


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())
