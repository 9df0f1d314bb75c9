"""Fetches one file: goes on where it stopped, and names it only when it is whole and checked."""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rotom.domain.catalog import ModelFile
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told
from rotom.storage.pace import Halt, Limit
from rotom.storage.safe_files import sync_folder
from rotom.storage.web import Answer, Web
from rotom.storage.web_errors import WebError

log = logging.getLogger(__name__)

TRIES = 6
"""How often in a row a connection may bring nothing before it is given up."""

LONGEST_WAIT_S = 600.0
"""A hub that asks to wait longer than that is not waited for."""

_BLOCK_BYTES = 1024 * 1024


class Paused(Exception):
    """The user stopped a download; what came is kept."""


class _Damaged(Exception):
    """What came is not what the catalogue knows; the message says how."""


class Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


@dataclass
class Manner:
    """How to fetch: who may stop it, how fast, and who is told of bytes and in words."""

    halt: Halt = field(default_factory=Halt)
    limit: Limit | None = None
    arrived: Callable[[int], None] = lambda _count: None
    tell: Callable[[str], None] = lambda _text: None
    wait: Callable[[float], bool] | None = None

    def pause_s(self, seconds: float) -> bool:
        return (self.wait or self.halt.wait)(seconds)


def part_of(goal: Path) -> Path:
    """Where a file is while it is not whole."""
    return goal.with_name(goal.name + ".part")


def check_space(folder: Path, missing_bytes: int, what: str) -> None:
    """StorageError where the disk has not room for what is missing and a tenth more."""
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(existing).free
    if free < missing_bytes * 1.1:
        raise StorageError(
            worded(
                "{what} needs {missing_bytes:.2f} GB, and the disk of {existing} has "
                "{free:.2f} GB free. Free some space and try again.",
                what=what,
                missing_bytes=missing_bytes * 1.1 / 1e9,
                existing=existing,
                free=free / 1e9,
            )
        )


def fetch(web: Web, file: ModelFile, goal: Path, manner: Manner) -> None:
    """Fetches a file to `goal`: with the catalogue's length and checksum, or not at all.

    Paused where the user stopped it, WebError or StorageError where it cannot be had; what has
    come until then is kept beside it. Damaged, it is deleted and fetched once more.
    """
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        for is_last in (False, True):
            try:
                _fetch_once(web, file, goal, manner)
            except _Damaged as damaged:
                part_of(goal).unlink(missing_ok=True)
                log.warning("%s from %s: %s", file.name, file.url, damaged)
                if is_last:
                    raise StorageError(
                        worded(
                            "{name} came damaged twice ({damaged}) and was deleted. Try "
                            "again later, or over another network.",
                            name=file.name,
                            damaged=damaged,
                        )
                    ) from damaged
                manner.tell(
                    worded(
                        "{name} came damaged ({damaged}). It is fetched once more.",
                        name=file.name,
                        damaged=damaged,
                    )
                )
            else:
                return
    except OSError as error:
        raise told(worded("{name} cannot be kept", name=file.name), part_of(goal), error) from error


def _fetch_once(web: Web, file: ModelFile, goal: Path, manner: Manner) -> None:
    part = part_of(goal)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    with os.fdopen(os.open(part, flags, 0o644), "r+b", buffering=0) as growing:
        stream = _Growing(file, growing.fileno(), manner)
        try:
            stream.read_what_is_here()
            _complete(web, file, stream, manner)
            if stream.digest.hexdigest() != file.sha256:
                raise _Damaged("its checksum is not that of the catalogue")
        except _Damaged:
            stream.start_anew()
            raise
        os.fsync(growing.fileno())
    part.replace(goal)
    sync_folder(goal.parent)


class _Growing:
    """The file that is not whole yet, and the checksum of what is there."""

    def __init__(self, file: ModelFile, descriptor: int, manner: Manner) -> None:
        self._file = file
        self._descriptor = descriptor
        self._manner = manner
        self.digest: Digest = hashlib.sha256()
        self.here = 0

    def read_what_is_here(self) -> None:
        """Takes what an earlier try left; more than the file can have is none of it."""
        if os.fstat(self._descriptor).st_size > self._file.bytes:
            self.start_anew()
        while block := os.read(self._descriptor, _BLOCK_BYTES):
            if self._manner.halt.is_set():
                raise Paused
            self.digest.update(block)
            self.here += len(block)
            self._manner.arrived(len(block))

    def start_anew(self) -> None:
        self._manner.arrived(-self.here)
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self.digest, self.here = hashlib.sha256(), 0

    def add(self, chunk: bytes) -> None:
        if self.here + len(chunk) > self._file.bytes:
            raise _Damaged("it is longer than the catalogue says")
        rest = memoryview(chunk)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        self.digest.update(chunk)
        self.here += len(chunk)
        self._manner.arrived(len(chunk))


def _complete(web: Web, file: ModelFile, growing: _Growing, manner: Manner) -> None:
    """Asks again and again until all bytes are here."""
    failures = 0
    while growing.here < file.bytes:
        if manner.halt.is_set():
            raise Paused
        before = growing.here
        try:
            with web.file(file.url, growing.here) as answer, manner.halt.aborting(answer.abort):
                _take(answer, file, growing, manner)
        except WebError as error:
            if manner.halt.is_set():
                raise Paused from error
            failures = 1 if growing.here > before else failures + 1
            wait_s = error.retry_after_s or min(30.0, 2.0 ** (failures - 1))
            if not error.may_pass or failures >= TRIES or wait_s > LONGEST_WAIT_S:
                raise
            log.info("%s: %s Trying again in %.0f s.", file.name, error, wait_s)
            if failures > 1 or error.retry_after_s:
                manner.tell(
                    worded("{why} Rotom goes on in {wait_s:.0f} s.", why=error, wait_s=wait_s)
                )
            if manner.pause_s(wait_s):
                raise Paused from error


def _take(answer: Answer, file: ModelFile, growing: _Growing, manner: Manner) -> None:
    _check(answer, file)
    if answer.starts_at != growing.here:
        growing.start_anew()
    for chunk in answer.chunks():
        if manner.halt.is_set():
            raise Paused
        growing.add(chunk)
        if manner.limit is not None:
            manner.limit.take(len(chunk))
    if growing.here < file.bytes:
        raise WebError("The hub ended before the file did.", may_pass=True)


def _check(answer: Answer, file: ModelFile) -> None:
    """WebError where the hub says before it begins that its file is another one."""
    lengths = {answer.total_bytes, answer.linked_bytes} - {None, file.bytes}
    if lengths or answer.linked_sha256 not in {"", file.sha256}:
        raise WebError(
            worded(
                "The hub's {name} is not the one that Rotom knows. Update Rotom, or choose "
                "another model.",
                name=file.name,
            )
        )
