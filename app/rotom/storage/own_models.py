"""Models of one's own: a file or folder of this machine, or an address of the hub, as a row."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from rotom.domain.catalog import HUB, Kind, Licence, Model, ModelFile, Use
from rotom.domain.memory import brain_bytes
from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told
from rotom.storage.gguf import read_header
from rotom.storage.hub_listing import (
    Address,
    choose_files,
    commit_of,
    entries,
    parse_address,
    pinned,
)
from rotom.storage.model_folder import sha256_of
from rotom.storage.safe_files import NotReadableAsText, read_text
from rotom.storage.web import Web

_WHISPER = ("model.bin", "config.json", "tokenizer.json")
_WHISPER_TOO = ("preprocessor_config.json", "vocabulary.json", "vocabulary.txt")
_LARGEST_CONFIG_BYTES = 4 * 1024 * 1024
_BOTH = tuple(Language)


def describe(
    named: str,
    open_web: Callable[[], Web],
    model_id: str = "",
    read: Callable[[int], None] = lambda _count: None,
) -> Model:
    """The model at a path or at a hub's address, as a row of the user's list.

    `read` is told of each block while checksums are made. StorageError where it is no model.
    """
    path = Path(named).expanduser()
    if path.exists():
        return _of_path(path.absolute(), model_id, read)
    address = parse_address(named)
    if address is None or named.startswith(("/", ".", "~")):
        raise StorageError(
            worded(
                "There is neither a file {named!r} nor such a place on the hub. Give the "
                "path of a model, or an address such as owner/name/file.gguf.",
                named=named[:200],
            )
        )
    with open_web() as web:
        return _of_hub(web, address, model_id)


def _of_path(path: Path, model_id: str, read: Callable[[int], None]) -> Model:
    if path.is_dir():
        missing = [name for name in _WHISPER if not (path / name).is_file()]
        if missing:
            raise StorageError(
                worded(
                    "The folder {path} holds no whole Whisper model: {missing} is missing.",
                    path=path,
                    missing=missing[0],
                )
            )
        names = [name for name in (*_WHISPER, *_WHISPER_TOO) if (path / name).is_file()]
        return _own(Kind.EARS, path.name, model_id, path, names, read)
    if path.suffix.lower() == ".gguf":
        shape = read_header(path)
        if not shape.can_converse:
            raise StorageError(
                worded(
                    "{path} cannot hold a conversation: it has no chat template. Choose a "
                    "model whose name says chat, instruct or it.",
                    path=path,
                )
            )
        return _own(
            Kind.BRAIN,
            shape.name,
            model_id,
            path.parent,
            [path.name],
            read,
            memory_mb=round(brain_bytes(shape) / 1e6),
            context_tokens=shape.context_tokens,
            licence=shape.licence,
        )
    if path.name.endswith((".onnx", ".onnx.json")):
        onnx = path.with_name(path.name.removesuffix(".json"))
        return _voice_of_path(onnx, model_id, read)
    raise StorageError(
        worded(
            "{path} is nothing that Rotom can use: a brain is a GGUF file, a voice a Piper "
            ".onnx with its .onnx.json, ears the folder of a Whisper model for CTranslate2.",
            path=path,
        )
    )


def _voice_of_path(onnx: Path, model_id: str, read: Callable[[int], None]) -> Model:
    config = onnx.with_name(onnx.name + ".json")
    for each in (onnx, config):
        if not each.is_file():
            raise StorageError(
                worded("A Piper voice is two files, and {each} is not there.", each=each)
            )
    language = _language_of(config)
    names = [onnx.name, config.name]
    return _own(Kind.VOICE, onnx.stem, model_id, onnx.parent, names, read, languages=(language,))


def _language_of(config: Path) -> Language:
    try:
        described = json.loads(read_text(config, _LARGEST_CONFIG_BYTES))
        code = str(described["espeak"]["voice"])
    except OSError as error:
        raise told(worded("{name} cannot be read", name=config.name), config, error) from error
    except (NotReadableAsText, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StorageError(
            worded("{config} does not describe a Piper voice.", config=config)
        ) from error
    return _language(code, str(config))


def _language(code: str, where: str) -> Language:
    for language in Language:
        if re.split(r"[-_]", code.lower())[0] == language:
            return language
    raise StorageError(
        worded(
            "{where} speaks neither English nor Korean, so Rotom has no use for it.", where=where
        )
    )


def _own(
    kind: Kind,
    title: str,
    model_id: str,
    folder: Path,
    names: list[str],
    read: Callable[[int], None],
    memory_mb: int = 0,
    context_tokens: int = 0,
    licence: str = "",
    languages: tuple[Language, ...] = _BOTH,
) -> Model:
    files = tuple(
        ModelFile(
            f"./{quote(name)}", (folder / name).stat().st_size, sha256_of(folder / name, read)
        )
        for name in names
    )
    if empty := [file.name for file in files if not file.bytes]:
        raise StorageError(worded("{folder} is empty.", folder=folder / empty[0]))
    return _model(
        kind, title, model_id, files, memory_mb, context_tokens, licence, "", languages, str(folder)
    )


def _of_hub(web: Web, address: Address, model_id: str) -> Model:
    commit = commit_of(web, address)
    kind, chosen = choose_files(entries(web, address.repo, commit), address)
    files = tuple(pinned(web, address, commit, entry) for entry in chosen)
    title = address.repo.split("/")[1] if kind == Kind.EARS else files[0].name.rsplit(".", 1)[0]
    languages = (_language(files[0].name, address.path),) if kind == Kind.VOICE else _BOTH
    page = f"{HUB}/{address.repo}"
    return _model(kind, title, model_id, files, 0, 0, "", page, languages, "")


def _model(
    kind: Kind,
    title: str,
    model_id: str,
    files: tuple[ModelFile, ...],
    memory_mb: int,
    context_tokens: int,
    licence: str,
    page: str,
    languages: tuple[Language, ...],
    folder: str,
) -> Model:
    size_mb = sum(file.bytes for file in files) / 1e6
    return Model(
        kind=kind,
        id=model_id or name_for(title),
        title=" ".join("".join(c if c.isprintable() else " " for c in title).split())[:100],
        use=Use.OWN,
        languages=languages,
        memory_mb=memory_mb or round(size_mb * 1.3) + 100,
        good_for={Language.ENGLISH: "Your own.", Language.KOREAN: "직접 고른 모델."},
        licence=Licence(licence or "as its maker says", page),
        attribution="your own" if folder else "its maker on the hub",
        files=files,
        context_tokens=context_tokens,
        folder=folder,
    )


def name_for(title: str) -> str:
    """A title as a model's name: small letters, digits, dots and dashes."""
    name = re.sub(r"[^a-z0-9.]+", "-", title.lower())
    name = re.sub(r"\.{2,}", ".", name).strip("-.")[:60].strip("-.")
    return name or "model"
