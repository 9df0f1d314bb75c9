"""What a repository of the hub holds: for checking the catalogue, and for models of one's own."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from rotom.domain.catalog import HUB, Kind, Model, ModelFile
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError
from rotom.storage.web import Web
from rotom.storage.web_errors import WebError

_SMALL_BYTES = 8 * 1024 * 1024
"""Files outside of the hub's large-file storage have no sha256 there: they are fetched to check."""

_ADDRESS = re.compile(
    r"(?:https://huggingface\.co/|hf\.co/|hf://|hf:)?([\w.-]+/[\w.-]+)"
    r"(?:/(?:blob|resolve)/([\w.-]+))?(/[^?#]+)?/?(?:\?.*)?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a repository; `sha256` is '' where the hub knows only git's name for it."""

    path: str
    bytes: int
    sha256: str
    git_sha1: str


@dataclass(frozen=True, slots=True)
class Address:
    """A place on the hub: a repository, and a file in it or ''."""

    repo: str
    revision: str
    path: str


def parse_address(text: str) -> Address | None:
    """`owner/name`, with a file or without, as people copy it; None where it is something else."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None or ".." in text:
        return None
    return Address(found[1], found[2] or "main", (found[3] or "").strip("/"))


def commit_of(web: Web, address: Address) -> str:
    """The commit that a revision, such as `main`, is now."""
    answer, _ = web.json(f"/api/models/{address.repo}/revision/{quote(address.revision, safe='')}")
    commit = answer.get("sha") if isinstance(answer, dict) else None
    if not isinstance(commit, str) or not re.fullmatch("[0-9a-f]{40}", commit):
        raise WebError("The hub's answer is not what its manual says.", may_pass=True)
    return commit


def entries(web: Web, repo: str, revision: str) -> dict[str, Entry]:
    """All files of a repository by their path, over as many pages as there are."""
    found: dict[str, Entry] = {}
    path = f"/api/models/{repo}/tree/{quote(revision, safe='')}?recursive=true"
    while path:
        page, path = web.json(path)
        for entry in _entries_of(page):
            found[entry.path] = entry
    return found


def _entries_of(page: object) -> Iterator[Entry]:
    if not isinstance(page, list):
        raise WebError("The hub's answer is not what its manual says.", may_pass=True)
    for each in page:
        match each:
            case {"type": "file", "path": str(path), "lfs": {"oid": str(oid), "size": int(size)}}:
                yield Entry(path, size, oid, "")
            case {"type": "file", "path": str(path), "size": int(size), "oid": str(oid)}:
                yield Entry(path, size, "", oid)


def differences(web: Web, model: Model) -> list[str]:
    """What the hub says otherwise than the catalogue, a sentence each."""
    said: list[str] = []
    for repo, revision in dict.fromkeys((file.repo, file.revision) for file in model.files):
        listed = entries(web, repo, revision)
        for file in model.files:
            if (file.repo, file.revision) == (repo, revision):
                said += _differing(web, file, listed.get(file.path))
    return said


def _differing(web: Web, file: ModelFile, entry: Entry | None) -> Iterator[str]:
    if entry is None:
        yield f"{file.path} is not in {file.repo}."
        return
    if entry.bytes != file.bytes:
        yield f"{file.path} has {entry.bytes} bytes, not {file.bytes}."
        return
    sha256 = entry.sha256 or _fetched_sha256(web, file.repo, file.revision, entry)
    if sha256 != file.sha256:
        yield f"{file.path} has the sha256 {sha256}, not {file.sha256}."


def pinned(web: Web, address: Address, commit: str, entry: Entry) -> ModelFile:
    """The file as a catalogue holds it."""
    sha256 = entry.sha256 or _fetched_sha256(web, address.repo, commit, entry)
    return ModelFile(_url(address.repo, commit, entry.path), entry.bytes, sha256)


def _url(repo: str, commit: str, path: str) -> str:
    return f"{HUB}/{repo}/resolve/{commit}/{quote(path)}"


def _fetched_sha256(web: Web, repo: str, commit: str, entry: Entry) -> str:
    """The checksum of a small file, whose bytes have to be those that git's name stands for."""
    if entry.bytes > _SMALL_BYTES:
        raise StorageError(
            worded("The hub gives no checksum of {path}. Choose another file.", path=entry.path)
        )
    content = b""
    with web.file(_url(repo, commit, entry.path)) as answer:
        for chunk in answer.chunks():
            content += chunk
            if len(content) > entry.bytes:
                break
    named = hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False)
    if named.hexdigest() != entry.git_sha1:
        raise WebError(worded("{path} came damaged. Try again.", path=entry.path), may_pass=True)
    return hashlib.sha256(content).hexdigest()


def choose_files(listed: dict[str, Entry], address: Address) -> tuple[Kind, list[Entry]]:
    """Which files make the model at an address; StorageError where that is not clear."""
    if address.path:
        return _around(listed, address)
    ggufs = [path for path in listed if _is_gguf(path)]
    usual = [path for path in ggufs if "q4_k_m" in path.lower()] or ggufs
    if len(usual) == 1:
        return Kind.BRAIN, [listed[usual[0]]]
    if usual:
        names = ", ".join(sorted(ggufs)[:8])
        raise StorageError(
            worded(
                "{repo} has several brains; say which one: {repo}/FILE with one of {names}.",
                repo=address.repo,
                names=names,
            )
        )
    if "model.bin" in listed:
        return Kind.EARS, _whisper(listed, address)
    raise StorageError(
        worded(
            "{repo} holds nothing that Rotom can use: a brain is a GGUF file, ears are a "
            "Whisper model for CTranslate2, a voice is a Piper voice (add /FILE.onnx).",
            repo=address.repo,
        )
    )


def _around(listed: dict[str, Entry], address: Address) -> tuple[Kind, list[Entry]]:
    path = address.path
    if path not in listed:
        raise StorageError(worded("There is no {path} in {repo}.", path=path, repo=address.repo))
    if path.endswith(".onnx"):
        if path + ".json" not in listed:
            raise StorageError(
                worded("{path} is no Piper voice: there is no {path}.json beside it.", path=path)
            )
        return Kind.VOICE, [listed[path], listed[path + ".json"]]
    if path.endswith("model.bin"):
        return Kind.EARS, _whisper(listed, address)
    if _is_gguf(path):
        return Kind.BRAIN, [listed[path]]
    raise StorageError(
        worded(
            "{path} is nothing that Rotom can use: name a .gguf, a .onnx or a model.bin of "
            "Whisper.",
            path=path,
        )
    )


def _is_gguf(path: str) -> bool:
    """A whole language model: neither a picture encoder nor one of several pieces."""
    name = path.lower()
    return name.endswith(".gguf") and "mmproj" not in name and "-of-0" not in name


_WHISPER = ("model.bin", "config.json", "tokenizer.json")
_WHISPER_TOO = ("preprocessor_config.json", "vocabulary.json", "vocabulary.txt")


def _whisper(listed: dict[str, Entry], address: Address) -> list[Entry]:
    folder = address.path.rpartition("/")[0]
    at = f"{folder}/" if folder else ""
    for name in _WHISPER:
        if at + name not in listed:
            raise StorageError(
                worded(
                    "{repo} holds no whole Whisper model: {name} is missing.",
                    repo=address.repo,
                    name=name,
                )
            )
    return [listed[at + name] for name in (*_WHISPER, *_WHISPER_TOO) if at + name in listed]
