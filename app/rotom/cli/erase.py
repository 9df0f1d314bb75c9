"""`rotom erase`: deletes all data of the user, after a question."""

import argparse
import sys

from rotom.app import App
from rotom.cli.telling import in_words, say
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.system import instance

QUESTION = worded(
    "This deletes all conversations, what you said about games, your own personalities, the "
    "settings and the log. It cannot be undone. Delete all of it? [y/N] "
)


def run(folders: UserFolders, options: argparse.Namespace) -> int:
    """Asks unless it was told not to; EngineError where Rotom is open."""
    if not options.yes:
        if not sys.stdin.isatty():
            raise EngineError("Nothing was deleted. Say --yes to delete without a question.")
        if input(in_words(QUESTION, folders)).strip().lower() not in ("y", "yes"):
            say(worded("Nothing was deleted."), folders)
            return 0
    right = instance.claim(folders)
    if right is None:
        raise EngineError("Rotom is open. Close it first, or delete under Settings, Privacy.")
    try:
        app = App(folders)
        try:
            say(app.erase(), folders)
        finally:
            app.close()
    finally:
        right.release()
    return 0
