"""The mood: what pushes it, how it comes to rest, and what is seen and heard of it."""

import math
import time
from dataclasses import astuple, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom import files
from rotom.domain.character import MARKED, Emotion, Feeling, Prosody
from rotom.domain.mood import (
    FEELING_HALF_LIFE_S,
    INTERRUPTED,
    MOOD_HALF_LIFE_S,
    Mood,
    awake,
    coloured,
    drifted,
    emotion_of,
    push_of_words,
    pushed,
    pushed_by_mark,
    word_for,
)
from rotom.storage.personas import load_personas

REST = Feeling(0.5, 0.3, 0.1)
NOTHING = Feeling()

shares = st.floats(-1, 1)
feelings = st.builds(Feeling, shares, shares, shares)
moods = st.builds(Mood, feelings, feelings, st.floats(0, 2e9))


def feeling(mood: Mood) -> tuple[float, ...]:
    return astuple(mood.feeling)


def distance(one: Feeling, other: Feeling) -> float:
    return math.dist(astuple(one), astuple(other))


# How it moves


def test_who_has_just_been_met_is_at_rest() -> None:
    assert awake(REST, 5.0) == Mood(REST, REST, 5.0)


def test_a_mood_at_rest_stays_there() -> None:
    later = drifted(awake(REST, 0.0), REST, 1e6)
    assert feeling(later) == pytest.approx(astuple(REST))
    assert later.at_s == 1e6


def test_half_of_a_feeling_is_gone_after_its_half_life() -> None:
    mood = Mood(Feeling(0.8, 0.4, -0.6), NOTHING, 0.0)
    later = drifted(mood, NOTHING, FEELING_HALF_LIFE_S)
    assert feeling(later) == pytest.approx((0.4, 0.2, -0.3))


def test_half_of_a_mood_is_gone_after_its_own_and_the_feeling_goes_with_it() -> None:
    mood = Mood(Feeling(0.6), Feeling(0.6), 0.0)
    later = drifted(mood, NOTHING, MOOD_HALF_LIFE_S)
    assert later.underlying.pleasure == pytest.approx(0.3)
    assert later.feeling.pleasure == pytest.approx(0.3, abs=0.02)


def test_after_a_long_absence_only_the_temperament_is_left() -> None:
    mood = Mood(Feeling(-1, 1, -1), Feeling(-1, 1, -1), 0.0)
    assert feeling(drifted(mood, REST, 30 * 86400.0)) == pytest.approx(astuple(REST))
    assert feeling(drifted(mood, REST, 1e300)) == pytest.approx(astuple(REST))


def test_a_clock_that_was_set_back_counts_as_no_time() -> None:
    mood = Mood(Feeling(0.8), NOTHING, 1000.0)
    later = drifted(mood, NOTHING, 500.0)
    assert feeling(later) == pytest.approx(feeling(mood))
    assert later.at_s == 500.0


@given(moods, feelings, st.floats(0, 1e5), st.floats(0, 1e5))
def test_many_small_steps_of_time_are_one_large_one(
    mood: Mood, baseline: Feeling, first_s: float, then_s: float
) -> None:
    mood = replace(mood, at_s=0.0)
    by_steps = drifted(drifted(mood, baseline, first_s), baseline, first_s + then_s)
    at_once = drifted(mood, baseline, first_s + then_s)
    assert feeling(by_steps) == pytest.approx(feeling(at_once), abs=1e-6)
    assert astuple(by_steps.underlying) == pytest.approx(astuple(at_once.underlying), abs=1e-6)


@given(moods, st.lists(st.tuples(feelings, st.floats(0, 3), st.floats(0, 1e6)), max_size=20))
def test_a_mood_never_leaves_its_bounds(
    mood: Mood, happenings: list[tuple[Feeling, float, float]]
) -> None:
    for push, strength, seconds in happenings:
        mood = drifted(pushed(mood, push, strength), REST, mood.at_s + seconds)
        for value in (*feeling(mood), *astuple(mood.underlying)):
            assert -1.0 <= value <= 1.0
        emotion, intensity = emotion_of(mood)
        assert 0.0 <= intensity <= 1.0
        assert (emotion is Emotion.NEUTRAL) == (intensity == 0.0)
        assert word_for(mood)


def test_a_push_moves_the_feeling_at_once_and_the_mood_a_little() -> None:
    mood = pushed(awake(NOTHING, 0.0), Feeling(0.4, 0.2, 0.1))
    assert feeling(mood) == pytest.approx((0.4, 0.2, 0.1))
    assert mood.underlying.pleasure == pytest.approx(0.06)


def test_the_same_push_again_moves_less_each_time() -> None:
    mood = awake(NOTHING, 0.0)
    pleasures = [0.0]
    for _ in range(5):
        mood = pushed(mood, Feeling(0.4))
        pleasures.append(mood.feeling.pleasure)
    gains = [after - before for before, after in pairwise(pleasures)]
    assert gains == sorted(gains, reverse=True)
    assert pleasures[-1] < 1.0


def test_an_hour_of_kindness_is_remembered_longer_than_one_kind_word() -> None:
    once = drifted(pushed(awake(NOTHING, 0.0), Feeling(0.4)), NOTHING, 3600.0)
    mood = awake(NOTHING, 0.0)
    for minute in range(60):
        mood = pushed(drifted(mood, NOTHING, minute * 60.0), Feeling(0.4))
    often = drifted(mood, NOTHING, 2 * 3600.0)
    assert often.feeling.pleasure > 3 * once.feeling.pleasure


# What is seen and heard of it


@pytest.mark.parametrize("emotion", MARKED)
def test_a_mark_that_comes_again_and_again_becomes_the_face(emotion: Emotion) -> None:
    mood = awake(NOTHING, 0.0)
    for _ in range(4):
        mood = pushed_by_mark(mood, emotion)
    assert emotion_of(mood)[0] is emotion


