"""Gamepads through SDL2: what is pressed on any of them, as actions.

Everything is done by the thread that polls, Qt's main thread, because events are all that SDL is
used for.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any  # SDL's bindings are made at run time and carry no types

from rotom.domain.controls import PadAction, PadButton, bindings
from rotom.domain.pad_families import PadFamily, family_of
from rotom.system.pad_actions import REACH, Held, PadEvent, Repeat, is_pulled, stick_direction
from rotom.system.sdl import Sdl

log = logging.getLogger(__name__)

MOST_EVENTS = 512
"""How much one poll handles, so that a pad gone mad cannot hold the window up."""

_BUTTONS = {
    "DPAD_UP": PadButton.UP,
    "DPAD_DOWN": PadButton.DOWN,
    "DPAD_LEFT": PadButton.LEFT,
    "DPAD_RIGHT": PadButton.RIGHT,
    "A": PadButton.A,
    "B": PadButton.B,
    "X": PadButton.X,
    "Y": PadButton.Y,
    "LEFTSHOULDER": PadButton.L1,
    "RIGHTSHOULDER": PadButton.R1,
    "LEFTSTICK": PadButton.L3,
    "RIGHTSTICK": PadButton.R3,
    "PADDLE1": PadButton.R4,
    "PADDLE2": PadButton.L4,
    "PADDLE3": PadButton.R5,
    "PADDLE4": PadButton.L5,
    "START": PadButton.MENU,
    "BACK": PadButton.VIEW,
}
"""By SDL's names, after SDL_CONTROLLER_BUTTON_."""

_TRIGGERS = {"TRIGGERLEFT": PadButton.L2, "TRIGGERRIGHT": PadButton.R2}
"""By SDL's names, after SDL_CONTROLLER_AXIS_."""

_STICK = "stick"


@dataclass(slots=True)
class _Pad:
    """An open pad; `spent` while its stick has not come back to the middle since a release."""

    controller: Any
    name: str
    family: PadFamily
    x: float = 0.0
    y: float = 0.0
    direction: PadAction | None = None
    spent: bool = False
    pulled: set[PadButton] = field(default_factory=set)


