"""What the chosen ears and voices take of the memory, beside which the brain has to fit."""

from pathlib import Path

from rotom.domain.catalog import Kind
from rotom.domain.memory import POCKETSPHINX_BYTES, ROBOT_BYTES, files_need
from rotom.domain.settings import Settings
from rotom.domain.speech import Language
from rotom.storage.model_folder import ModelFolder


def ears_bytes(models: ModelFolder, settings: Settings) -> int:
    """What the ears of the settings take; 0 where the language that is spoken has none."""
    if not settings.ears:
        return POCKETSPHINX_BYTES if settings.language == Language.ENGLISH else 0
    return _bytes(models, Kind.EARS, settings.ears)


def voices_bytes(models: ModelFolder, settings: Settings, shipped: Path) -> int:
    """What the voices of both languages take; `shipped` is the folder of those of Rotom."""
    named = {settings.voice, settings.korean_voice} - {""}
    starter = shipped / f"{settings.voice}.onnx"
    total = ROBOT_BYTES
    for name in named:
        is_starter = name == settings.voice and starter.is_file()
        total += _bytes(models, Kind.VOICE, str(starter) if is_starter else name)
    return total


def _bytes(models: ModelFolder, kind: Kind, named: str) -> int:
    """What a model takes, as its row says, or by the length of its files; 0 for what is not."""
    model = models.known(kind, named)
    if model is not None:
        return model.memory_mb * 10**6 if models.holding(model).is_whole else 0
    path = Path(named).expanduser()
    try:
        files = [each for each in path.iterdir() if each.is_file()] if path.is_dir() else [path]
        size = sum(file.stat().st_size for file in files)
    except OSError:
        return 0
    return files_need(size)
