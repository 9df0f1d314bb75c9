"""`make soak`: a day of 5,000 turns on a clock of its own, and what it leaves in the memory.

`make soak ARGS=100` has fewer turns, `make soak ARGS=play` two hours with a pad.
"""

import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from rotom.conversation.company import Company
from rotom.conversation.session import Engines, Session
from rotom.conversation.speaking import SpeakingManner
from rotom.domain.character import Persona
from rotom.domain.prompt import Facts
from rotom.domain.speech import AudioChunk, Language
from rotom.engines.scripted import ScriptedMicrophone
from rotom.engines.silero import SileroVad
from rotom.storage.history import History
from rotom.system.machine import resident_bytes
from tests.bench.real import load_brain, load_ears, load_voice, question
from tests.bench.table import Row, show, timed

TURNS = 5000
LOOKED_AT_EVERY = 250
SETTLED_AFTER = 500
"""Turns after which everything is loaded and was used."""

DAY_S = 24 * 3600.0

SPOKEN_EVERY, ALOUD_EVERY, INTERRUPTED_EVERY = 50, 5, 7
WORDS = (
    "hello there what do you like to play today because i am bored and it rains tell me a story "
    "about the ghost in the toaster my name is mira you are funny how much battery is left"
).split()


class Clock:
    """Stands still while a turn is worked on, and goes on to the next one."""

    def __init__(self) -> None:
        self.now_s = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now_s

    def facts(self) -> Facts:
        return Facts(now=time.strftime("%a %H:%M", time.gmtime(self.now_s)))


class Nowhere:
    """A loudspeaker that has played what it is given and keeps nothing of it."""

    stalled = False

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        return chunk

    def play(
        self,
        chunk: AudioChunk,  # the Protocol's name
        started: Callable[[], None],
        ended: Callable[[float], None],
    ) -> None:
        started()
        ended(1.0)

    def stop(self) -> None:
        """Nothing waits."""

    def set_volume(self, volume: float) -> None:
        """Nobody hears it."""

    def close(self) -> None:
        """Nothing is open."""


def rows(turns: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, timed() as took:
        held = list(_day(Path(folder), turns))
    settled = [bytes_ for turn, bytes_ in held if turn >= min(SETTLED_AFTER, turns // 2)]
    yield Row(f"{turns} turns: taken", took() / 60, "min", 20)
    yield Row("memory once everything was used", settled[0] / 1e6, "MB")
    yield Row("memory at the end of the day", settled[-1] / 1e6, "MB")
    yield Row("the most that it grew meanwhile", (max(settled) - settled[0]) / 1e6, "MB", 20)


def _day(folder: Path, turns: int) -> Iterator[tuple[int, int]]:
    """The turns at which the memory was looked at, and the bytes that were held then."""
    chance, clock, sound = random.Random(1), Clock(), question()
    history = History(folder / "history.sqlite3")
    session = Session(
        Engines(
            vad=SileroVad,
            ears=load_ears,
            brain=load_brain,
            voices=lambda: {Language.ENGLISH: load_voice()},
            microphone=ScriptedMicrophone(),
            loudspeaker=Nowhere(),
        ),
        Company(Persona("soak", "Rotom", "cheerful", "You are warm."), history.journal("soak")),
        facts=clock.facts,
        clock=clock,
    )
    session.start()
    aloud = SpeakingManner()
    for number in range(1, turns + 1):
        session.speaking.use(replace(aloud, aloud=number % ALOUD_EVERY == 0))
        if number % SPOKEN_EVERY == 0:
            turn = session.hear(sound)
        else:
            turn = session.say(" ".join(chance.choices(WORDS, k=chance.randint(2, 12))))
        if number % INTERRUPTED_EVERY == 0:
            session.interrupt()
        turn.wait_ended()
        clock.now_s += DAY_S / turns
        if number % LOOKED_AT_EVERY == 0:
            gc.collect()
            held = resident_bytes() or 0
            print(f"turn {number}: {held / 1e6:.1f} MB", flush=True)
            yield number, held
    session.stop()
    history.close()


def main(chosen: str) -> int:
    if chosen == "play":
        from tests.bench import play

        return show(play.rows())
    return show(rows(int(chosen or TURNS)))


if __name__ == "__main__":
    sys.exit(1 if main("".join(sys.argv[1:])) else 0)
