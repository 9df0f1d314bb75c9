"""What is between two sentences: nothing that clicks."""

import numpy as np
import pytest

from rotom.domain.character import Prosody
from rotom.domain.settings import Settings
from rotom.domain.speech import Language, Samples
from rotom.engines.playback import Playback
from rotom.engines.sound_files import resampled
from tests.engines.conftest import starter_voice

RATE = 48_000
BLOCK = 480
REACH = round(0.006 * RATE)
"""How far around a join a click is looked for: 6 ms, the fades and what the resampler smears."""

LOUDEST_JUMP = 0.05
"""A join may jump from sample to sample by this part of the largest jump inside speech."""

SHARPEST = 0.001
"""High-frequency energy at a join, as a part of the loudest 2 ms of it inside speech."""

SENTENCES = (
    ("Good morning!", "Shall we stop?"),
    ("I saw a mouse.", "As soon as I looked, it was gone."),
    ("That is so sad", "Ah."),
)
DEFAULT = Prosody(
    speed=Settings().speed, pitch_semitones=Settings().pitch, ghostliness=Settings().ghostliness
)


def said(text: str, prosody: Prosody) -> Samples:
    phrase = starter_voice().synthesise(text, Language.ENGLISH, prosody)
    return resampled(phrase.audio, RATE).samples


def heard(*sounds: Samples) -> Samples:
    """The sounds one after the other as the loudspeaker pulls them, with quiet around them."""
    playback = Playback(RATE)
    for sound in (np.zeros(RATE // 10, np.float32), *sounds):
        playback.play(sound, lambda: None, lambda fraction: None)
    blocks = []
    while not playback.is_idle or len(blocks) * BLOCK < RATE // 5:
        block = np.empty(BLOCK, np.float32)
        playback.fill(block)
        blocks.append(block)
    return np.concatenate([*blocks, np.zeros(RATE // 10, np.float32)])


def sharpness(sound: Samples) -> Samples:
    """The energy of the second difference in every 2 ms."""
    length = RATE // 500
    bent = np.diff(sound, 2)
    return np.square(bent[: len(bent) // length * length]).reshape(-1, length).sum(axis=1)


def clicks(sound: Samples, joins: list[int]) -> tuple[float, float]:
    """The greatest jump and sharpness around the joins, as parts of the greatest elsewhere."""
    near = np.zeros(len(sound), bool)
    for join in joins:
        near[join - REACH : join + REACH] = True
    jumps = np.abs(np.diff(sound))
    jump = jumps[near[1:]].max() / jumps[~near[1:]].max()
    around = max(sharpness(sound[join - REACH : join + REACH]).max() for join in joins)
    return float(jump), float(around / sharpness(np.where(near, 0, sound)).max())


def joins_of(*sounds: Samples) -> list[int]:
    """Where each sound begins and the last one ends."""
    return list(np.cumsum([RATE // 10, *(len(sound) for sound in sounds)]))


@pytest.mark.parametrize("prosody", [Prosody(), DEFAULT], ids=["plain", "default"])
@pytest.mark.parametrize(("one", "two"), SENTENCES)
def test_sentences_are_joined_without_a_click(one: str, two: str, prosody: Prosody) -> None:
    sounds = said(one, prosody), said(two, prosody)
    jump, sharp = clicks(heard(*sounds), joins_of(*sounds))
    assert jump < LOUDEST_JUMP
    assert sharp < SHARPEST


def test_a_sentence_that_begins_within_a_word_is_told_from_a_whole_one() -> None:
    one, two = (said(text, DEFAULT) for text in SENTENCES[0])
    loudest = int(np.abs(two).argmax())
    jump, sharp = clicks(heard(one, two[loudest:]), joins_of(one, two[loudest:]))
    assert jump > LOUDEST_JUMP
    assert sharp > SHARPEST
