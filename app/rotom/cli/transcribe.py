"""`rotom transcribe`: what is said in a sound file of any length, piece by piece."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from rotom.app import App
from rotom.domain.endpointing import Boundary, Endpointer, Patience
from rotom.domain.engines import EngineError, SpeechToText, VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples, Transcript
from rotom.engines.sound_files import iter_sound
from rotom.files import UserFolders

PIECE_FRAMES = int(28 / 0.032)
"""Whisper hears 30 s at a time, so a piece is cut before that."""

BEFORE_FRAMES = 10


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
        print("Heard nothing: there are no words in this sound.")
    return 0


def spoken_pieces(blocks: Iterable[Samples], vad: VoiceActivity) -> Iterator[Samples]:
    """The utterances in a sound that comes in blocks of any size, none longer than 30 s."""
    endpointer = Endpointer(Patience())
    before: list[Samples] = []
    piece: list[Samples] = []
    vad.reset()
    for frame in _frames(blocks):
        boundary = endpointer.feed(vad.probability(frame))
        if boundary is Boundary.STARTED:
            piece = list(before)
        if endpointer.in_utterance or boundary is Boundary.ENDED:
            piece.append(frame)
        if boundary is Boundary.ENDED or len(piece) >= PIECE_FRAMES:
            yield np.concatenate(piece)
            piece = []
        before = [*before[1 - BEFORE_FRAMES :], frame]
    if piece:
        yield np.concatenate(piece)


def _frames(blocks: Iterable[Samples]) -> Iterator[Samples]:
    rest = np.zeros(0, np.float32)
    for block in blocks:
        joined = np.concatenate([rest, block])
        whole = len(joined) - len(joined) % FRAME_SAMPLES
        yield from joined[:whole].reshape(-1, FRAME_SAMPLES)
        rest = joined[whole:]
    if len(rest):
        yield np.pad(rest, (0, FRAME_SAMPLES - len(rest)))


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
