"""What a bundle is made of, for people who check: a bill of materials and the words of licences."""

import json
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rotom.storage.licences import Part
from rotom.system.distributions import Distribution

COMMON = Path("/usr/share/common-licenses")
DOCUMENTS = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A package of the system that made the bundle, with a library in it."""

    name: str
    version: str
    source: str


def borrowed(libraries: Iterable[Path]) -> list[Borrowed]:
    """The system's packages that files belong to, each once, by name."""
    names: set[str] = set()
    for library in libraries:
        # A system whose /lib is a link to /usr/lib knows some files by the short path alone.
        told = subprocess.run(
            ["dpkg-query", "--search", f"*{str(library).removeprefix('/usr')}"],
            capture_output=True,
            text=True,
            check=False,
        )
        names |= set(re.findall(r"^([^:, ]+)", told.stdout, re.MULTILINE))
    layout = "${Package}\t${Version}\t${source:Package} ${source:Version}\n"
    told = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={layout}", *sorted(names)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [Borrowed(*line.split("\t")) for line in told.stdout.splitlines()]


def copy_words(packages: Iterable[Borrowed], folder: Path) -> None:
    """The words of the common licences, and of each borrowed package's own, into a folder."""
    folder.mkdir()
    for path in sorted(COMMON.iterdir()):
        if not path.is_symlink():
            shutil.copy(path, folder / path.name)
    for package in packages:
        shutil.copy(DOCUMENTS / package.name / "copyright", folder / f"{package.name}.txt")


def bill(
    version: str,
    packages: Sequence[Distribution],
    parts: Sequence[Part],
    system: Sequence[Borrowed],
) -> str:
    """A bill of materials as CycloneDX 1.6 writes it; the same parts give the same words."""
    components = [_component("library", "Python", platform.python_version(), "PSF-2.0")]
    components += [
        _component("library", each.name, each.version, each.licence)
        | {"purl": f"pkg:pypi/{each.name.lower().replace('_', '-')}@{each.version}"}
        for each in packages
        if each.name != "rotom"
    ]
    components += [
        _component("library", part.name, "", part.licence)
        | {"externalReferences": [{"type": "source-distribution", "url": part.source}]}
        for part in parts
    ]
    components += [
        _component("library", each.name, each.version, "")
        | {"purl": f"pkg:deb/debian/{each.name}@{each.version}?arch=amd64"}
        | {"properties": [{"name": "source", "value": each.source}]}
        for each in system
    ]
    told: Mapping[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("application", "rotom", version, "GPL-3.0-or-later")},
        "components": components,
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _component(kind: str, name: str, version: str, licence: str) -> dict[str, object]:
    told: dict[str, object] = {"type": kind, "name": name}
    if version:
        told["version"] = version
    if licence:
        told["licenses"] = [{"license": {"name": licence}}]
    return told
