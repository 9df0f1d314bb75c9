"""Where things are."""

from pathlib import Path

import pytest

from rotom import files
from rotom.files import user_folders


def test_the_checkout_has_what_is_shipped() -> None:
    assert (files.assets() / "personas" / "cheerful.toml").is_file()
    assert files.assets().parent == files.models().parent


def test_in_a_wheel_what_is_shipped_lies_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_PACKAGE", tmp_path)
    assert files.assets() != tmp_path / "assets"
    (tmp_path / "assets").mkdir()
    (tmp_path / "models").mkdir()
    assert files.assets() == tmp_path / "assets"
    assert files.models() == tmp_path / "models"


def test_everything_may_be_kept_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folders = user_folders(Path("mine"))
    root = tmp_path / "mine"
    assert folders.settings_file == root / "settings.toml"
    assert folders.personas == root / "personas"
    assert folders.history_file == root / "history.sqlite3"
    assert folders.models == root / "models"
    assert folders.log_file == root / "rotom.log"
    assert folders.cache == root / "cache"
    assert not root.exists()


def test_a_folder_of_the_users_home_may_be_written_with_a_tilde(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/mina")
    assert user_folders(Path("~/ghost")).data == Path("/home/mina/ghost")


def test_otherwise_the_folders_are_those_of_the_xdg_base_directories(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/x/config")
    monkeypatch.setenv("XDG_DATA_HOME", "/x/data")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x/cache")
    folders = user_folders()
    assert folders.settings_file == Path("/x/config/rotom/settings.toml")
    assert folders.history_file == Path("/x/data/rotom/history.sqlite3")
    assert folders.cache == Path("/x/cache/rotom")
