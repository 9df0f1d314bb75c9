"""`rotom steam`: puts Rotom into the Steam library, takes it out, and says how it stands there."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from rotom.domain.engines import EngineError
from rotom.domain.steam import Account, Launch, run_id
from rotom.domain.wording import worded
from rotom.storage import steam_library
from rotom.storage.steam_library import Draw
from rotom.system import steam

RUNNING = worded(
    "Steam is running, and would undo the change when it ends. Close Steam (on a Deck: switch to "
    "the desktop and close it there), then try again."
)


def run(
    options: argparse.Namespace,
    draw: Draw,
    home: Path | None = None,
    is_running: Callable[[], bool] = steam.is_running,
) -> int:
    """Does what was asked for every account that has played here."""
    accounts = _wanted(steam.accounts(home or Path.home()), options.account)
    launch = steam.launch()
    match options.action:
        case "install":
            _wait_for_steam(is_running)
            for account in accounts:
                steam_library.install(account, launch, draw)
                print(f"{_who(account)}: Rotom is in the library.")
            print("Start Steam to see it. In gaming mode it is under Non-Steam.")
        case "remove":
            _wait_for_steam(is_running)
            for account in accounts:
                was_there = steam_library.remove(account, launch)
                print(f"{_who(account)}: Rotom {'is out of' if was_there else 'was not in'} it.")
        case _:
            _tell(accounts, launch, is_running(), options.json)
    return 0


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


def _tell(accounts: tuple[Account, ...], launch: Launch, runs: bool, as_json: bool) -> None:
    places = [(account, steam_library.look(account, launch)) for account in accounts]
    if as_json:
        told = [
            {
                "account": account.id,
                "name": account.name,
                "steam": str(account.steam),
                "installed": place.app is not None,
                "app": place.app,
                "program": place.program,
                "pictures": place.pictures,
            }
            for account, place in places
        ]
        report = {"running": runs, "program": launch.program, "accounts": told}
        print(json.dumps(report, ensure_ascii=False))
        return
    for account, place in places:
        if place.app is None:
            print(f"{_who(account)}: Rotom is not in the library.")
            continue
        print(f"{_who(account)}: Rotom is in the library, {place.pictures} of 5 pictures.")
        print(f"  starts {place.program}, as steam://rungameid/{run_id(place.app)}")
        if not Path(place.program).exists():
            print("  That is not there any more: `rotom steam install` brings it up to date.")
