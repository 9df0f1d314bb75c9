"""Hands-free without headphones: Rotom's voice in its own microphone, and people who talk over it.

The goals: no self-answer in 100 replies at any level; no self-interruption where the echo is no
louder than speech usually is; of 100 people whose echo is 12 dB or more below them, 95 heard.
Each hundred is spread over delays of 20 to 300 ms. Slow (ten minutes), so it has a target of its
own: `make echo`, with the words that a row has to hold to see only some.
"""

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rotom.domain.character import Prosody
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.sound_files import read_sound, resampled
from tests.acoustics import at_level, impulse
from tests.bench.real import load_voice
from tests.bench.table import Row, show
from tests.room import SPEECH_DB, Room

DELAYS_S = (0.02, 0.06, 0.15, 0.3)
ROUNDS = 25
"""For each delay: a hundred in all."""

LINES = (
    "Wait, what did you say about the dragon?",
    "No, I do not think that is right.",
    "Can you tell me how much battery is left?",
    "Stop it, please, I need to go now.",
)
FLITE_VOICES = ("slt", "rms", "awb", "kal")
REVERBERATION_S = 0.3

LEARNS_IN = 4
"""Replies that nobody talks over come first: the room is learned."""


@dataclass(frozen=True, slots=True)
class Case:
    """A loudspeaker and a microphone; `person_db` is how far somebody is over the echo, if anybody
    is there.
    """

    echo_db: float
    person_db: float | None = None
    drive: float = 0.0
    drift_ppm: float = 0.0

    def __str__(self) -> str:
        person = "" if self.person_db is None else f"person {self.person_db:+g} dB over "
        drive = ", overdriven" * bool(self.drive)
        drift = f", clocks {self.drift_ppm:+g} ppm" * bool(self.drift_ppm)
        return f"{person}echo {self.echo_db:g} dBFS{drive}{drift}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of some replies; `answered` and `lowered` where nobody talked over them."""

    interrupted: int
    answered: int = 0
    lowered: int = 0
    early: int = 0


CASES = (
    *(Case(SPEECH_DB + louder) for louder in (-12, 0, 12)),
    Case(SPEECH_DB, drive=3.0),
    *(Case(SPEECH_DB, drift_ppm=ppm) for ppm in (-50, 100, 200)),
    Case(SPEECH_DB - 12, 12),
    *(Case(SPEECH_DB, over) for over in (12, 6, 0, -6)),
    Case(SPEECH_DB, 12, drive=3.0),
    Case(SPEECH_DB, 12, drift_ppm=200),
)


def rows(words: Sequence[str] = ()) -> Iterator[Row]:
    cases = [case for case in CASES if all(word in str(case) for word in words)]
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        counting = {
            case: [pool.submit(count, case, delay_s) for delay_s in DELAYS_S] for case in cases
        }
        for case, parts in counting.items():
            yield from _rows(case, [part.result() for part in parts])


def count(case: Case, delay_s: float) -> Counted:
    """`ROUNDS` replies in a room with that delay."""
    way = impulse(REVERBERATION_S, delay_s)
    with Room(load_voice(), case.echo_db, way, case.drive, drift_ppm=case.drift_ppm) as room:
        if case.person_db is not None:
            return _talked_over(room, case.echo_db + case.person_db, random.Random(delay_s))
        told = [room.reply() for _ in range(ROUNDS)]
    return Counted(sum(reply.outcome.interrupted for reply in told), room.turns_taken, room.ducked)


def _talked_over(room: Room, level_db: float, chance: random.Random) -> Counted:
    for _ in range(LEARNS_IN):
        room.reply()
    heard = early = 0
    for number in range(ROUNDS):
        person = at_level(people()[number % len(people())], level_db)
        at_frame = chance.randrange(20, 90)
        told = room.reply(person, at_frame)
        heard += told.outcome.interrupted and told.frame > at_frame
        early += told.outcome.interrupted and told.frame <= at_frame
    return Counted(heard, early=early)


def _rows(case: Case, parts: Sequence[Counted]) -> Iterator[Row]:
    interrupted = sum(part.interrupted for part in parts)
    of = ROUNDS * len(DELAYS_S)
    if case.person_db is not None:
        is_goal = case.person_db >= 12 and not case.drive
        yield Row(f"{case}: not heard, of {of}", of - interrupted, "", 5 if is_goal else None)
        yield Row(f"{case}: stopped before they spoke", sum(part.early for part in parts), "")
        return
    yield Row(f"{case}: self-answers in {of} replies", sum(part.answered for part in parts), "", 0)
    is_goal = case.echo_db <= SPEECH_DB
    yield Row(f"{case}: self-interruptions", interrupted, "", 0 if is_goal else None)
    yield Row(f"{case}: times the voice was lowered", sum(part.lowered for part in parts), "")


@cache
def people() -> tuple[Samples, ...]:
    """Other voices than Rotom's, from their first sound on."""
    if shutil.which("flite") is None:
        robot = EspeakSpeech(Language.ENGLISH)
        low = Prosody(speed=0.9, pitch_semitones=-4.0)
        spoken = [robot.synthesise(line, Language.ENGLISH, low).audio for line in LINES]
        return tuple(resampled(audio, HEARING_RATE_HZ).samples for audio in spoken)
    return tuple(_flite(voice, line) for line in LINES for voice in FLITE_VOICES)


def _flite(voice: str, line: str) -> Samples:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        subprocess.run(["flite", "-voice", voice, "-t", line, "-o", str(file)], check=True)
        samples = read_sound(file).samples
    loud = abs(samples) > 0.05 * abs(samples).max()
    return samples[int(loud.argmax()) :]


if __name__ == "__main__":
    print(__doc__)
    sys.exit(show(rows(sys.argv[1:])) > 0)
