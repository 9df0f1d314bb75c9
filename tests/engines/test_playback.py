"""The queue of sounds being played."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.engines.playback import FADE_S, VOLUME_RAMP_S, Playback

RATE = 1000


class News:
    """What a playback tells, in order."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str, float]] = []

    def play(self, playback: Playback, name: str, samples: np.ndarray) -> None:
        playback.play(
            samples,
            lambda: self.told.append((name, "started", 0.0)),
            lambda fraction: self.told.append((name, "ended", fraction)),
        )


def pull(playback: Playback, count: int) -> np.ndarray:
    out = np.full(count, 9.0, np.float32)
    playback.fill(out)
    return out


def tone(count: int, level: float = 0.5) -> np.ndarray:
    return np.full(count, level, np.float32)


def test_nothing_to_play_is_silence() -> None:
    assert not pull(Playback(RATE), 64).any()


def test_sounds_follow_each_other_without_a_gap() -> None:
    playback, news = Playback(RATE), News()
    news.play(playback, "a", tone(30, 0.25))
    news.play(playback, "b", tone(30, 0.5))
    out = np.concatenate([pull(playback, 25), pull(playback, 25), pull(playback, 25)])
    assert np.array_equal(out, np.concatenate([tone(30, 0.25), tone(30, 0.5), tone(15, 0)]))
    assert news.told == [
        ("a", "started", 0.0),
        ("a", "ended", 1.0),
        ("b", "started", 0.0),
        ("b", "ended", 1.0),
    ]
    assert playback.is_idle


def test_a_stop_tells_the_fraction_to_the_sample_and_drops_the_rest() -> None:
    playback, news = Playback(RATE), News()
    news.play(playback, "a", tone(100))
    news.play(playback, "b", tone(100))
    pull(playback, 37)
    playback.stop()
    assert news.told == [
        ("a", "started", 0.0),
        ("a", "ended", 0.37),
        ("b", "ended", 0.0),
    ]


def test_a_stop_fades_within_five_milliseconds_and_does_not_click() -> None:
    rate = 48_000
    playback, news = Playback(rate), News()
    news.play(playback, "a", tone(rate))
    before = pull(playback, 480)
    playback.stop()
    after = pull(playback, 480)
    length = int(FADE_S * rate)
    assert not after[length:].any()
    steps = np.abs(np.diff(np.concatenate([before, after])))
    assert steps.max() < 0.5 / length * 1.5


def test_a_stop_before_anything_sounded_is_silence_at_once() -> None:
    playback, news = Playback(RATE), News()
    news.play(playback, "a", tone(100))
    playback.stop()
    assert not pull(playback, 50).any()
    assert news.told == [("a", "ended", 0.0)]


def test_a_sound_after_a_stop_is_heard_from_its_beginning() -> None:
    playback, news = Playback(RATE), News()
    news.play(playback, "a", tone(100))
    pull(playback, 50)
    playback.stop()
    news.play(playback, "b", tone(20, 0.25))
    assert np.array_equal(pull(playback, 40)[int(FADE_S * RATE) : 20], tone(15, 0.25))
    assert news.told[-1] == ("b", "ended", 1.0)


def test_the_volume_is_ramped_while_something_sounds() -> None:
    rate = 48_000
    playback = Playback(rate)
    News().play(playback, "a", tone(rate, 1.0))
    pull(playback, 100)
    playback.set_volume(0.2)
    out = pull(playback, int(VOLUME_RAMP_S * rate))
    assert np.abs(np.diff(out)).max() <= 1.01 / (VOLUME_RAMP_S * rate)
    assert pull(playback, 10) == pytest.approx(0.2)


def test_the_volume_set_in_silence_holds_from_the_first_sample() -> None:
    playback = Playback(RATE)
    playback.set_volume(0.5)
    News().play(playback, "a", tone(10, 1.0))
    assert pull(playback, 10) == pytest.approx(0.5)


def test_a_callback_may_play_the_next_sound() -> None:
    playback = Playback(RATE)
    playback.play(tone(10), lambda: None, lambda _: News().play(playback, "next", tone(10, 0.25)))
    pull(playback, 10)
    assert np.array_equal(pull(playback, 10), tone(10, 0.25))


def test_what_is_not_a_number_is_never_handed_on() -> None:
    playback = Playback(RATE)
    News().play(playback, "a", np.array([np.nan, np.inf, 0.5], np.float32))
    assert np.isfinite(pull(playback, 3)).all()


@given(
    lengths=st.lists(st.integers(0, 50), max_size=6),
    blocks=st.lists(st.integers(1, 40), max_size=12),
    stop_after=st.integers(0, 12),
)
def test_every_sound_ends_exactly_once_whatever_happens(
    lengths: list[int], blocks: list[int], stop_after: int
) -> None:
    playback, news = Playback(RATE), News()
    for index, length in enumerate(lengths):
        news.play(playback, str(index), tone(length))
    for index, block in enumerate(blocks):
        if index == stop_after:
            playback.stop()
        pull(playback, block)
    playback.stop()
    ended = [name for name, what, _ in news.told if what == "ended"]
    started = [name for name, what, _ in news.told if what == "started"]
    assert ended == [str(index) for index in range(len(lengths))]
    assert len(set(started)) == len(started)
    assert all(0.0 <= fraction <= 1.0 for _, _, fraction in news.told)
    played = sum(blocks[: stop_after if stop_after < len(blocks) else None])
    heard = sum(f * lengths[int(n)] for n, what, f in news.told if what == "ended")
    assert heard == pytest.approx(min(played, sum(lengths)))


def test_a_device_that_pulls_nothing_is_noticed_after_its_first_patience() -> None:
    now = [100.0]
    playback = Playback(RATE, patience_s=3.0, clock=lambda: now[0])
    now[0] += 4.0
    assert playback.unpulled_s == pytest.approx(1.0)
    pull(playback, 10)
    assert playback.unpulled_s == 0.0
    now[0] += 2.0
    assert playback.unpulled_s == pytest.approx(2.0)
