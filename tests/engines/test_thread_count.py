"""The number of threads is tried once for a machine and a model, and is never more than helps."""

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.thread_count import Threads, quickest, settle
from rotom.stage import Stage


class Timed:
    """A brain with a speed for each number of threads."""

    def __init__(self, speeds: list[float]) -> None:
        self._speeds = speeds
        self.tried = 0
        self.used = (0, 0)

    def reading_speed(self, threads: int) -> float:
        self.tried += 1
        return self._speeds[threads - 1]

    writing_speed = reading_speed

    def use_threads(self, reading: int, writing: int) -> None:
        self.used = (reading, writing)


@pytest.mark.parametrize(
    ("speeds", "threads"),
    [([10, 19, 27, 33], 4), ([10, 19, 20, 20], 2), ([10, 4, 3, 2], 1), ([10], 1)],
)
def test_a_thread_that_makes_it_hardly_faster_is_left_to_the_game(
    speeds: list[float], threads: int
) -> None:
    assert quickest(len(speeds), lambda n: speeds[n - 1]) == threads


def test_what_was_tried_is_known_the_next_time(tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "threads.json"
    first, second = Timed([10, 19, 20]), Timed([10, 19, 20])
    assert settle(first, 3, "a brain on a machine", kept) == Threads(2, 2)
    assert settle(second, 3, "a brain on a machine", kept) == Threads(2, 2)
    assert second.tried == 0
    assert second.used == (2, 2)
    assert settle(second, 3, "another brain", kept) == Threads(2, 2)
    assert second.tried > 0


@pytest.mark.parametrize("damage", ["", "[]", '{"a of 2": [0, 1]}', '{"a of 2": "x"}', "{"])
def test_what_cannot_be_read_is_tried_again(tmp_path: Path, damage: str) -> None:
    kept = tmp_path / "threads.json"
    kept.write_text(damage, "utf-8")
    brain = Timed([10, 19])
    assert settle(brain, 2, "a", kept) == Threads(2, 2)
    assert brain.tried == 4


def test_a_single_core_is_not_tried(tmp_path: Path) -> None:
    brain = Timed([10])
    assert settle(brain, 1, "a", tmp_path / "threads.json") == Threads(1, 1)
    assert brain.tried == 0


def test_a_brain_thinks_with_fewer_threads_for_a_while_without_being_loaded_anew(
    tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    brain = LlamaBrain(tiny_gguf, 4)
    brain.use_threads(reading=4, writing=3)

    def used() -> tuple[int, int]:
        library, context = brain._library, brain._llama._ctx.ctx
        return library.llama_n_threads_batch(context), library.llama_n_threads(context)

    assert used() == (4, 3)
    brain.limit_threads(1)
    assert used() == (1, 1)
    brain.limit_threads(0)
    assert used() == (4, 3)


def niceness() -> dict[int, int]:
    """How nice each thread of this program is (the 19th field of stat, proc(5))."""
    found = {}
    for folder in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # one that ended just now
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            found[int(folder.name)] = int(fields[16])
    return found


def test_the_threads_of_a_nice_stage_are_as_nice_as_it_is(
    tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    before = niceness()
    during: dict[int, int] = {}
    own: list[int] = []
    errors: list[Exception] = []

    def looked() -> bool:
        during.update(niceness())
        return False

    def think() -> None:
        brain = LlamaBrain(tiny_gguf, 2, sampling=Sampling(seed=1, max_tokens=4))
        list(brain.reply([Message("user", "Hi")], looked))
        own.append(threading.get_native_id())

    stage: Stage[str] = Stage("nice", lambda _: think(), errors.append, nice=7)
    stage.start()
    stage.post("think")
    stage.stop()
    assert not errors
    new = {thread: nice for thread, nice in during.items() if thread not in before}
    assert own[0] in new
    assert len(new) >= 2, "llama.cpp computes with two"
    assert set(new.values()) == {7 + before[os.getpid()]}
