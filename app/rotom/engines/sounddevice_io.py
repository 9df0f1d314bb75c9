"""Microphone and loudspeaker through PortAudio, each at its device's own rate.

Both are made before the window is there, so what is heavy is imported when they are first used.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rotom.domain.devices import Device
from rotom.domain.engines import EngineError
from rotom.domain.speech import AudioChunk, Samples
from rotom.domain.wording import worded
from rotom.engines.open_sound import (
    OpenSound,
    device_called,
    no_loudspeaker,
    no_microphone,
    reaching,
)

if TYPE_CHECKING:
    from rotom.engines.playback import Playback

OUTPUT_BLOCK_S = 0.02
"""How much the loudspeaker is handed at a time: a stop is heard after at most that and a fade."""

STALL_S = 1.2
"""An open device that moved no sound for so long is not there any more."""

START_S = 4.0
"""How long a device may take until it moves the first one: a headset that changes its profile."""

OPEN = OpenSound()
"""PortAudio is one for the process, and so is what is open in it."""

NO_PORTAUDIO = worded(
    "The sound library PortAudio is missing. Install it with the package manager "
    "(libportaudio2 on Debian and Ubuntu, portaudio on Arch and Fedora) and start Rotom again."
)


def devices() -> list[Device]:
    """Every device that there is; empty where the machine has none.

    New ones are not seen while something sounds; an open microphone pauses for a moment.
    """
    is_new = "sounddevice" not in sys.modules
    sd = _portaudio()
    with OPEN.lock:
        if not is_new:
            OPEN.look_again(sd)
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

    That it went away is told when PortAudio ends its stream. A source that is replaced by the
    sound server without a word goes on as the server decides. A server that dies within a block
    may leave PortAudio waiting without a word: then the microphone is `stalled`.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._stream: Any = None
        self._opening: object = None
        self._resume: tuple[Callable[[Samples], None], Callable[[str], None]] | None = None
        self._due_s = 0.0

    @property
    def stalled(self) -> bool:
        return self._stream is not None and time.monotonic() > self._due_s

    @property
    def may_pause(self) -> bool:
        return True

    def prepare(self) -> None:
        from rotom.engines.framer import input_stream  # noqa: F401  # it takes half a second

        _portaudio()

    def open(self, deliver: Callable[[Samples], None], lost: Callable[[str], None]) -> None:
        with OPEN.lock, reaching(self._name, "input"):
            self.close()
            sd = _portaudio()
            device = device_called(sd, self._name, "input")
            self._start(sd, device, deliver, lost)
            OPEN.add(self)

    def close(self) -> None:
        with OPEN.lock:
            self._resume = None
            OPEN.remove(self)
            self._let_go()

    def pause(self) -> None:
        self._let_go()

    def resume(self) -> None:
        """Goes on with the microphone of that name as it is now, or tells that it is lost."""
        if self._resume is not None:
            deliver, lost = self._resume
            try:
                self.open(deliver, lost)
            except EngineError as error:
                lost(str(error))

    def _start(
        self, sd: Any, device: Any, deliver: Callable[[Samples], None], lost: Callable[[str], None]
    ) -> None:
        from rotom.engines.framer import input_stream

        opening = object()

        def take(frame: Samples) -> None:
            self._due_s = time.monotonic() + STALL_S
            deliver(frame)

        self._due_s = time.monotonic() + START_S
        self._resume = (deliver, lost)
        try:
            stream = input_stream(sd, device, take, self._ended(opening, lost))
            with self._lock:
                self._stream, self._opening = stream, opening
            stream.start()
        except (sd.PortAudioError, ValueError) as error:
            self.close()
            raise EngineError(no_microphone(error)) from error

    def _let_go(self) -> None:
        with self._lock:
            stream, self._stream, self._opening = self._stream, None, None
        if stream is not None:
            OPEN.release(_portaudio(), stream)

    def _ended(self, opening: object, lost: Callable[[str], None]) -> Callable[[], None]:
        """Called when a stream ends: by `close`, which forgot its opening before, or by itself."""

        def ended() -> None:
            with self._lock:
                was_lost = self._opening is opening
            if was_lost:
                lost(worded("The microphone went away. Plug it in again, or choose another one."))

        return ended


class SounddeviceLoudspeaker:
    """The loudspeaker of that name; '' is the system's.

    Its stream opens once and stays open; one that ended or stalled is opened anew for the next
    sound.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._stream: Any = None
        self._has_ended = False
        self._playback: Playback | None = None
        self._volume = 1.0
        self._overheard_by: Callable[[Samples, int], None] | None = None
        self._is_closed = False

    @property
    def stalled(self) -> bool:
        playback = self._playback
        return playback is not None and not playback.is_idle and playback.unpulled_s > STALL_S

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        from rotom.engines.sound_files import resampled

        return resampled(chunk, self._opened().rate_hz)

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        from rotom.engines.sound_files import resampled

        playback = self._opened()
        playback.play(resampled(chunk, playback.rate_hz).samples, started, ended)

    def stop(self) -> None:
        """Waits for no device: only for the block that is being pulled."""
        if (playback := self._playback) is not None:
            playback.stop()

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        if (playback := self._playback) is not None:
            playback.set_volume(volume)

    def overheard_by(self, listen: Callable[[Samples, int], None]) -> None:
        self._overheard_by = listen
        if (playback := self._playback) is not None:
            playback.overheard_by = listen

    @property
    def may_pause(self) -> bool:
        return self._playback is None or self._playback.is_idle

    def close(self) -> None:
        with OPEN.lock:
            self._is_closed = True
            self.pause()

    def pause(self) -> None:
        """The next sound opens it again."""
        OPEN.remove(self)
        stream, self._stream = self._stream, None
        playback, self._playback = self._playback, None
        if stream is not None:
            OPEN.release(_portaudio(), stream)
        if playback is not None:
            playback.stop()

    def resume(self) -> None:
        """Nothing sounds, so there is nothing to go on with."""

    def _opened(self) -> "Playback":
        with OPEN.lock:
            playback = self._playback
            if playback is not None and (self._has_ended or playback.unpulled_s > STALL_S):
                self.pause()
            if self._playback is None:
                with reaching(self._name, "output"):
                    return self._open()
            return self._playback

    def _open(self) -> "Playback":
        from rotom.engines.playback import Playback

        if self._is_closed:
            raise EngineError("The loudspeaker was closed.")
        sd = _portaudio()
        device = device_called(sd, self._name, "output")
        rate_hz = int(device["default_samplerate"])
        playback = Playback(rate_hz, patience_s=START_S - STALL_S)
        playback.set_volume(self._volume)
        playback.overheard_by = self._overheard_by

        def pull(out: Samples, _frames: int, _time: object, _status: object) -> None:
            playback.fill(out[:, 0])
            out[:, 1:] = out[:, :1]

        def ended() -> None:
            if self._playback is playback:
                self._has_ended = True
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
            self._has_ended = False
            self._stream, self._playback = stream, playback
            OPEN.add(self)
            stream.start()
        except (sd.PortAudioError, ValueError) as error:
            self.pause()
            raise EngineError(no_loudspeaker(error)) from error
        return playback


def _portaudio() -> Any:  # the module sounddevice, which has no types
    try:
        import sounddevice
    except OSError as error:
        raise EngineError(NO_PORTAUDIO) from error
    return sounddevice
