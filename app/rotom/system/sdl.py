"""SDL2: loaded beside the one who needs it, then begun and used on that one's thread alone."""

import logging
from importlib import import_module
from types import ModuleType

from rotom.domain.wording import worded
from rotom.stage import Stage

log = logging.getLogger(__name__)

HINTS = {
    "SDL_NO_SIGNAL_HANDLERS": "1",  # Ctrl-C stays ours
    "SDL_GAMECONTROLLER_ALLOW_STEAM_VIRTUAL_GAMEPAD": "1",  # the pad that Steam makes of the Deck
    "SDL_JOYSTICK_HIDAPI_STEAMDECK": "0",  # SDL's own driver would make each press come twice
}
"""Set before SDL begins; the environment's own wishes come first (SDL_hints.h)."""


class Sdl:
    """SDL's game controllers. `problem` is a sentence where it could not be loaded."""

    def __init__(self) -> None:
        self.problem = ""
        self.begun: ModuleType | None = None
        self._imported: ModuleType | None = None
        self._loading: Stage[None] | None = None

    def load(self) -> None:
        """Loads and begins it now."""
        self._import()
        self._begin()

    def load_beside(self) -> None:
        """Never waits: called again and again, it begins SDL once that is loaded."""
        if self.problem:
            return
        if self._loading is None:
            self._loading = Stage("gamepads", lambda _: None, self._failed, setup=self._import)
            self._loading.start()
        elif self._imported is not None:
            self._loading.stop()
            self._loading = None
            self._begin()

    def close(self) -> None:
        if self._loading is not None:
            self._loading.stop()
            self._loading = None
        if self.begun is not None:
            self.begun.SDL_QuitSubSystem(self.begun.SDL_INIT_GAMECONTROLLER)
            self.begun = None

    def _import(self) -> None:
        try:
            import_module("sdl2dll")  # first, because sdl2 by itself prints where it found it
            import sdl2
        except (ImportError, OSError, RuntimeError) as error:
            self._failed(error)
        else:
            self._imported = sdl2

    def _begin(self) -> None:
        sdl = self._imported
        if sdl is None or self.begun is not None:
            return
        for name, value in HINTS.items():
            sdl.SDL_SetHint(name.encode(), value.encode())
        if sdl.SDL_InitSubSystem(sdl.SDL_INIT_GAMECONTROLLER) != 0:
            self._failed(RuntimeError(sdl.SDL_GetError().decode(errors="replace")))
            return
        self.begun = sdl

    def _failed(self, error: Exception) -> None:
        log.warning("SDL: %s", error)
        self.problem = worded(
            "Gamepads do not work, because SDL2 could not be loaded ({why}). The keyboard, the "
            "mouse and the touch screen do; `rotom doctor` says more.",
            why=error,
        )
