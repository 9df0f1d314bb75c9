"""Finds settings, and other parts of their pages, by English and Korean words."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rotom.domain.speech import Language
from rotom.domain.wording import CONTEXT, worded
from rotom.storage.translations import table_of

GROUP_TITLES: Mapping[str, str] = {
    "Personality": worded("Personality"),
    "Voice": worded("Voice"),
    "Listening": worded("Listening"),
    "Brain": worded("Brain"),
    "Appearance": worded("Appearance"),
    "Controls": worded("Controls"),
    "Gaming": worded("Gaming"),
    "Privacy": worded("Privacy"),
    "About": worded("About"),
}
"""The groups in the order in which the page shows them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a group's page; `name` is the setting that it is, '' for anything else."""

    group: str
    title: str
    help: str
    name: str = ""
    choices: tuple[str, ...] = ()


PARTS = (
    Place("Personality", worded("Personalities"), worded("Choose who Rotom is, or make your own.")),
    Place(
        "Personality",
        worded("Character cards"),
        worded("Bring personalities in from files, or save them: PNG and JSON."),
    ),
    Place("Voice", worded("Voices"), worded("Choose a voice for English or Korean, and hear it.")),
    Place(
        "Listening",
        worded("Microphone test"),
        worded("Say something, hear what the microphone heard, and read what was understood."),
    ),
    Place(
        "Privacy",
        worded("What you said about games"),
        worded("Read it, change it, take it away."),
    ),
    Place(
        "Privacy",
        worded("Delete all my data"),
        worded("Conversations, personalities of your own, settings and the log."),
    ),
    Place("About", worded("Version"), worded("Which Rotom this is, and what it runs on.")),
    Place("About", worded("Licences"), worded("The free software that Rotom stands on.")),
    Place(
        "About",
        worded("Problem report"),
        worded("A file that tells what is wrong, without what was said."),
    ),
)
"""What can be found besides the settings themselves."""


def find(words: str, places: Iterable[Place]) -> list[Place]:
    """The places in which all words stand, those with the words in their title first."""
    wanted = _plain(words).split()
    if not wanted:
        return []
    found = [place for place in places if _has(wanted, _everything(place))]
    return sorted(found, key=lambda place: not _has(wanted, _in_both(place.title)))


def _everything(place: Place) -> str:
    said = (place.title, place.help, GROUP_TITLES.get(place.group, place.group), *place.choices)
    return " ".join(map(_in_both, said))


def _in_both(text: str) -> str:
    korean = table_of(Language.KOREAN).get((CONTEXT, text), "")
    return _plain(f"{text} {korean}")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("-", " ")


def _has(wanted: list[str], text: str) -> bool:
    return all(word in text for word in wanted)
