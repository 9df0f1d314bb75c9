"""What the packages carry inside, with licences of its own: assets/licences.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A library, a model or a font that another project made; `files` are patterns of paths."""

    name: str
    inside: str
    licence: str
    source: str
    files: tuple[str, ...]

    @property
    def source_is_owed(self) -> bool:
        """Whether who passes it on has to offer its source."""
        return "GPL" in self.licence


def parts(assets: Path) -> list[Part]:
    """All of them, in the order of the file."""
    table = tomllib.loads((assets / "licences.toml").read_text(encoding="utf-8"))
    return [Part(**row | {"files": tuple(row["files"])}) for row in table["part"]]


def parts_of(assets: Path, packages: Iterable[str]) -> list[Part]:
    """What is inside these packages and inside Rotom itself; others may not be here."""
    here = {name.lower().replace("_", "-") for name in packages} | {"rotom"}
    return [part for part in parts(assets) if part.inside.lower() in here]
