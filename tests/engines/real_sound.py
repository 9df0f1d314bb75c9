"""What a test of real sound devices does, in a process of its own that has them.

PortAudio reads its surroundings once for the process, so each of these runs by itself:
`python -m tests.engines.real_sound NAME` prints one JSON object.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue

import numpy as np

from rotom.conversation.events import Event, Problem
from rotom.conversation.sounding import Sounding
from rotom.conversation.turn import Turn
from rotom.domain.devices import SERVED
from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, AudioChunk, Samples
from rotom.engines.sounddevice_io import SounddeviceLoudspeaker, SounddeviceMicrophone, devices
from rotom.stage import Stage
from rotom.system.served_devices import served_devices
from tests.patience import PATIENCE_S


def tone(seconds: float, rate: int = 22_050) -> AudioChunk:
    time_s = np.arange(round(seconds * rate)) / rate
    return AudioChunk((0.5 * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32), rate)


def list_devices() -> dict[str, object]:
    found = devices()
    return {
        "inputs": [d.name for d in found if d.inputs],
        "outputs": [d.name for d in found if d.outputs],
        "rates": [d.rate_hz for d in found],
    }


def prepare() -> dict[str, object]:
    """What is still imported when a prepared microphone opens."""
    microphone = SounddeviceMicrophone()
    microphone.prepare()
    before = set(sys.modules)
    microphone.open(lambda _: None, lambda _: None)
    microphone.close()
    return {"had": "sounddevice" in before, "imported": sorted(set(sys.modules) - before)}


def record() -> dict[str, object]:
    """Opens the microphone twice; tells when it is open; records until 1.5 s were loud."""
    microphone = SounddeviceMicrophone()
    microphone.open(lambda _: None, lambda _: None)
    microphone.close()
    frames: list[Samples] = []
    loud = 0
    enough = threading.Event()

    def deliver(frame: Samples) -> None:
        nonlocal loud
        frames.append(frame)
        if len(frames) == 1:
            print("open", flush=True)
        loud += bool(np.abs(frame).max() > 0.2)
        if loud * FRAME_SAMPLES >= 1.5 * 16_000:
            enough.set()

    microphone.open(deliver, lambda _: None)
    came = enough.wait(PATIENCE_S)
    microphone.close()
    heard = np.concatenate(frames)
    spectrum = np.abs(np.fft.rfft(heard))
    return {
        "came": came,
        "lengths": sorted({len(frame) for frame in frames}),
        "peak_hz": float(np.argmax(spectrum) * 16_000 / len(heard)),
        "loudest": float(np.abs(heard).max()),
    }


def lose() -> dict[str, object]:
    """Tells when the microphone is open, then waits until it is lost."""
    microphone = SounddeviceMicrophone()
    lost: list[str] = []
    gone, opened = threading.Event(), threading.Event()

    def deliver(_: Samples) -> None:
        if not opened.is_set():
            opened.set()
            print("open", flush=True)

    def tell(sentence: str) -> None:
        lost.append(sentence)
        gone.set()

    microphone.open(deliver, tell)
    gone.wait(5.0)
    microphone.close()
    try:
        microphone.open(deliver, tell)
        refused = ""
    except EngineError as error:
        refused = str(error)
    return {"lost": lost, "refused": refused}


def play() -> dict[str, object]:
    """Plays 1 s, 0.5 s, then 30 s that are stopped soon; tells how much was heard."""
    loudspeaker = SounddeviceLoudspeaker()
    told: list[tuple[str, float]] = []
    first_ended, second_started = threading.Event(), threading.Event()

    def ended(name: str, fraction: float) -> None:
        told.append((name, fraction))
        first_ended.set()

    loudspeaker.play(tone(1.0), lambda: None, lambda f: ended("first", f))
    came = first_ended.wait(PATIENCE_S)
    loudspeaker.play(tone(0.5), lambda: None, lambda f: ended("second", f))
    loudspeaker.play(tone(30.0), second_started.set, lambda f: ended("third", f))
    came &= second_started.wait(PATIENCE_S)
    loudspeaker.stop()
    stopped = list(told)
    loudspeaker.close()
    return {"came": came, "told": stopped}


def go_on() -> dict[str, object]:
    """Plays a minute; when that has ended early, waits for a line and plays two seconds."""
    told: list[str] = []

    def emit(event: Event) -> None:
        if isinstance(event, Problem):
            told.append(event.text)

    stage: Stage[Callable[[], None]] = Stage("speaking", lambda work: work(), lambda _: None)
    sounding = Sounding(SounddeviceLoudspeaker(), stage, emit, lambda _: None)
    ends: SimpleQueue[tuple[float, bool]] = SimpleQueue()

    def play(seconds: float, started: str) -> tuple[float, bool]:
        turn = Turn(typed=True)
        turn.commit()

        def begin() -> None:
            sounding.play(
                turn,
                tone(seconds),
                lambda: print(started, flush=True),
                lambda: None,
                lambda fraction, went_away: ends.put((fraction, went_away)),
            )

        stage.post(begin)
        return ends.get(timeout=PATIENCE_S)

    sounding.start()
    stage.start()
    first = play(60.0, "open")
    print("ended", flush=True)
    sys.stdin.readline()
    second = play(2.0, "again")
    sounding.stop()
    stage.stop()
    sounding.close()
    return {"first": first, "second": second, "told": told}


def reach() -> dict[str, object]:
    """Plays a tone on one of the sound server's loudspeakers, and hears it from a microphone."""
    frames: SimpleQueue[Samples] = SimpleQueue()
    microphone = SounddeviceMicrophone(f"{SERVED}other_mic")
    loudspeaker = SounddeviceLoudspeaker(f"{SERVED}other")
    before = dict(os.environ)
    microphone.open(frames.put, lambda _: None)
    frames.get(timeout=PATIENCE_S)
    over = threading.Event()
    loudspeaker.play(loudspeaker.prepared(tone(3.0)), lambda: None, lambda _: over.set())
    came = over.wait(PATIENCE_S)
    microphone.close()
    loudspeaker.close()
    heard = np.concatenate([frames.get() for _ in range(frames.qsize())])
    spectrum = np.abs(np.fft.rfft(heard))
    return {
        "came": came,
        "found": {d.name: d.title for d in served_devices()},
        "peak_hz": float(np.argmax(spectrum) * 16_000 / len(heard)),
        "loudest": float(np.abs(heard).max()),
        "unchanged": dict(os.environ) == before,
    }


def refuse() -> dict[str, object]:
    """What is said where there are no devices."""
    said = {}
    for name, act in {
        "microphone": lambda: SounddeviceMicrophone().open(lambda _: None, lambda _: None),
        "named": lambda: SounddeviceMicrophone("Nonesuch").open(lambda _: None, lambda _: None),
        "loudspeaker": lambda: SounddeviceLoudspeaker().play(
            tone(0.1), lambda: None, lambda _: None
        ),
    }.items():
        try:
            act()
            said[name] = ""
        except EngineError as error:
            said[name] = str(error)
    return said


if __name__ == "__main__":
    everything = (list_devices, prepare, record, lose, play, go_on, reach, refuse)
    acts = {act.__name__: act for act in everything}
    print(json.dumps(acts[sys.argv[1]]()), flush=True)
