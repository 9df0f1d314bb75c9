"""What the starter models can do at least, so that a worse one cannot land unnoticed.

Few and fixed cases, heard and judged in seconds; `models/training/README.md` has the real figures.
"""

import re
from itertools import pairwise

import numpy as np
import pytest

from rotom import files
from rotom.domain.character import MARKED, Persona, Prosody
from rotom.domain.prompt import Facts, turn_messages
from rotom.domain.sampling import Sampling
from rotom.domain.settings import Settings
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Message, Samples
from rotom.domain.text import shown
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.pocketsphinx import PocketSphinxEars
from rotom.engines.sound_files import resampled
from rotom.making import STARTER_BRAIN
from rotom.storage.personas import load_personas
from tests.engines.conftest import spoken, starter_voice
from tests.engines.wordless import wordless

VOICE_ERRORS = 0.15
"""Words of `SAID` that the general ears may get wrong where the voice speaks plainly."""

VOICE_ERRORS_BY_DEFAULT = 0.2
"""The same, with the effect that the settings begin with."""

EARS_ERRORS = 0.25
"""Words of `ASKED` that the ears may get wrong: 8 of 45 at worst so far, the voice draws noise."""

LONGEST_TOKENS = 60
BRAIN_ENDED = 1.0
BRAIN_MARKED = 0.9
BRAIN_REPEATED = 0.02
BRAIN_FACTS = 0.9
"""Shares of the replies that end by themselves, are marked as they may be, repeat the reply
before, and tell the fact that was asked for."""

SAID = (
    "The river was frozen all the way to the old bridge.",
    "Please put the yellow cup back on the shelf.",
    "My grandmother taught me how to play chess.",
    "There were seven black birds on the roof this morning.",
    "We could walk home together after the movie.",
    "Somebody left the kitchen window open last night.",
)
ASKED = (
    "can you hear me",
    "what time is it now",
    "i am so tired after work today",
    "tell me a joke please",
    "i lost to the last boss again",
    "what is your favorite color",
    "should i go to bed now",
    "thank you for listening to me",
)
SHORT = ("no", "hello", "stop", "okay")
SHORT_HEARD = 3
"""Of these answers so many come through."""

CHAT = (
    ("hello there", "how are you today", "tell me a joke", "thanks, bye"),
    ("i lost again", "that boss is unfair", "i'm going to take a break"),
    ("what are you", "what can you do", "what is the capital of peru"),
    ("i feel a bit lonely", "nobody called me today", "thank you"),
)
FACTS = Facts("Tue 21:40", 64, "Celeste", "2 h", "cheerful")
TOLD = (
    (("what time is it",), r"21:40|9:40"),
    (("how much battery is left",), r"64"),
    (("what game am i playing",), r"Celeste"),
    (("what is the time now",), r"21:40|9:40"),
    (("which day is it today",), r"Tuesday"),
    (("is it late",), r"21:40|9:40"),
    (("my name is Anna", "what is my name"), r"Anna"),
    (("i am Tom", "i like soup", "do you know my name"), r"Tom"),
    (("call me Mia", "how are you", "who am i"), r"Mia"),
    (("i just started Portal 2",), r"Portal 2"),
    (("i love dumplings", "i'm bored", "what's my favourite food"), r"dumplings"),
    (("i have a cat called Noodle", "it's sunny today", "what's my cat called"), r"Noodle"),
)


