"""Packages that the index has only as source: built once for this machine, kept for the next time.

llama.cpp is built for every processor with AVX2 (2013 and later, the Steam Deck's Zen 2 included),
never for the one it happens to be built on. The wheel is kept in the user's cache, under a key made
of everything that decides what is in it, so that another checkout finds it.
"""

import fcntl
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from setting_up.console import CommandFailed, Problem, Progress, problem, run_logged, say

# The instruction sets of the fast build, in llama.cpp's words and in those of /proc/cpuinfo.
INSTRUCTION_SETS: Mapping[str, str] = {
    "GGML_SSE42": "sse4_2",
    "GGML_AVX": "avx",
    "GGML_AVX2": "avx2",
    "GGML_FMA": "fma",
    "GGML_F16C": "f16c",
    "GGML_BMI2": "bmi2",
}

_STEP = re.compile(r"^\s*\[(\d+)/(\d+)\]")
_MEMORY_PER_JOB_BYTES = 1_000_000_000

# Variables that would make the build another one than the key says.
_FOREIGN = re.compile(r"^(C|CXX|CPP|LD)FLAGS$|^(SKBUILD_|CMAKE_|GGML_|LLAMA_)|^SOURCE_DATE_EPOCH$")


@dataclass(frozen=True, slots=True)
class Source:
    """A package to build, as one hashed requirement, and how."""

    title: str
    requirement: str
    cmake_args: tuple[str, ...]
    core_minutes: float
    """How long it takes one core; measured on a server core of 2021."""
    for_one_python: bool
    """Whether the wheel fits only the Python version that built it."""

    @property
    def name(self) -> str:
        """The package's name and version, as in `llama-cpp-python-0.3.36`."""
        return self.requirement.split()[0].replace("==", "-")


def llama(requirement: str, cpu_flags: Collection[str]) -> Source:
    """llama.cpp, with the portable fast instruction sets that this processor has.

    All are named, because the build falls back to plain SSE2 in some environments. The image
    support (LLAVA) and TLS (OPENSSL) of llama.cpp are left out: Rotom uses neither.
    """
    sets = tuple(
        f"-D{option}={'ON' if flag in cpu_flags else 'OFF'}"
        for option, flag in INSTRUCTION_SETS.items()
    )
    fixed = ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF", "-DLLAMA_OPENSSL=OFF")
    return Source("llama.cpp", requirement, (*fixed, *sets), 9, for_one_python=False)


def pocketsphinx(requirement: str) -> Source:
    """PocketSphinx, for a Python that its maintainers publish no wheel for."""
    return Source("PocketSphinx", requirement, (), 1, for_one_python=True)


def cpu_flags(cpuinfo: str) -> frozenset[str]:
    """The flags of the first processor in the text of /proc/cpuinfo."""
    for line in cpuinfo.splitlines():
        if line.startswith("flags"):
            return frozenset(line.partition(":")[2].split())
    return frozenset()


def warn_of_a_slow_processor(flags: Collection[str]) -> None:
    """Say so before a build of minutes where the result will be slow."""
    absent = [flag for flag in INSTRUCTION_SETS.values() if flag not in flags]
    if absent:
        say(
            f"This processor lacks {', '.join(absent).upper().replace('_', '.')}. Rotom will run, "
            "and its brain will be several times slower than on a processor with AVX2."
        )


def cache_folder(environ: Mapping[str, str], checkout: Path) -> Path:
    """Where built wheels are kept: in the user's cache, or in the checkout where that is closed."""
    caches = (Path(environ.get("XDG_CACHE_HOME", "")), Path(environ.get("HOME", ""), ".cache"))
    users = [cache / "rotom-build" for cache in caches if cache.is_absolute()]
    for folder in (*users[:1], checkout / ".cache" / "wheels"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise Problem(f"Neither your cache folder nor {checkout} can be written to.")


def key(source: Source, compiler: str) -> str:
    """What decides the wheel's content: what is built, how, with what, and for which system."""
    parts = [
        source.requirement,
        source.cmake_args,
        compiler,
        platform.machine(),
        platform.libc_ver(),
        sys.version_info[:2] if source.for_one_python else None,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def built_wheel(
    source: Source, *, tools: Path, cache: Path, environ: Mapping[str, str], log: Path
) -> Path:
    """The wheel of this package: the kept one, or built now with the tools that `tools` pins."""
    compiler = _compiler_version(environ)
    folder = cache / source.name / key(source, compiler)
    folder.mkdir(parents=True, exist_ok=True)
    with _held(folder / "lock", source.title):
        for wheel in folder.glob("*.whl"):
            return wheel
        with tempfile.TemporaryDirectory(dir=folder, prefix="build-") as work:
            try:
                made = _build(source, tools, Path(work), environ, log)
            except CommandFailed as failure:
                raise problem(f"Building {source.title}", failure, log) from failure
            return made.replace(folder / made.name)


def jobs() -> int:
    """How many compilers run at once: one for each core, and memory for each."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(len(os.sched_getaffinity(0)), memory // _MEMORY_PER_JOB_BYTES))


def _build(source: Source, tools: Path, work: Path, environ: Mapping[str, str], log: Path) -> Path:
    count = jobs()
    minutes = max(1, round(source.core_minutes / count))
    cores = "1 core" if count == 1 else f"{count} cores"
    progress = Progress(
        f"Building {source.title}: about {minutes} minute{'s' * (minutes > 1)} on {cores}, once…"
    )
    env = {name: value for name, value in environ.items() if not _FOREIGN.match(name)}
    env |= {
        "CMAKE_ARGS": " ".join(source.cmake_args),
        "CMAKE_GENERATOR": "Ninja",
        "CMAKE_BUILD_PARALLEL_LEVEL": str(count),
        "TMPDIR": str(work),
    }
    run_logged([sys.executable, "-m", "venv", "--clear", str(work / "tools")], log, env=env)
    env["PATH"] = f"{work / 'tools' / 'bin'}{os.pathsep}{env.get('PATH', os.defpath)}"
    pip = [str(work / "tools" / "bin" / "python"), "-m", "pip"]
    install = ["install", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    run_logged([*pip, *install, "-r", str(tools)], log, env=env)
    requirement = work / "requirement.txt"
    requirement.write_text(source.requirement + "\n", encoding="utf-8")

    def follow(line: str) -> None:
        if step := _STEP.match(line):
            progress.at(f"{step[1]}/{step[2]}")

    # pip's own cache is keyed by the source alone: a wheel built with other flags would be taken.
    build = ["wheel", "-v", "--no-cache-dir", "--no-deps", "--no-build-isolation"]
    hashed = ["--require-hashes", "-r", str(requirement), "-w", str(work / "wheel")]
    run_logged([*pip, *build, *hashed], log, env=env, on_line=follow)
    progress.done()
    return next((work / "wheel").glob("*.whl"))


def _compiler_version(environ: Mapping[str, str]) -> str:
    command = [environ.get("CXX", "c++"), "--version"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Problem(
            "There is no C++ compiler to build llama.cpp with. Install g++ (Debian, Ubuntu), "
            "gcc-c++ (Fedora) or gcc (Arch), then run the same command again."
        ) from error
    return told.stdout.partition("\n")[0]


@contextmanager
def _held(lock: Path, title: str) -> Iterator[None]:
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"{title} is being built by another set-up; waiting for it…")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
