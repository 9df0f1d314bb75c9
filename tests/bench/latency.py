"""From the user's last sound to Rotom's first, hands-free, in real time; and what a turn costs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from statistics import mean, median

import numpy as np

from rotom.cli.spoken_turns import (
    SLOW_EARS_S,
    SLOW_FIRST_TOKEN_S,
    SLOW_PHRASE_S,
    SLOW_TOKENS_PER_S,
    Loaded,
    SpokenTurn,
    in_sequence_ms,
    slow,
    spread,
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
    yield Row(
        "published: the slow brain's first token, nothing read ahead", SLOW_FIRST_TOKEN_S, "s"
    )
    yield Row("published: its tokens a second", SLOW_TOKENS_PER_S, "1/s")
    yield Row("published: until its first phrase is sound", SLOW_PHRASE_S, "s")
    sounds = list(islice(cycle(map(_spoken, SAID)), ROUNDS))
    for ears_s in SLOW_EARS_S:
        name = f"ears {1000 * ears_s:.0f} ms"
        loaded = slow(SileroVad, ears_s, "tell me a story")
        one_by_one = [in_sequence_ms(slow(SileroVad, ears_s, "so"), s) for s in sounds[:3]]
        turns = talked(loaded, _manner(600), sounds)
        yield from _against(name, turns, one_by_one, 0.8)
    loaded = _starter()
    one_by_one = [in_sequence_ms(loaded, sound) for sound in sounds]
    for set_ms, over in ((350, 150), (900, 50)):
        name = f"starter models, {set_ms} ms set"
        turns = talked(loaded, _manner(set_ms), sounds)
        yield from _against(name, turns, one_by_one, None)
        later = [turn.first_sound_ms - turn.wait_ms for turn in turns]
        yield Row(f"{name}: sounds later than the wait", spread(later)[0], "ms", over)
        yield Row(f"{name}: 95 of 100 within", spread(later)[1], "ms")
        yield Row(f"{name}: turns answered", 100 * len(turns) / len(sounds), "%")
    yield from _energy(loaded)


def _against(
    name: str, turns: Sequence[SpokenTurn], one_by_one: Sequence[float], at_most: float | None
) -> Iterator[Row]:
    wait, sound = ([getattr(t, what) for t in turns] for what in ("wait_ms", "first_sound_ms"))
    yield Row(f"{name}: the wait alone, median", spread(wait)[0], "ms")
    yield Row(f"{name}: first sound, median", spread(sound)[0], "ms")
    yield Row(f"{name}: first sound, 95 of 100 within", spread(sound)[1], "ms")
    yield Row(f"{name}: in sequence after 640 ms, median", median(one_by_one), "ms")
    ratio = median(sound) / median(one_by_one)
    yield Row(f"{name}: share of that", ratio, "x", at_most)


def _energy(loaded: Loaded) -> Iterator[Row]:
    """What thinking ahead costs, where every utterance has a pause in its middle."""
    halting = list(islice(cycle(map(_halting, HALTING)), ROUNDS))
    for title, ahead in (("thinking ahead", True), ("not ahead", False)):
        turns = talked(loaded, replace(_manner(600), speculate=ahead), halting)
        each_s = mean(turn.processor_s for turn in turns)
        yield Row(f"{title}: processor time of a turn", each_s, "s")
        share = sum(t.processor_s for t in turns) / sum(t.seconds for t in turns)
        yield Row(f"{title}: share of one core meanwhile", 100 * share, "%")
        sound = median(turn.first_sound_ms for turn in turns)
        yield Row(f"{title}: first sound, median", sound, "ms")


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
