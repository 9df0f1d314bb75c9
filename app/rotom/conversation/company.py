"""Whom Rotom is with, and as whom."""

from collections.abc import Callable
from dataclasses import dataclass

from rotom.domain.character import Persona
from rotom.domain.engines import Journal


@dataclass(frozen=True, slots=True)
class Company:
    """The persona, its journal, and what is known of the user: always, and at this moment."""

    persona: Persona
    journal: Journal
    remembered: tuple[str, ...] = ()
    at_the_moment: Callable[[], tuple[str, ...]] = tuple
    """Asked for each prompt, on the thinking thread. It changes seldom: then all of a prompt is
    evaluated anew."""

    @property
    def known(self) -> tuple[str, ...]:
        return (*self.remembered, *self.at_the_moment())
