"""Set-up tells what is missing and how to get it, and does nothing twice."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from setting_up import __main__ as steps
from setting_up import console, distribution, environment, system

CHECKOUT = environment.Checkout(Path(__file__).resolve().parents[2])
DEBIAN = distribution.Distribution("Debian GNU/Linux 12", "debian", "12", "apt")
STEAMOS = distribution.Distribution("SteamOS", "steamos", "3.8", "pacman", sealed=True)
NOT_THERE = system.Need("libghost.so.1", lambda: False, "libghost1", "ghost-libs", "ghost")
THERE = system.Need("libbody.so.1", lambda: True, "libbody1", "body-libs", "body")


# Which system, and how it installs


@pytest.mark.parametrize(
    ("os_release", "manager"),
    [
        ('ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n', "apt"),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', "apt"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt"),
        ("ID=fedora\nVERSION_ID=43\n", "dnf"),
        ('ID=bazzite\nID_LIKE="fedora"\n', "dnf"),
        ("ID=arch\n", "pacman"),
        ("ID=steamos\nID_LIKE=arch\n", "pacman"),
        ("ID=gentoo\n", None),
        ('# a comment\nbroken "line\n', None),
        ("", None),
    ],
)
def test_a_system_is_installed_to_the_way_it_or_its_parent_does(
    os_release: str, manager: str | None
) -> None:
    fields = distribution.parse_os_release(os_release)
    assert distribution.from_os_release(fields).manager == manager


def test_the_line_to_type_can_be_pasted_as_it_is() -> None:
    line = distribution.line_to_type("apt", ["libegl1", "g++"], sudo=True)
    assert line == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 g++"
    )


def test_each_need_names_a_package_of_every_package_manager() -> None:
    needs = [*system.TO_RUN, *system.TO_TEST, *system.to_set_up((3, 12), headers=True)]
    unnamed = [n.what for n in needs if not (n.apt and n.dnf and n.pacman)]
    assert not unnamed


def test_packages_are_named_once_each_in_order() -> None:
    assert system.packages_for([NOT_THERE, THERE, NOT_THERE], "dnf") == ["ghost-libs", "body-libs"]


# What is missing


def test_a_library_that_is_not_there_is_found_to_be_missing() -> None:
    assert system.loads("libc.so.6")
    assert not system.loads("libghost-of-the-deck.so.7")


def test_nothing_is_installed_where_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "way_to_root", lambda: pytest.fail("root was asked for"))
    system.make_ready([THERE], [THERE], tmp_path / "log")
    assert not (tmp_path / "log").exists(), "no command was run"


def test_without_a_way_to_root_the_exact_line_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "this_machine", lambda: DEBIAN)
    monkeypatch.setattr(system, "way_to_root", lambda: None)
    monkeypatch.setattr(system, "has_program", lambda name: name == "sudo")
    with pytest.raises(console.Problem) as told:
        system.make_ready([NOT_THERE, THERE], [], tmp_path / "log")
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libghost1"
    assert f"\n  {line}\n" in str(told.value)


def test_a_sealed_system_is_left_alone_and_told_the_ways_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "this_machine", lambda: STEAMOS)
    monkeypatch.setattr(system, "way_to_root", lambda: pytest.fail("root was asked for"))
    with pytest.raises(console.Problem) as told:
        system.make_ready([NOT_THERE], [], tmp_path / "log")
    assert "SteamOS is read-only" in str(told.value)
    assert "distrobox" in str(told.value)
    assert "sudo steamos-readonly disable && sudo pacman" in str(told.value)


def test_an_unknown_system_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gentoo = distribution.Distribution("Gentoo", "gentoo", "", None)
    monkeypatch.setattr(system, "this_machine", lambda: gentoo)
    with pytest.raises(console.Problem, match=r"libghost\.so\.1.*Gentoo"):
        system.make_ready([NOT_THERE], [], tmp_path / "log")


def test_what_only_some_tests_use_may_stay_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "this_machine", lambda: DEBIAN)
    monkeypatch.setattr(system, "way_to_root", lambda: None)
    system.make_ready([THERE], [NOT_THERE], tmp_path / "log")
    told = capsys.readouterr().err
    assert "Without libghost.so.1 the tests that use it are skipped" in told
    assert "libghost1" in told


def test_the_users_sound_server_is_not_replaced_for_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(system, "has_program", lambda name: name == "pipewire-pulse")
    assert system.SOUND_SERVER not in system.to_test()
    monkeypatch.setenv("CI", "true")
    assert system.SOUND_SERVER in system.to_test()


# Why something failed


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.\nnot enough free space",
         "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "pinned"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError("
         "': Failed to establish a new connection: [Errno -3] Temporary failure in name "
         "resolution')': /simple/numpy/\nERROR: No matching distribution found", "network"),
        ("Err:1 Temporary failure resolving 'deb'", "network"),
        ("c++: fatal error: Killed signal terminated program cc1plus", "memory"),
    ],
)  # fmt: skip
def test_a_known_failure_is_told_in_plain_words(output: str, word: str, tmp_path: Path) -> None:
    failure = console.CommandFailed(["pip"], 1, f"something\n{output}\nsomething else\n")
    told = str(console.problem("Fetching the packages", failure, tmp_path / "setup.log"))
    assert word in told
    assert str(tmp_path / "setup.log") in told


def test_an_unknown_failure_shows_its_last_lines_and_names_the_log(tmp_path: Path) -> None:
    log = tmp_path / "setup.log"
    program = "import sys; print('the ghost is out'); sys.exit(7)"
    with pytest.raises(console.CommandFailed) as failed:
        console.run_logged([sys.executable, "-c", program], log)
    assert failed.value.code == 7
    assert "the ghost is out" in log.read_text(encoding="utf-8")
    told = str(console.problem("A step", failed.value, log))
    assert "the ghost is out" in told
    assert str(log) in told


def test_a_full_disk_is_told_before_anything_is_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usage = type(shutil.disk_usage("/"))(10**9, 10**9, 5 * 10**8)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(console.Problem, match=r"0\.5 GB free"):
        steps._check_machine(environment.Checkout(tmp_path))


def test_progress_in_a_log_file_is_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = console.Progress("Building…")
    for step in range(10):
        now += console.SECONDS_BETWEEN_LINES / 5
        progress.at(f"{step}/10")
    progress.done()
    assert capsys.readouterr().err == "Building…\n  4/10\n  9/10\n"


# The environment, made once


def copied(tmp_path: Path) -> environment.Checkout:
    """What set-up reads of a checkout, elsewhere."""
    folder = tmp_path / "a checkout"
    shutil.copytree(
        CHECKOUT.root / "packaging",
        folder / "packaging",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(CHECKOUT.root / "pyproject.toml", folder)
    (folder / ".venv").mkdir()
    return environment.Checkout(folder)


def test_a_checkout_that_was_set_up_is_ready_until_its_pins_change(tmp_path: Path) -> None:
    checkout = copied(tmp_path)
    assert not environment.is_ready(checkout, "run")
    environment.stamp(checkout, "run")
    assert environment.is_ready(checkout, "run")
    assert not environment.is_ready(checkout, "test")
    environment.stamp(checkout, "test")
    assert environment.is_ready(checkout, "run")
    assert environment.is_ready(checkout, "test")
    with checkout.requirements("run").open("a", encoding="utf-8") as file:
        file.write("another==1.0\n")
    assert not environment.is_ready(checkout, "run")


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"run": 5}'])
def test_a_broken_stamp_means_that_set_up_runs(tmp_path: Path, content: str) -> None:
    checkout = copied(tmp_path)
    checkout.stamp.write_text(content, encoding="utf-8")
    assert not environment.is_ready(checkout, "run")


def call_setup(root: Path, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(root / "packaging" / "setup"), *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHON": sys.executable} | variables,
    )


def test_a_second_set_up_says_nothing_and_takes_half_a_second_of_a_core_at_most(
    tmp_path: Path,
) -> None:
    checkout = copied(tmp_path)
    environment.stamp(checkout, "run")
    before = os.times()
    done = call_setup(checkout.root, "run")
    after = os.times()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    spent_s = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    assert spent_s < 0.5


def test_a_python_that_is_too_old_is_told_and_nothing_else_happens(tmp_path: Path) -> None:
    checkout = copied(tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname"):
        (programs / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name}"))
    old = programs / "python3"
    old.write_text(
        '#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2 && exit\nexit 1\n', encoding="utf-8"
    )
    old.chmod(0o755)
    done = call_setup(checkout.root, "run", PATH=str(programs), PYTHON="")
    assert done.returncode == 1
    assert "Rotom needs Python 3.11, 3.12, 3.13 or 3.14" in done.stderr
    assert "Python 3.9.2" in done.stderr


def test_a_wrong_word_is_told_the_right_ones(tmp_path: Path) -> None:
    done = call_setup(copied(tmp_path).root, "dance")
    assert done.returncode == 2
    assert "packaging/setup run" in done.stderr


def test_settings_of_the_users_do_not_bend_pip() -> None:
    bent = {"PIP_USER": "1", "PIP_TARGET": "/x", "PYTHONPATH": "/y", "PIP_CERT": "/c", "HOME": "/h"}
    clean = environment.clean_environ(bent)
    assert not {"PIP_USER", "PIP_TARGET", "PYTHONPATH"} & clean.keys()
    assert (clean["PIP_CERT"], clean["HOME"]) == ("/c", "/h")
