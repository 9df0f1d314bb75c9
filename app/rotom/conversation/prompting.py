"""Makes the prompt of a turn fit the context of the brain that answers it."""

from collections.abc import Sequence

from rotom.domain.character import Persona
from rotom.domain.engines import EngineError, LanguageModel
from rotom.domain.prompt import Facts, answered, fit_history, turn_messages
from rotom.domain.speech import Message

HISTORY_MESSAGES = 400
"""How many messages are read back from the journal; more never fit a small context."""

REPLY_TOKENS = 200
"""Room that is kept free for the reply."""


def fitted_prompt(
    brain: LanguageModel,
    persona: Persona,
    remembered: Sequence[str],
    history: Sequence[Message],
    text: str,
    facts: Facts,
) -> list[Message]:
    """The messages of a turn with as much of the history as there is room for.

    EngineError where the user's words alone are too many.
    """
    fixed = turn_messages(persona, (), text, facts, remembered)

    def cost(message: Message) -> int:
        return brain.count_tokens(message.text) + 8

    room = brain.context_tokens - REPLY_TOKENS - sum(map(cost, fixed))
    if room < 0:
        raise EngineError("That is more than this brain can hold. Say it in fewer words.")
    kept = fit_history(answered(history), cost, room)
    return turn_messages(persona, kept, text, facts, remembered)
