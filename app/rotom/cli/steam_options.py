"""The options of `rotom steam`, apart from the work: the help is quick."""

import argparse
from collections.abc import Sequence

from rotom.cli.actions import actions_of
from rotom.domain.wording import worded


def add_arguments(
    command: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> None:
    """What can be done with the library; without a word its state is told."""
    action = actions_of(command, parents)
    for name, says in (
        ("install", worded("add Rotom to the library, with pictures and a controller layout")),
        ("remove", worded("take Rotom out of the library again")),
        ("status", worded("say whether Rotom is in the library, and what Steam would start")),
    ):
        action(name, says).add_argument(
            "--account", metavar="NAME", default="", help="that account only, by name or number"
        )
    command.set_defaults(account="")
