"""The settings file: what is written is read again, and no file breaks the start."""

import errno
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.settings import SETTINGS, Settings, about, changed
from rotom.storage.errors import StorageError
from rotom.storage.settings_file import LARGEST_BYTES, load, save
from tests.without_root import permissions_hold


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def asides(path: Path) -> list[Path]:
    return sorted(path.parent.glob("settings.toml.broken-*"))


def test_without_a_file_the_defaults_are_used_in_silence(path: Path) -> None:
    assert load(path) == (Settings(), ())
    assert not path.parent.exists()


def test_what_was_saved_is_loaded_again_and_only_what_differs_is_written(path: Path) -> None:
    settings = changed(Settings(), {"user_name": "미나", "volume": 0.25, "hands_free": True})
    save(path, settings)
    assert load(path) == (settings, ())
    assert tomllib.loads(path.read_text()) == {
        "user_name": "미나",
        "volume": 0.25,
        "hands_free": True,
    }


def _values(name: str) -> st.SearchStrategy[object]:
    default, said = getattr(Settings(), name), about(name)
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, int):
        return st.integers(int(said.low or 0), int(said.high or 0))
    if isinstance(default, float):
        return st.floats(said.low, said.high)
    if said.choices:
        return st.sampled_from(said.choices)
    return st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40)


@hypothesis.settings(max_examples=40)
@given(st.fixed_dictionaries({}, optional={f.name: _values(f.name) for f in SETTINGS}))
def test_any_settings_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings = changed(Settings(), values)
    save(path, settings)
    assert load(path) == (settings, ())


def test_a_bad_value_counts_as_the_default_the_rest_is_kept_and_it_is_said(path: Path) -> None:
    written(path, 'volume = 7\nspeed = 1.5\nlanguage = "xx"\n')
    settings, notices = load(path)
    assert settings == changed(Settings(), {"speed": 1.5})
    assert notices == (
        f"In {path}: volume is between 0 and 1, not 7. The default is used.",
        f"In {path}: language is one of en, ko, not 'xx'. The default is used.",
    )


def test_settings_of_a_newer_version_stay_in_the_file(path: Path) -> None:
    written(path, 'warp = 9\nspeed = 1.5\n[dream]\ncolour = "blue"\nsince = 2031-01-01\n')
    settings, notices = load(path)
    assert notices == ()
    save(path, changed(settings, {"volume": 0.1}))
    kept = tomllib.loads(path.read_text())
    assert kept["warp"] == 9
    assert kept["dream"]["colour"] == "blue"
    assert kept["volume"] == 0.1
    assert load(path)[0].speed == 1.5


@pytest.mark.parametrize(
    "content",
    [
        b"volume = = 1",
        b"\xff\xfe\x00volume",
        b"volume = 0.5\nvolume = 0.6",
        b"x = " + b"[" * 50_000,
        b"threads = " + b"9" * 5000,
        b"# " + b"x" * LARGEST_BYTES,
        b"\x00" * 64,
    ],
    ids=["syntax", "encoding", "twice", "nested", "digits", "huge", "zeros"],
)
def test_a_broken_file_is_kept_aside_and_the_defaults_are_used(path: Path, content: bytes) -> None:
    written(path, content)
    settings, notices = load(path)
    assert settings == Settings()
    (aside,) = asides(path)
    assert aside.read_bytes() == content
    assert not path.exists()
    assert re.fullmatch(r"settings\.toml\.broken-\d{8}-\d{6}", aside.name)
    (notice,) = notices
    assert str(aside) in notice
    assert "defaults" in notice
    assert "\n" not in notice


def test_an_earlier_broken_file_is_never_overwritten(path: Path) -> None:
    for count in range(5):
        written(path, f"broken {count}")
        load(path)
    assert {aside.read_text() for aside in asides(path)} == {f"broken {n}" for n in range(5)}


def test_an_empty_file_and_one_with_a_byte_order_mark_are_fine(path: Path) -> None:
    assert load(written(path, "")) == (Settings(), ())
    assert load(written(path, "\ufeffvolume = 0.5\n"))[0].volume == 0.5


