"""`rotom models tune`: how a brain chooses its words, and what the user changes of that."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rotom.app import App
from rotom.cli.telling import in_words
from rotom.domain.sampling import KNOBS
from rotom.domain.settings import SettingError
from rotom.domain.wording import worded


def run(app: App, brain: str, given: Sequence[str], reset: bool, as_json: bool) -> int:
    """Changes what is given as NAME=VALUE, and tells how it is then."""
    if reset:
        app.tuning.reset(brain)
    if given:
        app.tuning.change(brain, dict(map(_read, given)))
    chosen, usual = asdict(app.tuning.of(brain)), asdict(app.tuning.own(brain))
    names = app.tuning.knobs(brain)
    if as_json:
        print(json.dumps({name: chosen[name] for name in names}))
        return 0
    for name in names:
        own = worded("  (its own: {value})", value=usual[name])
        changed = in_words(own, app.folders) if chosen[name] != usual[name] else ""
        help_ = KNOBS[name].help if name in KNOBS else worded("Thinks before it answers.")
        print(f"{name:18} {chosen[name]!s:6} {in_words(help_, app.folders)}{changed}")
    return 0


def _read(given: str) -> tuple[str, float | int | bool]:
    name, _, value = given.partition("=")
    if value.lower() in {"true", "false"}:
        return name, value.lower() == "true"
    try:
        return name, int(value) if value.strip("+-").isdecimal() else float(value)
    except ValueError as error:
        raise SettingError(
            worded("{given!r} is not NAME=VALUE with a number, true or false.", given=given[:60])
        ) from error
