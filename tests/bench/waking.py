"""Wake by name: which calls are missed, what is taken for one, and what waiting costs."""

import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np

from rotom.conversation.hearing import Hearing
from rotom.conversation.manner import ListeningManner
from rotom.conversation.presence import Presence
from rotom.conversation.waking import Waking
from rotom.domain.character import Prosody
from rotom.domain.engines import EngineError, TextToSpeech
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.engines.espeak import phonemes
from rotom.engines.name_spotter import PocketSphinxSpotter
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import read_sound, resampled
from tests.bench.real import load_voice
from tests.bench.sounds import NO_SPEECH, RATE, room, spoken
from tests.bench.table import Row

NAME = "Rotom"
OTHER_NAMES = ("Sparky", "Max", "Gengar", "Mister Pickles")
VOICES = ("rms", "slt", "awb", "starter")

CALLS = (
    *("{}.", "{}?", "{}, what time is it?", "{}, tell me a joke.", "{} can you hear me?"),
    *("Hey {}, how is the battery?", "Hello {}!", "Okay {}, good night.", "{}, stop the music."),
)

LAST = (
    *("What do you think, {}?", "Tell me a joke about the rain, {}.", "Is it late, {}?"),
    *("I am going to bed now, {}.", "How much battery is left, {}?", "Good night, my dear {}."),
)
"""The name comes last."""

ROOMS = (
    ("as usual", 0.05, 0.0005),
    ("softly", 0.008, 0.0005),
    ("loudly", 0.25, 0.0005),
    ("15 dB above a fan", 0.05, 0.009),
)
"""How loud it is spoken and how loud the room is, root mean square."""

MINUTES = 6.0
"""Of each sound that is no speech."""

TEXTS = Path(__file__).parents[2] / "models/training/ears"


def rows() -> Iterator[Row]:
    for where, rms, noise in ROOMS:
        for voice in VOICES:
            calls = [_in_room(_said(call.format(NAME), voice), rms, noise) for call in CALLS]
            sleeper = Sleeper(NAME)
            missed = sum(not sleeper.calls_in(call) for call in calls)
            bound = 10 if noise < 0.001 else None
            yield Row(f"missed calls, {where}: {voice}", 100 * missed / len(calls), "%", bound)
    for voice in VOICES:
        calls = [_in_room(_said(call.format(NAME), voice), 0.05) for call in LAST]
        sleeper = Sleeper(NAME)
        missed = sum(not sleeper.calls_in(call) for call in calls)
        yield Row(f"missed calls, the name last: {voice}", 100 * missed / len(calls), "%")
    for name in OTHER_NAMES:
        calls = [_in_room(_said(c.format(name), v), 0.05) for v in VOICES for c in CALLS]
        sleeper = Sleeper(name)
        missed = sum(not sleeper.calls_in(call) for call in calls)
        yield Row(f"missed calls, as usual: {name}", 100 * missed / len(calls), "%")
    yield from _false_calls()
    yield from _costs()


def _false_calls() -> Iterator[Row]:
    texts = [
        line
        for name in ("spoken.txt", "spoken_dev.txt")
        for line in (TEXTS / name).read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    for voice in VOICES:
        said = [_in_room(_said(text, voice), 0.05) for text in texts]
        yield _an_hour(f"sentences by {voice}", np.concatenate(said))
    for name in OTHER_NAMES:
        said = [_in_room(_said(text, "slt"), 0.05) for text in texts]
        yield _an_hour(f"sentences by slt, for {name}", np.concatenate(said), name)
    for name, sound in NO_SPEECH.items():
        yield _an_hour(name, sound(MINUTES * 60), at_most=1)
    for folder in map(Path, sys.argv[1:]):
        if folder.is_dir():
            yield _an_hour(f"recordings of {folder.name}", np.concatenate(_recorded(folder)))


def _costs() -> Iterator[Row]:
    sleeper = Sleeper(NAME)
    for what, sound, bound in (
        ("waiting in silence", room(120, 0.0005), 2.0),
        ("waiting while somebody speaks", _in_room(_said("a long day " * 20, "slt"), 0.05), None),
    ):
        before_s = time.process_time()
        sleeper.calls_in(sound)
        share = (time.process_time() - before_s) / (len(sound) / RATE)
        yield Row(f"{what}: share of one core", 100 * share, "%", bound)
    ago = [
        sleeper.ago_s
        for voice in VOICES
        if sleeper.calls_in(_in_room(_said("Rotom, what time is it?", voice), 0.05))
    ]
    yield Row("from the end of the name until it is noticed: median", 1000 * median(ago), "ms")


class Sleeper:
    """Everything between a microphone and the utterances of somebody who called."""

    def __init__(self, name: str) -> None:
        self._hearing = Hearing(SileroVad())
        self._waking = Waking(
            lambda called: PocketSphinxSpotter(called, phonemes),
            Presence(lambda _: None),
            lambda _: None,
        )
        self._waking.use(ListeningManner(hands_free=True, name=name, stay_awake_ms=0.0))
        self.ago_s = 0.0
        """How long ago the name of the newest call was over when it was noticed."""

    def calls_in(self, sound: Samples) -> int:
        """How often it is called; it sleeps again at once."""
        calls = 0
        frames = sound[: len(sound) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
        for frame in frames:
            clean, heard = self._hearing.take(frame, self._waking.in_utterance)
            if through := self._waking.let_through(clean, heard.speech):
                self.ago_s = len(through) * FRAME_SAMPLES / RATE
                calls += 1
        return calls


def _an_hour(what: str, sound: Samples, name: str = NAME, at_most: float | None = None) -> Row:
    hours = len(sound) / RATE / 3600
    calls = Sleeper(name).calls_in(sound)
    return Row(f"false wakes an hour: {what}", calls / hours, "", at_most)


@cache
def _starter() -> TextToSpeech:
    return load_voice()


@cache
def _said(text: str, voice: str) -> Samples:
    if voice != "starter":
        return spoken(text, voice)
    phrase = _starter().synthesise(text, Language.ENGLISH, Prosody())
    return resampled(phrase.audio, RATE).samples


def _in_room(sound: Samples, rms: float, noise: float = 0.0005) -> Samples:
    """At that level, with a second of the room before and behind."""
    loud = sound[np.abs(sound) > 0.02 * np.abs(sound).max()]
    level = rms / float(np.sqrt(np.mean(np.square(loud))))
    quiet = np.zeros(RATE, np.float32)
    whole = np.concatenate([quiet, sound * np.float32(level), quiet])
    return (whole + room(len(whole) / RATE, noise)[: len(whole)]).astype(np.float32)


def _recorded(folder: Path) -> list[Samples]:
    sounds = []
    for path in sorted(folder.iterdir()):
        try:
            sounds.append(read_sound(path).samples)
        except EngineError:
            continue
    return sounds
