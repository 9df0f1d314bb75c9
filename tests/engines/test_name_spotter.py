"""The spotter hears its name at the beginning of what is said, and nothing else."""

import numpy as np
import pytest

from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples
from rotom.engines.espeak import phonemes
from rotom.engines.name_spotter import PocketSphinxSpotter, pronunciation
from rotom.engines.pocketsphinx import bundled_models
from tests.engines.conftest import spoken


@pytest.fixture(scope="module")
def spotter() -> PocketSphinxSpotter:
    return PocketSphinxSpotter("Rotom", phonemes)


def in_room(*parts: Samples) -> Samples:
    sound = np.concatenate([np.zeros(HEARING_RATE_HZ // 3, np.float32), *parts])
    return sound + np.random.default_rng(2).normal(0, 3e-4, len(sound)).astype(np.float32)


def called_at_s(spotter: PocketSphinxSpotter, sound: Samples) -> tuple[float, float] | None:
    """When the name was noticed and when it ended, in seconds of the sound."""
    spotter.start()
    for start in range(0, len(sound), FRAME_SAMPLES):
        spotted = spotter.feed(sound[start : start + FRAME_SAMPLES])
        if spotted is not None:
            noticed_s = min(len(sound), start + FRAME_SAMPLES) / HEARING_RATE_HZ
            return noticed_s, noticed_s - spotted.ended_s
    return None


@pytest.mark.parametrize("loudness", [1.0, 0.1])
def test_the_name_is_noticed_while_the_rest_is_said(
    spotter: PocketSphinxSpotter, loudness: float
) -> None:
    name, rest = spoken("Rotom,"), spoken("what time is it now?")
    sound = in_room(loudness * name, loudness * rest)
    called = called_at_s(spotter, sound)
    assert called is not None
    noticed_s, ended_s = called
    assert noticed_s < len(sound) / HEARING_RATE_HZ - 0.3, "not only at the end"
    assert noticed_s - ended_s < 0.35
    assert 0.5 < ended_s <= 0.05 + (HEARING_RATE_HZ // 3 + len(name)) / HEARING_RATE_HZ


@pytest.mark.parametrize(
    "said", ["What time is it now?", "Good morning, my friend.", "Please tell me a joke."]
)
def test_other_words_are_no_call(spotter: PocketSphinxSpotter, said: str) -> None:
    assert called_at_s(spotter, in_room(spoken(said))) is None


def test_before_somebody_began_to_speak_it_hears_nothing() -> None:
    assert PocketSphinxSpotter("Rotom", phonemes).feed(spoken("Rotom.")) is None


@pytest.mark.parametrize(
    ("name", "says"),
    [("로토무", "English letters"), ("!", "English letters"), ("Bo", "longer name")],
)
def test_a_name_that_cannot_be_waited_for_is_refused_with_a_way_out(name: str, says: str) -> None:
    with pytest.raises(EngineError, match=says):
        PocketSphinxSpotter(name, phonemes)


def test_a_word_of_the_dictionary_is_said_as_it_has_it_and_another_one_as_english_would() -> None:
    dictionary = bundled_models() / "cmudict-en-us.dict"
    assert pronunciation("Mister Sparky", phonemes, dictionary) == "M IH S T ER S P AA R K IY"
    assert pronunciation("Gengar", phonemes, dictionary) == "JH EH NG G ER"
    assert pronunciation("R2-D2", phonemes, dictionary) == "AA R T UW D IY T UW"
