"""Gamepads through SDL2: what is pressed on any of them, as actions.

SDL stays on the thread that polls, Qt's main thread, because events are all it is used for; the
only thing done beside is to load the library.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any  # SDL's bindings are made at run time and carry no types

from rotom.domain.wording import worded
from rotom.stage import Stage
from rotom.system.pad_actions import Held, PadAction, PadEvent, Repeat, stick_direction

log = logging.getLogger(__name__)

HINTS = {
    "SDL_NO_SIGNAL_HANDLERS": "1",  # Ctrl-C stays ours
    "SDL_GAMECONTROLLER_ALLOW_STEAM_VIRTUAL_GAMEPAD": "1",  # the pad that Steam makes of the Deck
    "SDL_JOYSTICK_HIDAPI_STEAMDECK": "0",  # SDL's own driver would make each press come twice
}
"""Set before SDL begins; the environment's own wishes come first (SDL_hints.h)."""

MOST_EVENTS = 512
"""How much one poll handles, so that a pad gone mad cannot hold the window up."""

_BUTTONS = {
    "DPAD_UP": PadAction.UP,
    "DPAD_DOWN": PadAction.DOWN,
    "DPAD_LEFT": PadAction.LEFT,
    "DPAD_RIGHT": PadAction.RIGHT,
    "A": PadAction.ACTIVATE,
    "B": PadAction.BACK,
    "X": PadAction.STOP,
    "Y": PadAction.CHAT,
    "LEFTSHOULDER": PadAction.PAGE_LEFT,
    "RIGHTSHOULDER": PadAction.TALK,
    "START": PadAction.MENU,
    "BACK": PadAction.VIEW,
}
"""By SDL's names, after SDL_CONTROLLER_BUTTON_."""

_STICK = "stick"


@dataclass(slots=True)
class _Pad:
    """An open pad; `spent` while its stick has not come back to the middle since a release."""

    controller: Any
    name: str
    x: float = 0.0
    y: float = 0.0
    direction: PadAction | None = None
    spent: bool = False


