"""The models among which settings choose: which there are for each, and which are in use."""

from pathlib import Path

from rotom.domain.catalog import Kind, Model
from rotom.domain.choice import NOT_THERE, Choice
from rotom.domain.settings import Settings
from rotom.domain.shipped import SHIPPED
from rotom.domain.speech import Language
from rotom.storage.model_folder import ModelFolder

_KINDS = {"brain": Kind.BRAIN, "ears": Kind.EARS, "voice": Kind.VOICE, "korean_voice": Kind.VOICE}
_SPOKEN = {"voice": Language.ENGLISH, "korean_voice": Language.KOREAN}


def settings_of(model: Model) -> tuple[str, ...]:
    """The settings that may name a model, first the one that does where it is chosen."""
    return tuple(name for name in SHIPPED if _suits(name, model))


def uses(settings: Settings, model: Model) -> bool:
    """Whether the settings name the model."""
    return any(getattr(settings, name) == model.id for name in settings_of(model))


def choices(name: str, models: ModelFolder, settings: Settings) -> tuple[Choice, ...]:
    """What there is for the setting `name`: what comes with Rotom, what is here, what it names.

    Models are described in the language that is spoken.
    """
    language = Language(settings.language)
    offered = [*SHIPPED[name]]
    for model in models.models:
        if _suits(name, model) and models.holding(model).is_whole:
            offered.append(Choice(model.id, model.title, _described(model, language)))
    saved = str(getattr(settings, name))
    if all(choice.id != saved for choice in offered):
        offered.append(_named(name, saved, models))
    return tuple(offered)


def removable(models: ModelFolder, settings: Settings) -> list[Model]:
    """What Rotom fetched, whole or not, and the settings do not name."""
    return [
        model
        for model in models.models
        if not model.folder and not uses(settings, model) and models.holding(model).bytes
    ]


def _described(model: Model, language: Language) -> str:
    """What it is good for, its size and its licence, in signs that need no translation."""
    return f"{model.good_for[language]} ({model.bytes / 1e6:.0f} MB, {model.licence.name})"


def _suits(name: str, model: Model) -> bool:
    spoken = _SPOKEN.get(name)
    return model.kind == _KINDS[name] and (spoken is None or spoken in model.languages)


def _named(name: str, saved: str, models: ModelFolder) -> Choice:
    """A choice that is kept: a file of the user's own, or a model that is not here now."""
    model = models.known(_KINDS[name], saved)
    if model is not None:
        return Choice(saved, model.title, NOT_THERE)
    path = Path(saved).expanduser()
    return Choice(saved, path.name or saved, str(path) if path.exists() else NOT_THERE)
