"""Who is heard and when they are done, on sounds made here and on a folder of recordings."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np

from rotom.conversation.hearing import PRE_ROLL_FRAMES, Hearing
from rotom.conversation.pausing import Pausing
from rotom.domain.endpointing import FRAME_MS, Boundary, Patience
from rotom.domain.engines import EngineError, SpeechToText
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import read_sound
from tests.bench.real import load_ears
from tests.bench.sounds import NO_SPEECH, RATE, room, spoken
from tests.bench.table import Row

MINUTES = 6.0
"""Of each sound that is no speech."""

WORDS_AFTER_FRAMES = 5
"""160 ms: so long after a pause began its words are known."""

OVERLONG_MS = 1000.0
"""Somebody who is done and is answered after more than this asks themselves whether it hears."""

PAUSES_MS = (200, 300, 400, 500, 600, 700, 800)

HANGING = (
    ("I think that", "we should play a game tonight."),
    ("Do you want to", "hear a story about a ghost?"),
    ("My favourite game is", "the one with the bridge."),
    ("I was tired because", "it rained the whole day."),
    ("When I was", "a child I had a little dog."),
    ("Can you tell me the", "name of the song?"),
    ("I would like to", "know what you did today."),
    ("There is a", "cat on the roof of the house."),
)
"""What is said with a pause where it cannot be over."""

OPEN = (
    ("Tell me a story", "about the rain."),
    ("I like you", "more than the toaster."),
    ("We went home", "after the game."),
    ("It is cold", "in the kitchen."),
)
"""What could be over at its pause."""

VOICES = ("slt", "rms")


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was heard, in milliseconds of the sound; `end_ms` is when it was noticed."""

    begin_ms: float
    end_ms: float


def rows() -> Iterator[Row]:
    for name, sound in NO_SPEECH.items():
        heard = turns_in(sound(MINUTES * 60), None)
        yield Row(f"false interruptions an hour: {name}", len(heard) * 60 / MINUTES, "", 1)
    yield from _missed()
    yield from _paused("where it cannot be over", HANGING, 3.0)
    yield from _paused("where it could be over", OPEN, None)
    for folder in map(Path, sys.argv[1:]):
        if folder.is_dir():
            yield from _recorded(folder)


def turns_in(sound: Samples, ears: SpeechToText | None) -> list[Turn]:
    """The turns that the program hears in a sound; without ears the tone alone judges."""
    hearing, pausing = Hearing(SileroVad()), Pausing(Patience(), Language.ENGLISH)
    frames = sound[: len(sound) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    turns: list[Turn] = []
    begin, confirmed, words, words_at = 0, False, "", 0
    for number, frame in enumerate(frames):
        _, level = hearing.take(frame, pausing.in_utterance)
        known = words if number >= words_at else ""
        match pausing.feed(frame, level.speech, known):
            case Boundary.STARTED:
                begin, confirmed, words = number, False, ""
            case Boundary.CONFIRMED:
                confirmed = True
            case Boundary.PAUSED if ears is not None:
                words = _words(ears, frames[max(0, begin - PRE_ROLL_FRAMES) : number + 1])
                words_at = number + WORDS_AFTER_FRAMES
            case Boundary.RESUMED:
                words = ""
            case Boundary.ENDED:
                turns.append(Turn(begin * FRAME_MS, (number + 1) * FRAME_MS))
                confirmed = False
    if confirmed:
        turns.append(Turn(begin * FRAME_MS, len(frames) * FRAME_MS))
    return turns


def _words(ears: SpeechToText, frames: Samples) -> str:
    ears.start(Language.ENGLISH)
    ears.feed(frames.reshape(-1))
    return ears.finish().text


def _missed() -> Iterator[Row]:
    """Short sentences, loud and soft, in a quiet room and in one with a fan."""
    said = ("Hello.", "Yes.", "What time is it?", "Stop.", "Tell me a story.", "Good night, Rotom.")
    for name, rms, noise in (
        ("as usual", 0.05, 0.0005),
        ("softly", 0.01, 0.0005),
        ("beside a fan, 12 dB above it", 0.05, 0.0125),
    ):
        missed = total = 0
        for voice in VOICES:
            for text in said:
                total += 1
                missed += not turns_in(_in_room([_at(spoken(text, voice), rms)], noise), None)
        yield Row(f"missed starts, spoken {name}", 100 * missed / total, "%")


def _paused(where: str, said: Sequence[tuple[str, str]], at_most: float | None) -> Iterator[Row]:
    """Utterances with a pause of 200 to 800 ms inside; the words are those of the ears."""
    cut, overlong, total = 0, 0, 0
    waits = []
    for pause_ms in PAUSES_MS:
        for number, (first, second) in enumerate(said):
            voice = VOICES[number % len(VOICES)]
            parts = [_at(spoken(first, voice), 0.05), _at(spoken(second, voice), 0.05)]
            sound = _in_room([parts[0], np.zeros(RATE * pause_ms // 1000, np.float32), parts[1]])
            over_ms = 1000 * (len(sound) / RATE - AFTER_S)
            turns = turns_in(sound, _ears())
            total += 1
            cut += len(turns) > 1
            waits.append(turns[-1].end_ms - over_ms)
            overlong += waits[-1] > OVERLONG_MS
    yield Row(f"turns cut off, paused {where}", 100 * cut / total, "%", at_most)
    yield Row(f"overlong waits, paused {where}", 100 * overlong / total, "%")
    yield Row(f"the wait, paused {where}: median", median(waits), "ms")


def _recorded(folder: Path) -> Iterator[Row]:
    """Each file of the folder is taken for one utterance."""
    cut, total = 0, 0
    for path in sorted(folder.iterdir()):
        try:
            sound = read_sound(path).samples
        except EngineError:
            continue
        total += 1
        cut += len(turns_in(_in_room([sound]), _ears())) > 1
    if total:
        yield Row(f"turns cut off, {total} recordings of {folder.name}", 100 * cut / total, "%", 3)


AFTER_S = 2.0


def _in_room(parts: Sequence[Samples], noise: float = 0.0005) -> Samples:
    sound = np.concatenate(
        [np.zeros(RATE, np.float32), *parts, np.zeros(int(AFTER_S * RATE), "f4")]
    )
    return (sound + room(len(sound) / RATE, noise)[: len(sound)]).astype(np.float32)


def _at(sound: Samples, rms: float) -> Samples:
    return sound * np.float32(rms / float(np.sqrt(np.mean(np.square(sound)))))


@cache
def _ears() -> SpeechToText:
    return load_ears()
