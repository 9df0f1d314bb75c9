"""What the user changed of how each brain chooses its words: a TOML file with a table for each."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from rotom.domain.catalog import Kind, Model, Thinking, Use
from rotom.domain.memory import BrainShape
from rotom.domain.sampling import KNOBS, Sampling, Values, tuned
from rotom.domain.settings import SettingError
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError, told
from rotom.storage.gguf import read_header
from rotom.storage.model_folder import ModelFolder
from rotom.storage.safe_files import NotReadableAsText, keep_aside, read_text, write_text

STARTER, SERVER = "starter", "server"
"""The names of the brain that comes with Rotom, and of whatever a server thinks with."""

SERVER_KNOBS = ("temperature", "top_p", "presence_penalty", "max_tokens", "thinks")

_LARGEST_BYTES = 1024 * 1024
_HEADER = (
    "# How brains choose their words, where you changed it; `rotom models tune` writes this.\n"
)


class Tuning:
    """Brains by the name that the settings give them: a model, the path of a file, or one of ours.

    The file is read each time, so that what is written there by hand holds from the next reply on.
    """

    def __init__(self, path: Path, models: ModelFolder, starter: Path) -> None:
        self.path = path
        self._models = models
        self._starter = starter
        self._shapes: dict[tuple[Path, int, int], BrainShape] = {}

    def own(self, brain: str) -> Sampling:
        """What the brain itself wants; StorageError where there is no such brain."""
        if brain == SERVER:
            return Sampling()
        model = self._model(brain)
        if model is not None and model.use != Use.OWN:
            return model.sampling
        return self._shape(brain).sampling

    def can_think(self, brain: str) -> bool:
        """Whether there is a switch for thinking before the answer."""
        if brain == SERVER:
            return True
        model = self._model(brain)
        if model is not None and not self._models.holding(model).is_whole:
            return model.thinking == Thinking.SWITCH
        return self._shape(brain).can_think

    def knobs(self, brain: str) -> tuple[str, ...]:
        """What can be changed of it: a server is told what all servers understand."""
        if brain == SERVER:
            return SERVER_KNOBS
        return (*KNOBS, "thinks") if self.can_think(brain) else tuple(KNOBS)

    def values(self, brain: str) -> Values:
        """What was changed of it; StorageError where the file cannot be understood."""
        return self._read().get(brain, {})

    def of(self, brain: str) -> Sampling:
        """How it chooses its words now."""
        return tuned(self.own(brain), self.values(brain))

    def change(self, brain: str, values: Values) -> None:
        """Changes some of it, and keeps that; SettingError where a value cannot be."""
        if unknown := sorted(set(values) - set(self.knobs(brain))):
            raise SettingError(
                worded(
                    "There is no {name} to change; there are {known}.",
                    name=unknown[0][:40],
                    known=", ".join(self.knobs(brain)),
                )
            )
        changed = {**self.values(brain), **values}
        usual = self.own(brain)
        tuned(usual, changed)
        differing = {
            name: value for name, value in changed.items() if value != getattr(usual, name)
        }
        self._write({**self._read(), brain: differing})

    def reset(self, brain: str) -> None:
        """Leaves the brain its own way, also where the file cannot be understood."""
        try:
            kept = self._read()
        except StorageError:
            kept = {}
            if self.path.exists():
                keep_aside(self.path)
        self._write({**kept, brain: {}})

    def _model(self, brain: str) -> Model | None:
        """The model of that name; None for a file."""
        if brain == STARTER or Path(brain).name != brain:
            return None
        model = self._models.find(brain)
        if model.kind != Kind.BRAIN:
            raise StorageError(
                worded("{title} is no brain, so it chooses no words.", title=model.title)
            )
        return model

    def _shape(self, brain: str) -> BrainShape:
        """The head of its file, which is read once: a large vocabulary takes a while."""
        model = self._model(brain)
        if model is not None:
            path = self._models.whole_path(model)
        else:
            path = self._starter if brain == STARTER else Path(brain).expanduser()
        try:
            stat = path.stat()
        except OSError as error:
            raise told(worded("The brain cannot be read"), path, error) from error
        key = (path, stat.st_size, stat.st_mtime_ns)
        if key not in self._shapes:
            self._shapes[key] = read_header(path)
        return self._shapes[key]

    def _read(self) -> dict[str, Values]:
        try:
            tables = tomllib.loads(read_text(self.path, _LARGEST_BYTES))
            return {brain: _checked(table) for brain, table in tables.items()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise told(
                worded("What you changed of the brains cannot be read"), self.path, error
            ) from error
        except SettingError as error:
            raise StorageError(worded("In {path}: {why}", path=self.path, why=error)) from error
        except (NotReadableAsText, ValueError, RecursionError) as error:
            raise StorageError(
                worded("{path} cannot be used: it is not TOML.", path=self.path)
            ) from error

    def _write(self, tables: Mapping[str, Values]) -> None:
        kept = {brain: dict(values) for brain, values in tables.items() if values}
        try:
            write_text(self.path, _HEADER + tomli_w.dumps(kept))
        except OSError as error:
            raise told(
                worded("What you changed of the brains cannot be kept"), self.path, error
            ) from error


def _checked(table: object) -> Values:
    if not isinstance(table, Mapping):
        raise SettingError("Each brain has a table of its own.")
    tuned(Sampling(), table)
    return table
