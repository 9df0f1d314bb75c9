"""What was evaluated is used again: by models that can go back, and by those that cannot."""

from pathlib import Path

import pytest

from rotom.domain.engines import ANY_WORDS, never
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.engines.llama_cpp import LlamaBrain
from tests.engines.test_llama_cpp import Count
from tests.engines.tiny_gguf import write_tiny_gguf

SYSTEM = Message("system", "You are a ghost. " * 10)
HISTORY = [SYSTEM, Message("user", "Hi"), Message("assistant", "Hello you, how do you do?")]
FACTS = ("(now: Tue 21:40; mood: a) a", "(now: Tue 21:40; mood: 1) 1")
SAID = Message("user", "(now: Tue 21:40; mood: cheerful) Fine!")
CHOSEN = Sampling(seed=1, max_tokens=12)
TEMPLATE_TOKENS = 30
"""What is around the user's words: every sign of a mark is a token of the tiny model."""


@pytest.fixture(params=[False, True], ids=["attention", "hybrid"])
def gguf(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write_tiny_gguf(tmp_path / "tiny.gguf", is_hybrid=request.param)


def said_by(brain: LlamaBrain, messages: list[Message]) -> str:
    return "".join(brain.reply(messages, never))


def test_only_the_words_are_evaluated_after_the_facts_were(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    brain.warm(HISTORY)
    brain.warm(HISTORY, FACTS)
    count = Count(brain, monkeypatch)
    list(brain.reply([*HISTORY, SAID], lambda: count.evaluated > 0))
    assert 0 < count.evaluated < len("cheerful) Fine!") + TEMPLATE_TOKENS


def test_a_guess_that_was_wrong_costs_no_more_than_the_guess(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    brain.warm(HISTORY)
    brain.warm(HISTORY, FACTS)
    brain.warm(HISTORY, ("(now: Tue 21:40; mood: sad) a", "(now: Tue 21:40; mood: sad) 1"))
    count = Count(brain, monkeypatch)
    list(brain.reply([*HISTORY, SAID], lambda: count.evaluated > 0))
    assert 0 < count.evaluated < len("cheerful) Fine!") + TEMPLATE_TOKENS


def test_what_is_kept_changes_no_word(gguf: Path) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    brain.warm(HISTORY)
    brain.warm(HISTORY, FACTS)
    fresh = said_by(LlamaBrain(gguf, 1, sampling=CHOSEN), [*HISTORY, SAID])
    assert said_by(brain, [*HISTORY, SAID]) == fresh
    assert said_by(brain, [*HISTORY, SAID]) == fresh, "said again"
    other = [SYSTEM, Message("user", "What else?")]
    assert said_by(brain, other) == said_by(LlamaBrain(gguf, 1, sampling=CHOSEN), other)
    assert said_by(brain, [*HISTORY, SAID]) == fresh, "and after another conversation"


def test_an_exchange_that_is_over_is_the_only_thing_evaluated_after_it(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    brain.warm(HISTORY)
    brain.warm(HISTORY, FACTS)
    said_by(brain, [*HISTORY, SAID])
    count = Count(brain, monkeypatch)
    brain.warm([*HISTORY, Message("user", "Fine!"), Message("assistant", "Good.")])
    assert 0 < count.evaluated < 2 * TEMPLATE_TOKENS + len("Fine!Good.")


def test_a_warm_up_that_is_broken_off_keeps_what_it_did_and_spoils_nothing(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    count = Count(brain, monkeypatch)
    brain.warm(HISTORY, ANY_WORDS, lambda: count.evaluated > 60)
    assert 0 < count.evaluated < 150
    fresh = said_by(LlamaBrain(gguf, 1, sampling=CHOSEN), [*HISTORY, SAID])
    assert said_by(brain, [*HISTORY, SAID]) == fresh


def test_a_warm_up_that_is_stopped_within_a_piece_spoils_nothing(gguf: Path) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    brain.warm(HISTORY[:1])
    asked = iter([False, False, False] + 10_000 * [True])
    brain.warm(HISTORY, ANY_WORDS, lambda: next(asked))
    fresh = said_by(LlamaBrain(gguf, 1, sampling=CHOSEN), [*HISTORY, SAID])
    assert said_by(brain, [*HISTORY, SAID]) == fresh


def test_trying_how_fast_it_is_changes_no_word(gguf: Path) -> None:
    brain = LlamaBrain(gguf, 1, sampling=CHOSEN)
    fresh = said_by(brain, [*HISTORY, SAID])
    assert brain.reading_speed(1) > 0
    assert brain.writing_speed(1) > 0
    assert said_by(brain, [*HISTORY, SAID]) == fresh
