"""Who Rotom is, and what it calls the user."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Personality:
    persona: str = setting("cheerful", "Personality", "Who Rotom is: its temper and manner.")
    introductions: bool = setting(
        True,
        "Personalities introduce themselves",
        "A personality that you come to with pad or keys says its greeting.",
    )
    user_name: str = setting("", "Your name", "What Rotom calls you; empty: it asks.", longest=40)
