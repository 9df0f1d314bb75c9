"""What is known of a reply while it is spoken: its sentences and how much of each was heard."""

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
    ready: list[tuple[int, SpokenPhrase | None]] = field(default_factory=list)
    sounding: int = 0
    complete: bool = False

    def heard_text(self) -> str:
        parts = [heard_part(s.text, f) for s, f in zip(self.sentences, self.heard, strict=True)]
        return " ".join(part for part in parts if part)
