"""The wheel carries the whole program: built, installed elsewhere, and run from there."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a command away from the checkout; its output is shown where it fails."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def build(target: str, project: Path, out: Path) -> Path:
    """The `sdist` or the `wheel` of a project folder, built without a network."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=project)
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist and the wheel of this checkout."""
    return (
        build("sdist", CHECKOUT, tmp_path_factory.mktemp("sdist")),
        build("wheel", CHECKOUT, tmp_path_factory.mktemp("wheel")),
    )


@pytest.fixture(scope="module")
def elsewhere(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, the checkout's libraries, and not the checkout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    run(*install, "--no-deps", "--no-index", built[1], cwd=folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(python, "-c", code, cwd=folder).stdout.strip())
    # Folders named in a .pth file have their own .pth files left unread, so the editable install
    # of the checkout is not followed.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def shipped(folder: str) -> set[str]:
    """The files under a folder that git knows, by their path in the checkout."""
    listed = run("git", "ls-files", "--", folder, cwd=CHECKOUT).stdout
    return set(listed.splitlines())


def test_the_wheel_holds_every_shipped_file(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        names = set(wheel.namelist())
    program = {path.removeprefix("app/") for path in shipped("app/rotom")}
    assets = {f"rotom/{path}" for path in shipped("assets")}
    models = {f"rotom/{p}" for f in ("models/starter", "models/catalog.toml") for p in shipped(f)}
    assert program
    assert assets
    assert models
    assert not (program | assets | models) - names
    assert not [name for name in names if "training" in name or name.startswith(("app/", "tests/"))]


def test_a_wheel_made_from_the_sdist_is_the_same(built: tuple[Path, Path], tmp_path: Path) -> None:
    sdist, wheel = built
    run("tar", "-xzf", sdist, cwd=tmp_path)
    (project,) = tmp_path.iterdir()
    again = build("wheel", project, tmp_path / "dist")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert {(i.filename, i.CRC) for i in first.infolist()} == {
            (i.filename, i.CRC) for i in second.infolist()
        }


def test_the_installed_program_is_not_the_checkout(elsewhere: Path) -> None:
    code = "import rotom, rotom.files as f; print(rotom.__file__, f.assets(), f.models())"
    told = run(elsewhere / "bin" / "python", "-c", code, cwd=elsewhere).stdout.split()
    assert len(told) == 3
    for path in told:
        assert Path(path).is_relative_to(elsewhere), path
        assert Path(path).exists(), path


def test_the_installed_command_examines_itself_and_finds_its_models(
    elsewhere: Path, tmp_path: Path
) -> None:
    done = run(
        elsewhere / "bin" / "rotom",
        "--data",
        tmp_path / "data",
        "doctor",
        "--json",
        cwd=tmp_path,
        HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
    )
    told = json.loads(done.stdout)
    findings = {finding["what"]: finding for finding in told["findings"]}
    broken = [f for name, f in findings.items() if "load" in name.split()[-1] and not f["ok"]]
    assert {"brain loads", "ears load", "voice loads"} <= findings.keys()
    assert not broken
    assert str(CHECKOUT) not in done.stdout
