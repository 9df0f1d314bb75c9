"""`rotom licences`: what Rotom stands on, under which licence, and where its source is."""

import json
from dataclasses import asdict

from rotom import files
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.storage.licences import Part, parts_of
from rotom.system.distributions import distributions, licence_text

OFFER = """\
Rotom is free software under the GPL, version 3 or later; who passes it on passes on its source. The
parts marked * are under the GPL or LGPL too: their source is at the address beside them. You may
build them anew and put them in the place of those here.

`rotom licences NAME` prints the words of a licence."""


def run(name: str | None, as_json: bool) -> int:
    """Lists all, or prints the words of one licence."""
    inside = parts_of(files.assets(), (package.name for package in distributions()))
    if name is not None:
        print(_words_of(name, inside))
    elif as_json:
        packages = [asdict(package) for package in distributions()]
        print(json.dumps({"packages": packages, "parts": [asdict(part) for part in inside]}))
    else:
        for package in distributions():
            print(f"  {package.name} {package.version}: {package.licence or 'as its text says'}")
        print("\nInside them:")
        for part in inside:
            print(f"{'*' if part.source_is_owed else ' '} {_line(part)}")
        print(f"\n{OFFER}")
    return 0


def _words_of(name: str, inside: list[Part]) -> str:
    for part in inside:
        if part.name.lower() == name.lower():
            return _line(part)
    if name.lower() not in {package.name.lower() for package in distributions()}:
        raise EngineError(
            worded("There is no package {name!r} here. `rotom licences` lists them.", name=name)
        )
    if text := licence_text(name):
        return text
    raise EngineError(worded("{name} does not bring the words of its licence.", name=name))


def _line(part: Part) -> str:
    return f"{part.name} (in {part.inside}): {part.licence}, {part.source}"
