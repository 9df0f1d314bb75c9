"""The macros of character cards, such as `{{user}}`, filled in before anybody reads the text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from zlib import crc32

from rotom.domain.character import Persona

WITHOUT_NAME = "the user"
"""What stands for the user's name while it is not known."""

_MACRO = re.compile(r"\{\{([^{}]*)\}\}")
_OLD_NAMES = re.compile(r"<(user|bot|char)>", re.IGNORECASE)
_DEEPEST = 4
"""Macros within macros that are filled in."""


def filled(text: str, char: str, user: str) -> str:
    """The text with every macro filled in; the same text always becomes the same.

    A macro that is not known is taken out: it was never meant to be read.
    """
    names = {"char": char, "bot": char, "user": user or WITHOUT_NAME}
    text = _OLD_NAMES.sub(lambda found: names[found[1].lower()], text)
    for _ in range(_DEEPEST):
        if "{{" not in text:
            break
        text = _MACRO.sub(partial(_value, names, crc32(text.encode("utf-8", "replace"))), text)
    return text


def met(persona: Persona, user_name: str) -> Persona:
    """The persona as it is met by this user: its texts without macros."""
    fill: Callable[[str], str] = partial(filled, char=persona.name, user=user_name)
    return replace(
        persona,
        temperament=fill(persona.temperament),
        speaks=fill(persona.speaks),
        instructions=fill(persona.instructions),
        greeting=fill(persona.greeting),
        examples=fill(persona.examples),
    )


def _value(names: Mapping[str, str], seed: int, found: re.Match[str]) -> str:
    name, _, rest = found[1].strip().partition(":")
    name = name.strip().lower()
    chance = seed + found.start()
    match name:
        case "char" | "bot" | "user":
            return names[name]
        case "random" | "pick":
            choices = [choice.strip() for choice in rest.split(",")]
            return choices[chance % len(choices)]
        case "roll":
            sides = rest.strip().lower().removeprefix("d")
            is_number = re.fullmatch(r"[0-9]{1,6}", sides) is not None
            return str(1 + chance % max(1, int(sides))) if is_number else ""
        case "reverse":
            return rest[::-1]
    return ""
