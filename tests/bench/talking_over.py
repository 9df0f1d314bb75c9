"""Hands-free without headphones: Rotom's voice in its own microphone, and people who talk over it.

Slow (a quarter of an hour), so it has a target of its own: `make echo`.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rotom.domain.character import Prosody
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.sound_files import read_sound, resampled
from tests.bench.real import load_voice
from tests.bench.table import Row, show
from tests.room import SPEECH_DB, Room, at_level, impulse

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


def rows() -> Iterator[Row]:
    for echo_db in (SPEECH_DB - 12, SPEECH_DB, SPEECH_DB + 12):
        yield from _alone(f"echo {echo_db:g} dBFS", echo_db)
    yield from _alone("echo as speech, overdriven loudspeaker", SPEECH_DB, drive=3.0)
    for echo_db, below_db in (
        *((SPEECH_DB - 12, 12.0), (SPEECH_DB, 12.0)),
        *((SPEECH_DB, 6.0), (SPEECH_DB, 0.0), (SPEECH_DB, -6.0)),
    ):
        yield from _talked_over(echo_db, below_db)
    yield from _talked_over(SPEECH_DB, 12.0, drive=3.0)


def _alone(what: str, echo_db: float, drive: float = 0.0) -> Iterator[Row]:
    interrupted = answered = ducked = 0
    for delay_s in DELAYS_S:
        with Room(load_voice(), echo_db, impulse(REVERBERATION_S, delay_s), drive) as room:
            told = [room.reply() for _ in range(ROUNDS)]
        interrupted += sum(reply.outcome.interrupted for reply in told)
        answered += room.turns_taken
        ducked += room.ducked
    replies = ROUNDS * len(DELAYS_S)
    yield Row(f"{what}: self-answers in {replies} replies", answered, "", 0)
    usual = echo_db <= SPEECH_DB
    yield Row(f"{what}: self-interruptions", interrupted, "", 0 if usual else None)
    yield Row(f"{what}: times the voice was lowered", ducked, "")


def _talked_over(echo_db: float, below_db: float, drive: float = 0.0) -> Iterator[Row]:
    chance = random.Random(5)
    heard = early = 0
    for delay_s in DELAYS_S:
        with Room(load_voice(), echo_db, impulse(REVERBERATION_S, delay_s), drive) as room:
            for _ in range(4):
                room.reply()  # the room is learned, and each sentence is synthesised once
            for number in range(ROUNDS):
                person = at_level(people()[number % len(people())], echo_db + below_db)
                at_frame = chance.randrange(20, 90)
                told = room.reply(person, at_frame)
                heard += told.outcome.interrupted and told.frame > at_frame
                early += told.outcome.interrupted and told.frame <= at_frame
    of = ROUNDS * len(DELAYS_S)
    what = f"person {below_db:+g} dB over echo of {echo_db:g} dBFS{', overdriven' * bool(drive)}"
    bound = 0.05 * of if below_db >= 12 and not drive else None
    yield Row(f"{what}: not heard, of {of}", of - heard, "", bound)
    yield Row(f"{what}: stopped before they spoke", early, "")


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
    sys.exit(show(rows()) > 0)
