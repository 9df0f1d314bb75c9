"""The messages that a language model is given for a turn, in the one format it is trained on.

The format is frozen: the starter brain is trained with these functions, and carries
`PROMPT_VERSION` in its file. Changing a character here means training it again. The personas that
it is trained with are those of `assets/personas`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rotom.domain.character import MARKED, Persona
from rotom.domain.speech import Message

PROMPT_VERSION = 1

_MARKS = " ".join(f"[{emotion}]" for emotion in MARKED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true at this moment and may be known; None or empty means not known.

    `now` is such as "Tue 21:40", `battery_percent` 0 to 100, `game` a title, `played` such as
    "2 h", `mood` such as "cheerful, a little tired".
    """

    now: str = ""
    battery_percent: int | None = None
    game: str = ""
    played: str = ""
    mood: str = ""


def system_prompt(persona: Persona, remembered: Sequence[str] = ()) -> str:
    """The stable message: who Rotom is, how it speaks, its marks, what it remembers."""
    parts = [
        f"You are {persona.name}, a little electric ghost who lives in a Steam Deck. "
        f"You are {persona.temperament}. {persona.speaks}".rstrip(),
        persona.instructions.strip(),
        f"You talk like this:\n{examples}" if (examples := persona.examples.strip()) else "",
        "Answer aloud in one to three short sentences, in the user's language. "
        f"A sentence may begin with one feeling: {_MARKS}.",
    ]
    if remembered:
        parts.append("About the user: " + " ".join(remembered))
    return "\n".join(part for part in parts if part)


def facts_bracket(facts: Facts) -> str:
    """The volatile facts in one bracket, such as "(now: Tue 21:40; battery 15%)", or ''."""
    known = []
    if facts.now:
        known.append(f"now: {facts.now}")
    if facts.battery_percent is not None:
        known.append(f"battery {facts.battery_percent}%")
    if facts.game:
        known.append(f"game: {facts.game}" + (f", {facts.played}" if facts.played else ""))
    if facts.mood:
        known.append(f"mood: {facts.mood}")
    return f"({'; '.join(known)})" if known else ""


def turn_messages(
    persona: Persona,
    history: Sequence[Message],
    user_text: str,
    facts: Facts,
    remembered: Sequence[str] = (),
) -> list[Message]:
    """Everything for one turn: the system message, the history, the newest user message."""
    return [
        Message("system", system_prompt(persona, remembered)),
        *history,
        Message("user", newest_message(user_text, facts)),
    ]


def newest_message(user_text: str, facts: Facts) -> str:
    """What the user says, behind the volatile facts."""
    bracket = facts_bracket(facts)
    return f"{bracket} {user_text}" if bracket else user_text


def chatml(messages: Sequence[Message], open_reply: bool = True) -> str:
    """The messages as ChatML text, as the starter brain reads them.

    With `open_reply` the text ends where the reply begins.
    """
    text = "".join(f"<|im_start|>{m.role}\n{m.text}<|im_end|>\n" for m in messages)
    return text + "<|im_start|>assistant\n" if open_reply else text


def fit_history(
    history: Sequence[Message], count_tokens: Callable[[Message], int], budget_tokens: int
) -> Sequence[Message]:
    """The newest part of the history within `budget_tokens`, beginning with a user message.

    The cut falls on a multiple of eight messages, so that it stays where it is for some turns and
    the evaluation of what is kept can be used again.
    """
    costs = [count_tokens(message) for message in history]
    step = 8
    start = 0
    while start < len(history) and sum(costs[start:]) > budget_tokens:
        start += step
    kept = list(history[start:])
    while kept and kept[0].role != "user":
        kept.pop(0)
    return kept


def answered(history: Sequence[Message]) -> list[Message]:
    """The history without user messages that got no reply: templates want roles that alternate."""
    return [
        message
        for message, following in zip_longest(history, history[1:])
        if message.role != "user" or (following is not None and following.role == "assistant")
    ]
