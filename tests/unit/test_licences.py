"""Licences: of every package, and of everything compiled that packages carry inside."""

import fnmatch
import json
import sysconfig
from pathlib import Path

import pytest

from bundling.parts import is_left_out
from rotom import files
from rotom.cli import licences
from rotom.domain.engines import EngineError
from rotom.storage.licences import parts, parts_of
from rotom.system.distributions import distributions

PACKAGES = Path(sysconfig.get_paths()["purelib"])
INSIDE = parts(files.assets())


def is_told(path: str) -> bool:
    return any(fnmatch.fnmatch(path, pattern) for part in INSIDE for pattern in part.files)


@pytest.mark.parametrize(
    "carried",
    ["*.libs/*", "PySide6/Qt/lib/*", "llama_cpp/lib/*", "sdl2dll/dll/*", "_soundfile_data/*.so"],
)
def test_every_library_that_a_package_carries_is_told(carried: str) -> None:
    found = [path.relative_to(PACKAGES).as_posix() for path in PACKAGES.glob(carried)]
    assert found
    assert not [path for path in found if not is_told(path) and not is_left_out(path)]


def test_every_part_is_there_and_in_a_package_of_rotoms() -> None:
    names = {package.name.lower().replace("_", "-") for package in distributions()}
    assert INSIDE
    for part in INSIDE:
        assert part.inside.lower() in names, part.name
        if part.inside != "rotom":
            assert all(any(PACKAGES.glob(pattern)) for pattern in part.files), part.name


def test_what_is_inside_a_package_that_is_not_here_is_not_told() -> None:
    names = {part.name for part in parts_of(files.assets(), ["PySide6_Essentials"])}
    assert {"Qt", "Starter brain, ears and voice"} <= names
    assert "FFmpeg" not in names


def test_every_package_names_a_licence() -> None:
    assert not [package.name for package in distributions() if not package.licence]


def test_the_list_marks_what_has_to_be_offered_as_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert licences.run(None, as_json=False) == 0
    said = capsys.readouterr().out
    assert "* Qt (in PySide6-Essentials): LGPL-3.0-only, https://" in said
    assert "  llama.cpp (in llama-cpp-python): MIT, https://" in said
    assert licences.run(None, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["name"] for row in told["parts"]} == {part.name for part in INSIDE}


def test_the_words_of_a_licence_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    licences.run("platformdirs", as_json=False)
    assert "Permission is hereby granted" in capsys.readouterr().out
    licences.run("ffmpeg", as_json=False)
    assert "GPL-3.0-or-later" in capsys.readouterr().out
    with pytest.raises(EngineError, match="There is no package 'no such' here"):
        licences.run("no such", as_json=False)
