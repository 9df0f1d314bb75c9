"""Whom Rotom is with, and as whom."""

from dataclasses import dataclass

from rotom.domain.character import Persona
from rotom.domain.engines import Journal


@dataclass(frozen=True, slots=True)
class Company:
    """The persona, its journal, and what is known of the user."""

    persona: Persona
    journal: Journal
    remembered: tuple[str, ...] = ()
