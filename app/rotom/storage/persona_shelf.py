"""All personas that there are, and what can be done with them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rotom.domain.cards import Version
from rotom.domain.character import LONGEST, Persona
from rotom.domain.wording import worded
from rotom.storage import persona_cards, personas
from rotom.storage.errors import StorageError


class PersonaShelf:
    """The shipped personas and the user's own, by id. StorageError where the disk refuses."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self.read()

    def read(self) -> None:
        """Reads the files anew."""
        self.personas, self.notices = personas.load_personas(self._shipped, self._own)

    def find(self, persona_id: str) -> Persona:
        """StorageError where there is none of that id."""
        for persona in self.personas:
            if persona.id == persona_id:
                return persona
        raise StorageError(worded("There is no personality called {id}.", id=persona_id))

    def is_shipped(self, persona_id: str) -> bool:
        return (self._shipped / f"{persona_id}.toml").is_file()

    def is_edited(self, persona_id: str) -> bool:
        """Whether the user's own stands before one that is shipped."""
        return self.is_shipped(persona_id) and (self._own / f"{persona_id}.toml").is_file()

    def keep(self, persona: Persona) -> None:
        """Keeps a persona that the user made or edited."""
        personas.keep(self._own, persona)
        self.read()

    def remove(self, persona_id: str) -> Callable[[], None]:
        """Removes the user's persona; a shipped one is there again as it was shipped.

        What is returned brings back what was removed.
        """
        if not (self._own / f"{persona_id}.toml").is_file():
            return lambda: None
        bring_back = persona_cards.take_away(self._own, self.find(persona_id))
        self.read()

        def undo() -> None:
            bring_back()
            self.read()

        return undo

    def duplicate(self, persona_id: str, taken: frozenset[str]) -> Persona:
        """A copy to edit, with an id that is not `taken` either."""
        persona = self.find(persona_id)
        persona_cards.check_room(self._ids)
        name = f"{persona.name[: LONGEST['name'] - 2]} 2"
        copy = replace(persona, id=personas.free_id(name, self._ids | taken), name=name)
        self.keep(copy)
        return copy

    def bring_in(self, path: Path, taken: frozenset[str]) -> tuple[Persona, bool]:
        """Keeps the persona of a card; False where not all of the card fits."""
        brought = persona_cards.bring_in(self._own, path, self._ids, taken)
        self.read()
        return brought

    def card(self, persona_id: str, version: Version) -> str:
        """The card as JSON text."""
        return persona_cards.as_json(self._own, self.find(persona_id), version)

    def export(self, persona_id: str, path: Path, version: Version) -> None:
        """Writes a card: JSON of a version, or a PNG that holds versions 2 and 3."""
        picture = self._shipped / "card.png"
        persona_cards.export(self._own, self.find(persona_id), path, version, picture)

    @property
    def _ids(self) -> frozenset[str]:
        return frozenset(persona.id for persona in self.personas)
