"""How long Rotom waits before it answers: by words, by tone, and by how the user pauses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples, Transcript
from rotom.domain.turn_end import (
    LEAST_PATIENCE,
    MOST_PATIENCE,
    UNDECIDED,
    Habit,
    finished,
    finished_by_tone,
    finished_by_words,
    learned,
    wait_ms,
)

EN, KO = Language.ENGLISH, Language.KOREAN

OVER = """
what time is it | how are you | what is that | where is it | Can you help me? | That is great.
I like it! | yes | No. | okay | thanks | Stop. | Yes, I can. | tell me a joke please
good night rotom | Do you like me? | I am going to sleep now. | It is raining. | Is it?
who are you | how old are you | Hello! | bye
네 | 좋아요 | 지금 몇 시야? | 배고파요. | 오늘은 정말 재밌었어 | 같이 가자 | 안녕하세요
그건 제 잘못입니다 | 뭐 하고 있어? | 나는 잘 지내 | 노래 불러 줘 | 맞죠 | 갈까 | 고마워 | 아니요
그렇게 생각해요 | 내가 이겼다 | 잘 자 로토무 | 정말이야?
"""

MORE_TO_COME = """
I was thinking about the | and then I | um | I want to, | because | I like games but | so
It was, uh | I would like to go to | you know | I mean | Let me see... | my favourite is
I went there with my | when I was | The thing is that. | I saw him and. | if you | well I think
what time is | I really | It goes from | we could go to the | Hmm
I don't know if you | what happens when it | in the morning I usually | we never
나는 | 음 | 그래서 | 어제 학교에 | 게임을 하고 | 비가 오는데 | 친구가 | 배가 고파서 | 그 | 저기
내가 | 오늘은 | 집에서 | 너하고 | 밥을 먹으면 | 심심하니까 | 나도 | 좋아하지만 | 음... | 그러니까
램프에 | 엄마한테 | 책이랑
"""


def share(words: str | None, tone: float, language: Language, confidence: float = 1.0) -> float:
    understood = None if words is None else Transcript(words, language, confidence)
    return finished(understood, tone, language)


def table(text: str) -> list[str]:
    return [entry.strip() for line in text.strip().splitlines() for entry in line.split("|")]


def language_of(words: str) -> Language:
    return KO if any("가" <= c <= "힣" for c in words) else EN


@pytest.mark.parametrize("words", table(OVER))
def test_words_that_end_a_turn_shorten_the_wait(words: str) -> None:
    by_words = finished_by_words(words, language_of(words))
    assert by_words is not None
    assert wait_ms(600, share(words, UNDECIDED, language_of(words)), Habit()) <= 530


@pytest.mark.parametrize("words", table(MORE_TO_COME))
def test_words_that_hang_lengthen_the_wait(words: str) -> None:
    assert wait_ms(600, share(words, UNDECIDED, language_of(words)), Habit()) >= 750


def test_a_last_word_that_may_be_another_lengthens_the_wait() -> None:
    waits = [
        wait_ms(600, finished(Transcript("he gave the button", EN, 0.8, sure), 0.5, EN), Habit())
        for sure in (1.0, 0.7, 0.15, 0.0)
    ]
    assert waits[0] == waits[1] <= 530 < 750 <= waits[2] <= waits[3] == 900


@pytest.mark.parametrize("words", ["", " ", "...", "?!"])
def test_where_nothing_was_understood_there_is_nothing_to_answer_yet(words: str) -> None:
    assert finished_by_words(words, EN) is None
    assert share(words, 1.0, EN) == 0.0


def test_while_the_words_are_not_known_the_tone_moves_the_wait_a_little() -> None:
    waits = [wait_ms(600, finished(None, tone, EN), Habit()) for tone in (0.0, UNDECIDED, 1.0)]
    assert waits == [750, 600, 450]


def test_a_voice_that_is_held_lengthens_the_wait_and_one_that_falls_ends_no_words() -> None:
    held, falling = share("we went home", 0.2, EN), share("we went home", 1.0, EN)
    assert held < falling == share("we went home", UNDECIDED, EN)
    assert share("we went to the", 1.0, EN) == 0.0


def test_for_words_that_ears_are_unsure_of_more_is_waited() -> None:
    shares = [share("what time is it", UNDECIDED, EN, sure) for sure in (0.9, 0.7, 0.35, 0.0)]
    assert shares == [1.0, 1.0, 0.25, 0.0]


@pytest.mark.parametrize("words", ["what I mean is", "where we live is", "how he does that to a"])
def test_a_question_word_that_tells_does_not_ask(words: str) -> None:
    assert share(words, UNDECIDED, EN) == 0.0


def test_a_full_stop_that_ears_wrote_does_not_finish_a_hanging_word() -> None:
    assert finished_by_words("I want to.", EN) == 0.0
    assert finished_by_words("배가 고파서.", KO) == 0.05


@given(st.none() | st.text(), st.floats(0, 1), st.sampled_from(list(Language)))
def test_any_words_are_finished_by_a_share(
    words: str | None, tone: float, language: Language
) -> None:
    assert 0.0 <= share(words, tone, language) <= 1.0


# The wait


def test_the_wait_is_350_to_900_ms() -> None:
    assert wait_ms(600, 1.0, Habit()) == 350
    assert wait_ms(600, 0.0, Habit()) == 900
    assert wait_ms(600, UNDECIDED, Habit()) == 600


def test_who_wants_a_longer_pause_gets_it() -> None:
    assert wait_ms(2000, 1.0, Habit()) == 1000
    assert wait_ms(2000, UNDECIDED, Habit()) == 2000


@given(st.floats(-1, 2), st.lists(st.floats(0, 60_000), max_size=60))
def test_whatever_was_learned_the_wait_stays_within_its_bounds(
    share: float, pauses: list[float]
) -> None:
    habit = Habit()
    for pause_ms in pauses:
        habit = learned(habit, pause_ms)
        assert LEAST_PATIENCE - 1e-9 <= habit.patience <= MOST_PATIENCE + 1e-9
    assert 350 <= wait_ms(600, share, habit) <= 900


def test_one_long_pause_changes_little_and_many_a_little_more() -> None:
    once = learned(Habit(), 5000)
    assert 1.0 < once.patience < 1.1
    often = Habit()
    for _ in range(50):
        often = learned(often, 800)
    assert often.patience == pytest.approx(MOST_PATIENCE)


def test_for_who_hardly_pauses_the_wait_grows_shorter() -> None:
    habit = Habit()
    for _ in range(60):
        habit = learned(habit, 220)
    assert habit.patience == pytest.approx(LEAST_PATIENCE)
    assert wait_ms(600, UNDECIDED, habit) == pytest.approx(510)


# The tone


def voice(from_hz: float, to_hz: float, fade_db: float = 0.0, seconds: float = 0.8) -> Samples:
    """A voice of eight harmonics that glides in its last third, and fades there."""
    count = int(seconds * HEARING_RATE_HZ)
    way = np.clip((np.linspace(0, 1, count) - 0.6) / 0.4, 0, 1)
    pitch = from_hz * (to_hz / from_hz) ** way
    phase = 2 * np.pi * np.cumsum(pitch) / HEARING_RATE_HZ
    tone = sum(np.sin(n * phase) / n for n in range(1, 9))
    noise = np.random.default_rng(1).normal(0, 0.003, count)
    return (0.1 * tone * 10 ** (-fade_db * way / 20) + noise).astype(np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * HEARING_RATE_HZ), np.float32)


@pytest.mark.parametrize("hz", [95.0, 130.0, 220.0])
def test_a_falling_voice_and_a_question_sound_more_finished_than_a_level_one(hz: float) -> None:
    level = finished_by_tone(voice(hz, hz))
    assert level < 0.35
    assert finished_by_tone(voice(hz, hz * 0.7, fade_db=12)) > 0.75
    assert finished_by_tone(voice(hz, hz * 1.5)) > 0.55


def test_a_voice_that_dies_away_sounds_more_finished_than_one_held() -> None:
    assert finished_by_tone(voice(130, 130, fade_db=15)) > finished_by_tone(voice(130, 130)) + 0.1


def test_the_silence_behind_the_voice_changes_nothing() -> None:
    spoken = voice(130, 90, fade_db=10)
    assert finished_by_tone(np.concatenate([spoken, silence(0.2)])) == pytest.approx(
        finished_by_tone(spoken), abs=0.1
    )


def test_without_pitch_the_tone_decides_nothing() -> None:
    hiss = np.random.default_rng(2).normal(0, 0.1, HEARING_RATE_HZ).astype(np.float32)
    for sound in (silence(0.0), silence(1.0), hiss, np.full(16_000, np.nan, np.float32)):
        assert finished_by_tone(sound) == UNDECIDED
