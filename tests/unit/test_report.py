"""A problem report: what helps is in it, and what was said or written by the user is not."""

from pathlib import Path

import pytest

from rotom.domain.settings import Settings, changed
from rotom.files import user_folders
from rotom.storage.errors import StorageError
from rotom.storage.report import write
from rotom.system.distributions import distributions, licence_text


def test_a_report_holds_what_helps_and_no_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/mina")
    folders = user_folders(tmp_path)
    folders.log_file.write_text("INFO started from /home/mina/rotom")
    settings = changed(Settings(), {"user_name": "Mina K.", "speed": 1.5, "server": "http://pc"})
    path = write(folders, settings, ["PySide6 6.11.3"], "ok   memory: fine")
    text = path.read_text("utf-8")
    assert path.parent == folders.exports
    for there in ("speed = 1.5", "ok   memory: fine", "PySide6 6.11.3", "started from ~/rotom"):
        assert there in text
    for private in ("Mina K.", "http://pc", "/home/mina", "Conversation"):
        assert private not in text
    assert "I said this" in write(folders, settings, [], "", "I said this").read_text("utf-8")


def test_a_report_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("in the way")
    with pytest.raises(StorageError, match="The report cannot be saved"):
        write(user_folders(tmp_path), Settings(), [], "")


def test_everything_that_rotom_needs_is_listed_with_its_licence() -> None:
    listed = {each.name.lower(): each for each in distributions()}
    assert {"rotom", "pyside6_essentials", "llama_cpp_python", "numpy"} <= {
        name.replace("-", "_") for name in listed
    }
    assert "pytest" not in listed
    assert listed["rotom"].licence == "GPL-3.0-or-later"
    assert sum(not each.licence for each in listed.values()) <= 2
    assert "BSD" in licence_text("numpy") or "Copyright" in licence_text("numpy")
    assert licence_text("no-such-package") == ""
