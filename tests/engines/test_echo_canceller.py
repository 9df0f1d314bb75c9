"""Rotom's own voice is taken out of the microphone, and somebody else's is left in it."""

import numpy as np
import pytest

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Cleaned, Samples
from rotom.engines.echo_canceller import EchoCanceller
from rotom.engines.echo_reference import LEAD_SAMPLES, EchoReference
from tests.acoustics import Way, impulse

BLOCK = HEARING_RATE_HZ // 50


def hiss(seconds: float, seed: int, rate_hz: int = HEARING_RATE_HZ) -> Samples:
    """Noise that swells as a voice does, so that no moment of it is like another one."""
    count = round(seconds * rate_hz)
    swell = 0.2 + np.abs(np.sin(np.arange(count) * 2 * np.pi * 1.3 / rate_hz))
    return (0.1 * swell * np.random.default_rng(seed).normal(0, 1, count)).astype(np.float32)


def frames_of(sound: Samples) -> list[Samples]:
    return list(sound[: len(sound) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES))


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 44_100, 48_000])
def test_each_frame_has_beside_it_what_was_played_in_its_time(rate_hz: int) -> None:
    reference = EchoReference()
    time_s = np.arange(3 * rate_hz) / rate_hz
    played = np.sin(2 * np.pi * 50 * time_s**2).astype(np.float32)  # 100 Hz more every second
    handed, block, beside = 0, rate_hz // 50, []
    for frame in range(90):
        while reference.played < (frame + 1) * FRAME_SAMPLES:
            reference.take(played[handed : handed + block], rate_hz)
            handed += block
        beside.append(reference.beside(reference.played)[0])
    followed = np.concatenate(beside)[HEARING_RATE_HZ:]
    late_s = np.arange(-0.04, 0.04, 0.0005)
    at_s = 1 + np.arange(len(followed)) / HEARING_RATE_HZ
    errors = [
        np.mean(np.square(np.sin(2 * np.pi * 50 * (at_s - late) ** 2) - followed))
        for late in late_s
    ]
    assert min(errors) < 0.05
    lead_s = LEAD_SAMPLES / HEARING_RATE_HZ
    assert late_s[int(np.argmin(errors))] == pytest.approx(lead_s, abs=0.012), "half a block"


def test_a_loudspeaker_that_skips_is_followed_once_that_is_certain() -> None:
    reference = EchoReference()
    steady = []
    for frame in range(200):
        skip = 4 * BLOCK if frame == 100 else 0
        reference.take(np.zeros(FRAME_SAMPLES + skip, np.float32), HEARING_RATE_HZ)
        steady.append(reference.beside(reference.played)[1])
    unsteady = [frame for frame, is_steady in enumerate(steady) if not is_steady]
    assert unsteady
    assert min(unsteady) >= 100
    assert max(unsteady) < 180


def test_a_closed_loudspeaker_is_no_reason_to_begin_anew() -> None:
    reference = EchoReference()
    for _ in range(30):
        reference.take(np.zeros(FRAME_SAMPLES, np.float32), HEARING_RATE_HZ)
        reference.beside(reference.played)
    assert all(reference.beside(reference.played)[1] for _ in range(200))


class Home:
    """A canceller between a loudspeaker and a microphone that hears it through a room."""

    def __init__(self, delay_s: float = 0.06) -> None:
        self._way = 0.3 * impulse(0.2, delay_s)
        self.canceller = EchoCanceller()

    def move(self, delay_s: float) -> None:
        self._way = 0.3 * impulse(0.2, delay_s)

    def live(self, played: Samples, person: Samples) -> list[Cleaned]:
        echo = np.convolve(played, self._way)[: len(played)]
        heard = (echo + person).astype(np.float32)
        cleaned = []
        for own, frame in zip(frames_of(played), frames_of(heard), strict=True):
            self.canceller.played(own, HEARING_RATE_HZ)
            cleaned.append(self.canceller.cleaned(frame, self.canceller.played_so_far()))
        return cleaned


def power_db(frames: list[Cleaned]) -> float:
    return 10 * float(np.log10(np.mean([np.mean(np.square(f.samples)) for f in frames]) + 1e-12))


def test_its_own_voice_becomes_quiet_and_is_known_for_its_own() -> None:
    played = hiss(10.0, 1)
    cleaned = Home().live(played, np.zeros_like(played))
    assert power_db(cleaned[200:]) < power_db([Cleaned(0.3 * f) for f in frames_of(played)]) - 30
    assert sum(frame.others >= 0.5 for frame in cleaned) == 0


