"""The body in each state, in a process of its own: prints how smooth and how costly it is.

Frames a second idle and speaking, the 95th percentile of the frame times speaking, the same while
the brain generates on and on, the share of a core when dozing, and frames a second when hidden.
"""

import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QTimer

from rotom.conversation.events import (
    EngineReady,
    SentenceEnded,
    SentenceStarted,
    StateChanged,
    TurnEnded,
)
from rotom.domain.character import AgentState
from rotom.domain.speech import MouthMove, Sentence
from rotom.ui.main_window import MainWindow
from tests.bench.window_child import IDLE_S, run_the_command, share_of

SEEN_MS = 6000
SETTLING_MS = 1500

ASKED = "tell me something about the castle and the ghosts in it"

WORDS = 25
SAID = SentenceStarted(
    "1",
    Sentence(" ".join(f"word{number}" for number in range(WORDS))),
    seconds=0.4 * WORDS,
    mouth=tuple(MouthMove(0.1 * n, n % 2, "ao"[n % 2]) for n in range(4 * WORDS)),
    word_ends=tuple((n + 1) / WORDS for n in range(WORDS)),
)
"""Longer than it is looked at: the mouth goes up and down and the word that sounds is marked."""


class Smooth:
    """Goes through the states one after the other, once the engines are loaded."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window._app.session
        self._frames: list[float] = []
        self._since_s = 0.0
        self._found: list[float] = []
        self._missing = {"ears", "brain", "voice"}
        self._generates = False
        for name, value in (("speak_replies", False), ("met", True)):
            window.settings.change(name, value)
        window.quick.frameSwapped.connect(self._note_frame)
        self._session.subscribe(self._note_event)

    def _note_frame(self) -> None:
        self._frames.append(time.perf_counter())

    def _note_event(self, event: object) -> None:
        match event:
            case EngineReady(kind=kind) if self._missing:
                self._missing.discard(kind)
                if not self._missing:
                    self._window.from_any_thread(self._begin)
            case TurnEnded() if self._generates:
                self._session.say(ASKED)

    def _begin(self) -> None:
        self._window._leave()  # from now on the states come from here
        self._at(AgentState.IDLE, self._idle_seen)

    def _at(self, state: AgentState, then: Callable[[], None]) -> None:
        def look() -> None:
            self._frames.clear()
            self._since_s = time.perf_counter()
            QTimer.singleShot(SEEN_MS, then)

        self._window.companion.take(StateChanged(state))
        if state is AgentState.SPEAKING:
            self._window.companion.take(SAID)
        QTimer.singleShot(SETTLING_MS, look)

    def _idle_seen(self) -> None:
        self._found.append(self._frames_a_second())
        self._at(AgentState.SPEAKING, self._speaking_seen)

    def _speaking_seen(self) -> None:
        self._found += [self._frames_a_second(), self._slow_frame_ms()]
        self._generates = True
        self._session.say(ASKED)
        self._at(AgentState.SPEAKING, self._working_seen)

    def _working_seen(self) -> None:
        self._found.append(self._slow_frame_ms())
        self._generates = False
        self._window.companion.take(SentenceEnded("1"))  # no word is marked now
        self._at(AgentState.SLEEPING, lambda: share_of(IDLE_S, self._dozed))

    def _dozed(self, share: float) -> None:
        self._found.append(share)
        self._window.quick.hide()
        self._at(AgentState.SPEAKING, self._hidden_seen)

    def _hidden_seen(self) -> None:
        print(*self._found, self._frames_a_second(), flush=True)
        os._exit(0)

    def _frames_a_second(self) -> float:
        return len(self._frames) / (time.perf_counter() - self._since_s)

    def _slow_frame_ms(self) -> float:
        """The time between two frames that 95 of 100 are below."""
        times = sorted(after - before for before, after in pairwise(self._frames))
        return 1000 * times[int(0.95 * len(times))]


def main(data: str) -> None:
    start_session = MainWindow._first_frame
    kept: list[Smooth] = []

    def first_frame(window: MainWindow) -> None:
        if not window._started:
            kept.append(Smooth(window))
            start_session(window)

    MainWindow._first_frame = first_frame  # type: ignore[method-assign]
    run_the_command(data)


if __name__ == "__main__":
    main(sys.argv[1])
