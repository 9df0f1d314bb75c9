"""`rotom` by itself: the window; without a display the terminal; without that a demonstration."""

from collections.abc import Callable

from rotom.cli import chat, talk
from rotom.files import UserFolders, assets
from rotom.system.machine import has_display, has_terminal

QUESTION = "sounds/question.wav"


def run(folders: UserFolders, open_window: Callable[[UserFolders], int]) -> int:
    if has_display():
        return open_window(folders)
    if has_terminal():
        print("There is no display here, so Rotom talks in this terminal.")
        return chat.run(folders, as_json=False)
    return _demonstrate(folders)


def _demonstrate(folders: UserFolders) -> int:
    """One turn through the whole loop: a shipped question is heard, answered and spoken."""
    question = assets() / QUESTION
    out = folders.cache / "demonstration.wav"
    out.parent.mkdir(parents=True, exist_ok=True)
    print("There is neither a display nor a terminal here: Rotom shows one turn and ends.")
    print(f"question: {question}")
    code = talk.run(folders, question, out, as_json=False, keep=False)
    print(f"spoken reply: {out}")
    return code