def errors(said: str, heard: str) -> int:
    """Words put in, left out or changed (Levenshtein)."""
    wanted = re.findall(r"[a-z']+", said.lower())
    row = list(range(len(heard.split()) + 1))
    for i, word in enumerate(wanted, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(heard.split(), 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (word != other))
    return row[-1]


def heard(ears: PocketSphinxEars, sound: Samples) -> str:
    ears.start(Language.ENGLISH)
    for at in range(0, len(sound), FRAME_SAMPLES):
        ears.feed(sound[at : at + FRAME_SAMPLES])
    return ears.finish().text


def misheard(ears: PocketSphinxEars, texts: tuple[str, ...], prosody: Prosody) -> float:
    """The share of words that go wrong between the starter voice and the ears."""
    around = np.random.default_rng(3).normal(0, 3e-4, HEARING_RATE_HZ // 2).astype(np.float32)
    wrong = 0
    for text in texts:
        spoken = starter_voice().synthesise(text, Language.ENGLISH, prosody).audio
        sound = resampled(spoken, HEARING_RATE_HZ).samples
        wrong += errors(text, heard(ears, np.concatenate([around, sound, around])))
    return wrong / sum(len(text.split()) for text in texts)


def test_the_voice_is_understood_by_ears_that_do_not_know_it(
    english_ears: PocketSphinxEars,
) -> None:
    assert misheard(english_ears, SAID, Prosody(liveliness=0.0)) <= VOICE_ERRORS


def test_the_voice_is_understood_with_the_effect_of_the_settings(
    english_ears: PocketSphinxEars,
) -> None:
    usual = Settings()
    by_default = Prosody(
        speed=usual.speed,
        pitch_semitones=usual.pitch,
        ghostliness=usual.ghostliness,
        liveliness=0.0,
    )
    assert misheard(english_ears, SAID, by_default) <= VOICE_ERRORS_BY_DEFAULT


def test_the_ears_hear_companion_talk(english_ears: PocketSphinxEars) -> None:
    assert misheard(english_ears, ASKED, Prosody(liveliness=0.0)) <= EARS_ERRORS


def test_the_ears_make_no_words_of_silence_noise_tones_and_breath(
    english_ears: PocketSphinxEars,
) -> None:
    assert [heard(english_ears, sound) for sound in wordless(6, seed=5)] == [""] * 6


def test_the_ears_hear_short_answers(english_ears: PocketSphinxEars) -> None:
    said = [heard(english_ears, spoken(answer)) for answer in SHORT]
    right = sum(answer in text.split() for answer, text in zip(SHORT, said, strict=True))
    assert right >= SHORT_HEARD, said


@pytest.fixture(scope="module")
def brain() -> LlamaBrain:
    sampling = Sampling(temperature=0.0, repeat_penalty=1.0, seed=7, max_tokens=LONGEST_TOKENS)
    return LlamaBrain(files.models() / STARTER_BRAIN, 1, sampling=sampling)


def conversation(brain: LlamaBrain, lines: tuple[str, ...], facts: Facts) -> list[str]:
    """The raw reply to each line."""
    persona = a_persona()
    history: list[Message] = []
    replies = []
    for line in lines:
        raw = "".join(brain.reply(turn_messages(persona, history, line, facts), lambda: False))
        replies.append(raw)
        history += [Message("user", line), Message("assistant", shown(raw))]
    return replies


def a_persona() -> Persona:
    shipped = files.assets() / "personas"
    personas, _ = load_personas(shipped, shipped / "none of the user's own")
    return next(persona for persona in personas if persona.id == "cheerful")


def test_the_brain_ends_by_itself_marks_feelings_and_does_not_repeat_itself(
    brain: LlamaBrain,
) -> None:
    held = [conversation(brain, lines, FACTS) for lines in CHAT]
    replies = [reply for chat in held for reply in chat]
    mark = re.compile(rf"\[({'|'.join(MARKED)})\] ")
    ended = [brain.count_tokens(reply) < LONGEST_TOKENS for reply in replies]
    marked = ["[" not in mark.sub("", reply, count=1) for reply in replies]
    repeated = [one == two for chat in held for one, two in pairwise(chat)]
    assert all(shown(reply).strip() for reply in replies)
    assert np.mean(ended) >= BRAIN_ENDED
    assert np.mean(marked) >= BRAIN_MARKED
    assert np.mean(repeated) <= BRAIN_REPEATED


def test_the_brain_tells_facts_that_it_was_given(brain: LlamaBrain) -> None:
    told = [re.search(fact, conversation(brain, lines, FACTS)[-1]) for lines, fact in TOLD]
    assert np.mean([found is not None for found in told]) >= BRAIN_FACTS
