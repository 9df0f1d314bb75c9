"""What the packages carry inside, with licences of its own: assets/licences.toml."""

import tomllib
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
