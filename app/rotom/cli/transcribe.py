"""`rotom transcribe`: what is said in a sound file of any length, piece by piece."""

import json
from pathlib import Path

import numpy as np

from rotom.app import App
from rotom.cli.telling import say
from rotom.conversation.recordings import spoken_pieces
from rotom.domain.engines import EngineError, SpeechToText
from rotom.domain.speech import Language, Samples, Transcript
from rotom.domain.wording import worded
from rotom.engines.sound_files import iter_sound
from rotom.files import UserFolders


def run(folders: UserFolders, source: Path, as_json: bool) -> int:
    app = App(folders, keep=False)
    engines = app.engines()
    blocks = iter_sound(source)
    if engines.vad is None or engines.ears is None:
        raise EngineError("There are no ears to transcribe with.")
    vad, ears = engines.vad(), engines.ears()
    language = Language(app.settings.language)
    heard = []
    for piece in spoken_pieces(blocks, vad):
        transcript = _understood(ears, piece, language)
        if transcript.text:
            heard.append(transcript)
            if not as_json:
                print(transcript.text, flush=True)
    if as_json:
        print(json.dumps(_joined(heard, language), ensure_ascii=False))
    elif not heard:
        say(worded("Heard nothing: there are no words in this sound."), folders)
    return 0


def _understood(ears: SpeechToText, piece: Samples, language: Language) -> Transcript:
    ears.start(language)
    ears.feed(piece)
    return ears.finish()


def _joined(heard: list[Transcript], language: Language) -> dict[str, object]:
    confidence = float(np.mean([t.confidence for t in heard])) if heard else 0.0
    return {
        "transcript": " ".join(t.text for t in heard),
        "language": str(heard[0].language if heard else language),
        "confidence": round(confidence, 3),
    }
