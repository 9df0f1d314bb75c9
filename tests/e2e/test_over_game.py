"""A small Rotom over a game: what its window is to an X server, and when it is there."""

import ctypes
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from rotom.domain.character import AgentState
from rotom.domain.settings import Settings
from rotom.ui.overlay import ENDED, NOT_REACHED, OverGame
from tests.patience import PATIENCE_MS
from tests.x_display import display

__all__ = ["display"]


lacking = [name for name in ("Xvfb", "xprop", "xwininfo") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(lacking), reason=f"{', '.join(lacking)} not installed")


class Body(QObject):
    """A companion whose state a test sets."""

    changed = Signal()
    mouth_changed = Signal()

    def become(self, state: AgentState) -> None:
        self.setProperty("agentState", state.value)
        self.setProperty("form", "ghost")
        self.changed.emit()


class Console:
    """A machine in gaming mode with an overlay on its display."""

    def __init__(self, display: str) -> None:
        self.display = display
        self.settings = Settings(over_game=True)
        self.in_front = False
        self.server: str | None = display
        self.said: list[str] = []
        self.body = Body()
        self.over = OverGame(
            self.body,  # type: ignore[arg-type]  # all that is asked of a companion
            lambda: self.settings,
            lambda: self.in_front,
            self.said.append,
            lambda: self.server,
            lambda: True,
        )

    def window(self) -> str:
        """The number of the window that is seen; '' for none."""
        for number in re.findall(r"(0x\w+) \"Rotom\"", self.told("xwininfo", "-root", "-tree")):
            if "IsViewable" in self.told("xwininfo", "-id", number):
                return str(number)
        return ""

    def told(self, program: str, *words: str) -> str:
        command = [program, "-display", self.display, *words]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.fixture
def console(display: str, qapp: object) -> Iterator[Console]:
    console = Console(display)
    yield console
    console.over.close()


def waits(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def input_rectangles(display: str, window: int) -> int:
    """How many rectangles of a window can be pressed (the shape extension's third kind)."""
    xcb, shape = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-shape.so.0")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    shape.xcb_shape_get_rectangles_reply.restype = ctypes.POINTER(ctypes.c_uint32 * 8)
    cookie = shape.xcb_shape_get_rectangles(connection, window, 2)
    reply = shape.xcb_shape_get_rectangles_reply(connection, ctypes.c_uint32(cookie), None)
    xcb.xcb_disconnect(connection)
    return int(reply.contents[2])


def test_it_is_seen_while_rotom_speaks_and_nothing_of_it_can_be_pressed(
    console: Console, qtbot: QtBot
) -> None:
    wait = waits(qtbot)
    console.body.become(AgentState.SPEAKING)
    wait(lambda: console.window() != "")
    number = console.window()
    about = console.told("xprop", "-id", number)
    assert "GAMESCOPE_EXTERNAL_OVERLAY(CARDINAL) = 1" in about
    assert "_NET_WM_WINDOW_TYPE_UTILITY" in about
    assert "Client accepts input or input focus: False" in about, "the game keeps its keys"
    assert re.search(r"_MOTIF_WM_HINTS.*= 0x2, 0x\w+, 0x0,", about), "it has no frame"
    seen = console.told("xwininfo", "-id", number)
    assert "Depth: 32" in seen, "what is around it is the game"
    assert "Override Redirect State: no" in seen
    assert "-geometry 1280x800+0+0" in seen
    assert input_rectangles(console.display, int(number, 16)) == 0
    console.body.become(AgentState.IDLE)
    wait(lambda: console.window() == "")
    assert "GAMESCOPE_EXTERNAL_OVERLAY(CARDINAL) = 0" in console.told("xprop", "-id", number)
    console.body.become(AgentState.LISTENING)
    wait(lambda: console.window() == number)
    assert "GAMESCOPE_EXTERNAL_OVERLAY(CARDINAL) = 1" in console.told("xprop", "-id", number)
    console.settings = Settings()
    console.body.become(AgentState.LISTENING)
    wait(lambda: number not in console.told("xwininfo", "-root", "-tree"))
    assert console.said == []


def test_the_large_window_in_front_needs_no_small_one(console: Console, qtbot: QtBot) -> None:
    console.in_front = True
    console.body.become(AgentState.SPEAKING)
    assert console.over._process is None
    console.in_front = False
    console.over.refresh()
    waits(qtbot)(lambda: console.window() != "")
    console.in_front = True
    console.over.refresh()
    waits(qtbot)(lambda: console.window() == "")


def test_where_gamescope_is_not_reached_it_says_so_once(console: Console) -> None:
    console.server = None
    for state in (AgentState.SPEAKING, AgentState.IDLE, AgentState.SPEAKING):
        console.body.become(state)
    assert console.said == [NOT_REACHED]


def test_one_that_dies_is_told_and_the_talk_goes_on(console: Console, qtbot: QtBot) -> None:
    console.body.become(AgentState.SPEAKING)
    waits(qtbot)(lambda: console.window() != "")
    assert console.over._process is not None
    console.over._process.kill()
    waits(qtbot)(lambda: console.said == [ENDED])
    console.body.become(AgentState.IDLE)
    console.body.become(AgentState.SPEAKING)
    assert console.said == [ENDED]
