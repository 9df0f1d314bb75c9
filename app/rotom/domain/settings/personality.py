"""Who Rotom is, and what it calls the user."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Personality:
    persona: str = setting("cheerful", "Personality", "Who Rotom is: its temper and manner.")
    user_name: str = setting("", "Your name", "What Rotom calls you; empty: it asks.", longest=40)
