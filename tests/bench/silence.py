"""Hands-free in a silent room: what listening costs, and how often its threads wake up."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rotom.cli.spoken_turns import Talk, slow
from rotom.conversation.manner import ListeningManner
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.speech import FRAME_SAMPLES
from rotom.engines.silero import SileroVad
from tests.bench.sounds import silence
from tests.bench.table import Row

SECONDS = 20.0
STAGES = ("listening", "thinking", "speaking")
BLOCKS_PER_S = 1000 / FRAME_MS
MOST_WAKINGS = 2.05
"""For each block: when it comes, and once more where the interpreter is busy at that moment."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a thread has used so far: processor seconds, and how often it slept and woke up."""

    processor_s: float
    wakings: int


def rows() -> Iterator[Row]:
    talk = Talk(slow(SileroVad, 0.0), ListeningManner(hands_free=True, headphones=True))
    talk.start()
    _listen(talk, 2.0)
    before = _uses()
    began_s = time.monotonic()
    _listen(talk, SECONDS)
    seconds = time.monotonic() - began_s
    after = _uses()
    talk.session.stop()
    used_s = sum(after[name].processor_s - before[name].processor_s for name in STAGES)
    yield Row("listening in silence: share of one core", 100 * used_s / seconds, "%", 2)
    for name in STAGES:
        wakings = (after[name].wakings - before[name].wakings) / seconds
        yield Row(f"the {name} thread wakes up", wakings, "1/s", MOST_WAKINGS * BLOCKS_PER_S)


def _listen(talk: Talk, seconds: float) -> None:
    """The room, a block at a time as a microphone gives it."""
    room = silence(seconds)
    began_s = time.monotonic()
    for number in range(len(room) // FRAME_SAMPLES):
        talk.microphone.push(room[number * FRAME_SAMPLES : (number + 1) * FRAME_SAMPLES])
        due_s = began_s + (number + 1) * FRAME_MS / 1000
        threading.Event().wait(max(0.0, due_s - time.monotonic()))


def _uses() -> dict[str, Use]:
    return {
        thread.name: _use(Path(f"/proc/self/task/{thread.native_id}"))
        for thread in threading.enumerate()
        if thread.name in STAGES
    }


def _use(task: Path) -> Use:
    """From the 14th and 15th field of stat, and from status (proc(5))."""
    fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
    status = (task / "status").read_text()
    sleeps = status.partition("\nvoluntary_ctxt_switches:")[2].split()[0]
    return Use((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(sleeps))
