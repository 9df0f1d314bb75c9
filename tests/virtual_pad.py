"""A gamepad of SDL's own making, that needs neither a device nor a display."""

import ctypes
from importlib import import_module
from types import ModuleType, TracebackType
from typing import Any, Self

BUTTONS = {
    "up": "DPAD_UP",
    "down": "DPAD_DOWN",
    "left": "DPAD_LEFT",
    "right": "DPAD_RIGHT",
    "a": "A",
    "b": "B",
    "x": "X",
    "y": "Y",
    "l1": "LEFTSHOULDER",
    "r1": "RIGHTSHOULDER",
    "l3": "LEFTSTICK",
    "r3": "RIGHTSTICK",
    "menu": "START",
    "view": "BACK",
    "r4": "PADDLE1",
    "l4": "PADDLE2",
    "r5": "PADDLE3",
    "l5": "PADDLE4",
}
"""What stands on the button of a Steam Deck, and what SDL calls it."""

TRIGGERS = {"l2": "TRIGGERLEFT", "r2": "TRIGGERRIGHT"}
"""Likewise the buttons that are axes."""

STEAM_DECK = (0x28DE, 0x1205)


class VirtualPad:
    """A pad that a test holds in its hands; plugged in within `with`, pulled out at its end."""

    def __init__(self, name: str = "Test pad", ids: tuple[int, int] = STEAM_DECK) -> None:
        import_module("sdl2dll")  # first, because sdl2 by itself prints where it found it
        import sdl2

        self._sdl: ModuleType = sdl2
        self._name = name
        self._ids = ids
        self.shaken: list[tuple[int, int]] = []
        """How strongly its two motors were asked to shake so far, each 0 to 65535."""
        self._shake = dict(sdl2.SDL_VirtualJoystickDesc._fields_)["Rumble"](self._shaken)
        self._joystick: Any = None
        self._instance = -1

    def __enter__(self) -> Self:
        self.plug_in()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.pull_out()
        self._sdl.SDL_QuitSubSystem(self._sdl.SDL_INIT_JOYSTICK)

    def plug_in(self) -> None:
        sdl = self._sdl
        if self._instance < 0:
            self._checked(sdl.SDL_InitSubSystem(sdl.SDL_INIT_JOYSTICK) == 0)
        described = sdl.SDL_VirtualJoystickDesc(
            version=1,
            type=sdl.SDL_JOYSTICK_TYPE_GAMECONTROLLER,
            naxes=6,
            nbuttons=21,
            vendor_id=self._ids[0],
            product_id=self._ids[1],
            name=self._name.encode(),
            Rumble=self._shake,
        )
        index = sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(described))
        self._checked(index >= 0)
        self._joystick = sdl.SDL_JoystickOpen(index)
        self._checked(bool(self._joystick))
        self._instance = sdl.SDL_JoystickInstanceID(self._joystick)

    def pull_out(self) -> None:
        """Unplugs it, whatever is held; once it is out, nothing happens."""
        if self._joystick is None:
            return
        sdl = self._sdl
        indices = range(sdl.SDL_NumJoysticks())
        (index,) = (i for i in indices if sdl.SDL_JoystickGetDeviceInstanceID(i) == self._instance)
        self._checked(sdl.SDL_JoystickDetachVirtual(index) == 0)
        sdl.SDL_JoystickClose(self._joystick)
        self._joystick = None

    def press(self, button: str) -> None:
        if button in TRIGGERS:
            self.pull(button, 1.0)
        else:
            self._set(button, 1)

    def release(self, button: str) -> None:
        if button in TRIGGERS:
            self.pull(button, 0.0)
        else:
            self._set(button, 0)

    def pull(self, trigger: str, depth: float) -> None:
        """Pulls a trigger so far, 0 to 1."""
        axis = getattr(self._sdl, f"SDL_CONTROLLER_AXIS_{TRIGGERS[trigger]}")
        share = round(65535 * depth) - 32768  # a joystick's axis rests at its lower end
        self._checked(self._sdl.SDL_JoystickSetVirtualAxis(self._joystick, axis, share) == 0)

    def move(self, x: float, y: float) -> None:
        """Moves the left stick to (x, y), each -1 to 1, y downwards."""
        for axis, value in ((0, x), (1, y)):
            share = round(value * (32767 if value > 0 else 32768))
            self._checked(self._sdl.SDL_JoystickSetVirtualAxis(self._joystick, axis, share) == 0)

    def _shaken(self, _: object, low: int, high: int) -> int:
        self.shaken.append((low, high))
        return 0

    def _set(self, button: str, value: int) -> None:
        number = getattr(self._sdl, f"SDL_CONTROLLER_BUTTON_{BUTTONS[button]}")
        self._checked(self._sdl.SDL_JoystickSetVirtualButton(self._joystick, number, value) == 0)

    def _checked(self, worked: bool) -> None:
        if not worked:
            raise RuntimeError(self._sdl.SDL_GetError().decode())
