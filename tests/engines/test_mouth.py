"""Where the mouth goes while a sentence sounds."""

import numpy as np

from rotom.domain.speech import MouthMove
from rotom.engines.mouth import TimedPhoneme, mouth_of_phonemes, mouth_of_sound, moved


def test_lips_meet_round_and_open_by_the_phoneme() -> None:
    timed = [TimedPhoneme(ipa, at / 10) for at, ipa in enumerate("mɑofˈi")]
    moves = mouth_of_phonemes(timed, 0.6)
    assert [move.shape for move in moves] == ["m", "a", "o", "f", "e", ""]
    assert moves[0].opening == 0.0
    assert moves[1].opening > moves[2].opening > moves[4].opening > moves[3].opening
    assert moves[-1] == MouthMove(0.6, 0.0)


def test_punctuation_and_spaces_close_the_mouth_and_stress_does_not() -> None:
    timed = [TimedPhoneme("a", 0.0), TimedPhoneme("ː", 0.1), TimedPhoneme(" ", 0.2)]
    assert [(m.at_s, m.opening > 0) for m in mouth_of_phonemes(timed, 0.3)] == [
        (0.0, True),
        (0.2, False),
        (0.3, False),
    ]


def test_moves_are_in_the_order_of_their_time_and_end_with_the_sound() -> None:
    timed = [TimedPhoneme("a", 0.0), TimedPhoneme("m", 0.0), TimedPhoneme("o", 9.0)]
    moves = mouth_of_phonemes(timed, 1.0)
    assert [move.at_s for move in moves] == [0.0, 1.0]
    assert mouth_of_phonemes([], 1.0) == []


def test_a_mouth_without_phonemes_follows_the_loudness() -> None:
    rate = 8000
    time_s = np.arange(rate) / rate
    sound = 0.4 * np.sin(2 * np.pi * 200 * time_s)
    sound[: rate // 2] = 0.0
    moves = mouth_of_sound(sound.astype(np.float32), rate)
    assert moves[0] == MouthMove(0.0, 0.0, "")
    opened = next(move for move in moves if move.opening > 0.5)
    assert abs(opened.at_s - 0.5) < 0.03
    assert moves[-1] == MouthMove(1.0, 0.0)


def test_moves_follow_a_sound_that_was_trimmed_and_shifted() -> None:
    moves = [MouthMove(0.0, 0.2), MouthMove(0.3, 0.4), MouthMove(0.5, 1.0), MouthMove(0.9, 0.0)]
    assert moved(moves, lead_s=0.4, factor=0.5) == [
        MouthMove(0.0, 0.4),
        MouthMove(0.04999999999999999, 1.0),
        MouthMove(0.25, 0.0),
    ]
