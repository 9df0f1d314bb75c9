"""A loudspeaker without a device that takes as long for each sound as life does."""

import threading
import time
from collections.abc import Callable

from rotom.domain.speech import AudioChunk, Samples

Ended = Callable[[float], None]


class LifeLoudspeaker:
    """Sounds follow each other; `stop` ends them with the fraction that was heard."""

    stalled = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[tuple[AudioChunk, Callable[[], None], Ended]] = []
        self._began_s = 0.0
        self._timer: threading.Timer | None = None

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        return chunk

    def play(
        self,
        chunk: AudioChunk,
        started: Callable[[], None],
        ended: Ended,
    ) -> None:
        with self._lock:
            self._waiting.append((chunk, started, ended))
            is_first = len(self._waiting) == 1
        if is_first:
            self._begin()

    def stop(self) -> None:
        with self._lock:
            dropped, self._waiting = self._waiting, []
            timer, self._timer = self._timer, None
            heard_s = time.monotonic() - self._began_s
        if timer is not None:
            timer.cancel()
        for number, (chunk, _, ended) in enumerate(dropped):
            ended(min(1.0, heard_s / max(chunk.seconds, 1e-6)) if number == 0 else 0.0)

    def overheard_by(self, listen: Callable[[Samples, int], None]) -> None:
        """Nothing of it reaches a microphone."""

    def set_volume(self, volume: float) -> None:
        """Nobody hears it."""

    def close(self) -> None:
        self.stop()

    def _begin(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            chunk, started, _ = self._waiting[0]
            self._began_s = time.monotonic()
            self._timer = threading.Timer(chunk.seconds, self._over, [chunk])
            self._timer.daemon = True
            self._timer.start()
        started()

    def _over(self, chunk: AudioChunk) -> None:
        with self._lock:
            if not self._waiting or self._waiting[0][0] is not chunk:
                return  # it was stopped
            _, _, ended = self._waiting.pop(0)
        ended(1.0)
        self._begin()
