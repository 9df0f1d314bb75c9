"""The options of `rotom personas`, apart from the work: the help is quick."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rotom.cli.actions import actions_of


def add_arguments(
    personas: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> None:
    """What can be done with personalities; without a word they are listed."""
    action = actions_of(personas, parents)
    action("list", "list the personalities; a star marks the one that is chosen")
    action("show", "print all that makes up a personality").add_argument("id", metavar="ID")
    action("use", "be this one from now on").add_argument("id", metavar="ID")
    take = action("import", "take over a character card: JSON, PNG or CharX, version 1 to 3")
    take.add_argument("file", type=Path, metavar="FILE")
    export = action("export", "write a personality as a character card")
    export.add_argument("id", metavar="ID")
    export.add_argument(
        "--out", type=Path, metavar="FILE", help="a .json or .png; without it: JSON to the terminal"
    )
    export.add_argument(
        "--v3", action="store_true", help="JSON of version 3; without it 2; a PNG holds both"
    )
    remove = action("remove", "remove one of yours; a shipped one is again as it was shipped")
    remove.add_argument("id", metavar="ID")
