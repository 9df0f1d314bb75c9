"""Whether what the settings name fits into the memory that is free, told before it is loaded."""

from pathlib import Path

from rotom import files
from rotom.domain.catalog import Kind, Model
from rotom.domain.engines import EngineError
from rotom.domain.memory import available_bytes, brain_bytes, shortage
from rotom.domain.settings import Settings
from rotom.domain.wording import worded
from rotom.storage.gguf import read_header
from rotom.storage.model_folder import ModelFolder
from rotom.storage.needs import ears_bytes, voices_bytes
from rotom.system import machine


class Fitting:
    """The engines of the settings, measured against what is free and what they hold already."""

    def __init__(self, models: ModelFolder, settings: Settings) -> None:
        self._models = models
        self._settings = settings

    def check_brain(self, path: Path) -> None:
        """EngineError where the brain does not fit beside the ears and voices of the settings."""
        needed = brain_bytes(read_header(path))
        ears = ears_bytes(self._models, self._settings)
        voices = voices_bytes(self._models, self._settings, files.models() / "starter" / "voice")
        missing = shortage(needed + ears + voices, _free_bytes())
        if missing:
            raise EngineError(
                worded(
                    "The brain {stem} needs {needed:.1f} GB of memory beside {ears:.1f} GB "
                    "for the ears and {voices:.1f} GB for the voice, {missing:.1f} GB more "
                    "than is free. Close something, or choose {smaller}.",
                    stem=path.stem,
                    needed=needed / 1e9,
                    ears=ears / 1e9,
                    voices=voices / 1e9,
                    missing=missing / 1e9,
                    smaller=self._smaller_than(path),
                )
            )

    def _smaller_than(self, path: Path) -> str:
        """The largest brain that is here, smaller than this one, by its title; else the starter."""
        size = path.stat().st_size if path.is_file() else 0
        here = self._here(Kind.BRAIN, size)
        return max(here, key=_bytes_of).title if here else worded("the small starter brain")

    def _here(self, kind: Kind, smaller_than: int) -> list[Model]:
        """The models of a kind that are here and smaller."""
        return [
            model
            for model in self._models.models
            if model.kind == kind
            and model.bytes < smaller_than
            and self._models.holding(model).is_whole
        ]

    def check_ears(self, title: str, model: Model | None = None) -> None:
        """EngineError where the ears do not fit beside the voices of the settings."""
        needed = ears_bytes(self._models, self._settings)
        voices = voices_bytes(self._models, self._settings, files.models() / "starter" / "voice")
        if missing := shortage(needed + voices, _free_bytes()):
            raise EngineError(
                worded(
                    "The ears {title} need {needed:.1f} GB of memory, {missing:.1f} GB more than "
                    "is free. Close something, or choose {smaller}.",
                    title=title,
                    needed=needed / 1e9,
                    missing=missing / 1e9,
                    smaller=self._smaller_ears(model),
                )
            )

    def _smaller_ears(self, than: Model | None) -> str:
        """The largest ears that are here, smaller than these, by their title; else the shipped."""
        here = self._here(Kind.EARS, than.bytes) if than is not None else []
        return max(here, key=_bytes_of).title if here else worded("the ears that come with Rotom")


def _bytes_of(model: Model) -> int:
    return model.bytes


def _free_bytes() -> int | None:
    """What all engines together may take."""
    memory = machine.memory()
    return available_bytes(None if memory is None else memory.available, machine.held_bytes())
