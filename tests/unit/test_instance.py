"""One window at a time, whatever became of the one before."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rotom.files import UserFolders, user_folders
from rotom.system import instance
from rotom.system.instance import Instance, claim, raise_other
from tests.patience import PATIENCE_S
from tests.without_root import permissions_hold


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "ANSWER_S", PATIENCE_S)


@pytest.fixture(params=["run-time folder", "data folder"])
def folders(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> UserFolders:
    if request.param == "data folder":
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    else:
        runtime = tmp_path / "run"
        runtime.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return user_folders(tmp_path / "data")


@pytest.fixture
def first(folders: UserFolders) -> Iterator[Instance]:
    claimed = claim(folders)
    assert claimed is not None
    yield claimed
    claimed.release()


def test_a_second_window_does_not_get_the_right(folders: UserFolders, first: Instance) -> None:
    assert claim(folders) is None
    assert claim(folders) is None


def test_the_right_can_be_had_again_once_it_was_given_back(
    folders: UserFolders, first: Instance
) -> None:
    first.release()
    first.release()
    second = claim(folders)
    assert second is not None
    second.release()


def test_the_first_window_is_asked_to_show_itself_each_time(
    folders: UserFolders, first: Instance
) -> None:
    raised = threading.Semaphore(0)
    first.on_raise(raised.release)
    for _ in range(3):
        assert raise_other(folders)
        assert raised.acquire(timeout=PATIENCE_S)


def test_a_start_that_asks_before_the_window_is_ready_is_answered_later(
    folders: UserFolders, first: Instance
) -> None:
    assert raise_other(folders)
    first.release()  # the thread that answered has ended
    raised = threading.Event()
    first.on_raise(raised.set)
    assert raised.is_set()


def test_nobody_answers_where_there_is_no_window(folders: UserFolders) -> None:
    assert not raise_other(folders)
    claimed = claim(folders)
    assert claimed is not None
    claimed.release()
    assert not raise_other(folders)


def test_windows_with_other_data_folders_do_not_know_of_each_other(
    folders: UserFolders, first: Instance, tmp_path: Path
) -> None:
    elsewhere = user_folders(tmp_path / "elsewhere")
    assert not raise_other(elsewhere)
    other = claim(elsewhere)
    assert other is not None
    other.release()


def test_a_data_folder_by_another_name_is_the_same(
    folders: UserFolders, first: Instance, tmp_path: Path
) -> None:
    folders.data.mkdir(exist_ok=True)
    (tmp_path / "link").symlink_to(folders.data)
    assert claim(user_folders(tmp_path / "link")) is None
    assert raise_other(user_folders(tmp_path / "link"))


@pytest.mark.logs_errors
def test_a_window_that_fails_to_show_itself_is_asked_again_the_next_time(
    folders: UserFolders, first: Instance
) -> None:
    called = threading.Semaphore(0)

    def fail() -> None:
        called.release()
        raise RuntimeError("no")

    first.on_raise(fail)
    for _ in range(2):
        assert raise_other(folders)
        assert called.acquire(timeout=PATIENCE_S)


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\n\r\n", b"raise", b"\xff" * 10_000])
def test_who_says_something_else_raises_nothing_and_does_no_harm(
    folders: UserFolders, first: Instance, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(instance, "ANSWER_S", 0.2)
    raised = threading.Semaphore(0)
    first.on_raise(raised.release)
    with socket.socket(socket.AF_UNIX) as stranger:
        with instance._short(instance._socket_path(folders)) as name:
            stranger.connect(name)
        stranger.sendall(said)
        stranger.settimeout(PATIENCE_S)
        with suppress(ConnectionResetError):
            assert stranger.recv(16) == b""
    monkeypatch.setattr(instance, "ANSWER_S", PATIENCE_S)
    assert raise_other(folders)
    assert raised.acquire(timeout=PATIENCE_S)
    assert not raised.acquire(blocking=False)


def test_a_folder_of_any_depth_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    deep = user_folders(tmp_path / ("d" * 100) / ("e" * 100))
    claimed = claim(deep)
    assert claimed is not None
    assert claim(deep) is None
    assert raise_other(deep)
    claimed.release()


def test_where_nothing_may_be_written_every_window_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    tmp_path.chmod(0o500)
    with permissions_hold():
        claimed = claim(user_folders(tmp_path / "data"))
        assert claimed is not None
        claimed.on_raise(lambda: None)
        claimed.release()
    tmp_path.chmod(0o700)


_WINDOW = """
import sys
from pathlib import Path
from rotom.files import user_folders
from rotom.system import instance
from rotom.system.instance import claim, raise_other

instance.ANSWER_S = float(sys.argv[2])
folders = user_folders(Path(sys.argv[1]))
window = claim(folders)
if window is None:
    print("raised" if raise_other(folders) else "nobody answered", flush=True)
else:
    print("window", flush=True)
    window.on_raise(lambda: print("asked", flush=True))
    sys.stdin.readline()
    window.release()
"""


def start(folders: UserFolders) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _WINDOW, str(folders.data), str(PATIENCE_S)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def end(window: "subprocess.Popen[str]") -> tuple[str, int]:
    """Closes the window; what it said since its first line, and its exit code."""
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.close()
    with window.stdout:
        return window.stdout.read(), window.wait()


def test_a_window_that_was_killed_leaves_nothing_in_the_way(folders: UserFolders) -> None:
    killed = start(folders)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "window\n"
    assert claim(folders) is None
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert not raise_other(folders)
    claimed = claim(folders)
    assert claimed is not None
    assert raise_other(folders)
    claimed.release()


def test_of_windows_that_start_at_once_one_opens_and_the_others_raise_it(
    folders: UserFolders,
) -> None:
    windows = [start(folders) for _ in range(4)]
    said = [window.stdout.readline() for window in windows if window.stdout is not None]
    ended = [end(window) for window in windows]
    assert sorted(said) == ["raised\n", "raised\n", "raised\n", "window\n"]
    for first_words, (rest, code) in zip(said, ended, strict=True):
        assert code == 0
        assert ("asked" in rest) == (first_words == "window\n")
