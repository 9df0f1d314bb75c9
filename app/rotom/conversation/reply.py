"""What is known of a reply while it is spoken: its sentences and how much of each was heard."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rotom.conversation.turn import Turn
from rotom.domain.engines import Journal
from rotom.domain.speech import Sentence, SpokenPhrase
from rotom.domain.text import heard_part


@dataclass(slots=True)
class Reply:
    """The reply of one turn: `heard` has a fraction for each sentence, `ready` waits to sound."""

    turn: Turn
    journal: Journal
    sentences: list[Sentence] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    word_ends: list[Sequence[float]] = field(default_factory=list)
    ready: list[tuple[int, SpokenPhrase | None]] = field(default_factory=list)
    sounding: int = 0
    complete: bool = False

    def heard_text(self) -> str:
        spoken = zip(self.sentences, self.heard, self.word_ends, strict=True)
        parts = [heard_part(s.text, fraction, ends) for s, fraction, ends in spoken]
        return " ".join(part for part in parts if part)
