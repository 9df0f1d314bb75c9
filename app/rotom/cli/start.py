"""`rotom` by itself: the window; without a display the terminal; without that a demonstration.

What only the terminal needs is imported there: the window is to be seen sooner.
"""

from collections.abc import Callable

from rotom.domain.wording import worded
from rotom.files import UserFolders, assets
from rotom.system.machine import has_display, has_terminal

QUESTION = "sounds/question.wav"


def run(folders: UserFolders, open_window: Callable[[], int]) -> int:
    if has_display():
        return open_window()
    if has_terminal():
        from rotom.cli import chat
        from rotom.cli.telling import say

        say(worded("There is no display here, so Rotom talks in this terminal."), folders)
        return chat.run(folders, as_json=False)
    return _demonstrate(folders)


def _demonstrate(folders: UserFolders) -> int:
    """One turn through the whole loop: a shipped question is heard, answered and spoken."""
    from rotom.cli import talk
    from rotom.cli.telling import say

    question = assets() / QUESTION
    out = folders.cache / "demonstration.wav"
    out.parent.mkdir(parents=True, exist_ok=True)
    say(
        worded("There is neither a display nor a terminal here: Rotom shows one turn and ends."),
        folders,
    )
    say(worded("question: {path}", path=question), folders)
    code = talk.run(folders, question, out, as_json=False, keep=False)
    say(worded("spoken reply: {path}", path=out), folders)
    return code