def test_somebody_as_loud_as_the_echo_is_heard_as_they_are() -> None:
    played, person = hiss(10.0, 1), 0.3 * hiss(10.0, 2)
    person[: 250 * FRAME_SAMPLES] = 0
    cleaned = Home().live(played, person)[250:270]
    assert all(frame.others > 0.4 for frame in cleaned[:10]), "who would go on for longer?"
    left = np.concatenate([frame.samples for frame in cleaned])
    meant = np.concatenate(frames_of(person)[250:270])
    assert np.corrcoef(left, meant)[0, 1] > 0.8


@pytest.mark.parametrize("later_s", [0.003, 0.03, 0.1])
def test_a_way_that_changes_unnoticed_is_learned_anew_and_its_echo_taken_for_nobody(
    later_s: float,
) -> None:
    home, played = Home(), hiss(12.0, 1)
    half = len(played) // 2
    nobody = np.zeros(half, np.float32)
    home.live(played[:half], nobody)
    home.move(0.06 + later_s)
    cleaned = home.live(played[half:], nobody)
    believed = [frame.others >= 0.5 for frame in cleaned]
    assert sum(believed) < 7, "a quarter of a second is taken for speech"
    assert power_db(cleaned[-50:]) < power_db([Cleaned(0.3 * f) for f in frames_of(played)]) - 25


def test_a_voice_that_arrives_late_in_a_silent_room_is_not_taken_for_somebody() -> None:
    sentences = [
        np.concatenate([np.zeros(HEARING_RATE_HZ, np.float32), hiss(2.0, seed)])
        for seed in range(5)
    ]
    played = np.concatenate(sentences)
    cleaned = Home(delay_s=0.4).live(played, np.zeros_like(played))
    believed = sum(
        cleaned[i].others >= 0.5
        for i, frame in enumerate(frames_of(played))
        if frame.any() and (i < 15 or frames_of(played)[i - 15].any())
    )
    assert believed == 0


def test_who_speaks_before_the_room_is_known_is_not_told_from_an_echo() -> None:
    played = hiss(0.6, 1)
    cleaned = Home().live(played, 0.3 * hiss(0.6, 2))
    assert all(frame.others == 0.0 for frame in cleaned[3:])


def test_in_silence_every_sound_is_left_as_it_is() -> None:
    person = hiss(1.0, 2)
    cleaned = Home().live(np.zeros_like(person), person)
    assert all(frame.others == 1.0 for frame in cleaned)
    assert np.array_equal(
        np.concatenate([f.samples for f in cleaned]), person[: len(cleaned) * 512]
    )


def test_a_broken_frame_does_no_lasting_harm() -> None:
    home = Home()
    played = hiss(6.0, 1)
    broken = np.zeros_like(played)
    broken[HEARING_RATE_HZ] = np.nan
    cleaned = home.live(played, broken)
    assert np.isfinite(np.concatenate([frame.samples for frame in cleaned])).all()
    assert power_db(cleaned[150:]) < -50


@pytest.mark.parametrize("drift_ppm", [-200.0, 100.0])
def test_clocks_that_run_at_different_speeds_are_followed(drift_ppm: float) -> None:
    played = hiss(30.0, 1)
    way = Way(impulse(0.2, 0.06), 0.3, drift_ppm)
    canceller, handed, cleaned = EchoCanceller(), 0, []
    while handed + FRAME_SAMPLES + BLOCK < len(played):
        while way.due(FRAME_SAMPLES):
            block = played[handed : handed + BLOCK]
            canceller.played(block, HEARING_RATE_HZ)
            way.play(block)
            handed += BLOCK
        heard = way.arrives(FRAME_SAMPLES)
        cleaned.append(canceller.cleaned(heard, canceller.played_so_far()))
    echo_db = power_db([Cleaned(0.3 * f) for f in frames_of(played)])
    assert power_db(cleaned[-200:]) < echo_db - 20
    assert sum(frame.others >= 0.5 for frame in cleaned) == 0


def test_a_loudspeaker_that_stumbles_is_noticed_at_once() -> None:
    reference = EchoReference()
    steady = []
    for frame in range(120):
        if not 60 <= frame < 66:
            reference.take(np.zeros(FRAME_SAMPLES, np.float32), HEARING_RATE_HZ)
        steady.append(reference.beside(reference.played)[1])
    assert [frame for frame, is_steady in enumerate(steady) if not is_steady] == [66]


def test_devices_out_of_step_make_it_unsure_before_that_is_certain() -> None:
    reference, unsure, unsteady = EchoReference(), [], []
    for frame in range(100):
        skip = FRAME_SAMPLES if frame == 60 else 0
        reference.take(np.zeros(FRAME_SAMPLES + skip, np.float32), HEARING_RATE_HZ)
        if not reference.beside(reference.played)[1]:
            unsteady.append(frame)
        if reference.is_wavering:
            unsure.append(frame)
    assert 60 <= unsure[0] < 66
    assert unsure[-1] < unsteady[0], "then it begins anew"
