"""Where the mouth goes while a sentence sounds, from its phonemes or from its loudness."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from rotom.domain.speech import MouthMove, Samples

STEP_S = 0.02
"""How often the mouth of a sound without phonemes moves."""

_QUIET_DB, _LOUD_DB = -38.0, -14.0
"""From which level the mouth opens, and at which it is wide open."""


class TimedPhoneme(NamedTuple):
    """A phoneme in IPA and when it begins."""

    ipa: str
    at_s: float


_MOUTHS: dict[str, tuple[float, str]] = {
    **dict.fromkeys("aɑæɐʌɒ", (0.9, "a")),
    **dict.fromkeys("ɜɝəɚɘ", (0.5, "a")),
    **dict.fromkeys("eɛ", (0.6, "e")),
    **dict.fromkeys("iɪɨjɯyʲ", (0.35, "e")),
    **dict.fromkeys("ɔo", (0.7, "o")),
    **dict.fromkeys("uʊwɵøœ", (0.4, "o")),
    **dict.fromkeys("mbp", (0.0, "m")),
    **dict.fromkeys("fv", (0.12, "f")),
    **dict.fromkeys("szʃʒtdnlθðrɹɾɫɕʑ", (0.2, "e")),
    **dict.fromkeys("kgɡŋhxɦʔcɟqχ", (0.3, "a")),
}
"""How far each phoneme opens the mouth and into which shape; what is not here is silence.

Lips meet in m, b, p and touch the teeth in f, v; vowels open by their height and round by their
rounding (the International Phonetic Association's chart).
"""

_MODIFIERS = frozenset("ˈˌːˑʰʷ̩̃̆̊͡‿'")
"""What belongs to the phoneme before or after it and does not move the mouth by itself."""


def mouth_of_phonemes(phonemes: Iterable[TimedPhoneme], end_s: float) -> list[MouthMove]:
    """The moves of phonemes in the order of their time, closed at `end_s`."""
    moves: list[MouthMove] = []
    for ipa, at_s in phonemes:
        known = [_MOUTHS[sign] for sign in ipa if sign in _MOUTHS]
        if not known and ipa and all(sign in _MODIFIERS for sign in ipa):
            continue
        opening, shape = known[0] if known else (0.0, "")
        _add(moves, MouthMove(max(0.0, at_s), opening, shape), end_s)
    return _closed(moves, end_s)


def mouth_of_sound(samples: Samples, rate_hz: int) -> list[MouthMove]:
    """The moves that follow the loudness, for voices that do not tell their phonemes."""
    step = max(1, round(STEP_S * rate_hz))
    end_s = len(samples) / rate_hz
    padded = np.pad(samples, (0, -len(samples) % step)).reshape(-1, step)
    levels_db = 10 * np.log10(np.mean(np.square(padded, dtype=np.float64), axis=1) + 1e-12)
    openings = np.clip((levels_db - _QUIET_DB) / (_LOUD_DB - _QUIET_DB), 0.0, 1.0)
    moves: list[MouthMove] = []
    for index, opening in enumerate(openings.tolist()):
        shape = "a" if opening > 0.6 else "e" if opening > 0.0 else ""
        _add(moves, MouthMove(index * step / rate_hz, opening, shape), end_s)
    return _closed(moves, end_s)


def moved(moves: Sequence[MouthMove], lead_s: float, factor: float) -> list[MouthMove]:
    """The same moves `lead_s` earlier, then with every time multiplied by `factor`."""
    earlier: list[MouthMove] = []
    for move in moves:
        at_s = max(0.0, move.at_s - lead_s) * factor
        if earlier and earlier[-1].at_s >= at_s:
            earlier.pop()
        earlier.append(MouthMove(at_s, move.opening, move.shape))
    return earlier


def _add(moves: list[MouthMove], move: MouthMove, end_s: float) -> None:
    """Adds a move that changes something and comes after those before."""
    if move.at_s >= end_s:
        return
    if moves and moves[-1].at_s >= move.at_s:
        moves.pop()
    if not moves or (moves[-1].opening, moves[-1].shape) != (move.opening, move.shape):
        moves.append(move)


def _closed(moves: list[MouthMove], end_s: float) -> list[MouthMove]:
    return [*moves, MouthMove(end_s, 0.0)] if moves else []
