"""Rotom's mood while it talks with somebody: kept in their journal, told when it changes."""

from collections.abc import Callable

from rotom.conversation.events import Event, MoodChanged, Problem
from rotom.domain import mood as moods
from rotom.domain.character import Persona
from rotom.domain.engines import EngineError, Journal


class Feelings:
    """All methods are called on the thinking thread. `mood` is what is felt now."""

    def __init__(
        self, persona: Persona, clock: Callable[[], float], emit: Callable[[Event], None]
    ) -> None:
        self._baseline = persona.baseline
        self._journal: Journal | None = None
        self._clock = clock
        self._emit = emit
        self.mood = moods.awake(self._baseline, clock())

    def begin(self, persona: Persona, journal: Journal) -> None:
        """Goes on as a persona, with the mood that its journal kept."""
        self._baseline, self._journal = persona.baseline, journal
        kept: moods.Mood | None = None
        try:
            kept = journal.mood()
        except EngineError as error:
            self._emit(Problem(str(error)))
        self.feel(kept or moods.awake(self._baseline, self._clock()))

    def by_now(self) -> moods.Mood:
        """What the mood has become with the time that has passed."""
        return moods.drifted(self.mood, self._baseline, self._clock())

    def feel(self, mood: moods.Mood) -> None:
        self.mood = mood
        emotion, intensity = moods.emotion_of(mood)
        self._emit(MoodChanged(mood, moods.word_for(mood), emotion, intensity))

    def keep(self) -> None:
        """Writes the mood down."""
        if self._journal is None:
            return
        try:
            self._journal.keep_mood(self.mood)
        except EngineError as error:
            self._emit(Problem(str(error)))
