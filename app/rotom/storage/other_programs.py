"""Files that another program has fetched already: the hub's own cache, LM Studio, Ollama."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rotom.domain.catalog import ModelFile
from rotom.domain.wording import worded


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A file of the right name or checksum and the right length, and whose it is."""

    path: Path
    program: str


def find(file: ModelFile, environment: Mapping[str, str] = os.environ) -> Elsewhere | None:
    """The first such file; its bytes are not checked yet."""
    for program, path in _places(file, environment):
        try:
            if path.is_file() and path.stat().st_size == file.bytes:
                return Elsewhere(path.resolve(), program)
        except OSError:
            continue
    return None


@dataclass(frozen=True, slots=True)
class Offer:
    """What other programs have of files that are missing here: whose, how much, of how much."""

    programs: tuple[str, ...]
    bytes: int
    missing_bytes: int

    def __str__(self) -> str:
        whose = ", ".join(self.programs)
        if self.bytes == self.missing_bytes:
            return worded("already here, from {whose}: links instead of downloading", whose=whose)
        return worded(
            "{percent} % is already here, from {whose}: links that, downloads the rest",
            percent=100 * self.bytes // self.missing_bytes,
            whose=whose,
        )


def offer_of(
    missing: Iterable[ModelFile], find: Callable[[ModelFile], Elsewhere | None] = find
) -> Offer | None:
    """What others have of these files, by name and length; None where it is nothing."""
    files = tuple(missing)
    found = [(file, other) for file in files if (other := find(file)) is not None]
    if not found:
        return None
    programs = tuple(dict.fromkeys(other.program for _, other in found))
    return Offer(programs, sum(file.bytes for file, _ in found), sum(file.bytes for file in files))


def _places(file: ModelFile, environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    home = Path(environment.get("HOME") or Path.home())
    owner, name = file.repo.split("/")
    for hub in _hub_caches(home, environment):
        repo = hub / f"models--{owner}--{name}"
        yield "the hub's cache", repo / "snapshots" / file.revision / file.path
        yield "the hub's cache", repo / "blobs" / file.sha256
    for studio in (".lmstudio/models", ".cache/lm-studio/models"):
        yield "LM Studio", home / studio / owner / name / file.name
    for ollama in _ollama_folders(home, environment):
        yield "Ollama", ollama / "blobs" / f"sha256-{file.sha256}"


def _hub_caches(home: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    """As huggingface_hub looks for its cache: the more special variable wins."""
    if given := environment.get("HF_HUB_CACHE"):
        yield Path(given)
    if given := environment.get("HF_HOME"):
        yield Path(given) / "hub"
    yield Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "huggingface" / "hub"


def _ollama_folders(home: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    if given := environment.get("OLLAMA_MODELS"):
        yield Path(given)
    yield home / ".ollama" / "models"
    yield Path("/usr/share/ollama/.ollama/models")
