"""Personas taken over from character cards, and written as such to be taken along."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rotom.domain.cards import CardError, Version, card_of, data_of, persona_of
from rotom.domain.character import Persona
from rotom.domain.wording import worded
from rotom.storage.card_files import dumped, read_card, with_cards
from rotom.storage.errors import StorageError, told
from rotom.storage.personas import MOST_PERSONAS, free_id, keep, remove
from rotom.storage.safe_files import NotReadableAsText, read_bytes, write_bytes, write_text

SUFFIXES = (".json", ".png", ".charx")

_LARGEST_PICTURE = 4 * 1024 * 1024


def bring_in(
    own: Path, path: Path, there: frozenset[str], taken: frozenset[str]
) -> tuple[Persona, bool]:
    """Keeps the persona of a card beside those that are `there`; False where not all of it fits.

    Its id is none of those either that are `taken`.
    All that the card says is kept with it. StorageError, and nothing is kept, where it is no card.
    """
    what = worded("{file} cannot be brought in", file=path.name)
    try:
        data = data_of(read_card(path))
        persona, is_whole = persona_of(data, "")
    except OSError as error:
        raise told(what, path, error) from error
    except (CardError, NotReadableAsText) as error:
        raise StorageError(
            worded("{what}: {why}. Choose a character card, JSON or PNG.", what=what, why=error)
        ) from error
    check_room(there)
    persona = replace(persona, id=free_id(persona.name, there | taken))
    keep(own, persona)
    with suppress(OSError):  # what is lost is only what Rotom does not use
        write_text(_beside(own, persona.id), dumped(data))
    return persona, is_whole


def check_room(taken: frozenset[str]) -> None:
    """StorageError where there are as many personas as there can be."""
    if len(taken) >= MOST_PERSONAS:
        raise StorageError(
            worded("There are {count} personalities already. Delete one first.", count=len(taken))
        )


def export(own: Path, persona: Persona, path: Path, version: Version, picture: Path) -> None:
    """Writes the persona as a card: JSON of a version, or a PNG that holds versions 2 and 3.

    StorageError where it cannot be written.
    """
    try:
        if path.suffix.lower() == ".png":
            kept = _kept(own, persona.id)
            cards = {"chara": card_of(persona, 2, kept), "ccv3": card_of(persona, 3, kept)}
            write_bytes(path, with_cards(read_bytes(picture, _LARGEST_PICTURE), cards))
        else:
            write_text(path, as_json(own, persona, version))
    except OSError as error:
        raise told(worded("The personality cannot be saved"), path, error) from error


def as_json(own: Path, persona: Persona, version: Version) -> str:
    """The persona's card as text."""
    return dumped(card_of(persona, version, _kept(own, persona.id)))


def take_away(own: Path, persona: Persona) -> Callable[[], None]:
    """Removes the user's persona; what is returned brings it back as it was."""
    kept = _kept(own, persona.id)
    remove(own, persona.id)
    with suppress(OSError):
        _beside(own, persona.id).unlink(missing_ok=True)

    def bring_back() -> None:
        keep(own, persona)
        if kept:
            with suppress(OSError):
                write_text(_beside(own, persona.id), dumped(kept))

    return bring_back


def cards_in(folder: Path) -> list[Path]:
    """The files of a folder that may be cards, the newest first, twenty at most."""
    try:
        found = [
            (path.stat().st_mtime, path)
            for path in folder.iterdir()
            if path.suffix.lower() in SUFFIXES
        ]
    except OSError:
        return []
    return [path for _, path in sorted(found, reverse=True)[:20]]


def _beside(own: Path, persona_id: str) -> Path:
    return own / f"{persona_id}.card.json"


def _kept(own: Path, persona_id: str) -> Mapping[str, object]:
    """What the card said from which a persona was brought in; {} where there was none."""
    try:
        kept = json.loads(read_bytes(_beside(own, persona_id), 2 * 8 * 1024 * 1024))
        persona_of(kept, persona_id)
    except (OSError, NotReadableAsText, CardError, ValueError, RecursionError, AttributeError):
        return {}
    return kept if isinstance(kept, dict) else {}
