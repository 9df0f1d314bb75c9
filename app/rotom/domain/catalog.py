"""The models that can be fetched: what each is good for, its files, its licence, its needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from rotom.domain.sampling import Sampling
from rotom.domain.speech import Language

HUB = "https://huggingface.co"


class CatalogError(ValueError):
    """A row of a catalogue that cannot be, said in one sentence."""


class Kind(StrEnum):
    BRAIN = "brain"
    EARS = "ears"
    VOICE = "voice"


class Use(StrEnum):
    """The place of a model: brains and ears by what runs beside them, voices by their speed."""

    TINY = "tiny"
    BESIDE_A_GAME = "beside a game"
    KOREAN_FIRST = "Korean first"
    DOCKED = "docked"
    QUICK = "quick"
    HIGH_QUALITY = "high quality"
    OWN = "your own"


class Thinking(StrEnum):
    """Whether a model thinks aloud before it answers; Rotom turns it off where there is a switch.

    `SWITCH`: its chat template takes `enable_thinking`.
    """

    NEVER = "never"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Licence:
    """`url` is where its words are; `must_be_accepted` where they ask more than to be named."""

    name: str
    url: str
    must_be_accepted: bool = False


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file; `sha256` is in lower-case hexadecimal. `url` names a revision of a hub's file."""

    url: str
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        return unquote(self.url.rsplit("/", 1)[1])

    @property
    def repo(self) -> str:
        return self._parts()[0]

    @property
    def revision(self) -> str:
        return self._parts()[1]

    @property
    def path(self) -> str:
        """Where the file is inside its repository."""
        return unquote(self._parts()[2])

    def check(self) -> None:
        """CatalogError where the address is no file of the hub at a fixed revision."""
        self._parts()

    def _parts(self) -> tuple[str, str, str]:
        found = _HUB_FILE.fullmatch(self.url)
        if found is None:
            raise CatalogError(f"{self.url[:200]} is no file of the hub at a fixed revision.")
        return found[1], found[2], found[3]


@dataclass(frozen=True, slots=True)
class Model:
    """One model, of one file or several; `good_for` says it in plain words by language.

    `context_tokens` is what it was trained for; 0 for ears and voices. `folder` is where the files
    of the user's own models are; '' for those that are fetched into Rotom's own folder.
    """

    kind: Kind
    id: str
    title: str
    use: Use
    languages: tuple[Language, ...]
    memory_mb: int
    good_for: Mapping[Language, str]
    licence: Licence
    attribution: str
    files: tuple[ModelFile, ...]
    context_tokens: int = 0
    thinking: Thinking = Thinking.NEVER
    sampling: Sampling = Sampling()
    folder: str = ""

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)

    @property
    def main_file(self) -> ModelFile:
        """The file of the weights."""
        weights = (file for file in self.files if file.name.endswith(_WEIGHTS))
        return next(weights, self.files[0])


_WEIGHTS = (".gguf", ".onnx", "model.bin")
_HUB_FILE = re.compile(
    re.escape(HUB) + r"/([\w.-]+/[\w.-]+)/resolve/([0-9a-f]{40})/((?:[\w.%+-]+/)*[\w.%+-]+)"
)
