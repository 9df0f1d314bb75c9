"""The emotional state and how it moves: one mood for the words, the face and the voice.

A fast feeling in pleasure-arousal-dominance is pushed by what happens and drifts back to a slower
mood, which itself drifts back to the persona's baseline. Octants are named as in Mehrabian (1996).
"""

import math
import re
from dataclasses import dataclass, replace

from rotom.domain.character import Emotion, Feeling, Prosody
from rotom.domain.wording import Worded, worded

FEELING_HALF_LIFE_S = 240.0
MOOD_HALF_LIFE_S = 3 * 3600.0
MOOD_SHARE = 0.15
"""How much of a push reaches the slow mood."""

_POINTS: dict[Emotion, Feeling] = {
    Emotion.JOY: Feeling(0.7, 0.5, 0.3),
    Emotion.AFFECTION: Feeling(0.8, 0.1, 0.0),
    Emotion.MISCHIEF: Feeling(0.5, 0.5, 0.6),
    Emotion.SURPRISE: Feeling(0.2, 0.8, -0.3),
    Emotion.SADNESS: Feeling(-0.6, -0.4, -0.4),
    Emotion.ANGER: Feeling(-0.6, 0.6, 0.5),
    Emotion.FEAR: Feeling(-0.6, 0.6, -0.6),
    Emotion.SLEEPY: Feeling(0.1, -0.8, -0.2),
}

_EASE = Feeling(0.4, -0.4, 0.2)
"""Content and quiet, the octant that Mehrabian calls relaxed: no emotion, and not sleepiness."""

MOOD_WORDS: dict[Emotion, Worded] = {
    Emotion.NEUTRAL: worded("at ease"),
    Emotion.JOY: worded("cheerful"),
    Emotion.AFFECTION: worded("tender"),
    Emotion.MISCHIEF: worded("playful"),
    Emotion.SURPRISE: worded("startled"),
    Emotion.SADNESS: worded("downcast"),
    Emotion.ANGER: worded("cross"),
    Emotion.FEAR: worded("uneasy"),
    Emotion.SLEEPY: worded("drowsy"),
}


@dataclass(frozen=True, slots=True)
class Mood:
    """What Rotom feels: `feeling` moves in minutes, `underlying` in hours, at `at_s` (Unix)."""

    feeling: Feeling
    underlying: Feeling
    at_s: float


def awake(baseline: Feeling, at_s: float) -> Mood:
    """The mood of somebody who has just been met."""
    return Mood(baseline, baseline, at_s)


def drifted(mood: Mood, baseline: Feeling, now_s: float) -> Mood:
    """The mood after time has passed: the feeling nears the underlying mood, that the baseline.

    A clock that was set back counts as no time.
    """
    elapsed_s = max(0.0, now_s - mood.at_s)
    fast, slow = 0.5 ** (elapsed_s / FEELING_HALF_LIFE_S), 0.5 ** (elapsed_s / MOOD_HALF_LIFE_S)
    lag = MOOD_HALF_LIFE_S / (MOOD_HALF_LIFE_S - FEELING_HALF_LIFE_S)

    def feels(feeling: float, underlying: float, rest: float) -> float:
        """The solution of both drifts together, so that many small steps are one large one."""
        slowly = lag * (underlying - rest)
        return _within(rest + slowly * slow + (feeling - rest - slowly) * fast)

    def moves(underlying: float, rest: float) -> float:
        return _within(rest + (underlying - rest) * slow)

    f, u, r = mood.feeling, mood.underlying, baseline
    return Mood(
        Feeling(
            feels(f.pleasure, u.pleasure, r.pleasure),
            feels(f.arousal, u.arousal, r.arousal),
            feels(f.dominance, u.dominance, r.dominance),
        ),
        Feeling(
            moves(u.pleasure, r.pleasure),
            moves(u.arousal, r.arousal),
            moves(u.dominance, r.dominance),
        ),
        now_s,
    )


def pushed(mood: Mood, push: Feeling, strength: float = 1.0) -> Mood:
    """The mood after something happened; `strength` scales the push."""
    return replace(
        mood,
        feeling=_added(mood.feeling, push, strength),
        underlying=_added(mood.underlying, push, strength * MOOD_SHARE),
    )


def pushed_by_mark(mood: Mood, emotion: Emotion) -> Mood:
    """The mood after the language model marked a sentence with an emotion."""
    point = _POINTS.get(emotion)
    return mood if point is None else pushed(mood, point, 0.35)


def push_of_words(text: str) -> Feeling:
    """What the user's words do to Rotom: praise, insult, news, in English and Korean.

    Words that are denied, such as "not funny", do nothing.
    """
    total = Feeling()
    for pattern, push in _HEARD:
        if any(not _is_denied(text, said.start()) for said in pattern.finditer(text)):
            total = _added(total, push, 1.0)
    return total


INTERRUPTED = Feeling(-0.06, 0.1, -0.1)
"""What being interrupted does."""


def emotion_of(mood: Mood) -> tuple[Emotion, float]:
    """The emotion that the face shows and its intensity, 0 to 1."""
    here = mood.feeling
    strength = math.sqrt(here.pleasure**2 + here.arousal**2 + here.dominance**2)
    if strength < 0.25:
        return Emotion.NEUTRAL, 0.0
    nearest = max(_POINTS, key=lambda emotion: _cosine(here, _POINTS[emotion]))
    if _cosine(here, _EASE) > _cosine(here, _POINTS[nearest]):
        return Emotion.NEUTRAL, 0.0
    return nearest, round(min(1.0, strength / 1.1), 3)


