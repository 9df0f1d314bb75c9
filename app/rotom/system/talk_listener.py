"""What every listener for a talk button beside a game does, whatever it listens to."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from rotom.stage import Stage

READ_EVERY_S = 0.03
LOOK_EVERY_S = 2.0
"""How often what is listened to is looked for while it is not there."""


class TalkListener(ABC):
    """A stage that calls `talk` when the button goes down, and when it is up again.

    `talk` is called on the stage's thread. What is held when what it listens to goes, or `stop` is
    called, is let go.
    """

    def __init__(self, name: str, talk: Callable[[bool], None]) -> None:
        self._talk = talk
        self._talks = False
        self._stage: Stage[str] = Stage(
            name, self._again, lambda _: self._lose(), teardown=self._lose
        )

    def start(self) -> None:
        self._stage.start()
        self._stage.post("look")

    def stop(self) -> None:
        self._stage.stop()

    @abstractmethod
    def _go_on(self) -> float:
        """Looks whether it is held; gives in how many seconds to look again."""

    @abstractmethod
    def _lose(self) -> None:
        """Lets go of what is listened to, and of what is held."""

    def _hold(self, talks: bool) -> None:
        if talks != self._talks:
            self._talks = talks
            self._talk(talks)

    def _again(self, what: str) -> None:
        self._stage.later(what, self._go_on())
