"""Listens to one key of the screen that games are on, whichever of its windows has the focus."""

import os
from collections.abc import Callable, Mapping

from rotom.system.gamescope import is_gaming_mode
from rotom.system.talk_listener import LOOK_EVERY_S, READ_EVERY_S, TalkListener
from rotom.system.x11 import Display, NoDisplay

F2 = 0xFFBF
"""The key's sign in every X server (X11's keysymdef.h)."""


def game_key(
    talk: Callable[[bool], None], environment: Mapping[str, str] = os.environ
) -> "GameKey | None":
    """A listener for F2 on the screen that gamescope gives to games; None without gamescope."""
    display = environment.get("DISPLAY", "")
    return GameKey(display, talk) if display and is_gaming_mode(environment) else None


class GameKey(TalkListener):
    """Asks the X server which keys are down, so nothing is taken from a game."""

    def __init__(
        self,
        display: str,
        talk: Callable[[bool], None],
        sign: int = F2,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        super().__init__("game key", talk)
        self._name = display
        self._sign = sign
        self._look_every_s = look_every_s
        self._display: Display | None = None
        self._keys = 0

    def _go_on(self) -> float:
        display = self._display or self._look()
        down = display.keys_down() if display is not None else None
        if down is None:
            self._lose()
        else:
            self._hold(bool(down & self._keys))
        return READ_EVERY_S if down is not None else self._look_every_s

    def _look(self) -> Display | None:
        try:
            self._display = display = Display(self._name)
        except NoDisplay:
            return None
        self._keys = display.keys_of(self._sign)
        return display

    def _lose(self) -> None:
        display, self._display = self._display, None
        if display is not None:
            display.close()
        self._hold(False)