def test_saving_over_a_file_that_broke_meanwhile_keeps_it_aside(path: Path) -> None:
    written(path, "not toml at all")
    save(path, changed(Settings(), {"volume": 0.5}))
    assert [aside.read_text() for aside in asides(path)] == ["not toml at all"]
    assert load(path)[0].volume == 0.5


def test_a_folder_in_the_place_of_the_file_is_said_and_left_alone(path: Path) -> None:
    (path / "precious").mkdir(parents=True)
    settings, (notice,) = load(path)
    assert settings == Settings()
    assert "something else is in the place of" in notice
    with pytest.raises(StorageError, match="something else is in the place of"):
        save(path, changed(Settings(), {"volume": 0.5}))
    assert (path / "precious").is_dir()


def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    settings, (notice,) = load(path)
    assert settings == Settings()
    assert "not a plain file" in notice


def test_a_file_that_may_not_be_read_is_said_and_not_overwritten(path: Path) -> None:
    written(path, "volume = 0.5\n").chmod(0)
    with permissions_hold():
        settings, (notice,) = load(path)
        assert settings == Settings()
        assert f"Rotom may not use {path}" in notice
        with pytest.raises(StorageError, match="may not use"):
            save(path, changed(Settings(), {"speed": 1.5}))
    path.chmod(0o600)
    assert path.read_text() == "volume = 0.5\n"


def test_a_folder_that_may_not_be_written_is_said_with_a_way_out(path: Path) -> None:
    written(path, "volume = 0.5\n").parent.chmod(0o500)
    with permissions_hold(), pytest.raises(StorageError, match="start Rotom with --data"):
        save(path, changed(Settings(), {"speed": 1.5}))
    path.parent.chmod(0o700)
    assert load(path)[0].volume == 0.5


def test_a_broken_file_in_a_folder_that_may_not_be_written_stays_where_it_is(path: Path) -> None:
    written(path, "broken").parent.chmod(0o500)
    with permissions_hold():
        settings, (notice,) = load(path)
        assert settings == Settings()
        assert f"It is still at {path}." in notice
        with pytest.raises(StorageError):
            save(path, Settings())
    path.parent.chmod(0o700)
    assert path.read_text() == "broken"


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_full_disk_is_said_and_leaves_the_old_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    save(path, changed(Settings(), {"volume": 0.5}))
    monkeypatch.setattr(os, where, full)
    with pytest.raises(StorageError, match=r"full\. Free some space and try again\.$"):
        save(path, changed(Settings(), {"volume": 0.1}))
    monkeypatch.undo()
    assert load(path)[0].volume == 0.5
    assert [found.name for found in path.parent.iterdir()] == ["settings.toml"]


def test_a_file_that_is_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles" / "rotom.toml", "volume = 0.5\n")
    path.parent.mkdir()
    path.symlink_to(real)
    save(path, changed(load(path)[0], {"speed": 1.5}))
    assert path.is_symlink()
    assert tomllib.loads(real.read_text()) == {"volume": 0.5, "speed": 1.5}


def test_settings_that_cannot_be_read_again_are_not_written(path: Path) -> None:
    with pytest.raises(StorageError, match="volume is between"):
        save(path, Settings(volume=7.0))
    assert not path.exists()


_SAVER = """
import sys
from pathlib import Path
from rotom.domain.settings import Settings, changed
from rotom.storage.settings_file import save

for count in range(100):
    values = {"speed": float(sys.argv[2]), "user_name": "x" * (count % 40)}
    save(Path(sys.argv[1]), changed(Settings(), values))
"""


def test_programs_that_save_at_once_leave_the_whole_of_one_of_them(path: Path) -> None:
    speeds = [0.5, 1.5, 2.0]
    programs = [
        subprocess.Popen([sys.executable, "-c", _SAVER, str(path), str(speed)]) for speed in speeds
    ]
    while any(program.poll() is None for program in programs):
        settings, notices = load(path)
        assert notices == ()
        assert settings.speed in (*speeds, 1.0)
    assert [program.returncode for program in programs] == [0, 0, 0]
    assert load(path)[0].speed in speeds
    assert [found.name for found in path.parent.iterdir()] == ["settings.toml"]