class Gamepads:
    """All pads together, plugged in and pulled out as they come. One thread uses it.

    `problem` is a sentence where SDL could not be loaded: then there are no pads.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.problem = ""
        self._clock = clock
        self._sdl: ModuleType | None = None
        self._imported: ModuleType | None = None
        self._loading: Stage[None] | None = None
        self._actions: dict[int, PadAction] = {}
        self._pads: dict[int, _Pad] = {}
        self._held = Held()
        self._repeat = Repeat()
        self._forget_queued = False
        self._owed: list[PadEvent] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The pads that are plugged in, as their makers call them."""
        return tuple(pad.name for pad in self._pads.values())

    def load(self) -> None:
        """Loads SDL now; `poll` would do it beside, and have no events until it is done."""
        self._import()
        self._begin()

    def poll(self) -> list[PadEvent]:
        """What happened since the last time, oldest first; never waits."""
        if self._sdl is None:
            self._load_beside()
            return []
        events, self._owed = self._owed, []
        forget, self._forget_queued = self._forget_queued, False
        heard = self._taken(self._sdl)
        if not forget:
            events += heard
        else:
            self._drop_held()
        now_s = self._clock()
        for event in events:
            self._repeat.take(event, now_s)
        return events + self._repeat.due(now_s)

    def release(self) -> None:
        """The window has lost the focus: nothing is held any more.

        The next poll tells of the releases, and forgets what was pressed in between.
        """
        self._owed += self._held.release_all()
        for pad in self._pads.values():
            pad.spent = pad.direction is not None
        self._forget_queued = True

    def close(self) -> None:
        """Lets go of the pads and of SDL."""
        if self._loading is not None:
            self._loading.stop()
            self._loading = None
        if self._sdl is not None:
            for pad in self._pads.values():
                self._sdl.SDL_GameControllerClose(pad.controller)
            self._pads.clear()
            self._sdl.SDL_QuitSubSystem(self._sdl.SDL_INIT_GAMECONTROLLER)
            self._sdl = None

    def _load_beside(self) -> None:
        if self.problem:
            return
        if self._loading is None:
            self._loading = Stage("gamepads", lambda _: None, self._failed, setup=self._import)
            self._loading.start()
        elif self._imported is not None:
            self._loading.stop()
            self._loading = None
            self._begin()

    def _import(self) -> None:
        try:
            import_module("sdl2dll")  # first, because sdl2 by itself prints where it found it
            import sdl2
        except (ImportError, OSError, RuntimeError) as error:
            self._failed(error)
        else:
            self._imported = sdl2

    def _begin(self) -> None:
        """Starts SDL, on the thread that polls."""
        sdl = self._imported
        if sdl is None or self._sdl is not None:
            return
        for name, value in HINTS.items():
            sdl.SDL_SetHint(name.encode(), value.encode())
        if sdl.SDL_InitSubSystem(sdl.SDL_INIT_GAMECONTROLLER) != 0:
            self._failed(RuntimeError(sdl.SDL_GetError().decode(errors="replace")))
            return
        self._actions = {
            getattr(sdl, f"SDL_CONTROLLER_BUTTON_{name}"): action
            for name, action in _BUTTONS.items()
        }
        self._sdl = sdl

    def _failed(self, error: Exception) -> None:
        log.warning("SDL: %s", error)
        self.problem = worded(
            "Gamepads do not work, because SDL2 could not be loaded ({why}). The keyboard, the "
            "mouse and the touch screen do; `rotom doctor` says more.",
            why=error,
        )

    def _taken(self, sdl: ModuleType) -> list[PadEvent]:
        event = sdl.SDL_Event()
        events: list[PadEvent] = []
        for _ in range(MOST_EVENTS):
            if not sdl.SDL_PollEvent(event):
                break
            match event.type:
                case sdl.SDL_CONTROLLERDEVICEADDED:
                    self._plugged_in(sdl, event.cdevice.which)
                case sdl.SDL_CONTROLLERDEVICEREMOVED:
                    events += self._pulled_out(sdl, event.cdevice.which)
                case sdl.SDL_CONTROLLERBUTTONDOWN:
                    events += self._button(event.cbutton, self._held.press)
                case sdl.SDL_CONTROLLERBUTTONUP:
                    events += self._button(event.cbutton, self._held.release)
                case sdl.SDL_CONTROLLERAXISMOTION:
                    events += self._moved(sdl, event.caxis)
        return events

    def _plugged_in(self, sdl: ModuleType, index: int) -> None:
        controller = sdl.SDL_GameControllerOpen(index)
        if not controller:  # pulled out again already
            return
        joystick = sdl.SDL_GameControllerGetJoystick(controller)
        pad_id = sdl.SDL_JoystickInstanceID(joystick)
        if pad_id in self._pads:  # SDL tells twice of a pad that was there before it began
            sdl.SDL_GameControllerClose(controller)
            return
        name = sdl.SDL_GameControllerName(controller) or b"Gamepad"
        self._pads[pad_id] = _Pad(controller, name.decode(errors="replace"))
        log.info("gamepad plugged in: %s", self._pads[pad_id].name)

    def _pulled_out(self, sdl: ModuleType, pad_id: int) -> list[PadEvent]:
        pad = self._pads.pop(pad_id, None)
        if pad is None:
            return []
        sdl.SDL_GameControllerClose(pad.controller)
        log.info("gamepad pulled out: %s", pad.name)
        return self._held.release_all([(pad_id, source) for source in (_STICK, *self._actions)])

    def _button(
        self, button: Any, change: Callable[[PadAction, tuple[int, int]], list[PadEvent]]
    ) -> list[PadEvent]:
        action = self._actions.get(button.button)
        if action is None or button.which not in self._pads:
            return []
        return change(action, (button.which, button.button))

    def _moved(self, sdl: ModuleType, axis: Any) -> list[PadEvent]:
        pad = self._pads.get(axis.which)
        if pad is None:
            return []
        match axis.axis:
            case sdl.SDL_CONTROLLER_AXIS_LEFTX:
                pad.x = axis.value / 32768
            case sdl.SDL_CONTROLLER_AXIS_LEFTY:
                pad.y = axis.value / 32768
            case _:
                return []
        before, pad.direction = pad.direction, stick_direction(pad.x, pad.y, pad.direction)
        if pad.direction is None:
            pad.spent = False
        if pad.direction == before:
            return []
        source = (axis.which, _STICK)
        events = [] if before is None else self._held.release(before, source)
        if pad.direction is not None and not pad.spent:
            events += self._held.press(pad.direction, source)
        return events

    def _drop_held(self) -> None:
        """What was pressed without the focus is not held; a stick has to come back first."""
        self._held.release_all()
        for pad in self._pads.values():
            pad.spent = pad.direction is not None
