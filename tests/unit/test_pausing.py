"""A pause is as long as the words, the tone and the habit let it be."""

import numpy as np
import pytest

from rotom.conversation.pausing import LONGEST_FRAMES, Pausing
from rotom.domain.endpointing import FRAME_MS, Boundary, Patience
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples, Transcript

SPEECH, SILENCE = 0.95, 0.02
HISS = np.random.default_rng(4).normal(0, 0.05, FRAME_SAMPLES).astype(np.float32)


def silence_until_end(pausing: Pausing, words: str | None, frame: Samples = HISS) -> float:
    """Speaks for half a second, then falls silent; how many milliseconds pass to the end."""
    for _ in range(16):
        pausing.feed(frame, SPEECH, None)
    for count in range(1, 100):
        if (
            pausing.feed(frame, SILENCE, Transcript(words) if words is not None else None)
            is Boundary.ENDED
        ):
            return count * FRAME_MS
    pytest.fail("no end came")


def frames(milliseconds: float) -> float:
    return -int(-milliseconds // FRAME_MS) * FRAME_MS


@pytest.mark.parametrize(
    ("language", "words", "least_ms", "most_ms"),
    [
        (Language.ENGLISH, "What time is it?", 350, 384),
        (Language.ENGLISH, "I was thinking about the", 800, 912),
        (Language.ENGLISH, None, 600, 608),
        (Language.ENGLISH, "", 900, 928),
        (Language.KOREAN, "지금 몇 시예요?", 350, 384),
        (Language.KOREAN, "나는 어제 학교에서", 760, 912),
    ],
)
def test_the_end_comes_as_the_words_say(
    language: Language, words: str | None, least_ms: float, most_ms: float
) -> None:
    waited_ms = silence_until_end(Pausing(Patience(), language), words)
    assert frames(least_ms) <= waited_ms <= frames(most_ms)


def test_words_that_come_late_in_the_pause_still_count() -> None:
    pausing = Pausing(Patience(), Language.ENGLISH)
    for _ in range(16):
        pausing.feed(HISS, SPEECH, None)
    for _ in range(14):
        assert pausing.feed(HISS, SILENCE, None) is not Boundary.ENDED
    assert pausing.feed(HISS, SILENCE, Transcript("What time is it?")) is Boundary.ENDED


def test_who_pauses_long_within_sentences_is_waited_for_longer() -> None:
    pausing = Pausing(Patience(), Language.ENGLISH)
    before_ms = silence_until_end(pausing, None)
    for _ in range(40):
        for probability, count in ((SPEECH, 12), (SILENCE, 18)):
            for _ in range(count):
                assert pausing.feed(HISS, probability, Transcript("and")) is not Boundary.ENDED
    assert silence_until_end(pausing, None) > before_ms + FRAME_MS
    pausing.use(Patience(), Language.KOREAN)
    assert silence_until_end(pausing, None) > before_ms + FRAME_MS, "the habit is the user's"


def test_who_never_pauses_is_taken_at_their_word_after_two_minutes() -> None:
    pausing = Pausing(Patience(), Language.ENGLISH)
    said = [pausing.feed(HISS, SPEECH, Transcript("and")) for _ in range(LONGEST_FRAMES + 10)]
    assert said.index(Boundary.ENDED) == LONGEST_FRAMES
    assert said[LONGEST_FRAMES + 1] is Boundary.STARTED
