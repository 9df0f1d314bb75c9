"""The virtual environment of a checkout: made, filled with the pinned packages, stamped."""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from setting_up.console import CommandFailed, Problem, Progress, problem, run_logged
from setting_up.distribution import this_machine

Level = Literal["run", "test"]

# Settings of the user's that would put the packages elsewhere, or take other ones.
_FOREIGN = re.compile(
    r"^PYTHON(PATH|HOME|STARTUP|USERBASE)$|^VIRTUAL_ENV$"
    r"|^PIP_(USER|TARGET|PREFIX|ROOT|REQUIREMENT|CONSTRAINT|REQUIRE_VIRTUALENV|NO_BINARY"
    r"|ONLY_BINARY|PRE|UPGRADE|EDITABLE|DRY_RUN|QUIET|VERBOSE|LOG|PYTHON|NO_BUILD_ISOLATION)$"
)
_PINNED = re.compile(r"^[A-Za-z0-9._-]+==", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folders of one checkout that set-up reads and writes."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.venv / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """What the environment was last made for."""
        return self.venv / "rotom-setup.json"

    @property
    def log(self) -> Path:
        """Everything that the commands of the last set-up printed."""
        return self.root / ".cache" / "setup.log"

    def requirements(self, name: str) -> Path:
        """A file of pinned packages."""
        return self.root / "packaging" / "requirements" / f"{name}.txt"


def clean_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment variables for pip and the build, without what would bend them."""
    kept = {name: value for name, value in environ.items() if not _FOREIGN.match(name)}
    return kept | {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_PROGRESS_BAR": "off",
        "PYTHONUNBUFFERED": "1",
    }


def key(checkout: Checkout, level: Level) -> str:
    """Changes with anything that set-up depends on: pins, Python, place, system, its own code."""
    system = this_machine()
    digest = hashlib.sha256()
    facts = [level, sys.version, sys.base_prefix, str(checkout.root), system.id, system.version]
    digest.update(json.dumps(facts).encode())
    packaging = checkout.root / "packaging"
    for path in [
        checkout.root / "pyproject.toml",
        packaging / "setup",
        *sorted((packaging / "setting_up").glob("*.py")),
        *sorted((packaging / "requirements").glob("*.txt")),
    ]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_ready(checkout: Checkout, level: Level) -> bool:
    """Whether the environment was made for just this; nothing is to do then."""
    try:
        stamped = json.loads(checkout.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(stamped, dict) and stamped.get(level) == key(checkout, level)


def stamp(checkout: Checkout, level: Level) -> None:
    """Say that the environment is ready; one for the tests is ready to run as well."""
    levels: list[Level] = ["run", "test"] if level == "test" else ["run"]
    written = json.dumps({each: key(checkout, each) for each in levels}) + "\n"
    partial = checkout.stamp.with_suffix(".partial")
    partial.write_text(written, encoding="utf-8")
    partial.replace(checkout.stamp)


def make_venv(checkout: Checkout, env: Mapping[str, str]) -> None:
    """Make the environment, unless one stands that works with the Python we run on."""
    works = [str(checkout.python), "-c", "import pip, sys; print(sys.version)"]
    try:
        told = subprocess.run(works, capture_output=True, text=True, check=False)
    except OSError:
        pass
    else:
        if told.returncode == 0 and told.stdout.strip() == sys.version:
            return
    # `.venv/bin/python` may be what runs us: the environment is made by the Python below it.
    base = str(getattr(sys, "_base_executable", sys.executable))
    progress = Progress("Making the virtual environment…")
    try:
        run_logged([base, "-m", "venv", "--clear", str(checkout.venv)], checkout.log, env=env)
    except CommandFailed as failure:
        raise problem("Making the virtual environment", failure, checkout.log) from failure
    finally:
        progress.done()


def install_pins(checkout: Checkout, level: Level, env: Mapping[str, str]) -> None:
    """Install the pinned packages that have wheels, each checked against its hash."""
    pins = checkout.requirements(level)
    total = len(_PINNED.findall(pins.read_text(encoding="utf-8")))
    progress = Progress(f"Fetching {total} packages, up to 500 MB…")
    seen = 0

    def follow(line: str) -> None:
        nonlocal seen
        word, _, rest = line.partition(" ")
        if word == "Collecting" or line.startswith("Requirement already satisfied:"):
            seen += 1
            name = rest.removeprefix("already satisfied: ").partition("==")[0]
            progress.at(f"{seen}/{total} {name.strip()}")
        elif word == "Installing":
            progress.at("installing them")

    _pip(
        checkout,
        ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(pins)],
        env,
        "Fetching the packages",
        follow,
    )
    progress.done()


def install_requirement(checkout: Checkout, requirement: str, env: Mapping[str, str]) -> None:
    """Install the wheel of one hashed requirement."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(requirement + "\n")
        file.flush()
        options = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", file.name]
        _pip(checkout, options, env, f"Fetching {requirement.partition(' ')[0]}")


def install_wheels(checkout: Checkout, wheels: list[Path], env: Mapping[str, str]) -> None:
    """Install wheels that were built here; one of the same version may be another build."""
    names = [str(wheel) for wheel in wheels]
    options = ["--no-deps", "--no-index", "--force-reinstall"]
    _pip(checkout, [*options, *names], env, "Installing what was built")


def install_checkout(checkout: Checkout, env: Mapping[str, str]) -> None:
    """Put the checkout itself in: `rotom` runs the files as they stand here."""
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--editable"]
    _pip(checkout, [*options, str(checkout.root)], env, "Installing Rotom itself")


def verify(checkout: Checkout, env: Mapping[str, str]) -> None:
    """Import what takes system libraries or was built here: better told now than in a window."""
    modules = "llama_cpp, piper, pocketsphinx, sounddevice, PySide6.QtQuick, rotom"
    progress = Progress("Trying what was installed…")
    command = [str(checkout.python), "-W", "ignore", "-c", f"import {modules}"]
    try:
        run_logged(command, checkout.log, env=env)
    except CommandFailed as failure:
        last = (failure.output.strip().splitlines() or ["no word"])[-1]
        if failure.code < 0:
            last = f"ended by signal {-failure.code}"
        raise Problem(
            f"What was installed does not start here: {last}\n"
            f"Everything that was printed is in {checkout.log}"
        ) from failure
    finally:
        progress.done()


def _pip(
    checkout: Checkout,
    arguments: list[str],
    env: Mapping[str, str],
    step: str,
    follow: Callable[[str], None] | None = None,
) -> None:
    command = [str(checkout.python), "-m", "pip", "install", *arguments]
    try:
        run_logged(command, checkout.log, env=env, on_line=follow)
    except CommandFailed as failure:
        raise problem(step, failure, checkout.log) from failure
