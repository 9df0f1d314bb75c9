"""What is being said, with the word that sounds now parted from the rest."""

import re
from dataclasses import dataclass
from html import escape

from rotom.conversation.events import SentenceStarted
from rotom.domain.text import word_at

_EMPHASIS = re.compile(r"(?<=\S)(?:\*+|`+)|(?:\*+|`+)(?=\S)")
"""Stars and backticks that cling to a word: what stands by itself, as in 2 * 3, stays."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A sentence that sounds for `seconds`, 0 where it is only shown."""

    text: str = ""
    seconds: float = 0.0
    word_ends: tuple[float, ...] = ()

    def word(self, at_s: float) -> tuple[int, int]:
        """Where in the text the word is that sounds `at_s` after the beginning."""
        if self.seconds <= 0:
            return 0, 0
        return word_at(self.text, at_s / self.seconds, self.word_ends)

    def parts(self, word: tuple[int, int]) -> list[str]:
        """Before, within and after that word, as StyledText."""
        begin, end = word
        return [styled(self.text[:begin]), styled(self.text[begin:end]), styled(self.text[end:])]


def caption_of(event: SentenceStarted) -> Caption:
    return Caption(event.sentence.text, event.seconds, event.word_ends)


def styled(text: str) -> str:
    """A text as StyledText shows it: its lines stay, and its marks of emphasis are not read out."""
    return escape(_EMPHASIS.sub("", text), quote=False).replace("\n", "<br>")