class Gamepads:
    """All pads together, plugged in and pulled out as they come. One thread uses it.

    `family` and `stick` are those of the pad that was used last.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sdl = Sdl()
        self._bindings: Mapping[PadButton, PadAction] = {}
        self._reach = REACH
        self._buttons: dict[int, PadButton] = {}
        self._triggers: dict[int, PadButton] = {}
        self._pads: dict[int, _Pad] = {}
        self._last: int | None = None
        self._held = Held()
        self._repeat = Repeat()
        self._forget_queued = False
        self._owed: list[PadEvent] = []
        self._asking: Callable[[PadButton], None] | None = None

    @property
    def problem(self) -> str:
        """A sentence where SDL could not be loaded: then there are no pads."""
        return self._sdl.problem

    @property
    def names(self) -> tuple[str, ...]:
        """The pads that are plugged in, as their makers call them."""
        return tuple(pad.name for pad in self._pads.values())

    @property
    def family(self) -> PadFamily:
        pad = self._used
        return PadFamily.DECK if pad is None else pad.family

    @property
    def stick(self) -> tuple[float, float]:
        """Where the left stick is, each -1 to 1, y downwards."""
        pad = self._used
        return (0.0, 0.0) if pad is None else (pad.x, pad.y)

    def load(self) -> None:
        """Loads SDL now; `poll` would do it beside, and have no events until it is done."""
        self._sdl.load()

    def use(self, bound: Mapping[PadButton, PadAction], reach: float) -> None:
        """What each button does from now on; what is held is let go."""
        if (bound, reach) != (self._bindings, self._reach):
            self._owed += self._held.release_all()
            self._bindings, self._reach = bound, reach

    def ask(self, tell: Callable[[PadButton], None] | None) -> None:
        """Tells the next button that is pressed, which then does nothing else; None: no more."""
        self._asking = tell

    def rumble(self, strength: float, ms: int) -> None:
        """Shakes the pad that was used last, 0 to 1; nothing happens where it cannot."""
        pad, sdl = self._used, self._sdl.begun
        if pad is not None and sdl is not None:
            force = round(0xFFFF * min(1.0, max(0.0, strength)))
            sdl.SDL_GameControllerRumble(pad.controller, force // 2, force, ms)

    def poll(self) -> list[PadEvent]:
        """What happened since the last time, oldest first; never waits."""
        sdl = self._sdl.begun
        if sdl is None:
            self._sdl.load_beside()
            return []
        if not self._buttons:
            self._name_buttons(sdl)
        events, self._owed = self._owed, []
        forget, self._forget_queued = self._forget_queued, False
        heard = self._taken(sdl)
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
        if self._sdl.begun is not None:
            for pad in self._pads.values():
                self._sdl.begun.SDL_GameControllerClose(pad.controller)
            self._pads.clear()
        self._sdl.close()

    @property
    def _used(self) -> _Pad | None:
        """The pad that was used last, or any."""
        return self._pads.get(self._last or 0) or next(iter(self._pads.values()), None)

    def _name_buttons(self, sdl: ModuleType) -> None:
        for name, button in _BUTTONS.items():
            self._buttons[getattr(sdl, f"SDL_CONTROLLER_BUTTON_{name}")] = button
        for name, button in _TRIGGERS.items():
            self._triggers[getattr(sdl, f"SDL_CONTROLLER_AXIS_{name}")] = button
        self._bindings = self._bindings or bindings({})

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
                case sdl.SDL_CONTROLLERBUTTONDOWN | sdl.SDL_CONTROLLERBUTTONUP:
                    down = event.type == sdl.SDL_CONTROLLERBUTTONDOWN
                    button = self._buttons.get(event.cbutton.button)
                    events += self._button(event.cbutton.which, button, down)
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
        name = (sdl.SDL_GameControllerName(controller) or b"Gamepad").decode(errors="replace")
        vendor = sdl.SDL_GameControllerGetVendor(controller)
        self._pads[pad_id] = _Pad(controller, name, family_of(vendor, name))
        log.info("gamepad plugged in: %s", name)

    def _pulled_out(self, sdl: ModuleType, pad_id: int) -> list[PadEvent]:
        pad = self._pads.pop(pad_id, None)
        if pad is None:
            return []
        sdl.SDL_GameControllerClose(pad.controller)
        log.info("gamepad pulled out: %s", pad.name)
        return self._held.release_all([(pad_id, source) for source in (_STICK, *PadButton)])

    def _button(self, pad_id: int, button: PadButton | None, down: bool) -> list[PadEvent]:
        if button is None or pad_id not in self._pads:
            return []
        if down:
            self._last = pad_id
            if self._asking is not None:
                asking, self._asking = self._asking, None
                asking(button)
                return []
        action = self._bindings.get(button)
        if action is None:
            return []
        change = self._held.press if down else self._held.release
        return change(action, (pad_id, button))

    def _moved(self, sdl: ModuleType, axis: Any) -> list[PadEvent]:
        pad = self._pads.get(axis.which)
        if pad is None:
            return []
        match axis.axis:
            case sdl.SDL_CONTROLLER_AXIS_LEFTX:
                pad.x = axis.value / 32768
            case sdl.SDL_CONTROLLER_AXIS_LEFTY:
                pad.y = axis.value / 32768
            case trigger if trigger in self._triggers:
                return self._trigger(axis.which, self._triggers[trigger], axis.value / 32767)
            case _:
                return []
        return self._turned(axis.which, pad)

    def _trigger(self, pad_id: int, button: PadButton, value: float) -> list[PadEvent]:
        pulled = self._pads[pad_id].pulled
        before, now = button in pulled, is_pulled(value, button in pulled)
        if now == before:
            return []
        (pulled.add if now else pulled.discard)(button)
        return self._button(pad_id, button, now)

    def _turned(self, pad_id: int, pad: _Pad) -> list[PadEvent]:
        before = pad.direction
        pad.direction = stick_direction(pad.x, pad.y, before, self._reach)
        if pad.direction is None:
            pad.spent = False
        if pad.direction == before:
            return []
        source = (pad_id, _STICK)
        events = [] if before is None else self._held.release(before, source)
        if pad.direction is not None and not pad.spent:
            self._last = pad_id
            events += self._held.press(pad.direction, source)
        return events

    def _drop_held(self) -> None:
        """What was pressed without the focus is not held; a stick has to come back first."""
        self._held.release_all()
        for pad in self._pads.values():
            pad.spent = pad.direction is not None
