"""Where the command begins: the window and the words are put together here."""

import sys

from rotom.files import UserFolders, assets


def main() -> int:
    """The command `rotom`; returns its exit code."""
    from rotom.cli.main import main as run_command

    return run_command(open_window=_open_window, draw_picture=_draw_picture)


def _open_window(folders: UserFolders, full_screen: bool) -> int:
    from rotom.ui.window import open_window

    return open_window(folders, full_screen)


def _draw_picture(kind: str, width: int, height: int) -> bytes:
    from rotom.ui.artwork import draw

    return draw(assets(), kind, width, height)


if __name__ == "__main__":
    sys.exit(main())
