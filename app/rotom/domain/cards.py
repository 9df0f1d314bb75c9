"""Character cards, as other programs exchange them: versions 1 to 3 become personas and back."""

from collections.abc import Mapping, Sequence
from typing import Literal

from rotom.domain.character import AXES, LONGEST, WITH_LINES, Feeling, Form, Persona
from rotom.domain.text import cleaned
from rotom.domain.wording import worded

Version = Literal[2, 3]

UNDESCRIBED = "one of a kind"
"""The temperament of a card that says none in a few words."""

SPECS: Mapping[str, str] = {"chara_card_v2": "2.0", "chara_card_v3": "3.0"}

_TEXTS = (
    *("name", "description", "personality", "scenario", "first_mes", "mes_example"),
    *("creator_notes", "system_prompt", "post_history_instructions", "creator"),
    "character_version",
)
_LISTS = ("alternate_greetings", "tags")


class CardError(ValueError):
    """Why a card cannot be taken, as the end of a sentence."""


def data_of(card: object) -> dict[str, object]:
    """What a card of any version says of its character; CardError where it is none."""
    if not isinstance(card, dict):
        raise CardError(worded("it is no character card"))
    spec, data = card.get("spec"), card.get("data")
    if spec == "lorebook_v3":
        raise CardError(worded("it is a book of lore without a character"))
    if isinstance(spec, str) and spec.startswith("chara_card_v"):
        if not isinstance(data, dict):
            raise CardError(worded("it says nothing of its character"))
        return data
    if spec is None and "name" in card and any(name in card for name in _TEXTS[1:6]):
        return {name: value for name, value in card.items() if name in _TEXTS}
    raise CardError(worded("it is no character card"))


def persona_of(data: Mapping[str, object], persona_id: str) -> tuple[Persona, bool]:
    """The persona of a card, and whether all that it is told fits; CardError where it cannot be.

    A short personality is the temperament; a long one is among the instructions.
    """
    said = {name: _text(name, data.get(name)) for name in _TEXTS}
    name = _one_line(said["name"])
    if not name:
        raise CardError(worded("it has no name"))
    personality = _one_line(said["personality"]).rstrip(".")
    is_short = 0 < len(personality) <= LONGEST["temperament"]
    told = [
        said["system_prompt"].replace("{{original}}", ""),
        said["description"],
        "" if is_short else said["personality"],
        said["scenario"],
        said["post_history_instructions"].replace("{{original}}", ""),
    ]
    instructions = "\n".join(part.strip() for part in told if part.strip())
    examples = "\n".join(
        line for line in said["mes_example"].splitlines() if line.strip().upper() != "<START>"
    )
    own = _own_extension(data)
    persona = Persona(
        id=persona_id,
        name=name[: LONGEST["name"]].strip(),
        temperament=personality if is_short else UNDESCRIBED,
        speaks=_fitting("speaks", _text_or_nothing(own.get("speaks"))),
        instructions=_fitting("instructions", instructions),
        greeting=_fitting("greeting", said["first_mes"]),
        examples=_fitting("examples", examples),
        baseline=_baseline(own.get("baseline")),
        form=str(own["form"]) if own.get("form") in tuple(Form) else "",
    )
    return persona, len(instructions) <= LONGEST["instructions"]


def card_of(persona: Persona, version: Version, kept: Mapping[str, object]) -> dict[str, object]:
    """The persona as a card. `kept` is what it was brought in from, {} for one of our own:
    all of it that was not edited since goes out as it came in.
    """
    before = persona_of(kept, persona.id)[0] if kept else None
    data: dict[str, object] = dict.fromkeys(_TEXTS, "") | {name: [] for name in _LISTS}
    data |= kept
    if before is None or before.name != persona.name:
        data["name"] = persona.name
        data.pop("nickname", None)
    if before is None or _told(before) != _told(persona):
        data |= dict.fromkeys(("scenario", "system_prompt", "post_history_instructions"), "")
        data |= {"description": persona.instructions, "personality": persona.temperament}
    if before is None or before.greeting != persona.greeting:
        data["first_mes"] = persona.greeting
    if before is None or before.examples != persona.examples:
        data["mes_example"] = f"<START>\n{persona.examples}" if persona.examples else ""
    extensions = data.get("extensions")
    ours = {
        "speaks": persona.speaks,
        "form": persona.form,
        "baseline": {axis: getattr(persona.baseline, axis) for axis in AXES},
    }
    data["extensions"] = {**(extensions if isinstance(extensions, dict) else {}), "rotom": ours}
    if version == 3:
        data.setdefault("group_only_greetings", [])
    spec = f"chara_card_v{version}"
    return {"spec": spec, "spec_version": SPECS[spec], "data": data}


def _told(persona: Persona) -> tuple[str, str]:
    return persona.temperament, persona.instructions


def _text(name: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise CardError(worded("its {name} is not text", name=name))
    return cleaned(value, len(value))


def _text_or_nothing(value: object) -> str:
    return value if isinstance(value, str) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fitting(name: str, text: str) -> str:
    """As much of the text as there is room for, cut behind a sentence, else behind a word."""
    longest = LONGEST[name]
    text = cleaned(text, len(text)) if name in WITH_LINES else _one_line(text)
    if len(text) <= longest:
        return text
    cut = text[:longest]
    end = max(cut.rfind(mark) + 1 for mark in (". ", "! ", "? ", "\n"))
    if end < longest // 2:
        end = cut.rfind(" ")
    return cut[:end].strip() if end > 0 else cut


def _own_extension(data: Mapping[str, object]) -> Mapping[str, object]:
    extensions = data.get("extensions")
    own = extensions.get("rotom") if isinstance(extensions, dict) else None
    return own if isinstance(own, dict) else {}


def _baseline(value: object) -> Feeling:
    axes: Sequence[object] = [value.get(axis) for axis in AXES] if isinstance(value, dict) else ()
    numbers = [a for a in axes if isinstance(a, int | float) and not isinstance(a, bool)]
    if len(numbers) != len(AXES) or not all(-1 <= number <= 1 for number in numbers):
        return Feeling()
    return Feeling(*map(float, numbers))
