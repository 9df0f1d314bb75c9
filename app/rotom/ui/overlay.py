"""A small Rotom over a game, while it talks: a process of its own is told what to show."""

import json
import os
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from rotom.domain.character import AgentState
from rotom.domain.settings import Settings
from rotom.domain.wording import worded
from rotom.system import gamescope
from rotom.ui.companion import Companion

PLACES = ("agentState", "emotion", "intensity", "mouth", "mouthShape", "form", "reducedMotion")
"""What the small Rotom shows of the large one."""

TALKING = (AgentState.LISTENING.value, AgentState.SPEAKING.value)

NOT_REACHED = worded(
    "Rotom cannot be shown over the game: gamescope's first screen is not reached from here. The "
    "sound goes on; Settings, Gaming turns this off."
)
ENDED = worded("The small Rotom over the game has ended. It is tried again at the next start.")


class OverGame(QObject):
    """Follows the setting `over_game`: shown while Rotom listens or speaks and a game is in front.

    `in_front` is whether the large window has the focus, `first_server` names gamescope's screen.
    """

    def __init__(
        self,
        companion: Companion,
        settings: Callable[[], Settings],
        in_front: Callable[[], bool],
        tell: Callable[[str], None],
        first_server: Callable[[], str | None] = gamescope.first_server,
        is_gaming_mode: Callable[[], bool] = gamescope.is_gaming_mode,
    ) -> None:
        super().__init__()
        self._companion = companion
        self._settings = settings
        self._in_front = in_front
        self._tell = tell
        self._first_server = first_server
        self._is_gaming_mode = is_gaming_mode
        self._process: QProcess | None = None
        self._shown = False
        self._failed = False
        companion.changed.connect(self.refresh)
        companion.mouth_changed.connect(self._mouth_moved)

    def refresh(self) -> None:
        """The conversation, the focus or a setting has changed."""
        wanted = self._settings().over_game and self._is_gaming_mode()
        if not wanted:
            self.close()
            return
        talks = self._companion.property("agentState") in TALKING
        shown = talks and not self._in_front()
        if shown and self._process is None:
            self._start()
        if self._process is not None and (shown or self._shown):
            self._shown = shown
            self._send({"shown": shown, **{name: self._value(name) for name in PLACES}})

    def close(self) -> None:
        """Ends the process; the place over the game is free."""
        process, self._process = self._process, None
        self._shown = self._failed = False
        if process is not None:
            process.finished.disconnect()
            process.closeWriteChannel()
            if not process.waitForFinished(1000):
                process.kill()
                process.waitForFinished(1000)
            process.deleteLater()

    def _start(self) -> None:
        """Not again after it failed, until the setting was off."""
        if self._failed:
            return
        server = self._first_server()
        if server is None:
            self._fail(NOT_REACHED)
            return
        process = QProcess(self)
        process.setProcessEnvironment(_environment(server))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.finished.connect(lambda *_: self._fail(ENDED))
        process.start(sys.executable, ["-m", "rotom.ui.overlay_child"])
        self._process = process

    def _fail(self, sentence: str) -> None:
        self._process, self._shown, self._failed = None, False, True
        self._tell(sentence)

    def _mouth_moved(self) -> None:
        if self._shown:
            self._send({name: self._value(name) for name in ("mouth", "mouthShape")})

    def _value(self, name: str) -> object:
        return self._companion.property(name)

    def _send(self, told: Mapping[str, object]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(told).encode() + b"\n")


def _environment(server: str) -> QProcessEnvironment:
    """Qt's X11 platform, drawn by the processor: the game has the graphics card."""
    environment = QProcessEnvironment()
    changed = {
        "DISPLAY": server,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "DISABLE_GAMESCOPE_WSI": "1",
    }
    for name, value in {**os.environ, **changed}.items():
        environment.insert(name, value)
    return environment
