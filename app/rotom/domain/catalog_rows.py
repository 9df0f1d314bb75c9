"""A catalogue's table, read without trust: a wrong row is one sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from rotom.domain.catalog import (
    CatalogError,
    Kind,
    Licence,
    Model,
    ModelFile,
    Thinking,
    Use,
)
from rotom.domain.sampling import KNOBS, Sampling, tuned
from rotom.domain.settings import SettingError
from rotom.domain.speech import Language

Enum = TypeVar("Enum", bound=StrEnum)

_ID = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LARGEST_BYTES = 10**12


def read_catalog(table: Mapping[str, object], is_own: bool = False) -> tuple[Model, ...]:
    """The models of a parsed catalogue, in its order; CatalogError names the row that is wrong.

    `is_own`: the user's list, whose rows may name a folder of this machine instead of addresses.
    """
    rows = table.get("model", [])
    if not isinstance(rows, list):
        raise CatalogError("The catalogue has no list called model.")
    models: list[Model] = []
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise CatalogError(f"Row {number} of the catalogue is no table.")
        named = row.get("id")
        where = f"The model {named[:64]!r}" if isinstance(named, str) else f"Row {number}"
        try:
            model = _model(row, is_own)
        except CatalogError as error:
            raise CatalogError(f"{where} of the catalogue: {error}") from error
        if any(other.id == model.id for other in models):
            raise CatalogError(f"{where} is in the catalogue twice.")
        models.append(model)
    return tuple(models)


def _model(row: Mapping[str, object], is_own: bool) -> Model:
    _only(row, {field.name for field in fields(Model)})
    folder = _text(row, "folder", "") if is_own else _absent(row, "folder")
    languages = _strings(row, "languages")
    kind = _one_of(Kind, row, "kind")
    return Model(
        kind=kind,
        id=checked_id(_text(row, "id")),
        title=_text(row, "title"),
        use=_one_of(Use, row, "use"),
        languages=tuple(_as(Language, "languages", each) for each in languages),
        memory_mb=_whole(row, "memory_mb", 0 if is_own else 1, 10**6),
        good_for=_good_for(row),
        licence=_licence(row),
        attribution=_text(row, "attribution"),
        files=_files(row, folder),
        context_tokens=_whole(row, "context_tokens", 0, 10**8, 0),
        thinking=_one_of(Thinking, row, "thinking", Thinking.NEVER),
        sampling=_sampling(row),
        folder=folder,
    )


def checked_id(text: str) -> str:
    """The id, which is also the name of a folder, or CatalogError."""
    if not _ID.fullmatch(text) or ".." in text:
        raise CatalogError(
            f"{text[:64]!r} is no name for a model: small letters, digits, dots and dashes."
        )
    return text


def _good_for(row: Mapping[str, object]) -> dict[Language, str]:
    words = _table(row, "good_for")
    _only(words, set(map(str, Language)))
    return {language: _text(words, str(language)) for language in Language}


def _licence(row: Mapping[str, object]) -> Licence:
    words = _table(row, "licence")
    _only(words, {"name", "url", "must_be_accepted"})
    url = _text(words, "url", "")
    if url and urlsplit(url).scheme != "https":
        raise CatalogError("the address of its licence is not https.")
    return Licence(_text(words, "name"), url, _flag(words, "must_be_accepted"))


def _files(row: Mapping[str, object], folder: str) -> tuple[ModelFile, ...]:
    listed = row.get("files")
    if not isinstance(listed, list) or not listed:
        raise CatalogError("it has no files.")
    files: list[ModelFile] = []
    for each in listed:
        if not isinstance(each, Mapping):
            raise CatalogError("one of its files is no table.")
        _only(each, {"url", "bytes", "sha256"})
        file = ModelFile(
            _text(each, "url"), _whole(each, "bytes", 1, _LARGEST_BYTES), _text(each, "sha256")
        )
        if not folder:
            file.check()
        if not _SHA256.fullmatch(file.sha256):
            raise CatalogError(f"the sha256 of {file.name} has not 64 hexadecimal digits.")
        if file.name in {"", ".", ".."} or "/" in file.name or "\\" in file.name:
            raise CatalogError(f"{file.name!r} is no name of a file.")
        if any(other.name == file.name for other in files):
            raise CatalogError(f"two of its files are called {file.name}.")
        files.append(file)
    return tuple(files)


def _sampling(row: Mapping[str, object]) -> Sampling:
    if "sampling" not in row:
        return Sampling()
    try:
        return tuned(Sampling(), _table(row, "sampling"))  # type: ignore[arg-type]  # it is checked
    except SettingError as error:
        raise CatalogError(str(error)) from error


def _table(row: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = row.get(name)
    if not isinstance(value, Mapping):
        raise CatalogError(f"{name} is missing.")
    return value


def _text(row: Mapping[str, object], name: str, default: str | None = None) -> str:
    value = row.get(name, default)
    if not isinstance(value, str) or (not value.strip() and value != default):
        raise CatalogError(f"{name} is missing or no text.")
    if len(value) > 1000 or any(ord(sign) < 32 for sign in value):
        raise CatalogError(f"{name} is too long or not one line.")
    return value


def _absent(row: Mapping[str, object], name: str) -> str:
    if name in row:
        raise CatalogError(f"{name} is only for your own models.")
    return ""


def _strings(row: Mapping[str, object], name: str) -> Sequence[str]:
    value = row.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CatalogError(f"{name} is no list of words.")
    return value


def _whole(
    row: Mapping[str, object], name: str, low: int, high: int, default: int | None = None
) -> int:
    value = row.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise CatalogError(f"{name} is no whole number from {low} to {high}.")
    return value


def _flag(row: Mapping[str, object], name: str) -> bool:
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise CatalogError(f"{name} is true or false.")
    return value


def _one_of(
    kind: type[Enum], row: Mapping[str, object], name: str, default: Enum | None = None
) -> Enum:
    value = row.get(name, default)
    return _as(kind, name, value)


def _as(kind: type[Enum], name: str, value: object) -> Enum:
    if not isinstance(value, str) or value not in set(map(str, kind)):
        raise CatalogError(f"{name} is one of {', '.join(kind)}.")
    return kind(value)


def _only(row: Mapping[str, object], known: set[str]) -> None:
    if unknown := sorted(set(row) - known):
        raise CatalogError(f"{unknown[0]!r} is not known here.")


def row_of(model: Model) -> dict[str, object]:
    """The model as a row that `read_catalog` reads again."""
    usual = Sampling()
    return {
        "kind": str(model.kind),
        "id": model.id,
        "title": model.title,
        "use": str(model.use),
        "languages": [str(language) for language in model.languages],
        "memory_mb": model.memory_mb,
        "context_tokens": model.context_tokens,
        "thinking": str(model.thinking),
        "attribution": model.attribution,
        "good_for": {str(language): words for language, words in model.good_for.items()},
        "licence": asdict(model.licence),
        "sampling": {
            name: getattr(model.sampling, name)
            for name in KNOBS
            if getattr(model.sampling, name) != getattr(usual, name)
        },
        "files": [asdict(file) for file in model.files],
        **({"folder": model.folder} if model.folder else {}),
    }
