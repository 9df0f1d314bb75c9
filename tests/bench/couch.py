"""Rotom on the whole screen of a Deck, with a pad in somebody's hands and a voice to speak with."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QWindow

from rotom.app import App
from rotom.conversation.events import EngineReady, StateChanged, TurnEnded
from rotom.conversation.session import Engines
from rotom.domain.budget import Reading
from rotom.domain.character import AgentState
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.settings import Settings
from rotom.domain.speech import FRAME_SAMPLES, Samples, Transcript
from rotom.engines.scripted import ScriptedMicrophone
from rotom.files import UserFolders, user_folders
from rotom.making import real_engines
from rotom.system.gamepads import Gamepads
from rotom.system.machine import resident_bytes
from rotom.system.watcher import Machine
from rotom.ui.main_window import MainWindow
from rotom.ui.window import application
from tests.bench.in_life import LifeLoudspeaker
from tests.bench.window_child import processor_s
from tests.virtual_pad import VirtualPad

SEEN_S, SETTLING_S = 8.0, 1.5
PATIENCE_S = 120.0
ASKED = "tell me something about the castle and the ghosts in it"


class Noting:
    """Ears that note when they were asked for the words of a whole utterance."""

    def __init__(self, ears: object, note: Callable[[], None]) -> None:
        self._ears = ears
        self._note = note

    def __getattr__(self, name: str) -> object:
        return getattr(self._ears, name)

    def finish(self) -> Transcript:
        self._note()
        return self._ears.finish()  # type: ignore[attr-defined, no-any-return]


class Couch:
    """The program, and what somebody does with it; a step returns once it was taken."""

    def __init__(self, data: str, pad: VirtualPad, pads: Gamepads, stand_back: bool) -> None:
        self.qt = application()
        self.pad = pad
        self.ends: list[TurnEnded] = []
        self.finishes_s: list[float] = []
        self.listens_s: list[float] = []
        self.says: Samples = np.zeros(0, np.float32)
        self.asks_on = False
        self.beside_game = False
        self._frames_s: list[float] = []
        self._ready: set[str] = set()
        self._microphone = ScriptedMicrophone()
        self._machine = Machine()
        folders = user_folders(Path(data))
        self.app = App(folders, partial(self._engines, folders), read_machine=self._read)
        self.app.change({"met": True, "stand_back": stand_back})
        self.window = MainWindow(self.app, pads, full_screen=True)
        self.window.quick.frameSwapped.connect(self._frame)
        self.app.session.subscribe(self._note)
        self._breath = QTimer(interval=round(FRAME_MS), timerType=Qt.TimerType.PreciseTimer)
        self._breath.timeout.connect(self._speak_on)
        self._room = np.random.default_rng(1)

    def open(self) -> None:
        """Returns once everything is loaded and the pad is known."""
        self.window.show()
        self.window.quick.setGeometry(0, 0, 1280, 800)
        self.until(lambda: self._ready >= {"ears", "brain", "voice"})
        self.until(lambda: self.window.quick.isActive())
        self.until(lambda: bool(self.window.pad_keys and self.window.pad_keys._pads.names))
        self.app.standing_back.start()
        self.window.navigation.usedPad(True)
        self.wait(SETTLING_S)

    def wait(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(round(PATIENCE_S / 0.05)):
            if holds():
                return
            self.wait(0.05)
        raise TimeoutError("it did not come to that")

    def frames(self, state: AgentState) -> tuple[float, float]:
        """Frames a second in a state, and how many ms 95 of 100 of them take at most."""
        self.window.companion.take(StateChanged(state))
        self.wait(SETTLING_S)
        self._frames_s.clear()
        self.wait(SEEN_S)
        times = sorted(after - before for before, after in pairwise(self._frames_s))
        slow_s = times[int(0.95 * len(times))] if times else 0.0
        return len(self._frames_s) / SEEN_S, 1000 * slow_s

    def takes(self) -> tuple[float, float]:
        """The share of one core, in percent, and the megabytes that it takes now."""
        self.wait(SETTLING_S)
        used_s, began_s = processor_s(), time.monotonic()
        self.wait(SEEN_S)
        share = (processor_s() - used_s) / (time.monotonic() - began_s)
        return 100 * share, (resident_bytes() or 0) / 1e6

    def hold_and_say(self, sound: Samples) -> None:
        """Holds talk while something is said in real time, and lets go."""
        self.pad.press("r1")
        self.until(lambda: self._microphone.is_open)
        self.says = sound
        self._breath.start()
        self.until(lambda: not len(self.says))
        self.pad.release("r1")

    def breathe(self) -> None:
        """The room is heard from now on."""
        self._breath.start()

    def hold_breath(self) -> None:
        """Nothing is heard any more, and the making of it costs nothing."""
        self._breath.stop()

    def lose_focus(self) -> QWindow:
        """A game, as long as it is kept, has the focus."""
        game = QWindow()
        game.show()
        game.requestActivate()
        self.until(lambda: not self.window.quick.isActive())
        return game

    def _engines(self, folders: UserFolders, settings: Settings) -> Engines:
        made = real_engines(folders, settings, self._microphone, LifeLoudspeaker())
        ears = made.ears
        assert ears is not None
        note = partial(self._now, self.finishes_s)
        return replace(made, ears=lambda: Noting(ears(), note))

    def _read(self, idle_s: float, brain_bytes: int) -> Reading:
        return replace(self._machine.read(idle_s, brain_bytes), beside_game=self.beside_game)

    def _now(self, times_s: list[float]) -> None:
        times_s.append(time.perf_counter())

    def _note(self, event: object) -> None:
        match event:
            case EngineReady(kind=kind):
                self._ready.add(kind)
            case StateChanged(state=AgentState.LISTENING):
                self._now(self.listens_s)
            case TurnEnded():
                self.ends.append(event)
                if self.asks_on:
                    self.app.session.say(ASKED)

    def _frame(self) -> None:
        self._now(self._frames_s)

    def _speak_on(self) -> None:
        said, self.says = self.says[:FRAME_SAMPLES], self.says[FRAME_SAMPLES:]
        noise = self._room.normal(0, 0.0003, FRAME_SAMPLES).astype(np.float32)
        noise[: len(said)] += said
        self._microphone.push(noise)
