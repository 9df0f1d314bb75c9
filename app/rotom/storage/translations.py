"""The shipped translations: what Qt Linguist edits, read as tables by window and terminal alike."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from rotom import files
from rotom.domain.speech import Language
from rotom.domain.wording import CONTEXT, translated

Table = Mapping[tuple[str, str], str]
"""By context and English text: the text in the other language."""


@cache
def table_of(language: Language) -> Table:
    """The translation of everything into a language; empty for English."""
    if language is Language.ENGLISH:
        return {}
    return read(files.assets() / "translations" / f"{language}.ts")


def told_in(language: Language, text: str, context: str = CONTEXT) -> str:
    """A sentence that was worded, or words of a persona that ships (`PERSONA`), in a language."""
    table = table_of(language)
    return translated(text, lambda template: table.get((context, template), ""))


def read(path: Path) -> Table:
    """The finished translations of a file of Qt Linguist."""
    table = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and not translation.get("type"):
                table[name, message.findtext("source", "")] = translation.text
    return table
