"""Looks which sound devices there are, on a thread of its own."""

from collections.abc import Callable, Sequence

from rotom.domain.devices import Device
from rotom.domain.engines import EngineError
from rotom.stage import Stage

Tell = Callable[[Sequence[Device]], None]


def present() -> Sequence[Device]:
    """Those of the sound server and those that PortAudio sees now; EngineError where that is
    missing."""
    from rotom.engines.sounddevice_io import devices
    from rotom.system.served_devices import served_devices

    return [*served_devices(), *devices()]


class SoundDevices:
    """Starts its thread when it is first asked; `find` is called there."""

    def __init__(self, find: Callable[[], Sequence[Device]]) -> None:
        self._find = find
        self._stage: Stage[Tell] | None = None

    def look(self, tell: Tell) -> None:
        """Looks which there are now, and tells them on the thread of its own."""
        if self._stage is None:
            self._stage = Stage("sound devices", self._look, lambda _: None)
            self._stage.start()
        self._stage.offer(tell, limit=1)

    def stop(self) -> None:
        if self._stage is not None:
            self._stage.stop()

    def _look(self, tell: Tell) -> None:
        try:
            found = self._find()
        except EngineError:  # told by whoever opens one
            found = ()
        tell(found)
