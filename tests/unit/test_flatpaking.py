"""What the Flatpak is built from, as far as its own tools look at it without the runtime."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from flatpaking.__main__ import HERE, NAME, lay_libraries, lay_shared


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    lay_shared(tmp_path, dt.date(2026, 11, 25), "https://example.org/window.png")
    return tmp_path


def test_without_an_address_no_screenshot_is_named(tmp_path: Path) -> None:
    lay_shared(tmp_path, dt.date(2026, 11, 25))
    told = (tmp_path / f"{NAME}.metainfo.xml").read_text()
    assert "screenshot" not in told
    assert "@" not in told


@needs("appstreamcli")
def test_the_metainfo_is_valid(shared: Path) -> None:
    command = ["appstreamcli", "validate", "--no-net", str(shared / f"{NAME}.metainfo.xml")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@needs("desktop-file-validate")
def test_the_desktop_file_is_valid(shared: Path) -> None:
    command = ["desktop-file-validate", str(shared / "rotom.desktop")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


@needs("flatpak-builder")
def test_the_manifest_is_read_and_builds_from_local_folders_alone(tmp_path: Path) -> None:
    command = ["flatpak-builder", "--show-manifest", str(HERE / f"{NAME}.yaml")]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    sources = [source for module in told["modules"] for source in module["sources"]]
    assert told["id"] == NAME
    assert {source["type"] for source in sources} == {"dir"}
    assert "--filesystem" not in json.dumps(told)


def test_the_libraries_are_sound_and_the_window(tmp_path: Path) -> None:
    lay_libraries(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert "libportaudio.so.2" in names
    assert "libxcb-cursor.so.0" in names
    assert "libasound.so.2" not in names
