"""Tells of a reply as it grows."""

from collections.abc import Callable, Iterable, Iterator

from rotom.conversation.events import Event, ReplyGrew
from rotom.conversation.turn import Turn
from rotom.domain.text import shown


class Telling:
    """Shows what a reply gains, but nothing of it before its turn is committed."""

    def __init__(self, turn: Turn, emit: Callable[[Event], None]) -> None:
        self._turn = turn
        self._emit = emit
        self._raw = ""
        self._told = 0

    @property
    def anything(self) -> bool:
        return bool(shown(self._raw).strip())

    def through(self, pieces: Iterable[str]) -> Iterator[str]:
        for piece in pieces:
            self._turn.reached("first_token_ms")
            self._raw += piece
            self.tell()
            yield piece
        self._turn.written = shown(self._raw).strip()

    def tell(self) -> None:
        def tell_the_rest() -> None:
            text = shown(self._raw)
            if self._turn.is_committed() and len(text) > self._told:
                grown, self._told = text[self._told :], len(text)
                self._emit(ReplyGrew(self._turn.id, grown))

        self._turn.unless_cancelled(tell_the_rest)
