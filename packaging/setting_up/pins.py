"""Writes the pins anew: every package at one version, with the hashes of its files."""

import sys
import tempfile
import tomllib
from pathlib import Path

from setting_up.console import CommandFailed, problem, run_logged, say
from setting_up.environment import Checkout, clean_environ

FROM_SOURCE = ("llama-cpp-python", "pocketsphinx")
"""Pinned in source.txt: the index has no wheel of them, or not for every Python."""

_COMPILE = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
_FORM = ["--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]


_CONSTANT = {
    "python_full_version < '3.15'",
    "platform_machine == 'x86_64'",
    "sys_platform == 'linux'",
}
"""True wherever set-up goes on at all."""


def without_constant_markers(pins: str) -> str:
    """The pins without the conditions that hold on every machine Rotom is set up on."""
    lines = []
    for line in pins.splitlines():
        requirement, _, rest = line.partition(" ; ")
        marker, backslash, _ = rest.partition(" \\")
        kept = " and ".join(each for each in marker.split(" and ") if each not in _CONSTANT)
        lines.append(requirement + (f" ; {kept}" if kept else "") + backslash + "\n")
    return "".join(lines)


def write(checkout: Checkout, environ: dict[str, str]) -> None:
    """Resolve pyproject.toml for every Python from 3.11 on into packaging/requirements/.

    No index address is written, so that any mirror serves. Raises Problem.
    """
    env = {k: v for k, v in clean_environ(environ).items() if not k.startswith("UV_")}
    project = str(checkout.root / "pyproject.toml")
    not_source = [word for name in FROM_SOURCE for word in ("--no-emit-package", name)]
    group = ["--group", f"{project}:checkout"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.in")
        source.write_text("\n".join(_from_source(checkout)) + "\n", encoding="utf-8")
        inputs = {
            "run": ([project, *group, *not_source], "Rotom, to run it"),
            "test": (
                [project, *group, "--extra", "test", *not_source],
                "Rotom, to run and test it",
            ),
            "source": ([str(source), "--no-deps"], "What may need building"),
            "build": (["--group", f"{project}:build"], "What builds source.txt"),
            "pins": (["--group", f"{project}:pins"], "What writes these files"),
        }
        try:
            uv = _uv(checkout, Path(folder), env)
            for name, (arguments, title) in inputs.items():
                made = Path(folder, f"{name}.txt")
                command = [uv, *_COMPILE, *_FORM, *arguments, "--output-file", str(made)]
                run_logged(command, checkout.log, env=env)
                pins = without_constant_markers(made.read_text(encoding="utf-8"))
                text = f"# {title}. Written by `make pins`.\n{pins}"
                checkout.requirements(name).write_text(text, encoding="utf-8")
                say(f"{name}.txt is written.")
        except CommandFailed as failure:
            raise problem("Resolving the packages", failure, checkout.log) from failure


def _from_source(checkout: Checkout) -> list[str]:
    project = tomllib.loads((checkout.root / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies: list[str] = project["project"]["dependencies"]
    return [each for each in dependencies if each.partition("==")[0] in FROM_SOURCE]


def _uv(checkout: Checkout, folder: Path, env: dict[str, str]) -> str:
    run_logged([sys.executable, "-m", "venv", str(folder / "venv")], checkout.log, env=env)
    python = str(folder / "venv" / "bin" / "python")
    pins = ["--no-deps", "--require-hashes", "-r", str(checkout.requirements("pins"))]
    run_logged([python, "-m", "pip", "install", *pins], checkout.log, env=env)
    return str(folder / "venv" / "bin" / "uv")
