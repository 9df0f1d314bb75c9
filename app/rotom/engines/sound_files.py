"""Sound files: read into what is heard, written from what is spoken."""

import os
import tempfile
import threading
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk, Samples
from rotom.domain.wording import worded
from rotom.engines.sound_headers import MendedFile, is_cut_off

LONGEST_READ_S = 30 * 60.0
"""Longer files are refused where the whole sound is wanted at once; `iter_sound` takes them."""

_SHORTEST_S = 0.02
"""Less than this holds no sound that anybody could mean."""

_BLOCK_SAMPLES = 16_384
"""How much is decoded at once, of each channel."""

_MISSING_FRACTION = 0.02
_MISSING_S = 0.25
"""A file that lacks more than both of these of the length it declares was cut off."""


def sound_seconds(path: Path) -> float:
    """How long the file says that it is, without decoding it."""
    with _opened(path) as sound:
        return float(sound.frames / sound.samplerate)


def read_sound(path: Path, limit_s: float = LONGEST_READ_S) -> AudioChunk:
    """The whole file as mono at 16 kHz.

    Raises `EngineError` for what is missing, no sound, damaged, cut off, or longer than `limit_s`.
    """
    blocks = []
    total = 0
    for block in iter_sound(path, limit_s=limit_s):
        blocks.append(block)
        total += len(block)
    return AudioChunk(np.concatenate(blocks), HEARING_RATE_HZ)


def iter_sound(
    path: Path, block_s: float = 30.0, limit_s: float | None = None
) -> Iterator[Samples]:
    """The file as mono at 16 kHz, in blocks of `block_s` and a shorter one at the end."""
    size = max(1, round(block_s * HEARING_RATE_HZ))
    waiting: list[Samples] = []
    count = total = 0
    with _opened(path) as sound:
        declared_s = sound.frames / sound.samplerate
        if limit_s is not None and declared_s > limit_s:
            raise _too_long(path, declared_s, limit_s)
        for piece in _decoded(sound):
            waiting.append(piece)
            count += len(piece)
            total += len(piece)
            if limit_s is not None and total > limit_s * HEARING_RATE_HZ:
                raise _too_long(path, total / HEARING_RATE_HZ, limit_s)
            while count >= size:
                joined = np.concatenate(waiting)
                yield joined[:size]
                waiting, count = [joined[size:]], count - size
        _check_length(path, total / HEARING_RATE_HZ, declared_s)
    if count:
        yield np.concatenate(waiting)


def write_wav(path: Path, sound: AudioChunk) -> None:
    """Writes 16-bit mono; the file is there whole or not at all."""
    clean = np.nan_to_num(sound.samples, nan=0.0, posinf=0.0, neginf=0.0)
    pcm = np.round(np.clip(clean, -1.0, 1.0) * 32767).astype("<i2")
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(".part", f".{path.name}.", path.parent)
        with os.fdopen(handle, "wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(sound.rate_hz)
            file.writeframes(pcm.tobytes())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        raise EngineError(
            worded(
                "The sound cannot be written to {path}: {why}. Choose another place or make room.",
                path=path,
                why=error.strerror,
            )
        ) from error


class FileLoudspeaker:
    """Collects what is played, at the rate of the first sound; all of it is heard at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sounds: list[Samples] = []
        self._rate_hz = HEARING_RATE_HZ
        self._volume = 1.0

    @property
    def sound(self) -> AudioChunk:
        """Everything so far; no samples where nothing was played."""
        with self._lock:
            return AudioChunk(
                np.concatenate([np.zeros(0, np.float32), *self._sounds]), self._rate_hz
            )

    @property
    def stalled(self) -> bool:
        return False

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        return chunk

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        started()
        with self._lock:
            if not self._sounds:
                self._rate_hz = chunk.rate_hz
            self._sounds.append(resampled(chunk, self._rate_hz).samples * np.float32(self._volume))
        ended(1.0)

    def stop(self) -> None:
        """Nothing waits, so nothing is dropped."""

    def set_volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))

    def overheard_by(self, listen: Callable[[Samples, int], None]) -> None:
        """A file sounds nowhere, so nothing of it comes back."""

    def close(self) -> None:
        """What was collected stays."""


def resampled(chunk: AudioChunk, rate_hz: int) -> AudioChunk:
    """The same sound at another rate."""
    if chunk.rate_hz == rate_hz or not len(chunk.samples):
        return AudioChunk(chunk.samples, rate_hz)
    import soxr

    return AudioChunk(soxr.resample(chunk.samples, chunk.rate_hz, rate_hz), rate_hz)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:  # a soundfile.SoundFile, which has no types
    """The file as it is read, and every error of reading it as a sentence."""
    import soundfile

    if path.is_dir():
        raise EngineError(worded("{path} is a folder. Name a sound file.", path=path))
    try:
        if path.stat().st_size == 0:
            raise EngineError(worded("{path} is empty. Choose another sound file.", path=path))
        with MendedFile(path) as file, soundfile.SoundFile(file) as sound:
            if is_cut_off(path):
                raise EngineError(
                    worded("{path} is cut off before its end. Copy or record it again.", path=path)
                )
            yield sound
    except FileNotFoundError as error:
        raise EngineError(worded("There is no file {path}. Check the name.", path=path)) from error
    except PermissionError as error:
        raise EngineError(
            worded("{path} may not be read. Change its permissions.", path=path)
        ) from error
    except (soundfile.LibsndfileError, TypeError) as error:  # the latter for a name like a.raw
        raise EngineError(
            worded(
                "{path} is damaged or no sound file. Choose a wav, flac, mp3 or ogg file.",
                path=path,
            )
        ) from error
    except OSError as error:
        raise EngineError(
            worded("{path} cannot be read: {why}.", path=path, why=error.strerror)
        ) from error


def _decoded(sound: Any) -> Iterator[Samples]:
    """The sound as mono pieces at 16 kHz, without anything that is not a number."""
    import soxr

    to_hearing = soxr.ResampleStream(sound.samplerate, HEARING_RATE_HZ, 1)
    for piece in sound.blocks(_BLOCK_SAMPLES, dtype="float32", always_2d=True):
        yield to_hearing.resample_chunk(_mono(piece))
    yield to_hearing.resample_chunk(np.zeros(0, np.float32), last=True)


def _mono(piece: Samples) -> Samples:
    """The mean of the channels within [-1, 1], cleaned first: one NaN would spread."""
    clean = np.clip(np.nan_to_num(piece, nan=0.0, posinf=0.0, neginf=0.0), -1.0, 1.0)
    mean: Samples = clean.mean(axis=1, dtype=np.float32)
    return mean


def _check_length(path: Path, seconds: float, declared_s: float) -> None:
    if seconds < _SHORTEST_S:
        raise EngineError(worded("{path} holds no more than a click. Record it again.", path=path))
    missing_s = declared_s - seconds
    if missing_s > max(_MISSING_S, _MISSING_FRACTION * seconds):
        raise EngineError(
            worded(
                "{path} is cut off after {seconds:.1f} of {declared_s:.1f} seconds. Copy "
                "or record it again.",
                path=path,
                seconds=seconds,
                declared_s=declared_s,
            )
        )


def _too_long(path: Path, seconds: float, limit_s: float) -> EngineError:
    return EngineError(
        worded(
            "{path} is {seconds:.0f} minutes long; {limit_s:g} minutes is the most. Cut "
            "it, or use 'rotom transcribe', which takes it in pieces.",
            path=path,
            seconds=seconds / 60,
            limit_s=limit_s / 60,
        )
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
