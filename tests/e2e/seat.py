"""Somebody who has the window before them and nothing but a pad in the hands."""

from dataclasses import dataclass

import numpy as np

from rotom.domain.speech import HEARING_RATE_HZ
from rotom.system.gamepads import Gamepads
from tests.ui.room import Room
from tests.virtual_pad import VirtualPad

VOICE = (0.2 * np.sin(np.arange(HEARING_RATE_HZ) / 5)).astype(np.float32)
"""A second of something loud."""


@dataclass
class Seat:
    """Somebody with nothing but a pad."""

    room: Room
    pad: VirtualPad
    pads: Gamepads

    def press(self, button: str) -> None:
        """Presses and lets go, and waits until the window has taken both."""
        before = self.taken
        self.pad.press(button)
        self.room.wait(lambda: self.taken > before)
        before = self.taken
        self.pad.release(button)
        self.room.wait(lambda: self.taken > before and self.let_go)

    def go_to(self, name: str, button: str, most: int = 30) -> None:
        seen = []
        for _ in range(most):
            if self.room.focus == name:
                return
            seen.append(self.room.focus)
            self.press(button)
        raise AssertionError(f"{name!r} was not reached, only {seen}")

    def write(self, sign: str) -> None:
        """Sends a message of one letter of the row on which the keys on the screen begin."""
        self.press("y")
        assert self.room.focus == "Write to Rotom"
        self.press("a")
        self.room.wait(lambda: self.room.focus == "q")
        self.go_to(sign, "right")
        self.press("a")
        self.press("menu")
        self.room.wait(lambda: sign in self.room.said())

    def sleep(self) -> None:
        """The machine falls asleep, and is awake again before a thumb moves."""
        self.room.app.by_itself.resume(self.room.app.session)
        awake: list[None] = []
        self.room.window.from_any_thread(lambda: awake.append(None))  # after what was told
        self.room.wait(lambda: bool(awake))
        self.look()

    def look(self) -> None:
        """Has the window look at the pad now."""
        keys = self.room.window.pad_keys
        assert keys is not None
        keys.poll()

    @property
    def taken(self) -> int:
        keys = self.room.window.pad_keys
        assert keys is not None
        return keys.taken

    @property
    def let_go(self) -> bool:
        keys = self.room.window.pad_keys
        return keys is not None and not keys.held

    @property
    def page(self) -> object:
        return self.room.window.navigation.property("page")


def seated(room: Room, pad: VirtualPad, pads: Gamepads) -> Seat:
    room.wait(lambda: "Test pad" in pads.names)
    return Seat(room, pad, pads)
