"""What of a conversation is in the prompts of its turns: the newest of it, cut in big steps."""

from collections.abc import Sequence
from dataclasses import replace

from rotom.domain.character import Persona
from rotom.domain.engines import EngineError, LanguageModel
from rotom.domain.prompt import Facts, answered, newest_message, system_prompt, turn_messages
from rotom.domain.speech import Message

HISTORY_MESSAGES = 400
"""How many messages are read back from the journal; more never fit a small context."""

REPLY_TOKENS = 200
"""Room that is kept free for the reply."""

NEWEST_TOKENS = 200
"""Room that is kept free, between two turns, for what the user says next."""

KEPT_SHARE = 0.6
"""Of its room, what the history has after it was cut: so the cut stays where it is for long, and
what was evaluated behind it can be used again."""

_MESSAGE_TOKENS = 8
"""What a message costs beside its words."""


class Prompting:
    """The history as far as a brain's context holds it. Used by the thinking thread."""

    def __init__(self) -> None:
        self._history: list[Message] = []
        self._tokens: list[int] = []

    def begin(self, history: Sequence[Message]) -> None:
        """Another conversation, or the same for another brain."""
        self._history = answered(history)
        self._tokens = []

    def add(self, said: Message, heard: Message) -> None:
        self._history += [said, heard]

    def prepare(
        self, brain: LanguageModel, persona: Persona, remembered: Sequence[str]
    ) -> list[Message]:
        """What the next prompt begins with; room for the rest of it is made now, not then."""
        first = Message("system", system_prompt(persona, remembered))
        room = self._room(brain, [first]) - NEWEST_TOKENS
        if self._cost(brain) > room:
            self._cut(max(0, int(room * KEPT_SHARE)))
        return [first, *self._history]

    def messages(
        self,
        brain: LanguageModel,
        persona: Persona,
        remembered: Sequence[str],
        text: str,
        facts: Facts,
    ) -> list[Message]:
        """The messages of a turn. EngineError where the user's words alone are too many."""
        room = self._room(brain, turn_messages(persona, (), text, facts, remembered))
        if room < 0:
            raise EngineError("That is more than this brain can hold. Say it in fewer words.")
        if self._cost(brain) > room:
            self._cut(int(room * KEPT_SHARE))
        return turn_messages(persona, self._history, text, facts, remembered)

    def _room(self, brain: LanguageModel, fixed: Sequence[Message]) -> int:
        needed = sum(_tokens_of(brain, message) for message in fixed)
        return brain.context_tokens - REPLY_TOKENS - needed

    def _cost(self, brain: LanguageModel) -> int:
        """Tokens of the whole history; those of a message are counted once."""
        for message in self._history[len(self._tokens) :]:
            self._tokens.append(_tokens_of(brain, message))
        return sum(self._tokens)

    def _cut(self, room: int) -> None:
        """Leaves the newest within `room` tokens, beginning with a user message."""
        start, left = 0, sum(self._tokens)
        while start < len(self._history) and (left > room or self._history[start].role != "user"):
            left -= self._tokens[start]
            start += 1
        del self._history[:start]
        del self._tokens[:start]


def may_be_said(facts: Facts) -> tuple[tuple[str, str], tuple[str, str]]:
    """User messages that begin as the next one will: surely, and if the mood stays what it is.

    Of each two the rest is different. The words move the mood, so it is not sure before them.
    """
    surely = (replace(facts, mood="a"), replace(facts, mood="1"))
    return (
        (newest_message("a", surely[0]), newest_message("1", surely[1])),
        (newest_message("a", facts), newest_message("1", facts)),
    )


def _tokens_of(brain: LanguageModel, message: Message) -> int:
    return brain.count_tokens(message.text) + _MESSAGE_TOKENS
