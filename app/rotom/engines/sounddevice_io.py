"""Microphone and loudspeaker through PortAudio, each at its device's own rate.

Both are made before the window is there, so what is heavy is imported when they are first used.
"""

import atexit
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, AudioChunk, Samples
from rotom.stage import Stage

if TYPE_CHECKING:
    from rotom.engines.playback import Playback

log = logging.getLogger(__name__)

OUTPUT_BLOCK_S = 0.02
"""How much the loudspeaker is handed at a time: a stop is heard after at most that and a fade."""

RELEASE_S = 1.0
"""How long a device may take to close; one that works takes a few milliseconds."""

NO_PORTAUDIO = (
    "The sound library PortAudio is missing. Install it with the package manager "
    "(libportaudio2 on Debian and Ubuntu, portaudio on Arch and Fedora) and start Rotom again."
)


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device as the system names it."""

    name: str
    inputs: int
    outputs: int
    rate_hz: int
    is_default: bool


def devices() -> list[Device]:
    """Every device that can be chosen; empty where the machine has none."""
    sd = _portaudio()
    defaults = set(sd.default.device)
    return [
        Device(
            name=str(found["name"]),
            inputs=int(found["max_input_channels"]),
            outputs=int(found["max_output_channels"]),
            rate_hz=int(found["default_samplerate"]),
            is_default=found["index"] in defaults,
        )
        for found in sd.query_devices()
    ]


class SounddeviceMicrophone:
    """The microphone of that name; '' is the system's.

    That it went away is noticed when PortAudio ends its stream. A source that is replaced by the
    sound server without a word goes on as the server decides, and a server that dies within a
    block may leave PortAudio waiting without a word: opening again tells then.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._stream: Any = None
        self._opening: object = None

    def open(self, deliver: Callable[[Samples], None], lost: Callable[[str], None]) -> None:
        sd = _portaudio()
        device = _device(sd, self._name, "input")
        self.close()
        opening = object()
        try:
            stream = _input_stream(sd, device, deliver, self._ended(opening, lost))
            with self._lock:
                self._stream, self._opening = stream, opening
            stream.start()
        except (sd.PortAudioError, ValueError) as error:
            self.close()
            raise EngineError(
                "The microphone cannot be opened. Plug one in or choose another under Listening, "
                f"Microphone. ({_reason(error)})"
            ) from error

    def close(self) -> None:
        with self._lock:
            stream, self._stream, self._opening = self._stream, None, None
        if stream is not None:
            _release(stream)

    def _ended(self, opening: object, lost: Callable[[str], None]) -> Callable[[], None]:
        """Called when a stream ends: by `close`, which forgot its opening before, or by itself."""

        def ended() -> None:
            with self._lock:
                was_lost = self._opening is opening
            if was_lost:
                lost("The microphone went away. Plug it in again, or choose another one.")

        return ended


class SounddeviceLoudspeaker:
    """The loudspeaker of that name; '' is the system's. Its stream opens once and stays open."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._stream: Any = None
        self._playback: Playback | None = None
        self._volume = 1.0
        self._is_closed = False

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        import soxr

        with self._lock:
            playback = self._playback if self._stream is not None else None
            if playback is None:
                playback = self._open()
        samples = chunk.samples
        if chunk.rate_hz != playback.rate_hz:
            samples = soxr.resample(chunk.samples, chunk.rate_hz, playback.rate_hz)
        playback.play(samples, started, ended)

    def stop(self) -> None:
        if (playback := self._playback) is not None:
            playback.stop()

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        if (playback := self._playback) is not None:
            playback.set_volume(volume)

    def close(self) -> None:
        with self._lock:
            stream, self._stream = self._stream, None
            self._is_closed = True
        if stream is not None:
            _release(stream)
        self.stop()

    def _open(self) -> "Playback":
        from rotom.engines.playback import Playback

        if self._is_closed:
            raise EngineError("The loudspeaker was closed.")
        sd = _portaudio()
        device = _device(sd, self._name, "output")
        rate_hz = int(device["default_samplerate"])
        playback = Playback(rate_hz)
        playback.set_volume(self._volume)

        def pull(out: Samples, _frames: int, _time: object, _status: object) -> None:
            playback.fill(out[:, 0])
            out[:, 1:] = out[:, :1]

        def ended() -> None:
            with self._lock:
                self._stream = None
            playback.stop()

        try:
            stream = sd.OutputStream(
                device=device["index"],
                samplerate=rate_hz,
                channels=min(2, int(device["max_output_channels"])),
                dtype="float32",
                blocksize=int(rate_hz * OUTPUT_BLOCK_S),
                latency="low",
                callback=pull,
                finished_callback=ended,
            )
            stream.start()
        except (sd.PortAudioError, ValueError) as error:
            raise EngineError(
                "The loudspeaker cannot be opened. Plug one in or choose another under Voice, "
                f"Loudspeaker. ({_reason(error)})"
            ) from error
        self._stream, self._playback = stream, playback
        return playback


def _portaudio() -> Any:  # the module sounddevice, which has no types
    try:
        import sounddevice
    except OSError as error:
        raise EngineError(NO_PORTAUDIO) from error
    return sounddevice


def _device(sd: Any, name: str, kind: str) -> Any:
    """What PortAudio says of the device of that name; '' is the default one of its kind."""
    what = "microphone" if kind == "input" else "loudspeaker"
    try:
        return sd.query_devices(name or None, kind)
    except (sd.PortAudioError, ValueError) as error:
        if name:
            raise EngineError(
                f"There is no {what} called {name!r} now. Plug it in, or choose another one."
            ) from error
        raise EngineError(f"There is no {what}. Plug one in.") from error


def _input_stream(
    sd: Any, device: Any, deliver: Callable[[Samples], None], ended: Callable[[], None]
) -> Any:
    """A stream at 16 kHz where the device takes that, at its own rate and resampled elsewhere."""
    from rotom.engines.framer import Framer

    def take(frames_in: Samples, _count: int, _time: object, _status: object) -> None:
        deliver(frames_in[:, 0].copy())

    common = {
        "device": device["index"],
        "channels": 1,
        "dtype": "float32",
        "latency": "low",
        "finished_callback": ended,
    }
    try:
        return sd.InputStream(
            samplerate=HEARING_RATE_HZ, blocksize=FRAME_SAMPLES, callback=take, **common
        )
    except sd.PortAudioError:
        rate_hz = int(device["default_samplerate"])
        framer = Framer(rate_hz, deliver)

        def resample(frames_in: Samples, _count: int, _time: object, _status: object) -> None:
            framer.take(frames_in[:, 0])

        block = rate_hz * FRAME_SAMPLES // HEARING_RATE_HZ
        return sd.InputStream(samplerate=rate_hz, blocksize=block, callback=resample, **common)


def _release(stream: Any) -> None:
    """Ends a stream, or leaves it to itself after `RELEASE_S`.

    Where a sound server dies within a block, PortAudio waits for it for ever, also when the
    process ends: then its own clean-up is left out.
    """
    released = threading.Event()

    def release(ending: Any) -> None:
        ending.abort(ignore_errors=True)
        ending.close(ignore_errors=True)
        released.set()

    stage: Stage[Any] = Stage("sound device", release, lambda _: released.set())
    stage.start()
    stage.post(stream)
    if released.wait(RELEASE_S):
        stage.stop()
    else:
        log.warning("a sound device does not answer and is left to itself")
        atexit.unregister(_portaudio()._exit_handler)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
