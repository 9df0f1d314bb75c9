"""The words that say what a command does: `rotom models get`, `rotom history list`."""

import argparse
from collections.abc import Callable, Sequence

from rotom.cli.helping import Helping

Action = Callable[[str, str], argparse.ArgumentParser]


def actions_of(
    command: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> Action:
    """Makes the actions of a command, each by its name and what it says of itself."""
    actions = command.add_subparsers(dest="action", metavar="WHAT")

    def action(name: str, says: str) -> argparse.ArgumentParser:
        return actions.add_parser(
            name, help=says, description=says, parents=list(parents), formatter_class=Helping
        )

    return action
