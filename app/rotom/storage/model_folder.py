"""The models of this machine: what the catalogues list, what of it is here, and where."""

import fcntl
import hashlib
import os
import shutil
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import tomli_w

from rotom.domain.catalog import CatalogError, Kind, Model, ModelFile
from rotom.domain.catalog_rows import read_catalog, row_of
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told
from rotom.storage.other_programs import offer_of
from rotom.storage.safe_files import NotReadableAsText, keep_aside, read_text, write_text

_LARGEST_CATALOG_BYTES = 4 * 1024 * 1024
_BLOCK_BYTES = 1024 * 1024
_HEADER = "# Models of your own, as `rotom models add` wrote them down.\n"


class Busy(StorageError):
    """Another Rotom is at work on this model."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is here of a model: `whole_files` of its files, `bytes` with what is not whole yet."""

    model: Model
    whole_files: int
    bytes: int

    @property
    def is_whole(self) -> bool:
        return self.whole_files == len(self.model.files)


class ModelFolder:
    """Rotom's folder of models, and the lists of those that could be in it."""

    def __init__(self, root: Path, shipped_catalog: Path) -> None:
        self.root = root
        self.notices: tuple[str, ...] = ()
        self._shipped = _read(shipped_catalog, is_own=False)
        self._own = self._read_own()

    @property
    def models(self) -> tuple[Model, ...]:
        """The user's own first."""
        return (*self._own, *self._shipped)

    @property
    def own_file(self) -> Path:
        return self.root / "own.toml"

    def find(self, model_id: str) -> Model:
        """The model, or StorageError with a name that is like it."""
        for model in self.models:
            if model.id == model_id:
                return model
        like = get_close_matches(model_id, [model.id for model in self.models], 1, 0.4)
        raise StorageError(
            worded(
                "There is no model called {name!r}. Did you mean {like}?",
                name=model_id[:64],
                like=like[0],
            )
            if like
            else worded(
                "There is no model called {name!r}. `rotom models list` shows all of them.",
                name=model_id[:64],
            )
        )

    def known(self, kind: Kind, model_id: str) -> Model | None:
        """The model of a kind that has this name."""
        for model in self.models:
            if model.id == model_id and model.kind == kind:
                return model
        return None

    def is_own(self, model: Model) -> bool:
        return model in self._own

    def folder_of(self, model: Model) -> Path:
        return Path(model.folder) if model.folder else self.root / model.kind / model.id

    def file_of(self, model: Model, file: ModelFile) -> Path:
        return self.folder_of(model) / file.name

    def path_of(self, model: Model) -> Path:
        """What an engine loads: the folder of ears, the file of a brain or of a voice."""
        if model.kind == Kind.EARS:
            return self.folder_of(model)
        return self.file_of(model, model.main_file)

    def holding(self, model: Model) -> Holding:
        """What is here, by the length of the files; each was checked when it got its name."""
        whole, here = 0, 0
        for file in model.files:
            path = self.file_of(model, file)
            size = _size(path)
            whole += size == file.bytes
            here += size or _size(path.with_name(path.name + ".part"))
        return Holding(model, whole, here)

    def missing(self, model: Model) -> tuple[ModelFile, ...]:
        """The files of a model that are not here, or not whole."""
        return tuple(f for f in model.files if _size(self.file_of(model, f)) != f.bytes)

    def offered(self, model: Model) -> str:
        """What other programs have of a model that is not here, in words; '' for nothing."""
        offer = None if model.folder else offer_of(self.missing(model))
        return "" if offer is None else str(offer)

    def whole_path(self, model: Model) -> Path:
        """What an engine loads, or StorageError where it is not all here."""
        if not self.holding(model).is_whole:
            raise StorageError(
                worded(
                    "{title} is not fetched yet. Fetch it under Models, or with `rotom "
                    "models get {id}`.",
                    title=model.title,
                    id=model.id,
                )
                if not model.folder
                else worded(
                    "The files of {title} are no longer in {folder}. Choose another one.",
                    title=model.title,
                    folder=model.folder,
                )
            )
        return self.path_of(model)

    @contextmanager
    def locked(self, model: Model, wait: bool = False) -> Iterator[None]:
        """One program at a time works on a model; Busy where another one does.

        The lock ends with the program that holds it, however that ends (flock(2)).
        """
        locks = self.root / ".locks"
        try:
            locks.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(locks / model.id, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise told(worded("The models cannot be changed"), locks, error) from error
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError as error:
                raise Busy(
                    worded(
                        "Another Rotom is fetching or changing {title}. Wait until it is done.",
                        title=model.title,
                    )
                ) from error
            yield
        finally:
            os.close(descriptor)

    def remove(self, model: Model) -> int:
        """Deletes what is here of a model and returns how many bytes that freed.

        Files that Rotom did not fetch stay: one's own are only forgotten.
        """
        freed = 0
        with self.locked(model):
            if not model.folder:
                freed = self.holding(model).bytes
                _delete(self.folder_of(model))
            if self.is_own(model):
                self._write_own(tuple(each for each in self._own if each != model))
        return freed

    def strays(self) -> list[Path]:
        """Folders of models that no catalogue knows any more."""
        known = {self.folder_of(model) for model in self.models}
        kinds = [self.root / kind for kind in Kind]
        return [
            folder
            for kind in kinds
            if kind.is_dir()
            for folder in sorted(kind.iterdir())
            if folder.is_dir() and folder not in known
        ]

    def remove_stray(self, folder: Path) -> int:
        """Deletes one of `strays` and returns how many bytes that freed."""
        freed = sum(_size(each) for each in folder.rglob("*"))
        _delete(folder)
        return freed

    def damaged(self, model: Model, read: Callable[[int], None] = lambda _count: None) -> list[str]:
        """The files whose checksum is not that of the catalogue; `read` is told of each block."""
        return [
            file.name
            for file in model.files
            if sha256_of(self.file_of(model, file), read) != file.sha256
        ]

    def add(self, model: Model) -> None:
        """Writes a model down as the user's own; StorageError where its name is taken."""
        if any(each.id == model.id for each in self.models):
            raise StorageError(
                worded(
                    "There is a model called {id} already. Give this one another name with --id.",
                    id=model.id,
                )
            )
        self._write_own((*self._own, model))

    def _read_own(self) -> tuple[Model, ...]:
        if not self.own_file.is_file():
            return ()
        try:
            own = _read(self.own_file, is_own=True)
        except StorageError as error:
            self.notices = (worded("Your own models are not there: {why}", why=error),)
            return ()
        taken = {model.id for model in self._shipped}
        return tuple(model for model in own if model.id not in taken)

    def _write_own(self, own: tuple[Model, ...]) -> None:
        try:
            if self.notices and self.own_file.is_file():
                keep_aside(self.own_file)
                self.notices = ()
            text = tomli_w.dumps({"model": [row_of(model) for model in own]})
            write_text(self.own_file, _HEADER + text)
        except OSError as error:
            raise told(worded("The model cannot be written down"), self.own_file, error) from error
        self._own = own


def sha256_of(path: Path, read: Callable[[int], None] = lambda _count: None) -> str:
    """The checksum of a file; '' where there is none."""
    digest = hashlib.sha256()
    try:
        with path.open("rb", buffering=0) as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
                read(len(block))
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise told(worded("{name} cannot be read", name=path.name), path, error) from error
    return digest.hexdigest()


def _read(path: Path, is_own: bool) -> tuple[Model, ...]:
    try:
        return read_catalog(tomllib.loads(read_text(path, _LARGEST_CATALOG_BYTES)), is_own)
    except OSError as error:
        raise told(worded("The catalogue of models cannot be read"), path, error) from error
    except CatalogError as error:
        raise StorageError(worded("{path} cannot be used: {why}", path=path, why=error)) from error
    except (NotReadableAsText, ValueError, RecursionError) as error:
        raise StorageError(worded("{path} cannot be used: it is not TOML.", path=path)) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _delete(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise told(worded("The model cannot be removed"), folder, error) from error
