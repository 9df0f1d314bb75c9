"""Steam's keys on the screen are opened and closed through the pipe that a running Steam reads."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rotom.system.steam_keyboard import PIPE, SteamKeyboard

PLACE = (10, 20, 300, 56)


@pytest.fixture
def gaming(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "gamescope")


@pytest.fixture
def steam(tmp_path: Path) -> Iterator[int]:
    """A Steam that reads its pipe."""
    (tmp_path / ".steam").mkdir()
    os.mkfifo(tmp_path / PIPE)
    reader = os.open(tmp_path / PIPE, os.O_RDONLY | os.O_NONBLOCK)
    yield reader
    os.close(reader)


def test_steam_is_told_where_the_text_is(tmp_path: Path, gaming: None, steam: int) -> None:
    keys = SteamKeyboard(tmp_path)
    assert keys.open(PLACE)
    assert keys.close()
    assert os.read(steam, 999).decode() == (
        "steam://open/keyboard?XPosition=10&YPosition=20&Width=300&Height=56&Mode=0\n"
        "steam://close/keyboard\n"
    )


def test_on_a_desktop_it_is_left_alone(
    tmp_path: Path, steam: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    assert not SteamKeyboard(tmp_path).open(PLACE)
    assert os.read(steam, 9) == b""


def test_without_a_steam_that_reads_nothing_waits(tmp_path: Path, gaming: None) -> None:
    assert not SteamKeyboard(tmp_path).open(PLACE)
    (tmp_path / ".steam").mkdir()
    os.mkfifo(tmp_path / PIPE)
    assert not SteamKeyboard(tmp_path).open(PLACE)


def test_a_pipe_that_is_full_is_no_keyboard(tmp_path: Path, gaming: None, steam: int) -> None:
    writer = os.open(tmp_path / PIPE, os.O_WRONLY | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while True:
            os.write(writer, bytes(4096))
    assert not SteamKeyboard(tmp_path).open(PLACE)
    os.close(writer)