def test_a_sentence_without_a_mark_pushes_nothing() -> None:
    assert pushed_by_mark(awake(REST, 0.0), Emotion.NEUTRAL) == awake(REST, 0.0)


def test_an_interruption_makes_a_little_less_happy_and_a_little_more_awake() -> None:
    mood = pushed(awake(NOTHING, 0.0), INTERRUPTED)
    assert mood.feeling.pleasure < 0 < mood.feeling.arousal
    assert emotion_of(mood)[0] is Emotion.NEUTRAL


@pytest.mark.parametrize(
    ("persona", "word"),
    [
        ("cheerful", "cheerful"),
        ("calm", "at ease"),
        ("mischievous", "playful"),
        ("grumpy", "a little cross"),
    ],
)
def test_each_persona_at_rest_is_what_its_name_says(persona: str, word: str) -> None:
    shipped, _ = load_personas(files.assets() / "personas", files.assets() / "none")
    (its,) = (each for each in shipped if each.id == persona)
    assert word_for(awake(its.baseline, 0.0)) == word


@pytest.mark.parametrize(
    ("here", "word"),
    [
        (Feeling(0.0, 0.0, 0.0), "at ease"),
        (Feeling(0.1, 0.1, 0.1), "at ease"),
        (Feeling(0.25, 0.2, 0.1), "a little cheerful"),
        (Feeling(0.5, 0.4, 0.2), "cheerful"),
        (Feeling(0.9, 0.6, 0.4), "very cheerful"),
        (Feeling(-0.9, 0.9, 0.7), "very cross"),
        (Feeling(-0.6, -0.4, -0.4), "downcast"),
        (Feeling(0.0, -0.9, -0.2), "very drowsy"),
    ],
)
def test_the_prompt_gets_one_phrase_for_the_mood(here: Feeling, word: str) -> None:
    assert word_for(Mood(here, here, 0.0)) == word


def test_the_mood_colours_the_voice() -> None:
    plain = Prosody(volume=0.8)
    lively = coloured(plain, awake(Feeling(0.5, 0.8, 0.2), 0.0))
    sleepy = coloured(plain, awake(Feeling(0.1, -0.8, -0.2), 0.0))
    assert sleepy.speed < plain.speed < lively.speed
    assert sleepy.pitch_semitones < plain.pitch_semitones < lively.pitch_semitones
    assert sleepy.volume < plain.volume == lively.volume
    assert sleepy.liveliness < plain.liveliness < lively.liveliness
    assert coloured(plain, awake(NOTHING, 0.0)) == plain


@given(
    moods,
    st.builds(Prosody, st.floats(0.5, 2), st.floats(-12, 12), st.floats(0, 1), st.floats(0, 2)),
)
def test_the_coloured_voice_stays_within_what_a_voice_can(mood: Mood, prosody: Prosody) -> None:
    voice = coloured(prosody, mood)
    assert 0.5 <= voice.speed <= 2.0
    assert -12 <= voice.pitch_semitones <= 12
    assert 0 <= voice.volume <= 1
    assert 0 <= voice.liveliness <= 2
    assert voice.ghostliness == prosody.ghostliness


# What words do


@pytest.mark.parametrize(
    "text",
    [
        "I love you", "You're so cute!", "you are the best", "Well done.", "I really like you",
        "Thanks a lot", "THANK YOU", "We won!", "I finally beat the boss", "haha", "hahaha lol",
        "사랑해", "고마워!", "너 진짜 귀여워", "드디어 이겼어", "ㅋㅋㅋㅋ",
    ],
)  # fmt: skip
def test_kind_words_and_good_news_please(text: str) -> None:
    assert push_of_words(text).pleasure > 0.1


@pytest.mark.parametrize(
    "text",
    [
        "You are stupid", "shut up", "I hate you", "I lost again... I lost", "I'm so sad today",
        "I can't beat it", "that game is scary", "바보야", "나 또 졌어",
        "오늘 너무 슬퍼", "머리가 아파",
    ],
)  # fmt: skip
def test_insults_and_bad_news_hurt(text: str) -> None:
    assert push_of_words(text).pleasure < -0.1


@pytest.mark.parametrize(
    "text",
    [
        "", "What time is it?", "Tell me about lovely stupendous winners", "That is not funny",
        "you're not stupid", "It isn't scary", "It looks like you had lunch", "sadly",
        "I never thank you", "날씨가 좋아졌어", "아파트에 살아", "하나도 안 무서워", "1234 😀",
    ],
)  # fmt: skip
def test_other_words_and_words_that_are_denied_do_nothing(text: str) -> None:
    assert push_of_words(text) == NOTHING


def test_what_is_denied_once_and_meant_once_counts() -> None:
    assert push_of_words("Not funny. Well, a little funny.").pleasure > 0


def test_tired_words_calm_down_and_loud_ones_wake_up() -> None:
    assert push_of_words("good night").arousal < 0
    assert push_of_words("wow, guess what!").arousal > 0
    assert push_of_words("졸려").arousal < 0


@given(
    st.text(
        st.sampled_from("love you stupid not haha wow i won lost 졌어 안 무서 ㅋ"), max_size=200
    )
)
def test_no_words_push_out_of_bounds(text: str) -> None:
    assert all(-1 <= value <= 1 for value in astuple(push_of_words(text)))
    assert distance(push_of_words(text + " "), push_of_words(text)) < 2


def test_very_long_texts_are_read_quickly() -> None:
    began = time.process_time()
    push_of_words("not lol, " * 1000)
    push_of_words("a" * 10_000)
    push_of_words(("don't " * 10 + "x ") * 200)
    assert time.process_time() - began < 1
