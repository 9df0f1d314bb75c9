"""The turns that are heard in a sound that lies there whole, and the pauses that it was cut at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from rotom.cli.spoken_turns import spread
from rotom.conversation.hearing import PRE_ROLL_FRAMES, Hearing
from rotom.conversation.pausing import Pausing
from rotom.domain.endpointing import FRAME_MS, Boundary, Patience
from rotom.domain.engines import EngineError, SpeechToText, VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples, Transcript
from rotom.domain.wording import worded
from rotom.engines.sound_files import read_sound

WORDS_AFTER_FRAMES = 5
"""160 ms: so long after a pause began its words are known."""

SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS = 200.0, 800.0
"""A pause within what is said; who is silent for longer has to say so by their words."""

OVERLONG_MS = 1000.0
"""Somebody who is done and is answered after more than this asks themselves whether it hears."""

BEFORE_S, AFTER_S = 1.0, 2.0
"""The room that is put around a recording, so that it begins and ends."""


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """When a turn began and when its end was noticed, after `wait_ms` of silence; milliseconds."""

    begin_ms: float
    end_ms: float
    wait_ms: float


@dataclass(frozen=True, slots=True)
class Heard:
    """The turns of a sound; `kept_ms` are the pauses within them, in milliseconds."""

    turns: list[HeardTurn] = field(default_factory=list)
    kept_ms: list[float] = field(default_factory=list)

    @property
    def cut_ms(self) -> list[float]:
        """The pauses at which one turn ended and before which another began."""
        return [after.begin_ms - one.end_ms + one.wait_ms for one, after in pairwise(self.turns)]


def heard_in(
    sound: Samples,
    vad: VoiceActivity,
    ears: SpeechToText | None,
    language: Language = Language.ENGLISH,
    patience: Patience | None = None,
) -> Heard:
    """What the program hears in a sound at 16 kHz; without ears the tone alone judges."""
    vad.reset()
    hearing, pausing = Hearing(vad), Pausing(patience or Patience(), language)
    frames = sound[: len(sound) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    heard = Heard()
    begin, confirmed, words_at = 0, False, len(frames)
    understood: Transcript | None = None
    for number, frame in enumerate(frames):
        _, level = hearing.take(frame, pausing.in_utterance)
        match pausing.feed(frame, level.speech, understood if number >= words_at else None):
            case Boundary.STARTED:
                begin, confirmed, words_at = number, False, len(frames)
            case Boundary.CONFIRMED:
                confirmed = True
            case Boundary.PAUSED if ears is not None:
                so_far = frames[max(0, begin - PRE_ROLL_FRAMES) : number + 1]
                understood = _understood(ears, so_far, language)
                words_at = number + WORDS_AFTER_FRAMES
            case Boundary.RESUMED:
                heard.kept_ms.append(pausing.silence_ms)
                words_at = len(frames)
            case Boundary.ENDED:
                end_ms = (number + 1) * FRAME_MS
                heard.turns.append(HeardTurn(begin * FRAME_MS, end_ms, pausing.silence_ms))
                confirmed = False
    if confirmed:
        heard.turns.append(HeardTurn(begin * FRAME_MS, len(frames) * FRAME_MS, 0.0))
    return heard


def _understood(ears: SpeechToText, frames: Samples, language: Language) -> Transcript:
    ears.start(language)
    ears.feed(frames.reshape(-1))
    return ears.finish()


def in_room(parts: Sequence[Samples], noise: float = 0.0005) -> Samples:
    """The parts one after the other, with a room of that level (root mean square) around them."""
    before, after = (np.zeros(round(s * HEARING_RATE_HZ), np.float32) for s in (BEFORE_S, AFTER_S))
    sound = np.concatenate([before, *parts, after])
    hiss = np.random.default_rng(1).normal(0, noise, len(sound))
    return (sound + hiss).astype(np.float32)


def recorded(
    folder: Path,
    vad: VoiceActivity,
    ears: SpeechToText,
    language: Language = Language.ENGLISH,
    patience: Patience | None = None,
) -> Iterator[tuple[str, float, str]]:
    """How recordings of people are heard, each taken for something said by one person.

    EngineError where the folder holds no sound with speech.
    """
    sounds = (in_room([sound]) for sound in _sounds(folder))
    heard = [heard_in(sound, vad, ears, language, patience) for sound in sounds]
    heard = [one for one in heard if one.turns]
    if not heard:
        raise EngineError(
            worded(
                "There is no recording of speech in {folder}. Name a folder with sound files.",
                folder=folder,
            )
        )
    cut = [[ms for ms in one.cut_ms if ms <= LONGEST_PAUSE_MS] for one in heard]
    kept = [ms for one in heard for ms in one.kept_ms if ms >= SHORTEST_PAUSE_MS]
    longer = sum(ms > LONGEST_PAUSE_MS for one in heard for ms in one.cut_ms)
    waits = [one.turns[-1].wait_ms for one in heard]
    name = f"{len(heard)} recordings"
    pauses = f"pauses of {SHORTEST_PAUSE_MS:.0f} to {LONGEST_PAUSE_MS:.0f} ms"
    yield f"{name}: {pauses} inside", len(kept) + sum(map(len, cut)), ""
    yield f"{name}: cut off in one of those", 100 * sum(map(bool, cut)) / len(heard), "%"
    yield f"{name}: longer pauses, which end a turn", longer, ""
    yield f"{name}: the wait at the end, median", spread(waits)[0], "ms"
    yield f"{name}: the wait at the end, 95 of 100 within", spread(waits)[1], "ms"
    overlong = sum(wait > OVERLONG_MS for wait in waits)
    yield f"{name}: overlong waits", 100 * overlong / len(heard), "%"


def _sounds(folder: Path) -> Iterator[Samples]:
    """What can be read as sound; EngineError where the folder cannot be."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise EngineError(
            worded("{folder} cannot be read. Name a folder with recordings.", folder=folder)
        ) from error
    for path in paths:
        try:
            yield read_sound(path).samples
        except EngineError:
            continue
