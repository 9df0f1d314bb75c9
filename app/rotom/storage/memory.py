"""Journals that last as long as the program: for `keep_history` off and for single turns."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rotom.domain.character import Emotion
from rotom.domain.mood import Mood
from rotom.domain.speech import Message


@dataclass(slots=True)
class KeptTurn:
    """What is kept of a turn; None or '' where nothing is."""

    turn_id: str
    said: str | None = None
    heard: str | None = None
    emotion: str = str(Emotion.NEUTRAL)
    complete: bool = False


def messages_of(turns: Iterable[KeptTurn], limit: int) -> list[Message]:
    """The newest `limit` messages of the turns, in their order."""
    messages: list[Message] = []
    for turn in turns:
        if turn.said:
            messages.append(Message("user", turn.said))
        if turn.heard:
            messages.append(Message("assistant", turn.heard, _emotion(turn.emotion)))
    return messages[max(0, len(messages) - limit) :] if limit > 0 else []


def _emotion(name: str) -> Emotion:
    """The emotion of that name; neutral for one that this version does not know."""
    return Emotion(name) if name in set(Emotion) else Emotion.NEUTRAL


class MemoryJournal:
    """A journal that is forgotten at the end. All methods may be called from any thread."""

    def __init__(self, known: Sequence[KeptTurn] = (), mood: Mood | None = None) -> None:
        self._lock = threading.Lock()
        self._turns = {turn.turn_id: turn for turn in known}
        self._mood = mood

    def recent(self, limit: int) -> list[Message]:
        with self._lock:
            return messages_of(self._turns.values(), limit)

    def user_said(self, turn_id: str, text: str) -> None:
        with self._lock:
            self._turn(turn_id).said = text

    def was_heard(self, turn_id: str, text: str, emotion: Emotion, complete: bool) -> None:
        with self._lock:
            turn = self._turn(turn_id)
            turn.heard, turn.emotion, turn.complete = text, str(emotion), complete

    def mood(self) -> Mood | None:
        with self._lock:
            return self._mood

    def keep_mood(self, mood: Mood) -> None:
        with self._lock:
            self._mood = mood

    def _turn(self, turn_id: str) -> KeptTurn:
        return self._turns.setdefault(turn_id, KeptTurn(turn_id))
