"""A microphone and a loudspeaker that a test speaks into and hears, at its own time."""

import threading
from collections.abc import Callable

import numpy as np

from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, AudioChunk, Samples
from rotom.engines.gate import Gate
from rotom.engines.playback import Playback


class ScriptedMicrophone:
    """A microphone into which the test speaks; what is said while it is closed is lost."""

    def __init__(self, fails: EngineError | None = None) -> None:
        self.fails = fails
        self.opened = 0
        self.stalled = False
        self._deliver: Callable[[Samples], None] | None = None
        self._lost: Callable[[str], None] = lambda _: None

    @property
    def is_open(self) -> bool:
        return self._deliver is not None

    def prepare(self) -> None:
        """Nothing has to be loaded."""

    def open(self, deliver: Callable[[Samples], None], lost: Callable[[str], None]) -> None:
        if self.fails is not None:
            raise self.fails
        self._deliver, self._lost = deliver, lost
        self.opened += 1

    def close(self) -> None:
        self._deliver = None

    def push(self, samples: Samples) -> None:
        """Speaks into it: whole frames are delivered, the last one filled up with silence."""
        padded = np.pad(samples, (0, -len(samples) % FRAME_SAMPLES)).astype(np.float32)
        for frame in padded.reshape(-1, FRAME_SAMPLES):
            if self._deliver is not None:
                self._deliver(frame.copy())

    def lose(self, sentence: str = "The microphone was unplugged. Plug it in again.") -> None:
        """The microphone goes away while it is open."""
        if self._deliver is not None:
            self._deliver = None
            self._lost(sentence)


class ScriptedLoudspeaker:
    """A loudspeaker whose time the test moves on; an `instant` one has played what it is given.

    `heard` is everything that was handed on, silence included, at `rate_hz`. With a `gate` each
    sound waits in `prepared` until the test lets it through.
    """

    def __init__(
        self,
        instant: bool = False,
        rate_hz: int = 22_050,
        fails: EngineError | None = None,
        gate: Gate | None = None,
    ) -> None:
        self.rate_hz = rate_hz
        self.fails = fails
        self.stalled = False
        self._gate = gate
        self.volumes: list[float] = []
        self.is_closed = False
        self._instant = instant
        self._playback = Playback(rate_hz)
        self._blocks: list[Samples] = []
        self._queued = threading.Condition()
        self._plays = 0

    @property
    def heard(self) -> Samples:
        return np.concatenate([np.zeros(0, np.float32), *self._blocks])

    @property
    def newest(self) -> Samples:
        """What the last `advance` handed on."""
        return self._blocks[-1]

    @property
    def is_idle(self) -> bool:
        return self._playback.is_idle

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        if self._gate is not None:
            self._gate.go_through()
        return self._at_rate(chunk)

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        self._playback.play(self._at_rate(chunk).samples, started, ended)
        with self._queued:
            self._plays += 1
            self._queued.notify_all()
        if self._instant:
            self.advance(chunk.seconds + 1 / self.rate_hz)

    def stop(self) -> None:
        self._playback.stop()

    def set_volume(self, volume: float) -> None:
        self.volumes.append(volume)
        self._playback.set_volume(volume)

    def overheard_by(self, listen: Callable[[Samples, int], None]) -> None:
        self._playback.overheard_by = listen

    def close(self) -> None:
        self.is_closed = True
        self._playback.stop()

    def _at_rate(self, chunk: AudioChunk) -> AudioChunk:
        if self.fails is not None:
            raise self.fails
        count = round(chunk.seconds * self.rate_hz)
        places = np.linspace(0, max(0, len(chunk.samples) - 1), count)
        there = np.arange(len(chunk.samples))
        at_rate = np.interp(places, there, chunk.samples) if count else np.zeros(0)
        return AudioChunk(at_rate.astype(np.float32), self.rate_hz)

    def advance(self, seconds: float) -> None:
        """Plays on for this long, and tells of every start and end on the way."""
        block = np.zeros(round(seconds * self.rate_hz), np.float32)
        self._playback.fill(block)
        self._blocks.append(block)

    def wait_for_plays(self, count: int, timeout_s: float = 10.0) -> None:
        """Returns once `play` has been called `count` times since it was built."""
        with self._queued:
            if not self._queued.wait_for(lambda: self._plays >= count, timeout_s):
                raise TimeoutError(f"{self._plays} of {count} sounds were played")
