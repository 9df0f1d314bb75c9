"""`rotom` by itself: the window; without a display the terminal; without that a demonstration.

What only the terminal needs is imported there: the window is to be seen sooner.
"""

from collections.abc import Callable

from rotom.files import UserFolders, assets
from rotom.system.machine import has_display, has_terminal

QUESTION = "sounds/question.wav"


def run(folders: UserFolders, open_window: Callable[[], int]) -> int:
    if has_display():
        return open_window()
    if has_terminal():
        from rotom.cli import chat

        print("There is no display here, so Rotom talks in this terminal.")
        return chat.run(folders, as_json=False)
    return _demonstrate(folders)


def _demonstrate(folders: UserFolders) -> int:
    """One turn through the whole loop: a shipped question is heard, answered and spoken."""
    from rotom.cli import talk

    question = assets() / QUESTION
    out = folders.cache / "demonstration.wav"
    out.parent.mkdir(parents=True, exist_ok=True)
    print("There is neither a display nor a terminal here: Rotom shows one turn and ends.")
    print(f"question: {question}")
    code = talk.run(folders, question, out, as_json=False, keep=False)
    print(f"spoken reply: {out}")
    return code
