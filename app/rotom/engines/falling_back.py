"""A brain on a server with the one of this machine behind it: one or the other answers."""

import math
import time
from collections.abc import Callable, Iterator, Sequence

from rotom.domain.engines import ANY_WORDS, LanguageModel, never
from rotom.domain.news import BrainAway
from rotom.domain.prompt import fit_history
from rotom.domain.speech import Message
from rotom.domain.wording import worded

ASK_AGAIN_S = 20.0
"""How long the server is left alone after it was away."""

_REPLY_TOKENS = 200


class FallingBack:
    """Asks `far`; while that is away, the brain that `load_near` loads, and says so each time."""

    def __init__(
        self,
        far: LanguageModel,
        load_near: Callable[[], LanguageModel],
        clock: Callable[[], float] = time.monotonic,
        again_s: float = ASK_AGAIN_S,
    ) -> None:
        """`far` is asked again `again_s` after it was away."""
        self._again_s = again_s
        self._far = far
        self._load_near = load_near
        self._clock = clock
        self._near: LanguageModel | None = None
        self._away_since_s: float | None = None
        self._most_threads = 0
        self._tell: Callable[[str], None] = lambda _text: None

    @property
    def name(self) -> str:
        """The brain that answers now."""
        return self._far.name if self._away_since_s is None else self._near_brain().name

    @property
    def context_tokens(self) -> int:
        return self._far.context_tokens

    def count_tokens(self, text: str) -> int:
        return self._far.count_tokens(text)

    def tell_to(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def limit_threads(self, most: int) -> None:
        self._most_threads = most
        if self._near is not None:
            self._near.limit_threads(most)

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        if self._away_since_s is None:
            try:
                self._far.warm(messages, newest, cancelled)
            except BrainAway as error:
                self._gone(error)
            else:
                return
        self._near_brain().warm(messages, newest, cancelled)

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        """From the server, or from this machine; what the server leaves undone is begun anew."""
        if self._may_ask():
            try:
                for piece in self._far.reply(messages, cancelled):
                    self._is_there()
                    yield piece
            except BrainAway as error:
                self._gone(error)
            else:
                return
        if not cancelled():
            near = self._near_brain()
            yield from near.reply(_fitting(messages, near), cancelled)

    def _may_ask(self) -> bool:
        since_s = self._away_since_s
        return since_s is None or self._clock() - since_s >= self._again_s

    def _is_there(self) -> None:
        if self._away_since_s is not None:
            self._away_since_s = None
            self._tell(worded("{name} is back and thinks again.", name=self._far.name))

    def _gone(self, error: BrainAway) -> None:
        was_there = self._away_since_s is None
        self._away_since_s = self._clock()
        if was_there:
            for_good = self._again_s == math.inf
            self._tell(
                worded("{why} The brain on this machine answers.", why=error)
                if for_good
                else worded("{why} The brain on this machine answers until it is back.", why=error)
            )

    def _near_brain(self) -> LanguageModel:
        if self._near is None:
            self._near = self._load_near()
            self._near.limit_threads(self._most_threads)
        return self._near


def _fitting(messages: Sequence[Message], near: LanguageModel) -> Sequence[Message]:
    """The messages as far as the smaller context of the brain here holds them."""

    def cost(message: Message) -> int:
        return near.count_tokens(message.text) + 8

    if len(messages) < 3:
        return messages
    first, *history, last = messages
    room = near.context_tokens - _REPLY_TOKENS - cost(first) - cost(last)
    return [first, *fit_history(history, cost, room), last]
