"""Whether words that were heard are Rotom's own, come back through the room."""

import re
from difflib import SequenceMatcher

_FEWEST_WORDS = 3
"""Fewer may be somebody who takes up a word of Rotom's."""

_SHARE = 0.7
"""So many of the words that were heard, in their order, were said: ears mishear some of an echo."""


def echoes(heard: str, spoken: str) -> bool:
    """Whether `heard` is nothing but a stretch of what Rotom has just `spoken`."""
    words = _words(heard)
    matcher = SequenceMatcher(None, words, _words(spoken), autojunk=False)
    found = sum(block.size for block in matcher.get_matching_blocks())
    return found >= max(_FEWEST_WORDS, _SHARE * len(words))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))
