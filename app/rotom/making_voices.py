"""Settings made into voices: which library, from which files, and who stands in."""

from collections.abc import Callable
from pathlib import Path

from rotom import files
from rotom.conversation.speaking import Voices
from rotom.domain.catalog import Kind
from rotom.domain.engines import EngineError, TextToSpeech
from rotom.domain.settings import Settings
from rotom.domain.shipped import ROBOT, STARTER_VOICE
from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.engines.standing_in import stand_in
from rotom.storage.model_folder import ModelFolder


def voices(settings: Settings, models: ModelFolder) -> Voices:
    """A voice for each language; each is loaded by who first speaks with it."""
    from rotom.engines.espeak import EspeakSpeech

    korean: TextToSpeech = EspeakSpeech(Language.KOREAN)
    if settings.korean_voice:
        robot = korean
        korean = _piper(settings.korean_voice, Language.KOREAN, models, lambda: robot)
    english: TextToSpeech
    if settings.voice == ROBOT:
        english = EspeakSpeech(Language.ENGLISH)
    elif settings.voice == STARTER_VOICE:
        english = _starter_voice()
    else:
        english = _piper(settings.voice, Language.ENGLISH, models, _starter_voice)
    return {Language.ENGLISH: english, Language.KOREAN: korean}


def _piper(
    named: str, language: Language, models: ModelFolder, instead: Callable[[], TextToSpeech]
) -> TextToSpeech:
    """A voice of the catalogue or of the user; what comes with Rotom where it is not here."""
    try:
        model = models.known(Kind.VOICE, named)
        if model is not None and language not in model.languages:
            raise EngineError(
                worded("{title} does not speak this language. Choose another.", title=model.title)
            )
        onnx = own_path(named, "voice") if model is None else models.whole_path(model)
        return _piper_speech(onnx, language)
    except EngineError as error:
        why = worded("{why} Until then a voice that comes with Rotom speaks.", why=error)
        return stand_in(instead(), why)


def _piper_speech(onnx: Path, language: Language) -> TextToSpeech:
    from rotom.engines.piper import PiperSpeech

    return PiperSpeech(onnx, onnx.with_name(onnx.name + ".json"), language)


def _starter_voice() -> TextToSpeech:
    onnx = files.models() / "starter" / "voice" / f"{STARTER_VOICE}.onnx"
    return _piper_speech(onnx, Language.ENGLISH)


def own_path(named: str, what: str) -> Path:
    """The path that the user named; a bare word is taken for a model that does not exist."""
    path = Path(named).expanduser()
    if path.name == named and not path.exists():
        raise EngineError(
            worded(
                "There is no model called {named!r} for the {what}. `rotom models list` "
                "shows them all; a file of your own is named by its whole path.",
                named=named,
                what=what,
            )
        )
    return path
