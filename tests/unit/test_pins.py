"""The pinned packages: hashed, free of addresses, and what the project asks for."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from setting_up import pins
from setting_up.environment import Checkout

CHECKOUT = Checkout(Path(__file__).resolve().parents[2])


def pinned(name: str) -> dict[str, list[str]]:
    """The versions of each package in a requirements file."""
    text = CHECKOUT.requirements(name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE):
        found.setdefault(package, []).append(version)
    return found


def project() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for: at run time, and for the tests."""
    table = tomllib.loads((CHECKOUT.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "run": [Requirement(each) for each in table["dependencies"]],
        "test": [Requirement(each) for each in table["optional-dependencies"]["test"]],
    }


@pytest.mark.parametrize("name", ["run", "test", "source", "build", "pins"])
def test_every_pin_has_a_hash_and_no_file_names_an_index(name: str) -> None:
    text = CHECKOUT.requirements(name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w-])", text.partition("\n")[2], flags=re.MULTILINE)
    unhashed = [entry for entry in entries if entry and "--hash=sha256:" not in entry]
    assert len(entries) > 1
    assert not unhashed
    assert "://" not in text
    assert "index-url" not in text


def test_the_pins_are_what_the_project_asks_for() -> None:
    have = pinned("test") | pinned("source")
    for requirement in [*project()["run"], *project()["test"]]:
        versions = have[requirement.name.lower()]
        assert all(version in requirement.specifier for version in versions), requirement


def test_what_is_tested_is_what_is_run() -> None:
    run, test = pinned("run"), pinned("test")
    assert {name: test.get(name) for name in run} == run


def test_the_pinned_qt_is_none_that_kills_python_3_11() -> None:
    (version,) = pinned("run")["pyside6-essentials"]
    assert tuple(map(int, version.split("."))) < (6, 12)


def test_qt_keeps_the_count_of_none() -> None:
    from PySide6.QtCore import QTimer

    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.setInterval(5)
    assert sys.getrefcount(None) > before - 100


def test_conditions_that_always_hold_are_not_written() -> None:
    always = "platform_machine == 'x86_64' and sys_platform == 'linux'"
    text = (
        f"a==1 ; {always} \\\n    --hash=sha256:00\n"
        f"b==2 ; python_full_version < '3.12' and {always} \\\n    --hash=sha256:11\n"
    )
    assert pins.without_constant_markers(text) == (
        "a==1 \\\n    --hash=sha256:00\nb==2 ; python_full_version < '3.12' \\\n"
        "    --hash=sha256:11\n"
    )
