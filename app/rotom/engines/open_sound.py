"""What is open in PortAudio, which is one for the process and sees new devices only when it starts.

The library itself is handed in by the file that imports it.
"""

import atexit
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from rotom.domain.devices import SERVED, SERVERS, same_device
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.stage import Stage

log = logging.getLogger(__name__)

RELEASE_S = 1.0
"""How long a device may take to close; one that works takes a few milliseconds."""

_DEVICE_UNAVAILABLE = -9985
"""PortAudio's paDeviceUnavailable."""

MICROPHONE_HELD = worded(
    "Another program holds the microphone for itself. Close that program, or choose "
    "System default under Listening, Microphone."
)

LOUDSPEAKER_HELD = worded(
    "Another program holds the loudspeaker for itself. Close that program, or choose "
    "System default under Voice, Loudspeaker."
)


class Holder(Protocol):
    """A microphone or a loudspeaker that has a stream open."""

    @property
    def may_pause(self) -> bool: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...


class OpenSound:
    """Who has a stream open. `lock` is held by whoever opens, closes or looks for devices."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._holders: list[Holder] = []
        self._stuck = False

    def add(self, holder: Holder) -> None:
        with self.lock:
            if holder not in self._holders:
                self._holders.append(holder)

    def remove(self, holder: Holder) -> None:
        with self.lock:
            if holder in self._holders:
                self._holders.remove(holder)

    def look_again(self, sd: Any) -> None:
        """Starts PortAudio again, so that it sees the devices of now.

        Not while something sounds: then it goes on with those that it knows.
        """
        with self.lock:
            holders = list(self._holders)
            if self._stuck or not all(holder.may_pause for holder in holders):
                return
            for holder in holders:
                holder.pause()
            if not self._stuck:  # one of them did not let go
                sd._terminate()
                sd._initialize()
            for holder in holders:
                holder.resume()

    def release(self, sd: Any, stream: Any) -> None:
        """Ends a stream, or leaves it to itself after `RELEASE_S`.

        Where a sound server dies within a block, PortAudio waits for it for ever, also when the
        process ends: then its own clean-up is left out, and it is not started again.
        """
        released = threading.Event()

        def end(ending: Any) -> None:
            ending.abort(ignore_errors=True)
            ending.close(ignore_errors=True)
            released.set()

        stage: Stage[Any] = Stage("sound device", end, lambda _: released.set())
        stage.start()
        stage.post(stream)
        if released.wait(RELEASE_S):
            stage.stop()
        else:
            log.warning("a sound device does not answer and is left to itself")
            self._stuck = True
            atexit.unregister(sd._exit_handler)


@contextmanager
def reaching(name: str, kind: str) -> Iterator[None]:
    """A stream that is opened within gets to the sound server's device of that name, if it is one.

    By the variables that the server's own library reads when a stream is opened; `lock` is held.
    """
    if not name.startswith(SERVED):
        yield
        return
    device = name.removeprefix(SERVED)
    variables = ("PULSE_SOURCE" if kind == "input" else "PULSE_SINK", "PIPEWIRE_NODE")
    before = {variable: os.environ.get(variable) for variable in variables}
    os.environ.update(dict.fromkeys(variables, device))
    try:
        yield
    finally:
        for variable, value in before.items():
            os.environ.pop(variable, None)
            if value is not None:
                os.environ[variable] = value


def device_called(sd: Any, name: str, kind: str) -> Any:
    """What PortAudio says of the device of that name; '' is the default one of its kind.

    A device of the sound server is reached by PortAudio's way to the server.
    """
    if name.startswith(SERVED):
        ways = [str(device["name"]) for device in sd.query_devices()]
        name = next((way for way in SERVERS if way in ways), "")
    what = worded("microphone") if kind == "input" else worded("loudspeaker")
    try:
        there = [d for d in sd.query_devices() if d[f"max_{kind}_channels"]] if name else []
        found = same_device(name, [str(device["name"]) for device in there])
        return sd.query_devices(name or None, kind) if found is None else there[found]
    except (sd.PortAudioError, ValueError) as error:
        if name:
            raise EngineError(
                worded(
                    "There is no {what} called {name!r} now. Plug it in, or choose another one.",
                    what=what,
                    name=name,
                )
            ) from error
        raise EngineError(worded("There is no {what}. Plug one in.", what=what)) from error


def is_held(error: Exception) -> bool:
    """Whether PortAudio refused because another program has the device for itself."""
    return _DEVICE_UNAVAILABLE in error.args


def no_microphone(error: Exception) -> str:
    """Why the microphone was not opened, and what to do."""
    if is_held(error):
        return MICROPHONE_HELD
    return worded(
        "The microphone cannot be opened. Plug one in or choose another under "
        "Listening, Microphone. ({reason})",
        reason=_reason(error),
    )


def no_loudspeaker(error: Exception) -> str:
    """Why the loudspeaker was not opened, and what to do."""
    if is_held(error):
        return LOUDSPEAKER_HELD
    return worded(
        "The loudspeaker cannot be opened. Plug one in or choose another under "
        "Voice, Loudspeaker. ({reason})",
        reason=_reason(error),
    )


def _reason(error: Exception) -> str:
    """Why PortAudio refused, short enough for a sentence."""
    return " ".join(str(error).split())[:120]
