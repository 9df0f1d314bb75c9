"""What Rotom does by itself: it says what is worth a sentence, and comes to after a sleep."""

import time
from collections.abc import Callable
from dataclasses import replace

from rotom.conversation.session import Engines, Session
from rotom.domain.prompt import Facts
from rotom.domain.remarks import Said, Sitting, remark
from rotom.domain.settings import Settings
from rotom.domain.speech import Language
from rotom.system.scenes import Scenes
from rotom.system.sleeping import Sleeping
from rotom.system.surroundings import Surroundings


class ByItself:
    """Looks around whenever it is asked to, on any one thread; `join` gives it the conversation."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        engines: Callable[[], Engines],
        surroundings: Surroundings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._engines = engines
        self._surroundings = surroundings
        self._clock = clock
        self._sleeping = Sleeping()
        self._said = Said()
        self._sitting = Sitting()
        self._scenes = Scenes()

    def facts(self) -> Facts:
        """What the brain is told of this moment."""
        return self._surroundings.facts(self._settings().mention_game)

    def heard(self) -> None:
        """The user said or typed something; any thread may tell it."""
        self._sitting = self._sitting.heard(self._clock())

    def look(self, session: Session) -> None:
        """Comes to where the machine slept, and says what is worth a sentence."""
        if self._sleeping.slept_s():
            self.resume(session)
        self._remark(session)

    def resume(self, session: Session) -> None:
        """The machine slept: sound devices are opened anew, and the mood knows of the time."""
        self._sitting = Sitting()
        engines = self._engines()
        session.wake(engines.microphone, engines.loudspeaker)

    def _remark(self, session: Session) -> None:
        """As seldom as the user wants, over nobody, and into no scene of a game."""
        settings = self._settings()
        moment = replace(self._surroundings.moment(), talked_s=self._sitting.seconds)
        if moment.game:
            self._sitting = Sitting()
        minds_scenes = settings.quiet_in_scenes and settings.remark_every_min and moment.game
        if minds_scenes:
            self._scenes.look()
        words, said = remark(
            moment,
            self._said,
            settings.remark_every_min,
            self._clock(),
            Language(settings.language),
        )
        if words and minds_scenes and self._scenes.goes_on():
            return
        if not words or session.remark(words) is not None:
            self._said = said
