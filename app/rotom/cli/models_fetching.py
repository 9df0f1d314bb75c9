"""What of `rotom models` needs the network: get, add and verify-catalog."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from rotom.app import App
from rotom.cli.telling import in_words, say
from rotom.domain.catalog import Kind, Model
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.storage.fetching import Paused, Wishes, get
from rotom.storage.hub_listing import differences
from rotom.storage.own_models import describe
from rotom.storage.pace import Progress, bytes_per_s
from rotom.storage.web import web_of_environment

if TYPE_CHECKING:
    from rotom.storage.web import Web

_WIDTH = 24
_TERMINAL_S, _PROGRAM_S = 0.1, 0.5
"""How often progress is told at most."""


def run(app: App, options: argparse.Namespace, open_web: "Callable[[], Web] | None" = None) -> int:
    """Fetches, adds or compares, and returns the exit code."""
    web = open_web or web_of_environment
    match options.action:
        case "add":
            return _add(app, options, web)
        case "verify-catalog":
            return _verify_catalog(app, options, web)
    models = [app.models.find(each) for each in options.ids] or _suiting(app)
    for model in models:
        _get(app, model, options, web)
    return 0


def _suiting(app: App) -> list[Model]:
    advised = [app.advice(kind) for kind in Kind]
    models = [advice.model for advice in advised if advice.model is not None]
    if not models:
        raise EngineError(advised[0].why)
    return models


def _get(
    app: App, model: Model, options: argparse.Namespace, open_web: "Callable[[], Web]"
) -> None:
    teller = _ToPrograms(model) if options.json else _ToPeople(app, model)
    accepts = options.accept_licence or (not options.json and _is_accepted(app, model))
    wishes = Wishes(
        progress=teller.progress,
        tell=teller.note,
        bytes_per_s=lambda: options.limit or bytes_per_s(app.settings.download_limit),
        accepts_licence=accepts,
        waits=True,
        links=not options.no_links,
        keeps_apart=app.folders.config == app.folders.data,
        open_web=open_web,
    )
    try:
        path = get(app.models, model, wishes)
    except (Paused, KeyboardInterrupt):
        teller.paused()
        raise KeyboardInterrupt from None
    except EngineError as error:
        teller.failed(str(error))
        raise
    teller.done(str(path))


def _is_accepted(app: App, model: Model) -> bool:
    """Asks in a terminal; elsewhere nobody can say yes."""
    if not model.licence.must_be_accepted or app.models.holding(model).is_whole:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print(f"{model.title}: {model.licence.name}\n{model.licence.url}")
    question = in_words(worded("Do you accept this licence? [y/N] "), app.folders)
    return input(question).strip().lower() in {"y", "yes"}


class _ToPrograms:
    """Progress as lines of JSON, each with an `event` and the model's `id`."""

    def __init__(self, model: Model) -> None:
        self._id = model.id
        self._told_s = 0.0

    def progress(self, progress: Progress) -> None:
        if not _is_due(self, _PROGRAM_S, progress):
            return
        left_s = progress.seconds_left
        self._print(
            "progress",
            bytes=progress.done,
            total_bytes=progress.total,
            bytes_per_s=round(progress.bytes_per_s),
            seconds_left=None if left_s is None else round(left_s),
        )

    def note(self, text: str) -> None:
        self._print("note", text=text)

    def paused(self) -> None:
        self._print("paused")

    def failed(self, text: str) -> None:
        self._print("failed", text=text)

    def done(self, path: str) -> None:
        self._print("done", path=path)

    def _print(self, event: str, **more: object) -> None:
        line = {"event": event, "id": self._id, **more}
        print(json.dumps(line, ensure_ascii=False), flush=True)


class _ToPeople:
    """Progress as a bar in a terminal, and as a line for each tenth elsewhere."""

    def __init__(self, app: App, model: Model) -> None:
        self._folders = app.folders
        self._model = model
        self._told_s = 0.0
        self._tenth = -1
        self._is_terminal = sys.stdout.isatty()
        self._has_bar = False

    def progress(self, progress: Progress) -> None:
        if self._is_terminal:
            if _is_due(self, _TERMINAL_S, progress):
                self._has_bar = True
                print(f"\r\033[K{self._bar(progress)}", end="", flush=True)
            return
        tenth = 10 * progress.done // progress.total
        if tenth > self._tenth:
            self._tenth = tenth
            print(self._bar(progress), flush=True)

    def note(self, text: str) -> None:
        self._end_bar()
        say(text, self._folders)

    def paused(self) -> None:
        self._end_bar()
        say(
            worded("Paused. `rotom models get {id}` goes on where it was.", id=self._model.id),
            self._folders,
        )

    def failed(self, _text: str) -> None:
        self._end_bar()

    def done(self, path: str) -> None:
        self._end_bar()
        say(worded("{title} is here: {path}", title=self._model.title, path=path), self._folders)

    def _bar(self, progress: Progress) -> str:
        share = progress.done / progress.total
        filled = int(share * _WIDTH)
        bar = "#" * filled + "-" * (_WIDTH - filled)
        line = f"{self._model.id}  [{bar}] {100 * share:3.0f} %"
        line += f"  {progress.done / 1e6:.1f} of {progress.total / 1e6:.1f} MB"
        if progress.bytes_per_s:
            line += f"  {progress.bytes_per_s / 1e6:.1f} MB/s"
        if progress.seconds_left:
            line += f"  {_duration(progress.seconds_left)} left"
        return line

    def _end_bar(self) -> None:
        if self._has_bar:
            print()
        self._has_bar = False


def _is_due(teller: _ToPrograms | _ToPeople, every_s: float, progress: Progress) -> bool:
    now_s = time.monotonic()
    if now_s - teller._told_s < every_s and progress.done < progress.total:
        return False
    teller._told_s = now_s
    return True


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


def _add(app: App, options: argparse.Namespace, open_web: "Callable[[], Web]") -> int:
    model = describe(options.place, open_web, options.id)
    app.models.add(model)
    if options.json:
        print(json.dumps({"id": model.id, "kind": str(model.kind), "bytes": model.bytes}))
        return 0
    if model.folder:
        said = worded(
            "{title} is a model of yours now. `rotom models use {id}` chooses it; its files stay "
            "where they are.",
            title=model.title,
            id=model.id,
        )
    else:
        said = worded(
            "{title} is a model of yours now. `rotom models get {id}` fetches it ({url}).",
            title=model.title,
            id=model.id,
            url=model.licence.url,
        )
    say(said, app.folders)
    return 0


def _verify_catalog(app: App, options: argparse.Namespace, open_web: "Callable[[], Web]") -> int:
    models = [app.models.find(each) for each in options.ids]
    models = models or [model for model in app.models.models if not model.folder]
    wrong = 0
    with open_web() as web:
        for model in models:
            try:
                said = differences(web, model)
            except EngineError as error:
                said = [str(error)]
            wrong += bool(said)
            if options.json:
                print(json.dumps({"id": model.id, "differences": said}), flush=True)
            else:
                told = " ".join(in_words(each, app.folders) for each in said)
                well = in_words(worded("as the hub has it."), app.folders)
                print(f"{model.id}: {told or well}", flush=True)
    return 1 if wrong else 0
