"""How finished an utterance is, by its words and its tone, and how long to wait for more of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rotom.domain.contour import contour
from rotom.domain.speech import Language, Samples, Transcript

SHORTEST_MS = 350.0
"""The least that is waited, however finished it sounds: people pause that long within a clause."""

LONGEST_SHARE = 1.5
"""Of the pause that is set, what is waited where more is surely to come."""

UNDECIDED = 0.5
"""How finished an utterance is of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How this user pauses: `pause_ms` is exceeded by one in ten of the pauses before going on."""

    pause_ms: float = 450.0

    @property
    def patience(self) -> float:
        """What the wait is multiplied by: `LEAST_PATIENCE` to `MOST_PATIENCE`."""
        return min(MOST_PATIENCE, max(LEAST_PATIENCE, self.pause_ms / Habit().pause_ms))


LEAST_PATIENCE, MOST_PATIENCE = 0.85, 1.25

_STEP_MS = 40.0
_TAIL = 0.1


def learned(habit: Habit, pause_ms: float) -> Habit:
    """The habit after one more pause within an utterance.

    One step up or down, ten times as far up, keeps the 90th percentile (stochastic approximation
    of a quantile, Robbins and Monro 1951), so no single pause moves it far.
    """
    step = _STEP_MS * (1 - _TAIL) if pause_ms > habit.pause_ms else -_STEP_MS * _TAIL
    usual_ms = Habit().pause_ms
    low, high = usual_ms * LEAST_PATIENCE, usual_ms * MOST_PATIENCE
    return Habit(min(high, max(low, habit.pause_ms + step)))


def wait_ms(set_ms: float, finished: float, habit: Habit) -> float:
    """How long silence has to last to end the turn; `finished` is 0 (hanging) to 1 (over).

    With 600 ms set that is 350 to 900 ms.
    """
    wanted = set_ms * (LONGEST_SHARE - min(1.0, max(0.0, finished))) * habit.patience
    return min(LONGEST_SHARE * set_ms, max(SHORTEST_MS, wanted))


def finished(understood: Transcript | None, tone: float, language: Language) -> float:
    """How finished an utterance is; `understood` is None while that is not known.

    The pitch falls at the end of many a clause, so it ends no words that do not end by themselves;
    a voice that is held lengthens the wait for any. Alone the tone moves it by a quarter at most.
    Where nothing was understood there is nothing to answer yet, and words that ears are unsure of
    may be others: above all the last one, because a word that hangs is often heard as a longer one.
    Such doubt counts twice.
    """
    if understood is None:
        return UNDECIDED + _TONE_ALONE * (tone - UNDECIDED)
    by_words = finished_by_words(understood.text, language)
    if by_words is None:
        return 0.0
    sure = min(1.0, max(0.0, understood.confidence) / _SURE)
    sure *= min(1.0, max(0.0, understood.ending) / _SURE)
    return sure**2 * by_words * (1 + _TONE_WITH_WORDS * min(0.0, tone - UNDECIDED))


_SURE = 0.7
"""From this confidence on, which ears have in what they understand well, words and the last of them
are taken as they are."""

_TONE_ALONE, _TONE_WITH_WORDS = 0.5, 0.4


def finished_by_words(text: str, language: Language) -> float | None:
    """How finished the words are, 0 to 1; None where there are none.

    A full stop counts little: ears write one wherever the sound stops.
    """
    words = re.findall(r"[\w'’-]+", text.lower().replace("’", "'"))
    if not words:
        return None
    mark = text.rstrip().rstrip("\"'”’)")[-1:]
    hangul = any("가" <= c <= "힣" for c in words[-1])
    latin = any(c.isascii() and c.isalpha() for c in words[-1])
    korean = hangul or (language is Language.KOREAN and not latin)
    if text.rstrip().endswith(("...", "…", ",", "-", "—", "–")):
        return 0.1
    return _korean(words, mark) if korean else _english(words, mark)


_FILLERS = frozenset("um uh er erm hmm hm mm uhm ah eh".split())
_HANGING = frozenset(
    "and but or so because if when while although though unless until since than that which who "
    "whose where a an the my your his her its our their to of in on at for from with without about "
    "by into like as i'm i've i'll i'd you're we're they're it's he's she's is are was were am be "
    "been being very really quite just some any every i we they he she gonna wanna can could will "
    "would should might must don't doesn't didn't let's".split()
)
"""Words that an utterance goes on after."""

_HANGING_PAIRS = frozenset(
    {("you", "know"), ("i", "mean"), ("kind", "of"), ("sort", "of"), ("a", "bit"), ("i", "think")}
)
_LAST_WORDS = frozenset(
    "yes yeah yep no nope okay ok thanks please stop wait hello hi hey bye goodbye sure right "
    "exactly cool nice great sorry rotom".split()
)
_QUESTION_WORDS = frozenset("what who where when why how which whose".split())
_OPENING = frozenset("if because when while although unless".split())
_SUBJECTS = frozenset("i you he she it we they the my your this that".split())
"""Together they open a clause that another has to follow: "when I was"."""

_PRONOUNS = frozenset("i you he she it we they".split())
"""Behind a question word they tell: "what I mean is"."""

_ADVERBS = frozenset("usually often never sometimes also only still already".split())
"""Behind a pronoun they wait for a verb: "we usually"."""

_ENDING_VERBS = frozenset(
    "is are was were am can could will would should i am do don't that".split()
)
"""Hanging words on which a question or a short answer does end: "What is that?", "Yes, I can"."""

_BEING = frozenset("is are was were am".split())
"""Behind two words they end no question: "what time is" goes on."""


def _english(words: Sequence[str], mark: str) -> float:
    last = words[-1]
    if len(words) <= 4 and words[0] in _OPENING and words[1:2] and words[1] in _SUBJECTS:
        return 0.0
    asks = words[0] in _QUESTION_WORDS and len(words) > 2 and words[1] not in _PRONOUNS
    if last in _FILLERS or (_hangs(words[-2:]) and mark != "?"):
        return 0.0
    if last in _HANGING:
        answers = words[0] in {"yes", "no", "yeah"} and len(words) > 2
        asks = asks and not (last in _BEING and len(words) == 3)
        can_end = last in _ENDING_VERBS and (asks or answers)
        return 0.7 if can_end or mark == "?" else 0.0
    if mark == "?" or asks:
        return 1.0
    if len(words) == 1:
        return 0.9 if last in _LAST_WORDS else 0.5
    if last in _LAST_WORDS or mark == "!":
        return 0.9
    return 0.75 if mark == "." else 0.65


def _hangs(pair: Sequence[str]) -> bool:
    """Whether an utterance goes on after these two words: "if you", "we usually", "you know"."""
    match pair:
        case [opening, subject] if opening in _OPENING and subject in _SUBJECTS:
            return True
        case [pronoun, adverb] if pronoun in _PRONOUNS and adverb in _ADVERBS:
            return True
    return tuple(pair) in _HANGING_PAIRS


_KOREAN_FILLERS = frozenset(
    "음 어 그 저 저기 막 뭐랄까 그러니까 근데 그런데 그래서 그리고 또 그게".split()
)
_KOREAN_ANSWERS = frozenset(
    "네 응 예 아니 아니요 그래 맞아 좋아 안녕 고마워 미안 잠깐 그만 로토무".split()
)
_KOREAN_ENDINGS = tuple(
    "요 다 까 죠 네 지 야 자 군 래 냐 니 줘 해 어 아 와 돼 봐 가 워 져 쳐 려 겨 거든 내 꺼".split()
)
_KOREAN_HANGING = tuple(
    "는데 은데 인데 던데 한데 지만 니까 거나 면서 려고 서 고 며 면 도록 다가".split()
)
_KOREAN_PARTICLES = (
    *("은", "는", "을", "를", "에", "에서", "에게", "한테", "의", "과", "랑", "이랑", "도", "부터"),
    *("까지", "으로", "로", "보다", "처럼", "만", "마다", "이", "밖에"),
)
_NOMINATIVE = frozenset(
    "내가 네가 제가 누가 친구가 우리가 엄마가 아빠가 비가 게임이 날씨가 그거가".split()
)
"""Words on 가 that are no verbs: elsewhere 가 is both a particle and "go"."""


def _korean(words: Sequence[str], mark: str) -> float:
    last = words[-1]
    if last in _KOREAN_FILLERS:
        return 0.0 if mark != "?" else 0.5
    if last in _KOREAN_ANSWERS:
        return 0.9
    if mark == "?":
        return 1.0
    if last in _NOMINATIVE or last.endswith(_KOREAN_HANGING):
        return 0.05
    if last.endswith(("요", "니다", "까", "죠", "니까요")) or (
        last.endswith("다") and len(last) > 1
    ):
        return 0.0 if last in {"다", "저요"} else 1.0
    if last.endswith(_KOREAN_PARTICLES):
        return 0.1
    if last.endswith(_KOREAN_ENDINGS):
        return 0.85
    return 0.45


def finished_by_tone(samples: Samples) -> float:
    """How finished the last half second of speech sounds; `UNDECIDED` where it has no pitch.

    A pitch that falls to the end or rises far, as a question does, and a voice that dies away are
    ends; a level pitch held at full voice is a speaker who goes on. `samples` are at 16 kHz and may
    have silence behind the speech.
    """
    import numpy as np

    levels_db, pitches = contour(samples)
    if len(levels_db) == 0:
        return UNDECIDED
    audible = np.flatnonzero(levels_db > levels_db.max() - 30)
    last = int(audible[-1]) + 1
    levels_db, pitches = levels_db[max(0, last - 50) : last], pitches[max(0, last - 50) : last]
    voiced = np.flatnonzero(pitches > 0)
    if len(voiced) < 12:
        return UNDECIDED
    semitones = 12 * np.log2(pitches[voiced])
    third = len(voiced) // 3
    rise = float(np.median(semitones[-third:]) - np.median(semitones[: len(semitones) - third]))
    fade_db = float(np.mean(levels_db[:-15]) - np.mean(levels_db[-15:])) if last > 15 else 0.0
    moved = min(1.0, abs(rise) / (4.0 if rise < 0 else 5.0))
    faded = min(1.0, max(0.0, fade_db / 12.0))
    return min(1.0, 0.2 + 0.5 * moved + 0.3 * faded)
