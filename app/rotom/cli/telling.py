"""What a command tells its user, in the language of the settings."""

import sys

from rotom.files import UserFolders
from rotom.storage import settings_file
from rotom.storage.translations import told_in
from rotom.system.surroundings import interface_language


def in_words(text: str, folders: UserFolders) -> str:
    """A sentence that was worded, in the language of the window."""
    settings, _ = settings_file.load(folders.settings_file)
    return told_in(interface_language(settings), text)


def say(text: str, folders: UserFolders) -> None:
    """Tells what was done."""
    print(in_words(text, folders), flush=True)


def note(text: str, folders: UserFolders) -> None:
    """Tells what is wrong or to be known, beside what a command answers."""
    print(f"rotom: {in_words(text, folders)}", file=sys.stderr, flush=True)
