"""The options of `rotom history`, apart from the work: the help is quick."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rotom.cli.actions import actions_of


def add_arguments(
    history: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> None:
    """What can be done with conversations; without a word they are listed."""
    action = actions_of(history, parents)
    action("list", "list the conversations, the one used last first")
    search = action("search", "find where words stand in all conversations")
    search.add_argument("words", nargs="+", metavar="WORD")
    export = action("export", "write conversations as JSON or Markdown")
    export.add_argument("ids", nargs="*", type=int, metavar="ID", help="without one: all")
    export.add_argument("--markdown", action="store_true", help="to read, not to take along")
    export.add_argument("--out", type=Path, metavar="FILE", help="without it: to the terminal")
    take = action("import", "take over the conversations of a JSON file that Rotom wrote")
    take.add_argument("file", type=Path, metavar="FILE")
    rename = action("rename", "give a conversation a name, or its first words back")
    rename.add_argument("id", type=int, metavar="ID")
    rename.add_argument("title", nargs="*", metavar="TITLE")
    delete = action("delete", "delete a conversation; `restore` brings it back within a day")
    delete.add_argument("id", type=int, metavar="ID")
    restore = action("restore", "bring a deleted conversation back")
    restore.add_argument("id", type=int, metavar="ID")
