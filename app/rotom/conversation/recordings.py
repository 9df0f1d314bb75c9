"""What of a sound is speech, and how loud a sound is.

The window is there before numpy is, so numpy is imported where it is first needed.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

from rotom.domain.endpointing import FRAME_MS, Boundary, Endpointer, Patience
from rotom.domain.engines import VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Samples

MEANT_MS = 120.0
"""Less speech than this is none: a click, a slip of the thumb."""

MARGIN_FRAMES = 10
"""320 ms before the first speech and after the last are kept: quiet sounds are at the edges."""

PIECE_FRAMES = int(28_000 / FRAME_MS)
"""Whisper hears 30 s at a time, so a piece is cut before that."""


def spoken_part(samples: Samples, vad: VoiceActivity) -> Samples:
    """From a little before the first speech to a little after the last; empty where none is."""
    vad.reset()
    voiced = [
        start
        for start in range(0, len(samples) - FRAME_SAMPLES + 1, FRAME_SAMPLES)
        if vad.probability(samples[start : start + FRAME_SAMPLES]) >= Patience().speech_above
    ]
    if len(voiced) * FRAME_MS < MEANT_MS:
        return samples[:0]
    margin = FRAME_SAMPLES * MARGIN_FRAMES
    return samples[max(0, voiced[0] - margin) : voiced[-1] + FRAME_SAMPLES + margin]


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
            yield joined(piece)
            piece = []
        before = [*before[1 - MARGIN_FRAMES :], frame]
    if piece:
        yield joined(piece)


def joined(pieces: Sequence[Samples]) -> Samples:
    """The pieces one after the other; there has to be one at least."""
    import numpy as np

    return np.concatenate(pieces)


def _frames(blocks: Iterable[Samples]) -> Iterator[Samples]:
    import numpy as np

    rest: Samples = np.zeros(0, np.float32)
    for block in blocks:
        sound = joined([rest, block])
        whole = len(sound) - len(sound) % FRAME_SAMPLES
        yield from sound[:whole].reshape(-1, FRAME_SAMPLES)
        rest = sound[whole:]
    if len(rest):
        yield np.pad(rest, (0, FRAME_SAMPLES - len(rest)))


FULL_SCALE_DB = 60.0
"""How far below full scale a level of 0 is."""


def level_of(frame: Samples) -> float:
    """The loudness of a frame for a meter: 0 at -60 dBFS and below, 1 at full scale."""
    power = float(frame @ frame) / len(frame) if len(frame) else 0.0
    decibels = 10 * math.log10(power) if power > 0 else -FULL_SCALE_DB
    return min(1.0, max(0.0, 1 + decibels / FULL_SCALE_DB))
