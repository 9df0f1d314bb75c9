"""Listens to the buttons of a Steam Deck's own controller, whichever window has the focus."""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

from rotom.domain.controls import PadButton
from rotom.domain.deck_reports import REPORT_BYTES, button_bytes, buttons_in
from rotom.domain.wording import worded
from rotom.system.talk_listener import LOOK_EVERY_S, READ_EVERY_S, TalkListener

log = logging.getLogger(__name__)

SYSFS = Path("/sys/class/hidraw")
DEV = Path("/dev")

SILENT_S = 0.5
"""A controller that has told nothing for so long holds nothing: it sleeps, or is gone."""

NOT_HERE = worded(
    "There is no Steam Deck controller here, so no button of it can be held to talk beside a game."
    " Rotom goes on looking for it; Settings, Controls turns this off."
)

_MOST_REPORTS = 64
"""The kernel keeps so many; seven or eight come between two looks."""

_ID = "0003:000028DE:00001205"
"""USB, Valve, the Deck's controller; its third interface is the one with the buttons."""

_INTERFACE = "/input2"


def find_node(sysfs: Path = SYSFS) -> str | None:
    """The name of the hidraw node with the Deck's buttons; None where there is none."""
    for node in sorted(sysfs.glob("hidraw*")):
        told = _told_of(node)
        if told.get("HID_ID") == _ID and told.get("HID_PHYS", "").endswith(_INTERFACE):
            return node.name
    return None


def _told_of(node: Path) -> dict[str, str]:
    """What the kernel tells of a node's device, as KEY=value lines."""
    try:
        lines = (node / "device" / "uevent").read_text(errors="replace").splitlines()
    except OSError:  # it has just gone
        return {}
    return {key: value for key, _, value in (line.partition("=") for line in lines)}


def open_node(path: Path) -> int:
    """The node, open; a read never waits. OSError where it may not be read.

    It is opened for writing where that is allowed, although nothing is ever written: some kernels
    send no reports to one who can only read.
    """
    try:
        return os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except PermissionError:
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK)


class DeckButtons(TalkListener):
    """The talk button is all buttons of `held` together.

    Every reader of a node gets each report, so nothing is taken from Steam or from a game. `tell`
    gets a sentence where the controller is not here or may not be read, on the stage's thread.
    """

    def __init__(
        self,
        held: frozenset[PadButton],
        talk: Callable[[bool], None],
        tell: Callable[[str], None],
        *,
        sysfs: Path = SYSFS,
        dev: Path = DEV,
        open_node: Callable[[Path], int] = open_node,
        look_every_s: float = LOOK_EVERY_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("deck buttons", talk)
        self._chord = held
        self._tell = tell
        self._sysfs = sysfs
        self._dev = dev
        self._open_node = open_node
        self._look_every_s = look_every_s
        self._clock = clock
        self._node: int | None = None
        self._down: bytes | None = None
        self._heard_s = 0.0
        self._told = ""

    def _go_on(self) -> float:
        if self._node is None:
            self._look()
        else:
            self._listen(self._node)
        return self._look_every_s if self._node is None else READ_EVERY_S

    def _look(self) -> None:
        name = find_node(self._sysfs)
        if name is None:
            self._tell_once(NOT_HERE)
            return
        path = self._dev / name
        try:
            self._node = self._open_node(path)
        except OSError as error:
            log.info("%s cannot be opened: %s", path, error)
            self._tell_once(_unreadable(path))
            return
        log.info("listening to the Deck's buttons at %s", path)
        self._told = NOT_HERE  # one that was here goes to sleep and comes back untold

    def _listen(self, node: int) -> None:
        try:
            for _ in range(_MOST_REPORTS):
                report = os.read(node, REPORT_BYTES + 1)  # so that a longer one is told apart
                if not report:
                    self._lose()
                    return
                self._take(report)
        except BlockingIOError:
            if self._talks and self._clock() - self._heard_s > SILENT_S:
                self._let_go()
        except OSError as error:
            log.info("the Deck's buttons have gone: %s", error)
            self._lose()

    def _take(self, report: bytes) -> None:
        down = button_bytes(report)
        if down is None:
            return
        self._heard_s = self._clock()
        if down != self._down:  # most reports tell of the sticks alone
            self._down = down
            self._hold(self._chord <= (buttons_in(report) or frozenset()))

    def _let_go(self) -> None:
        self._down = None
        self._hold(False)

    def _lose(self) -> None:
        node, self._node = self._node, None
        if node is not None:
            os.close(node)
        self._let_go()

    def _tell_once(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self._tell(sentence)


def _unreadable(path: Path) -> str:
    return worded(
        "Rotom may not read the Steam Deck's buttons ({path}), so none can be held to talk beside a"
        " game. Steam's udev rule 60-steam-input gives them to whoever is logged in (uaccess):"
        " install the package steam-devices and start the machine anew.",
        path=path,
    )
