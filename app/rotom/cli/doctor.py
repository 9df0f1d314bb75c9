"""`rotom doctor`: looks at this machine and says what to do about each problem."""

import json
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial

from rotom import __version__
from rotom.app import App
from rotom.cli import models
from rotom.domain.budget import SHORT, STALLED
from rotom.domain.choosing import Graphics
from rotom.domain.engines import EngineError
from rotom.engines.sounddevice_io import devices
from rotom.files import UserFolders
from rotom.system import machine, pressure
from rotom.system.gamepads import Gamepads
from rotom.system.games import running_game

LOW_MEMORY = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found and, where it is not well, what to do about it."""

    what: str
    found: str
    advice: str = ""

    @property
    def ok(self) -> bool:
        return not self.advice


def run(folders: UserFolders, as_json: bool) -> int:
    app = App(folders, keep=False)
    findings = list(examine(app, folders))
    if as_json:
        told = [{**asdict(finding), "ok": finding.ok} for finding in findings]
        report = {"version": __version__, "log": str(folders.log_file), "findings": told}
        print(json.dumps(report, ensure_ascii=False))
        return 0
    for finding in findings:
        print(f"{'ok  ' if finding.ok else 'LOOK'} {finding.what}: {finding.found}")
        if finding.advice:
            print(f"       {finding.advice}")
    return 0


def examine(app: App, folders: UserFolders) -> Iterator[Finding]:
    """Everything that Rotom stands on, from the machine to the models."""
    yield Finding("Rotom", f"{__version__} on Python {platform.python_version()}")
    yield from _machine()
    yield Finding("graphics card", GRAPHICS[app.graphics])
    yield _beside()
    yield _display()
    yield from _sound()
    yield _pads()
    yield from _kept(app, folders)
    yield from _models(app)
    yield from _engines(app)


GRAPHICS = {
    Graphics.NONE: "not used: there is none, or llama.cpp was built without support for it",
    Graphics.OFF: "could think; a setting under Brain turns it on",
    Graphics.FAILED: "not used: it failed its trial against the processor",
    Graphics.ON: "thinks, once a brain passed its trial",
}


def _machine() -> Iterator[Finding]:
    cpu = machine.processor()
    yield Finding(
        "processor",
        f"{cpu.model or 'unknown'}, {cpu.cores} cores, {cpu.threads} threads",
        "" if cpu.has_avx2 else "It lacks AVX2: the brain cannot run on this machine.",
    )
    memory = machine.memory()
    if memory is not None:
        yield Finding(
            "memory",
            f"{memory.available / 1e9:.1f} GB free of {memory.total / 1e9:.1f} GB",
            ""
            if memory.available >= LOW_MEMORY
            else "Rotom needs about 1 GB. Close something before you start it.",
        )


def _beside() -> Finding:
    """Which game runs, and how the machine does beside it."""
    stalled, game = pressure.memory_stalled(), running_game()
    waits = "unknown" if stalled is None else f"{stalled:.0f} % of the time"
    title = "none" if game is None else f"Steam's app {game}"
    return Finding(
        "game",
        f"{title}; programs wait for memory: {waits}",
        "" if stalled is None or stalled < STALLED else str(SHORT),
    )


def _display() -> Finding:
    if machine.has_display():
        return Finding("display", "there is one")
    return Finding(
        "display", "none", "The window cannot open here; `rotom chat` talks in the terminal."
    )


def _sound() -> Iterator[Finding]:
    try:
        found = devices()
    except EngineError as error:
        yield Finding("sound", "not available", str(error))
        return
    for what, names, advice in (
        (
            "microphones",
            [d.name for d in found if d.inputs],
            "Plug a microphone in to talk; typing works without.",
        ),
        (
            "loudspeakers",
            [d.name for d in found if d.outputs],
            "Plug a loudspeaker in to hear Rotom; until then replies are shown.",
        ),
    ):
        yield Finding(what, ", ".join(names) or "none", "" if names else advice)


def _pads() -> Finding:
    pads = Gamepads()
    pads.load()
    pads.poll()
    names = pads.names
    pads.close()
    return Finding("gamepads", ", ".join(names) or "none connected", pads.problem)


def _kept(app: App, folders: UserFolders) -> Iterator[Finding]:
    yield Finding("settings", str(folders.settings_file))
    yield Finding("history", str(folders.history_file))
    yield Finding("log", str(folders.log_file))
    for notice in app.notices:
        yield Finding("notice", "something was not as it should be", notice)


def _models(app: App) -> Iterator[Finding]:
    for row in models.listed(app):
        if row.in_use:
            size = f"{row.bytes / 1e6:.1f} MB" if row.bytes else "inside its library"
            yield Finding(
                row.kind,
                f"{row.title}, {size}. {row.note}",
                "" if row.present else f"{row.path} is missing. Install Rotom again.",
            )


def _engines(app: App) -> Iterator[Finding]:
    """Loads each engine as the program would, and says whether it works."""
    engines = app.engines()
    loads: dict[str, Callable[[], object] | None] = {
        "voice activity": engines.vad,
        "ears load": engines.ears,
        "brain loads": engines.brain,
        "voice loads": engines.voices,
    }
    for what, load in loads.items():
        if load is not None:
            yield _loading(what, partial(load))


def _loading(what: str, load: Callable[[], object]) -> Finding:
    try:
        load()
    except EngineError as error:
        return Finding(what, "no", str(error))
    return Finding(what, "yes")
