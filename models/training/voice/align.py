"""Gives each espeak symbol of a sentence its time, from the phones flite spoke and their ends."""

from __future__ import annotations

from dataclasses import dataclass

SILENT = frozenset("ˈˌːʲ'-_")
"""Symbols that never take time: stress, length, joins and Piper's padding."""
PAUSES = frozenset(' ,.;:!?()"—…')
"""Symbols that take time only where the teacher paused."""

_SAME: dict[str, str] = {
    "aa": "ɑ ɔ a ɒ", "ae": "æ a", "ah": "ʌ ɐ ə", "ao": "ɔ ɑ o", "aw": "aʊ", "ax": "ə ɐ ʌ ɪ ᵻ ɛ ʊ i",
    "ay": "aɪ", "b": "b", "ch": "tʃ", "d": "d ɾ", "dh": "ð", "dx": "ɾ t d", "eh": "ɛ e", "el": "əl",
    "er": "ɚ ɜ əɹ ʊɹ", "ey": "eɪ", "f": "f", "g": "ɡ g", "hh": "h", "ih": "ɪ ᵻ i ə", "iy": "i ɪ",
    "jh": "dʒ", "k": "k x", "l": "l", "m": "m", "n": "n", "ng": "ŋ", "ow": "oʊ o", "oy": "ɔɪ",
    "p": "p", "r": "ɹ r", "s": "s", "sh": "ʃ",
    "t": "t ɾ ʔ", "th": "θ", "uh": "ʊ u", "uw": "u ʊ", "v": "v",
    "w": "w", "y": "j", "z": "z s", "zh": "ʒ",
}  # fmt: skip
_MATCHES = {phone: frozenset(symbols.split()) for phone, symbols in _SAME.items()}
_VOWELS = frozenset("aeiouæɐɑɒɔəɚɛɜɪʊʌᵻ")
_TWO_PHONES = {
    ("ax", "r"): "ɚ",
    ("ah", "r"): "ɚ",
    ("y", "uw"): "u",
    ("ih", "r"): "ɪ",
    ("er", "r"): "ɚ",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A flite phone and when it ends, in seconds."""

    name: str
    end: float


def _cost(phone: str, symbols: str) -> float:
    if phone == "pau":
        return 0.0 if symbols in PAUSES else 9.0
    if symbols in _MATCHES.get(phone, ()):
        return 0.0
    if len(symbols) > 1:
        return 9.0
    if symbols in PAUSES:
        return 9.0
    same_kind = (phone[0] in "aeiou") == (symbols in _VOWELS)
    return 1.5 if same_kind else 4.0


def align(symbols: list[str], phones: list[Phone]) -> tuple[list[float], float]:
    """Seconds for each symbol, and the mean cost per phone (0 is a perfect match).

    `symbols` are espeak's, without `^` and `$`; `phones` without the first and last pause.
    Dynamic programming over one-to-one, one-to-two, two-to-one, left-out and added phones.
    """
    timed = [i for i, s in enumerate(symbols) if s not in SILENT]
    rows, cols = len(phones), len(timed)
    best = [[1e9] * (cols + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (cols + 1) for _ in range(rows + 1)]
    best[0][0] = 0.0
    for r in range(rows + 1):
        for c in range(cols + 1):
            for dr, dc, cost in _moves(symbols, phones, timed, r, c):
                if best[r - dr][c - dc] + cost < best[r][c]:
                    best[r][c] = best[r - dr][c - dc] + cost
                    step[r][c] = (dr, dc)
    seconds = [0.0] * len(symbols)
    length = [p.end - (phones[i - 1].end if i else 0.0) for i, p in enumerate(phones)]
    r, c = rows, cols
    while r or c:
        dr, dc = step[r][c]
        span = sum(length[r - dr : r])
        owners = timed[c - dc : c] if dc else timed[max(c - 1, 0) : c] or timed[:1]
        for owner in owners:
            seconds[owner] += span / len(owners)
        r, c = r - dr, c - dc
    return seconds, best[rows][cols] / max(rows, 1)


def _moves(
    symbols: list[str], phones: list[Phone], timed: list[int], r: int, c: int
) -> list[tuple[int, int, float]]:
    """The ways (phones used, symbols used, cost) to arrive at cell (r, c)."""
    moves: list[tuple[int, int, float]] = []
    if c:
        last = symbols[timed[c - 1]]
        moves.append((0, 1, 0.0 if last in PAUSES else 2.5))
    if r:
        moves.append((1, 0, 2.5))
    if r and c:
        moves.append((1, 1, _cost(phones[r - 1].name, last)))
    if r and c > 1:
        pair = symbols[timed[c - 2]] + last
        moves.append((1, 2, _cost(phones[r - 1].name, pair)))
    if r > 1 and c and _TWO_PHONES.get((phones[r - 2].name, phones[r - 1].name)) == last:
        moves.append((2, 1, 0.1))
    return moves
