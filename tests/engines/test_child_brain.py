"""A brain in a process of its own: the same words, and its death is a sentence in every phase."""

import gc
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rotom.domain.engines import EngineError
from rotom.domain.news import BrainAway
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Language, Message
from rotom.engines.child_brain import ChildBrain
from rotom.engines.falling_back import FallingBack
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.scripted import ScriptedBrain
from rotom.storage.translations import told_in
from tests.engines.tiny_gguf import write_tiny_gguf

SAID = [Message("user", "hello there")]
CHOSEN = Sampling(seed=1, max_tokens=40)
LONG = replace(CHOSEN, max_tokens=8000)
"""Seconds of words: whoever has read one piece finds the child still at it."""


def never() -> bool:
    return False


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    return write_tiny_gguf(tmp_path / "tiny.gguf")


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    return write_tiny_gguf(tmp_path / "endless.gguf", context=16_384, is_endless=True)


@pytest.fixture(autouse=True)
def no_child_stays() -> Iterator[None]:
    yield
    gc.collect()


def kill(brain: ChildBrain) -> None:
    os.kill(brain.process_id, signal.SIGKILL)


def test_it_says_what_the_same_brain_says_here(gguf: Path) -> None:
    child = ChildBrain(gguf, 1, sampling=CHOSEN)
    here = LlamaBrain(gguf, 1, sampling=CHOSEN)
    assert child.name == here.name
    assert child.context_tokens == here.context_tokens
    assert child.count_tokens("hello, 안녕") == here.count_tokens("hello, 안녕")
    assert "".join(child.reply(SAID, never)) == "".join(here.reply(SAID, never))


def test_a_cancelled_reply_leaves_it_ready_for_the_next(endless: Path) -> None:
    child = ChildBrain(endless, 1, 16_384, sampling=LONG)
    cancelled = threading.Event()
    pieces = child.reply(SAID, cancelled.is_set)
    next(pieces)
    cancelled.set()
    assert list(pieces) == []
    assert next(child.reply(SAID, never))


def test_a_reply_that_nobody_reads_on_is_ended(endless: Path) -> None:
    child = ChildBrain(endless, 1, 16_384, sampling=LONG)
    pieces = child.reply(SAID, never)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]  # a generator
    assert child.count_tokens("hello") > 0


def test_a_file_that_is_no_brain_is_said_by_the_child(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="missing"):
        ChildBrain(tmp_path / "nothing.gguf", 1)
    (tmp_path / "broken.gguf").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(EngineError, match="damaged") as refused:
        ChildBrain(tmp_path / "broken.gguf", 1)
    assert "손상됐거나" in told_in(Language.KOREAN, str(refused.value))


def test_killed_while_it_is_idle_it_is_noticed(gguf: Path) -> None:
    child = ChildBrain(gguf, 1)
    kill(child)
    with pytest.raises(BrainAway, match="The process of the brain tiny ended"):
        child.count_tokens("hello")
    with pytest.raises(BrainAway):
        child.warm(SAID)
    with pytest.raises(BrainAway):
        list(child.reply(SAID, never))


def test_killed_while_it_reads_the_prompt_it_is_noticed(gguf: Path) -> None:
    child = ChildBrain(gguf, 1, sampling=CHOSEN)

    def kill_at_the_first_question() -> bool:
        kill(child)
        return False

    long = [Message("user", "hello " * 100)]
    pieces = child.reply(long, never)
    os.kill(child.process_id, signal.SIGSTOP)
    killer = threading.Timer(0.2, kill_at_the_first_question)
    killer.start()
    with pytest.raises(BrainAway):
        list(pieces)
    killer.join()


def test_killed_in_the_middle_of_a_reply_the_other_brain_answers(endless: Path) -> None:
    child = ChildBrain(endless, 1, 16_384, sampling=LONG)
    brain = FallingBack(child, lambda: ScriptedBrain(["I am near."]))
    said: list[str] = []
    brain.tell_to(said.append)
    pieces = brain.reply(SAID, never)
    next(pieces)
    kill(child)
    assert "".join(pieces).endswith("I am near.")
    assert "ended" in said[0]


def test_killed_while_it_loads_it_is_noticed(gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    started = subprocess.Popen

    def stillborn(*arguments: object, **more: object) -> "subprocess.Popen[bytes]":
        process = started(*arguments, **more)  # type: ignore[call-overload]  # passed through
        process.kill()
        return process  # type: ignore[no-any-return]

    monkeypatch.setattr(subprocess, "Popen", stillborn)
    with pytest.raises(BrainAway):
        ChildBrain(gguf, 1)
