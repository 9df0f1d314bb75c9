"""Who is heard and when they are done, on sounds made here and on a folder of recordings."""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np

from rotom.cli.heard_turns import AFTER_S, OVERLONG_MS, HeardTurn, heard_in, in_room, recorded
from rotom.domain.engines import SpeechToText
from rotom.domain.speech import Language, Samples, Transcript
from rotom.engines.silero import SileroVad
from tests.bench.real import load_ears
from tests.bench.sounds import NO_SPEECH, RATE, meeting, spoken
from tests.bench.table import Row

MINUTES = 6.0
"""Of each sound that is no speech."""

PAUSES_MS = (200, 350, 500, 650, 800)

HANGING = (
    ("I think that", "we should play a game tonight."),
    ("Do you want to", "hear a story about a ghost?"),
    ("My favourite game is", "the one with the bridge."),
    ("I was tired because", "it rained the whole day."),
    ("When I was", "a child I had a little dog."),
    ("Can you tell me the", "name of the song?"),
    ("I would like to", "know what you did today."),
    ("There is a", "cat on the roof of the house."),
    ("I went to the shop and", "bought some bread."),
    ("My brother told me that", "he is coming home."),
    ("Could you please tell me where", "the kitchen is?"),
    ("The weather today is", "cold and grey."),
    ("I want to buy a", "new pair of shoes."),
    ("We were playing a game when", "the lights went out."),
    ("He gave the book to", "my sister."),
    ("She said she would", "call me tomorrow."),
    ("Yesterday I saw my", "old teacher."),
    ("Do you know if", "the game is over?"),
    ("I need some help with", "the last level."),
    ("After school we", "went to the park."),
    ("What I mean is", "that I like you."),
    ("If you want you can", "sleep for a while."),
    ("You should try the", "soup in the kitchen."),
    ("I have never been to", "the sea."),
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


def rows() -> Iterator[Row]:
    for name, sound in NO_SPEECH.items():
        heard = turns_in(sound(MINUTES * 60), None)
        yield Row(f"false interruptions an hour: {name}", len(heard) * 60 / MINUTES, "", 1)
    heard = turns_in(meeting(MINUTES * 60), None)
    yield Row("a meeting in the background: turns an hour", len(heard) * 60 / MINUTES, "")
    yield from _missed()
    yield from _paused("where it cannot be over", HANGING, 3.0)
    yield from _paused("where it could be over", OPEN, None)
    for folder in map(Path, sys.argv[1:]):
        if folder.is_dir():
            for what, value, unit in recorded(folder, SileroVad(), _ears()):
                yield Row(what, value, unit, 3.0 if "cut off" in what else None)


def turns_in(sound: Samples, ears: SpeechToText | None) -> list[HeardTurn]:
    return heard_in(sound, SileroVad(), ears).turns


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
                missed += not turns_in(in_room([_at(spoken(text, voice), rms)], noise), None)
        yield Row(f"missed starts, spoken {name}", 100 * missed / total, "%")


def _paused(where: str, said: Sequence[tuple[str, str]], at_most: float | None) -> Iterator[Row]:
    """Utterances with a pause of 200 to 800 ms inside; the words are those of the ears."""
    cut, overlong, total = 0, 0, 0
    waits = []
    for pause_ms in PAUSES_MS:
        for number, (first, second) in enumerate(said):
            voice = VOICES[number % len(VOICES)]
            parts = [_at(spoken(first, voice), 0.05), _at(spoken(second, voice), 0.05)]
            sound = in_room([parts[0], np.zeros(RATE * pause_ms // 1000, np.float32), parts[1]])
            over_ms = 1000 * (len(sound) / RATE - AFTER_S)
            turns = turns_in(sound, _ears())
            total += 1
            cut += len(turns) > 1
            waits.append(turns[-1].end_ms - over_ms)
            overlong += waits[-1] > OVERLONG_MS
    yield Row(f"turns cut off, paused {where}", 100 * cut / total, "%", at_most)
    yield Row(f"overlong waits, paused {where}", 100 * overlong / total, "%")
    yield Row(f"the wait, paused {where}: median", median(waits), "ms")


def _at(sound: Samples, rms: float) -> Samples:
    return sound * np.float32(rms / float(np.sqrt(np.mean(np.square(sound)))))


class _OnceEars:
    """Ears that understand the same sound once: what comes before a pause of any length."""

    def __init__(self, ears: SpeechToText) -> None:
        self.name, self.hears, self.partial = ears.name, ears.hears, ears.partial
        self._ears = ears
        self._known: dict[bytes, Transcript] = {}
        self._language = Language.ENGLISH
        self._fed: list[Samples] = []

    def start(self, language: Language) -> None:
        self._language, self._fed = language, []

    def feed(self, samples: Samples) -> None:
        self._fed.append(samples)

    def finish(self) -> Transcript:
        sound = np.concatenate(self._fed)
        key = sound.tobytes()
        if key not in self._known:
            self._ears.start(self._language)
            self._ears.feed(sound)
            self._known[key] = self._ears.finish()
        return self._known[key]


@cache
def _ears() -> SpeechToText:
    return _OnceEars(load_ears())
