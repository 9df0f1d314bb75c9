"""`rotom history`: list, search, save, take over and delete conversations."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import datetime

from rotom.app import App
from rotom.cli.telling import note, say
from rotom.domain.conversations import Conversation
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage import transfer
from rotom.storage.conversations import Conversations
from rotom.storage.safe_files import write_text


def run(folders: UserFolders, options: argparse.Namespace) -> int:
    """Does what was asked with the conversations of the persona that is chosen."""
    app = App(folders)
    try:
        for notice in app.history.notices:
            note(notice, folders)
        return _do(app, Conversations(app.history, app.persona.id), options)
    finally:
        app.close()


def _do(app: App, talks: Conversations, options: argparse.Namespace) -> int:
    match options.action:
        case "search":
            return _search(app, talks, " ".join(options.words), options.json)
        case "export":
            return _export(app, talks, options)
        case "import":
            taken = transfer.take(app.history, app.persona.id, options.file)
            if options.json:
                print(json.dumps(taken))
            else:
                say(worded("Taken over: {names}", names=_numbers(taken)), app.folders)
        case "rename":
            talks.rename(options.id, " ".join(options.title))
        case "delete":
            talks.delete(options.id)
            say(
                worded(
                    "Deleted. `rotom history restore {id}` brings it back within a day.",
                    id=options.id,
                ),
                app.folders,
            )
        case "restore":
            talks.restore(options.id)
        case _:
            return _list(app, talks, options.json)
    return 0


def _list(app: App, talks: Conversations, as_json: bool) -> int:
    listed = talks.listed()
    if as_json:
        print(json.dumps([asdict(one) for one in listed], ensure_ascii=False))
        return 0
    for one in listed:
        print(f"{one.id:>5}  {_when(one.used_at_s)}  {one.title}")
    if not listed:
        say(worded("Nothing was said yet."), app.folders)
    return 0


def _search(app: App, talks: Conversations, words: str, as_json: bool) -> int:
    found = talks.find(words)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return 0
    for one in found:
        who = "you" if one.mine else "it"
        print(f"{one.conversation:>5}  {_when(one.at_s)}  {one.title}\n       {who}: {one.excerpt}")
    if not found:
        say(worded("Nothing was found."), app.folders)
    return 0


def _export(app: App, talks: Conversations, options: argparse.Namespace) -> int:
    wanted = _wanted(talks, options.ids)
    taken = transfer.as_json(app.history, [one.id for one in wanted])
    if options.markdown:
        text = "\n".join(
            transfer.as_markdown(str(one["title"]), app.persona.name, one["turns"])  # type: ignore[arg-type]
            for one in taken
        )
    else:
        text = transfer.dumped(taken)
    if options.out is None:
        sys.stdout.write(text)
        return 0
    try:
        write_text(options.out, text)
    except OSError as error:
        raise EngineError(
            worded("{out} cannot be written: {why}.", out=options.out, why=error.strerror)
        ) from error
    say(worded("Saved as {path}", path=options.out), app.folders)
    return 0


def _wanted(talks: Conversations, ids: list[int]) -> list[Conversation]:
    listed = {one.id: one for one in talks.listed()}
    missing = [id_ for id_ in ids if id_ not in listed]
    if missing:
        raise EngineError(
            worded(
                "There is no conversation {missing}; `rotom history list` names those there are.",
                missing=missing[0],
            )
        )
    return [listed[id_] for id_ in ids] if ids else list(listed.values())


def _numbers(ids: list[int]) -> str:
    return ", ".join(map(str, ids))


def _when(at_s: float) -> str:
    return f"{datetime.fromtimestamp(max(0.0, at_s)).astimezone():%Y-%m-%d %H:%M}"
