"""What is kept of conversations, as values: their names, their exchanges, and what was found."""

from dataclasses import dataclass

TITLE_LENGTH = 60
"""Characters of the first words that name a conversation without a title of its own."""

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation with a persona; `title` is the user's, or else its first words."""

    id: int
    title: str
    began_at_s: float
    used_at_s: float
    named: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the user said and what was heard in reply; None where there is nothing to show.

    `said_version` of `said_versions` counts what the user wrote in this place, `heard_version` of
    `heard_versions` the replies to the same words, both from 1.
    """

    id: int
    turn_id: str
    said: str | None
    said_at_s: float
    heard: str | None
    heard_at_s: float
    emotion: str
    complete: bool
    said_version: int = 1
    said_versions: int = 1
    heard_version: int = 1
    heard_versions: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the words of a search stand; `turn_id` is '' where it is the title."""

    conversation: int
    title: str
    turn_id: str
    mine: bool
    excerpt: str
    at_s: float


def title_of(first_words: str) -> str:
    """A name for a conversation: the first line of its first words, cut at a space."""
    line = next((line.strip() for line in first_words.splitlines() if line.strip()), "")
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH].rsplit(" ", 1)[0]
    return (cut if len(cut) > TITLE_LENGTH // 2 else line[:TITLE_LENGTH]).rstrip() + "…"
