"""Where the command begins: the window and the words are put together here."""

import sys

from rotom.files import UserFolders


def main() -> int:
    """The command `rotom`; returns its exit code."""
    from rotom.cli.main import main as run_command

    return run_command(open_window=_open_window)


def _open_window(folders: UserFolders) -> int:
    from rotom.ui.window import open_window

    return open_window(folders)


if __name__ == "__main__":
    sys.exit(main())
