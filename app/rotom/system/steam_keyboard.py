"""Steam's own keys on the screen, which gaming mode lays over the window."""

import os
from pathlib import Path

from rotom.system.gamescope import is_gaming_mode

PIPE = ".steam/steam.pipe"
"""Where a running Steam reads addresses from, below the home folder."""

Place = tuple[int, int, int, int]
"""Left, top, width and height of a text in the window, in pixels: Steam does not cover it."""


class SteamKeyboard:
    """Opens and closes it; False where there is no gaming mode, or nobody reads the pipe."""

    def __init__(self, home: Path | None = None) -> None:
        self._pipe = (home or Path.home()) / PIPE

    def open(self, place: Place) -> bool:
        names = ("XPosition", "YPosition", "Width", "Height")
        where = "&".join(f"{name}={value}" for name, value in zip(names, place, strict=True))
        return is_gaming_mode() and self._say(f"steam://open/keyboard?{where}&Mode=0")

    def close(self) -> bool:
        return self._say("steam://close/keyboard")

    def _say(self, address: str) -> bool:
        """Never waits: a pipe that nobody reads cannot be opened in this way (fifo(7))."""
        try:
            pipe = os.open(self._pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return False
        try:
            os.write(pipe, f"{address}\n".encode())
        except OSError:
            return False
        finally:
            os.close(pipe)
        return True
