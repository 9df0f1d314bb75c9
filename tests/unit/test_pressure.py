"""What the kernel tells of memory that is waited for and of busy cores, and being woken by it."""

import os
import socket
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from rotom.domain.budget import Brain, Budget, Reading
from rotom.domain.settings import Settings
from rotom.system import pressure
from rotom.system.pressure import Alarm
from rotom.system.watcher import Watcher
from tests.patience import PATIENCE_S


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """The kernel's file of what waits for memory."""
    (tmp_path / "pressure").mkdir()
    path = tmp_path / "pressure" / "memory"
    path.write_text(
        "some avg10=5.00 avg60=1.00 avg300=0.00 total=9\n"
        "full avg10=2.04 avg60=0.75 avg300=0.40 total=1\n"
    )
    return path


@pytest.fixture
def urgent() -> Iterator[int]:
    """A file that poll finds urgent, as a trigger of the kernel is once memory is waited for."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as far,
    ):
        near, _ = server.accept()
        far.send(b"!", socket.MSG_OOB)
        with near:
            yield near.fileno()


def test_pressure_is_read_as_linux_writes_it(tmp_path: Path, memory: Path) -> None:
    assert pressure.memory_stalled(tmp_path) == 2.04
    memory.unlink()
    assert pressure.memory_stalled(tmp_path) is None


def test_the_load_is_what_was_not_idle(tmp_path: Path) -> None:
    assert pressure.ticks(tmp_path) is None
    (tmp_path / "stat").write_text("cpu  100 0 50 800 50 0 0 0 0 0\ncpu0 1 2 3\n")
    before = pressure.ticks(tmp_path)
    (tmp_path / "stat").write_text("cpu  160 0 80 805 55 0 0 0 0 0\n")
    assert pressure.load_between(before, pressure.ticks(tmp_path)) == pytest.approx(0.9)
    assert pressure.load_between(None, before) is None
    assert pressure.load_between(before, before) is None


def test_the_kernel_is_asked_to_tell_when_all_waited_for_a_fifth_of_a_second_in_two(
    tmp_path: Path, memory: Path
) -> None:
    alarm = Alarm(partial(pressure.armed, tmp_path))
    assert memory.read_bytes().startswith(b"full 200000 2000000\0")
    assert not alarm.wait(0.0)
    alarm.close()


def test_without_pressure_to_be_told_of_it_waits_for_the_time_or_the_end(tmp_path: Path) -> None:
    assert pressure.armed(tmp_path) is None
    alarm = Alarm(partial(pressure.armed, tmp_path))
    assert not alarm.wait(0.001)
    alarm.end()
    assert not alarm.wait(PATIENCE_S)
    alarm.close()


def test_the_brain_goes_as_soon_as_the_kernel_tells_and_not_at_the_next_look(urgent: int) -> None:
    changes: list[Budget] = []
    changed = threading.Event()

    def note(_: Budget, now: Budget) -> None:
        changes.append(now)
        changed.set()

    watcher = Watcher(
        lambda: Reading(cores=4),
        Settings,
        note,
        every_s=10 * PATIENCE_S,
        make_alarm=lambda: Alarm(lambda: os.dup(urgent)),
    )
    watcher.start()
    assert changed.wait(PATIENCE_S)
    watcher.stop()
    assert changes[0].brain is Brain.AWAY


def test_looks_go_on_after_one_that_failed(caplog: pytest.LogCaptureFixture) -> None:
    looks: list[int] = []
    again = threading.Event()

    def read() -> Reading:
        looks.append(1)
        if len(looks) == 1:
            raise OSError("the machine says nothing")
        again.set()
        return Reading(cores=4)

    watcher = Watcher(read, Settings, lambda *_: None, every_s=0.001)
    watcher.start()
    assert again.wait(PATIENCE_S)
    watcher.stop()
    caplog.clear()
