"""`rotom personas`: list, show, choose, bring in, save and remove personalities."""

import argparse
import json
import sys
from dataclasses import asdict

from rotom.app import App
from rotom.cli.telling import note, say
from rotom.domain.cards import Version
from rotom.domain.character import LONGEST
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage.conversations import persona_ids


def run(folders: UserFolders, options: argparse.Namespace) -> int:
    """Does what was asked with the personalities that there are."""
    app = App(folders)
    try:
        for notice in app.shelf.notices:
            note(notice, folders)
        return _do(app, options)
    finally:
        app.close()


def _do(app: App, options: argparse.Namespace) -> int:
    match options.action:
        case "show":
            return _show(app, options.id, options.json)
        case "use":
            app.change({"persona": app.shelf.find(options.id).id})
        case "import":
            persona, is_whole = app.shelf.bring_in(options.file, persona_ids(app.history))
            if options.json:
                print(json.dumps(asdict(persona)))
            else:
                say(worded("Taken over: {names}", names=persona.id), app.folders)
            if not is_whole:
                note(worded("Its description is longer than Rotom takes."), app.folders)
        case "export":
            return _export(app, options)
        case "remove":
            app.shelf.find(options.id)
            if app.shelf.is_shipped(options.id) and not app.shelf.is_edited(options.id):
                raise EngineError(
                    worded("{id} is shipped with Rotom and cannot be removed.", id=options.id)
                )
            app.shelf.remove(options.id)
        case _:
            return _list(app, options.json)
    return 0


def _list(app: App, as_json: bool) -> int:
    if as_json:
        print(json.dumps([asdict(each) for each in app.shelf.personas], ensure_ascii=False))
        return 0
    for each in app.shelf.personas:
        chosen = "*" if each.id == app.persona.id else " "
        print(f"{chosen} {each.id:<16} {each.name}, {each.temperament}")
    return 0


def _show(app: App, persona_id: str, as_json: bool) -> int:
    persona = app.shelf.find(persona_id)
    if as_json:
        print(json.dumps(asdict(persona), ensure_ascii=False))
        return 0
    for name in LONGEST:
        if text := getattr(persona, name):
            print(f"{name}: {text}")
    return 0


def _export(app: App, options: argparse.Namespace) -> int:
    version: Version = 3 if options.v3 else 2
    if options.out is None:
        sys.stdout.write(app.shelf.card(options.id, version))
        return 0
    app.shelf.export(options.id, options.out, version)
    say(worded("Saved as {path}", path=options.out), app.folders)
    return 0
