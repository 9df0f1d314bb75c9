"""What is known of a reply while it is spoken: its sentences and how much of each was heard."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rotom.conversation.turn import Turn
from rotom.domain.engines import Journal
from rotom.domain.mood import Mood
from rotom.domain.speech import Sentence, SpokenPhrase
from rotom.domain.text import heard_part

ECHO_S = 1.5
"""How long after its end a sentence may still be heard: a slow device, the room, the frames."""


class Said:
    """The newest sentences that sounded. Any thread may ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sentences: tuple[tuple[str, float], ...] = ()

    def add(self, text: str, seconds: float) -> None:
        """A sentence begins to sound, for so long."""
        self._sentences = (*self._sentences[-3:], (text, self._clock() + seconds))

    def lately(self) -> str:
        """Those of which the room or a slow device may still have something."""
        oldest_s = self._clock() - 10 * ECHO_S
        if not self._sentences or self._sentences[-1][1] < self._clock() - ECHO_S:
            return ""
        return " ".join(text for text, until_s in self._sentences if until_s >= oldest_s)


@dataclass(slots=True)
class Reply:
    """The reply of one turn: `heard` has a fraction for each sentence.

    `waiting` are those that are not synthesised yet, `ready` those that wait to sound, and
    `ahead_s` is how long each sounds that was synthesised and not heard to its end.
    """

    turn: Turn
    journal: Journal | None
    sentences: list[Sentence] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    word_ends: list[Sequence[float]] = field(default_factory=list)
    waiting: deque[tuple[int, Mood]] = field(default_factory=deque)
    ready: list[tuple[int, SpokenPhrase | None]] = field(default_factory=list)
    ahead_s: dict[int, float] = field(default_factory=dict)
    sounding: int = 0
    complete: bool = False

    def add(self, sentence: Sentence, mood: Mood) -> None:
        self.waiting.append((len(self.sentences), mood))
        self.sentences.append(sentence)
        self.heard.append(0.0)
        self.word_ends.append(())

    @property
    def is_over(self) -> bool:
        return (
            self.complete
            and self.turn.is_committed()
            and not (self.waiting or self.ready or self.sounding)
        )

    def heard_text(self) -> str:
        spoken = zip(self.sentences, self.heard, self.word_ends, strict=True)
        parts = [heard_part(s.text, fraction, ends) for s, fraction, ends in spoken]
        return " ".join(part for part in parts if part)
