"""`rotom server`: where Rotom thinks, on this machine or on a server of the user's choice."""

import argparse
import json
import sys
from getpass import getpass

from rotom.app import App
from rotom.cli.telling import in_words, say
from rotom.domain.engines import EngineError
from rotom.domain.servers import checked_address, host_of, privacy, stays_here
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.making import may_leave


def run(folders: UserFolders, options: argparse.Namespace) -> int:
    """Does what was asked and returns the exit code."""
    app = App(folders)
    match options.action:
        case "use":
            return _use(app, options.address, options.model, options.agree)
        case "test":
            return _test(options.address or app.settings.server, app, options.json)
        case "key":
            return _keep_key(app)
        case "off":
            app.change({"server": "", "server_agreed": ""})
            say(worded("Rotom thinks on this machine."), app.folders)
            return 0
        case _:
            return _tell(app, options.json)


def _tell(app: App, as_json: bool) -> int:
    settings = app.settings
    agreed = bool(settings.server) and may_leave(settings)
    if as_json:
        told = {"server": settings.server, "model": settings.server_model, "agreed": agreed}
        print(json.dumps(told))
    elif agreed:
        model = settings.server_model or worded("its first model")
        said = worded("Rotom thinks on {server} ({model}).", server=settings.server, model=model)
        say(said, app.folders)
    else:
        say(worded("Rotom thinks on this machine."), app.folders)
    return 0


def _use(app: App, address: str, model: str, agrees: bool) -> int:
    address = checked_address(address)
    if not stays_here(address):
        say(privacy(host_of(address)), app.folders)
        if not agrees and not _is_agreed(app):
            raise EngineError("Nothing was changed. Say --agree, or answer yes, to let them go.")
    app.change({"server": address, "server_model": model, "server_agreed": address})
    now = worded("Rotom thinks on {server} now. `rotom server test` tries it.", server=address)
    say(now, app.folders)
    return 0


def _is_agreed(app: App) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    question = in_words(worded("Let your words go there? [y/N] "), app.folders)
    return input(question).strip().lower() in {"y", "yes"}


def _test(address: str, app: App, as_json: bool) -> int:
    if not address:
        raise EngineError("Name the server to test.")
    from rotom.engines.openai_api import ServerBrain
    from rotom.system.keys import key_for

    address = checked_address(address)
    probe = ServerBrain(address, app.settings.server_model, key_for(address)).probe()
    if as_json:
        said = {"models": probe.models, "model": probe.model, "seconds": round(probe.seconds, 3)}
        print(json.dumps(said, ensure_ascii=False))
        return 0
    names = ", ".join(probe.models)
    say(worded("{server} has {names}.", server=address, names=names), app.folders)
    ms = 1000 * probe.seconds
    first = worded("{model} said its first word after {ms:.0f} ms.", model=probe.model, ms=ms)
    say(first, app.folders)
    return 0


def _keep_key(app: App) -> int:
    if not app.settings.server:
        raise EngineError("Choose a server first, with `rotom server use`.")
    from rotom.system.keys import keep_key

    key = (
        getpass(in_words(worded("Key: "), app.folders))
        if sys.stdin.isatty()
        else sys.stdin.readline()
    )
    keep_key(checked_address(app.settings.server), key.strip())
    kept = worded("The key is in the keyring.")
    say(kept if key.strip() else worded("The key is forgotten."), app.folders)
    return 0