def word_for(mood: Mood) -> Worded:
    """One phrase for the prompt and the window, such as "cheerful" or "very cross"."""
    emotion, intensity = emotion_of(mood)
    if emotion is Emotion.NEUTRAL:
        return MOOD_WORDS[emotion]
    if intensity < 0.4:
        return worded("a little {feeling}", feeling=MOOD_WORDS[emotion])
    if intensity > 0.8:
        return worded("very {feeling}", feeling=MOOD_WORDS[emotion])
    return MOOD_WORDS[emotion]


def resting(emotion: Emotion) -> Feeling:
    """Where the mood of somebody rests who mostly feels like this."""
    point = _POINTS.get(emotion, _EASE)
    return Feeling(0.6 * point.pleasure, 0.6 * point.arousal, 0.6 * point.dominance)


def coloured(prosody: Prosody, mood: Mood) -> Prosody:
    """How the mood changes the way of speaking: arousal quickens, pleasure lifts, both enliven.

    The livelier the voice is set, the more of the mood is heard in it.
    """
    here, much = mood.feeling, prosody.liveliness
    pitch_semitones = prosody.pitch_semitones + much * (here.arousal + 0.5 * here.pleasure)
    return replace(
        prosody,
        speed=_within(prosody.speed * (1 + 0.12 * much * here.arousal), 0.5, 2.0),
        pitch_semitones=_within(pitch_semitones, -12.0, 12.0),
        liveliness=_within(prosody.liveliness * (1 + 0.3 * here.arousal), 0.0, 2.0),
        volume=_within(prosody.volume * (1 + 0.12 * much * min(0.0, here.arousal)), 0.0, 1.0),
    )


def _within(value: float, low: float = -1.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


def _added(start: Feeling, push: Feeling, strength: float) -> Feeling:
    """Moves a share of the way that is left, so that the state stays within [-1, 1]."""

    def moved(value: float, by: float) -> float:
        room = 1 - value if by > 0 else 1 + value
        return _within(value + by * strength * room)

    return Feeling(
        moved(start.pleasure, push.pleasure),
        moved(start.arousal, push.arousal),
        moved(start.dominance, push.dominance),
    )


def _cosine(a: Feeling, b: Feeling) -> float:
    dot = a.pleasure * b.pleasure + a.arousal * b.arousal + a.dominance * b.dominance
    size = math.dist((0, 0, 0), (b.pleasure, b.arousal, b.dominance))
    return dot / size


def _is_denied(text: str, at: int) -> bool:
    return _DENIED.search(text[max(0, at - 40) : at]) is not None


_DENIED = re.compile(
    r"(\b(not|never|no longer|hardly)|n['’]t)\s+([\w']+\s+)?\Z|(?<![가-힣])안\s+\Z", re.IGNORECASE
)


def _heard(english: str, korean: str, push: Feeling) -> tuple[re.Pattern[str], Feeling]:
    """English expressions are whole words, separated by "; "; Korean ones are stems."""
    words = "|".join(expression.strip() for expression in english.split(";"))
    stems = "|".join(stem.strip() for stem in korean.split(";"))
    return re.compile(rf"\b({words})\b|{stems}", re.IGNORECASE), push


_HEARD: tuple[tuple[re.Pattern[str], Feeling], ...] = (
    _heard(
        "love you; i (really |also )?like you; miss(ed)? you; good (ghost|girl|boy|job); well done;"
        "you('re| are) (so |really |very )?(great|cute|funny|sweet|the best|amazing|kind|smart)",
        "사랑해; 좋아해; 귀여; 최고; 잘했",
        Feeling(0.4, 0.15, 0.1),
    ),
    _heard("thanks; thank you", "고마워; 감사", Feeling(0.25, 0.05, 0.05)),
    _heard(
        "stupid; dumb; useless; annoying; hate you; shut up; boring; idiot; ugly",
        "바보; 멍청; 싫어; 짜증; 닥쳐",
        Feeling(-0.45, 0.25, -0.15),
    ),
    _heard(
        "i won; we won; beat (the|that|it); finally; victory; new record; level(l)?ed up; got it",
        "이겼; 깼어; 성공",
        Feeling(0.35, 0.4, 0.2),
    ),
    _heard(
        "i lost; we lost; died again; game over; i failed; keep dying; can't beat",
        "(?<![가-힣])졌어; 죽었; 실패",  # not the "became" of 좋아졌어
        Feeling(-0.15, 0.1, -0.1),
    ),
    _heard(
        "sad; lonely; crying; depressed; feel (down|bad|awful); miss (him|her|them); sick; hurts?",
        "슬퍼; 외로; 우울; 아파(?!트); 힘들",  # not the flat, 아파트
        Feeling(-0.3, -0.1, -0.05),
    ),
    _heard("scared; scary; afraid; creepy; horror", "무서", Feeling(-0.15, 0.35, -0.25)),
    _heard(
        "tired; sleepy; good night; goodnight; going to bed; exhausted",
        "졸려; 피곤; 잘 자",
        Feeling(0.05, -0.35, 0.0),
    ),
    _heard("ha ?ha+; lol; joke; prank; funny", "ㅋㅋ; 하하; 농담", Feeling(0.25, 0.25, 0.15)),
    _heard("wow; whoa; no way; guess what; surprise", "우와; 대박; 헐", Feeling(0.15, 0.4, -0.05)),
)
