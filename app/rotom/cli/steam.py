"""`rotom steam`: puts Rotom into the Steam library, takes it out, and says how it stands there."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from rotom.cli.telling import note
from rotom.domain.engines import EngineError
from rotom.domain.steam import Account, Launch, run_id
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage import steam_library
from rotom.storage.steam_library import Draw
from rotom.system import steam

RUNNING = worded(
    "Steam is running, and would undo the change when it ends. Close Steam (on a Deck: switch to "
    "the desktop and close it there), then try again."
)


def run(
    folders: UserFolders,
    options: argparse.Namespace,
    draw: Draw,
    home: Path | None = None,
    is_running: Callable[[], bool] = steam.is_running,
) -> int:
    """Does what was asked for every account that has played here.

    An account whose files cannot be used is told, stops no other, and makes it 1.
    """
    accounts = _wanted(steam.accounts(home or Path.home()), options.account)
    launch = steam.launch()
    if options.action == "status" and options.json:
        _tell_as_json(accounts, launch, is_running())
        return 0
    if options.action != "status":
        _wait_for_steam(is_running)
    failed = 0
    for account in accounts:
        try:
            print(f"{_who(account)}: {_done(options.action, account, launch, draw)}", flush=True)
        except EngineError as error:
            note(worded("{who}: {why}", who=_who(account), why=error), folders)
            failed += 1
    if options.action == "install" and failed < len(accounts):
        print("Start Steam to see it. In gaming mode it is under Non-Steam.")
    return int(failed > 0)


def _done(action: str, account: Account, launch: Launch, draw: Draw) -> str:
    """Does it for one account, and says so."""
    match action:
        case "install":
            steam_library.install(account, launch, draw)
            return "Rotom is in the library."
        case "remove":
            was_there = steam_library.remove(account, launch)
            return f"Rotom {'is out of' if was_there else 'was not in'} it."
    place = steam_library.look(account, launch)
    if place.app is None:
        return "Rotom is not in the library."
    lines = [
        f"Rotom is in the library, {place.pictures} of 5 pictures.",
        f"  starts {place.program}, as steam://rungameid/{run_id(place.app)}",
    ]
    if not Path(place.program).exists():
        lines.append("  That is not there any more: `rotom steam install` brings it up to date.")
    return "\n".join(lines)


def _wanted(accounts: tuple[Account, ...], named: str) -> tuple[Account, ...]:
    if not accounts:
        raise EngineError(
            "No Steam account was found in this home folder. Install Steam, sign in once, close "
            "it, and try again."
        )
    if not named:
        return accounts
    wanted = tuple(each for each in accounts if named in (each.id, each.name))
    if not wanted:
        raise EngineError(
            worded(
                "No account is called {name}. There are: {names}.",
                name=named,
                names=", ".join(_who(each) for each in accounts),
            )
        )
    return wanted


def _who(account: Account) -> str:
    sandboxed = " in the Flatpak" if ".var" in account.steam.parts else ""
    return f"{account.name} ({account.id}){sandboxed}"


def _wait_for_steam(is_running: Callable[[], bool]) -> None:
    """Lets the one at the terminal close Steam first; EngineError where nobody can."""
    while is_running():
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise EngineError(RUNNING)
        said = input("Steam is running. Close it and press Enter, or type q to stop. ")
        if said.strip().lower().startswith("q"):
            raise EngineError("Nothing was changed.")


def _tell_as_json(accounts: tuple[Account, ...], launch: Launch, runs: bool) -> None:
    told = [_row(account, launch) for account in accounts]
    report = {"running": runs, "program": launch.program, "accounts": told}
    print(json.dumps(report, ensure_ascii=False))


def _row(account: Account, launch: Launch) -> dict[str, object]:
    who = {"account": account.id, "name": account.name, "steam": str(account.steam)}
    try:
        place = steam_library.look(account, launch)
    except EngineError as error:
        return {**who, "installed": None, "why": str(error)}
    return {
        **who,
        "installed": place.app is not None,
        "app": place.app,
        "program": place.program,
        "pictures": place.pictures,
    }
