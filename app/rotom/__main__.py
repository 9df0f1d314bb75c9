"""Where the command begins: the window and the words are put together here."""

import sys

from rotom.files import UserFolders


def main() -> int:
    """The command `rotom`; returns its exit code."""
    from rotom.cli.main import main as run_command

    return run_command(open_window=_open_window)


def _open_window(folders: UserFolders) -> int:
    from rotom.app import App
    from rotom.ui.window import run

    return run(App(folders))


if __name__ == "__main__":
    sys.exit(main())
