"""The corpus of the starter brain: all personas answer, one mark at most, no slot is left."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "models" / "training"
sys.path.append(str(TRAINING))

from brain.dialogue import Dialogue, Writer  # noqa: E402
from brain.grammar import PERSONA_SIGNS, Exchange, read_topics  # noqa: E402

from rotom.domain.character import MARKED  # noqa: E402

PERSONAS = set(PERSONA_SIGNS.values())


@pytest.fixture(scope="module")
def exchanges() -> list[Exchange]:
    topics = read_topics(TRAINING / "brain" / "corpus")
    assert not [n for n, count in Counter(t.name for t in topics).items() if count > 1]
    return [e for topic in topics for e in topic.every()]


@pytest.fixture(scope="module")
def held() -> list[Dialogue]:
    writer = Writer(11)
    out = []
    for _ in range(150):
        persona = writer.persona()
        words, _ = writer.memory()
        out += [writer.dialogue(persona, words) for _ in range(4)]
    return out


def test_every_exchange_is_answered_by_every_persona(exchanges: list[Exchange]) -> None:
    for exchange in exchanges:
        answered = {p for r in exchange.replies for p in r.personas or PERSONAS}
        assert answered == PERSONAS, exchange.key


def test_a_reply_has_one_known_mark_at_most_and_begins_with_it(exchanges: list[Exchange]) -> None:
    for exchange in exchanges:
        for reply in exchange.replies:
            marks = re.findall(r"\[(\w+)\]", reply.text.source)
            assert len(marks) <= 1, reply.text.source
            assert not marks or reply.text.source.startswith(f"[{marks[0]}] "), reply.text.source
            assert set(marks) <= set(MARKED), reply.text.source


def test_dialogues_have_no_gap_and_say_nothing_twice(held: list[Dialogue]) -> None:
    for dialogue in held:
        replies = [exchange.reply for exchange in dialogue.exchanges]
        for text in (*replies, *(exchange.user for exchange in dialogue.exchanges)):
            assert text.strip()
            assert not re.search(r"[{}|\[\]]", text), text
        assert len(set(replies)) == len(replies)


def test_a_figure_that_is_told_is_the_one_in_the_bracket(held: list[Dialogue]) -> None:
    told = 0
    for dialogue in held:
        newest = dialogue.exchanges[-1].reply
        for percent in re.findall(r"battery is at (\d+) percent", newest):
            assert int(percent) == dialogue.facts.battery_percent
            told += 1
    assert told


def test_a_dialogue_keeps_to_one_language(held: list[Dialogue]) -> None:
    korean = [[bool(re.search("[가-힣]", e.reply)) for e in d.exchanges] for d in held]
    mixed = [kinds for kinds in korean if len(set(kinds)) > 1]
    assert 0.08 < sum(map(any, korean)) / len(held) < 0.35
    assert len(mixed) < 0.05 * len(held)
