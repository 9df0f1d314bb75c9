"""From the user's last sound to Rotom's first, hands-free, in real time; and what a turn costs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import cycle, islice

import numpy as np

from rotom.cli.spoken_turns import (
    SLOW_EARS_S,
    Loaded,
    compared,
    in_sequence_ms,
    published,
    slow,
    spent,
    talked,
)
from rotom.conversation.manner import ListeningManner
from rotom.domain.character import Prosody
from rotom.domain.endpointing import Patience
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import resampled
from tests.bench.real import load_brain, load_ears, load_voice
from tests.bench.table import Row

ROUNDS = 12
SAID = (
    "What are you doing today?",
    "I am happy to see you.",
    "Do you like games?",
    "Tell me a story.",
    "How was your day?",
)
HALTING = (
    ("I think,", "we should play a game."),
    ("Tell me a story", "about the rain."),
    ("Do you like", "the game with the bridge?"),
)
"""What is said with a pause in its middle: thinking ahead is in vain there."""

PAUSE_S = 0.32


def rows() -> Iterator[Row]:
    yield from (Row(*row) for row in published())
    sounds = list(islice(cycle(map(_spoken, SAID)), ROUNDS))
    for ears_s in SLOW_EARS_S:
        one_by_one = [in_sequence_ms(slow(SileroVad, ears_s), s) for s in sounds[:3]]
        turns = talked(slow(SileroVad, ears_s), _manner(600), sounds)
        told = compared(turns, one_by_one, len(sounds)).rows(f"ears {1000 * ears_s:.0f} ms")
        yield from _bounded(told, {"first sound as a share of in sequence": 0.8})
    loaded = _starter()
    one_by_one = [in_sequence_ms(loaded, sound) for sound in sounds]
    for set_ms, over in ((350, 150), (900, 50)):
        turns = talked(loaded, _manner(set_ms), sounds)
        told = compared(turns, one_by_one, len(sounds)).rows(f"starter models, {set_ms} ms set")
        yield from _bounded(told, {"later than the wait, median": over})
    yield from _energy(loaded)


def _bounded(told: Iterator[tuple[str, float, str]], at_most: Mapping[str, float]) -> Iterator[Row]:
    """The rows with their bounds, which are named by what follows the colon."""
    for what, value, unit in told:
        yield Row(what, value, unit, at_most.get(what.split(": ")[1]))


def _energy(loaded: Loaded) -> Iterator[Row]:
    """What thinking ahead costs, where every utterance has a pause in its middle."""
    halting = list(islice(cycle(map(_halting, HALTING)), ROUNDS))
    for name, ahead in (("thinking ahead", True), ("not thinking ahead", False)):
        turns = talked(loaded, replace(_manner(600), speculate=ahead), halting)
        yield from (Row(*row) for row in spent(name, turns))


def _manner(end_ms: float) -> ListeningManner:
    patience = replace(Patience(), end_ms=end_ms)
    return ListeningManner(hands_free=True, headphones=True, patience=patience)


@cache
def _starter() -> Loaded:
    ears = load_ears()
    return Loaded(SileroVad, lambda: ears, load_brain(), load_voice())


def _spoken(text: str) -> Samples:
    """The text in the starter voice, after half a second of a quiet room."""
    phrase = _starter().voice.synthesise(text, Language.ENGLISH, Prosody())
    voice = resampled(phrase.audio, HEARING_RATE_HZ).samples
    return np.concatenate([_room(0.5), voice + _room(len(voice) / HEARING_RATE_HZ)])


def _halting(parts: tuple[str, str]) -> Samples:
    first, second = (_spoken(part) for part in parts)
    return np.concatenate([first, _room(PAUSE_S), second[HEARING_RATE_HZ // 2 :]])


def _room(seconds: float) -> Samples:
    noise = np.random.default_rng(1).normal(0, 0.0003, round(seconds * HEARING_RATE_HZ))
    return noise.astype(np.float32)
