"""The free software that Rotom stands on: what is installed, and under which licence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

LONGEST_TEXT = 20_000
"""Characters of a licence that are shown."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Distribution:
    """One installed package; `licence` is as its metadata names it."""

    name: str
    version: str
    licence: str


def distributions() -> list[Distribution]:
    """Rotom's own package and all that it needs, by name."""
    found: dict[str, Distribution] = {}
    waiting = ["rotom"]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            said = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[key] = Distribution(said.metadata["Name"], said.version, _licence(said))
        waiting += _needed(said)
    return sorted(found.values(), key=lambda each: each.name.lower())


def licence_text(name: str) -> str:
    """The words of a package's licences; '' where it does not bring them."""
    try:
        files = metadata.distribution(name).files or []
    except metadata.PackageNotFoundError:
        return ""
    texts = []
    for file in files:
        if _LICENCE_FILE.search(str(file)) and not str(file).endswith((".py", ".pyc")):
            try:
                texts.append(file.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
    return "\n\n".join(texts)[:LONGEST_TEXT]


def _needed(said: metadata.Distribution) -> Iterator[str]:
    """The packages that it requires without an extra."""
    for requirement in said.requires or []:
        if "extra ==" not in requirement and (name := _NAME.match(requirement)):
            yield name.group()


def _licence(said: metadata.Distribution) -> str:
    """By its expression, else by its classifiers, else by the first line of what it says."""
    for expression in said.metadata.get_all("License-Expression") or []:
        return str(expression)
    kinds = [
        classifier.rsplit(" :: ", 1)[-1]
        for classifier in said.metadata.get_all("Classifier") or []
        if classifier.startswith("License :: ") and not classifier.endswith("OSI Approved")
    ]
    if kinds:
        return ", ".join(kinds)
    lines = "\n".join(said.metadata.get_all("License") or []).strip().splitlines()
    return lines[0][:80] if lines else ""
