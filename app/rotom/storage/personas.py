"""The personas: those that are shipped, and the user's own, which come before them."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from rotom.domain.character import AXES, LONGEST, WITH_LINES, Feeling, Form, Persona
from rotom.domain.text import cleaned
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told
from rotom.storage.safe_files import NotReadableAsText, read_text, write_text

LARGEST_BYTES = 64 * 1024
MOST_PERSONAS = 200
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_NEEDED = ("name", "temperament")


class _Unusable(ValueError):
    """Why a persona cannot be used, as the end of a sentence."""


def load_personas(shipped: Path, own: Path) -> tuple[tuple[Persona, ...], tuple[str, ...]]:
    """All personas by id, and a sentence for each file that cannot be used; never raises.

    A persona's id is the name of its file; the user's file stands before a shipped one.
    """
    notices: list[str] = []
    personas: dict[str, Persona] = {}
    for folder in (shipped, own):
        for path in _files(folder, notices):
            try:
                personas[path.stem] = _read(path)
            except (_Unusable, NotReadableAsText) as error:
                notices.append(
                    worded("The personality in {path} is left out: {why}.", path=path, why=error)
                )
            except OSError as error:
                notices.append(str(told(worded("A personality is left out"), path, error)))
    return tuple(personas[each] for each in sorted(personas)), tuple(notices)


def keep(own: Path, persona: Persona) -> None:
    """Writes the user's persona, replacing one with its id; StorageError where it cannot be."""
    what = worded("The personality cannot be saved")
    try:
        path = _path(own, persona.id)
        checked = _persona(persona.id, _values(persona))
    except _Unusable as error:
        raise StorageError(worded("{what}: {why}.", what=what, why=error)) from error
    try:
        write_text(path, tomli_w.dumps(_values(checked), multiline_strings=True))
    except OSError as error:
        raise told(what, path, error) from error


def remove(own: Path, persona_id: str) -> None:
    """Removes the user's persona; one that is shipped under the id is there again.

    Removing what is not there is no error; StorageError where the file cannot be removed.
    """
    what = worded("The personality cannot be removed")
    try:
        path = _path(own, persona_id)
    except _Unusable as error:
        raise StorageError(worded("{what}: {why}.", what=what, why=error)) from error
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise told(what, path, error) from error


def free_id(name: str, taken: frozenset[str]) -> str:
    """An id for a new persona, made of its name where that has Latin letters or digits."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower())[:32].strip("-") or "persona"
    count = 1
    while (free := stem if count == 1 else f"{stem}-{count}") in taken:
        count += 1
    return free


def _files(folder: Path, notices: list[str]) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        return []
    except OSError as error:
        notices.append(str(told(worded("The personalities cannot be read"), folder, error)))
        return []
    if len(found) > MOST_PERSONAS:
        notices.append(
            worded(
                "Only the first {most_personas} personalities in {folder} are used.",
                most_personas=MOST_PERSONAS,
                folder=folder,
            )
        )
    return found[:MOST_PERSONAS]


def _path(own: Path, persona_id: str) -> Path:
    if not _ID.fullmatch(persona_id):
        raise _Unusable(
            worded("its id has other signs than a to z, 0 to 9, - and _, or over 40 of them")
        )
    return own / f"{persona_id}.toml"


def _read(path: Path) -> Persona:
    if not _ID.fullmatch(path.stem):
        raise _Unusable(worded("a file name has a to z, 0 to 9, - and _, and at most 40 of them"))
    try:
        values = tomllib.loads(read_text(path, LARGEST_BYTES))
    except (RecursionError, NotReadableAsText) as error:
        raise _Unusable(str(error)) from error
    except ValueError as error:
        raise _Unusable(worded("it is not TOML: {why}", why=str(error)[:180])) from error
    return _persona(path.stem, values)


def _persona(persona_id: str, values: Mapping[str, object]) -> Persona:
    texts = {name: _text(name, values.get(name, "")) for name in LONGEST}
    baseline, form = _baseline(values.get("baseline", {})), values.get("form", "")
    if form not in ("", *Form):
        raise _Unusable(worded("form is not one of {forms}", forms=", ".join(Form)))
    return Persona(id=persona_id, **texts, baseline=baseline, form=str(form))


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise _Unusable(worded("{name} is not text", name=name))
    if len(value) > LONGEST[name]:
        raise _Unusable(
            worded("{name} has more than {longest} characters", name=name, longest=LONGEST[name])
        )
    text = cleaned(value, LONGEST[name])
    if name not in WITH_LINES:
        text = " ".join(text.split())
    if name in _NEEDED and not text:
        raise _Unusable(worded("{name} is empty", name=name))
    return text


def _baseline(value: object) -> Feeling:
    if not isinstance(value, Mapping):
        raise _Unusable(worded("baseline is not a table of pleasure, arousal and dominance"))
    return Feeling(*(_share(axis, value.get(axis, 0.0)) for axis in AXES))


def _share(axis: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1 <= value <= 1:
        raise _Unusable(worded("{axis} is not a number between -1 and 1", axis=axis))
    return float(value)


def _values(persona: Persona) -> dict[str, object]:
    here = persona.baseline
    texts = {name: getattr(persona, name) for name in LONGEST}
    baseline = {axis: getattr(here, axis) for axis in AXES}
    return {**texts, "form": persona.form, "baseline": baseline}
