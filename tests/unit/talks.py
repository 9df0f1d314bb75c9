"""Exchanges with one persona, as a history keeps them: for tests of conversations."""

from rotom.domain.character import Emotion
from rotom.storage.history import History

PERSONA = "calm"


def exchange(history: History, turn: str, said: str, heard: str, whole: bool = True) -> None:
    """The user said something and heard something."""
    journal = history.journal(PERSONA)
    journal.user_said(turn, said)
    journal.was_heard(turn, heard, Emotion.JOY, complete=whole)
