"""What an engine has to tell of itself: who stands in for whom, and where the words are thought."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from rotom.domain.engines import EngineError


class BrainAway(EngineError):
    """A brain that is elsewhere cannot be reached, or went away in the middle of a reply."""


@runtime_checkable
class TellsNews(Protocol):
    """An engine that may have something to say besides its work, at once or later."""

    def tell_to(self, tell: Callable[[str], None]) -> None:
        """`tell` is called with each sentence, on the thread that uses the engine."""
        ...
