"""How soon an interruption is silence, and how soon the language model stops."""

import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

import numpy as np

from rotom.conversation.company import Company
from rotom.conversation.session import Engines, Session
from rotom.domain.character import Persona
from rotom.domain.engines import LanguageModel
from rotom.domain.speech import AudioChunk, Language, Message, Samples
from rotom.engines.playback import Playback
from rotom.engines.scripted import ScriptedBrain, ScriptedMicrophone, ScriptedVoice
from rotom.engines.sounddevice_io import OUTPUT_BLOCK_S
from rotom.storage.memory import MemoryJournal
from tests.bench.real import load_brain
from tests.bench.table import Row

ROUNDS = 15
RATE_HZ = 48_000
_END_S = 0.005
PERSONA = Persona("bench", "Rotom", "cheerful", "You are warm.")


class ClockedLoudspeaker:
    """Pulls blocks as a sound server does, one every `OUTPUT_BLOCK_S`, and notes the last sound.

    `ends` has when the last 5 ms of each block began, and their peak.
    """

    def __init__(self) -> None:
        self._playback = Playback(RATE_HZ)
        self._stopped = threading.Event()
        self.last_sound_s = 0.0
        self.ends: list[tuple[float, float]] = []
        self.sounding = threading.Event()
        self.pulled = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._pull)
        self._thread.start()

    def _pull(self) -> None:
        block = np.zeros(int(RATE_HZ * OUTPUT_BLOCK_S), np.float32)
        while not self._stopped.wait(OUTPUT_BLOCK_S):
            self._playback.fill(block)
            end = int(RATE_HZ * _END_S)
            began_s = time.monotonic() + OUTPUT_BLOCK_S - _END_S
            self.ends.append((began_s, float(np.abs(block[-end:]).max())))
            if np.any(block):
                self.last_sound_s = time.monotonic()
                self.sounding.set()
            self.pulled.release()

    @property
    def stalled(self) -> bool:
        return False

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        return chunk

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        self._playback.play(chunk.samples, started, ended)

    def stop(self) -> None:
        self._playback.stop()

    def set_volume(self, volume: float) -> None:
        self._playback.set_volume(volume)

    def overheard_by(self, listen: Callable[[Samples, int], None]) -> None:
        self._playback.overheard_by = listen

    def close(self) -> None:
        self._stopped.set()
        self._thread.join()
        self._playback.stop()


def rows() -> Iterator[Row]:
    silences = [_seconds_to_silence() for _ in range(ROUNDS)]
    yield Row("interrupt to the last sound handed on: median", median(silences) * 1000, "ms", 50)
    yield Row("interrupt to the last sound handed on: slowest", max(silences) * 1000, "ms", 50)
    brain = load_brain()
    for title, after_tokens in (("while it reads the prompt", 0), ("while it generates", 3)):
        stops = [_seconds_to_stop(brain, number, after_tokens) for number in range(ROUNDS)]
        yield Row(f"llama.cpp stops {title}: median", median(stops) * 1000, "ms", 250)
        yield Row(f"llama.cpp stops {title}: slowest", max(stops) * 1000, "ms", 250)


def _seconds_to_silence() -> float:
    loudspeaker = ClockedLoudspeaker()
    session = Session(
        Engines(
            vad=None,
            ears=None,
            brain=lambda: ScriptedBrain(["This is a long sentence that goes on and on and on."]),
            voices=lambda: {Language.ENGLISH: ScriptedVoice(rate_hz=RATE_HZ)},
            microphone=ScriptedMicrophone(),
            loudspeaker=loudspeaker,
        ),
        Company(PERSONA, MemoryJournal()),
    )
    session.start()
    turn = session.say("go on")
    loudspeaker.sounding.wait(10)
    interrupted_s = time.monotonic()
    session.interrupt()
    turn.wait_ended(10)
    loudspeaker.pulled = threading.Semaphore(0)
    for _ in range(10):
        loudspeaker.pulled.acquire(timeout=1)
    session.stop()
    return max(0.0, loudspeaker.last_sound_s - interrupted_s)


def _seconds_to_stop(brain: LanguageModel, number: int, after_tokens: int) -> float:
    """From the cancellation to the end of the reply, in the middle of a prompt or of a reply."""
    cancelled = threading.Event()
    asked = threading.Event()

    def is_cancelled() -> bool:
        asked.set()
        return cancelled.is_set()

    text = f"{number} " + "tell me a long story about the old castle and its ghosts. " * 200
    while brain.count_tokens(text) > brain.context_tokens - 300:
        text = text[: len(text) * 9 // 10]
    messages = [Message("system", "You tell stories."), Message("user", text)]
    ended_s: list[float] = []
    tokens = threading.Semaphore(0)

    def read() -> None:
        for _ in brain.reply(messages, is_cancelled):
            tokens.release()
        ended_s.append(time.monotonic())

    reader = threading.Thread(target=read)
    reader.start()
    asked.wait(10)
    for _ in range(after_tokens):
        tokens.acquire(timeout=10)
    cancelled_s = time.monotonic()
    cancelled.set()
    reader.join(30)
    return max(0.0, ended_s[0] - cancelled_s)
