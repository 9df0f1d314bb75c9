"""What is done to a voice after synthesis, in numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.character import Prosody
from rotom.domain.speech import Language, Samples
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.timbre import faded, finished, ghostly, levelled, pitch_factor, trimmed

RATE = 16_000
SENTENCE = "Hello there, are you all well now, my own little ghost?"


def pitch_hz(samples: Samples, rate: int) -> float:
    """The median pitch of the voiced frames, by autocorrelation."""
    size, found = round(0.05 * rate), []
    loudest = np.abs(samples).max()
    shortest, longest = rate // 500, rate // 55
    for at in range(0, len(samples) - size, size // 2):
        frame = samples[at : at + size] * np.hanning(size)
        if np.abs(frame).max() < 0.25 * loudest:
            continue
        alike = np.fft.irfft(np.abs(np.fft.rfft(frame, 4 * size)) ** 2)
        place = shortest + int(np.argmax(alike[shortest:longest]))
        if alike[place] > 0.45 * alike[0]:
            found.append(rate / place)
    return float(np.median(found))


def voice_like(seconds: float = 1.0) -> Samples:
    time_s = np.arange(round(seconds * RATE)) / RATE
    voiced = sum(np.sin(2 * np.pi * 150 * k * time_s) / k for k in range(1, 12))
    syllables = np.clip(np.sin(2 * np.pi * 3 * time_s), 0, 1)
    return (0.2 * voiced * syllables).astype(np.float32)


@pytest.mark.parametrize("semitones", [-5.0, -2.0, 3.0, 7.0])
def test_the_pitch_is_shifted_by_the_semitones_and_the_length_is_kept(semitones: float) -> None:
    voice = EspeakSpeech(Language.ENGLISH)
    plain = voice.synthesise(SENTENCE, Language.ENGLISH, Prosody(liveliness=0.0)).audio
    shifted = voice.synthesise(
        SENTENCE, Language.ENGLISH, Prosody(pitch_semitones=semitones, liveliness=0.0)
    ).audio
    ratio = pitch_hz(shifted.samples, shifted.rate_hz) / pitch_hz(plain.samples, plain.rate_hz)
    assert ratio == pytest.approx(2 ** (semitones / 12), rel=0.03)
    assert shifted.seconds == pytest.approx(plain.seconds, rel=0.03)


def test_a_pitch_out_of_bounds_is_the_nearest_one() -> None:
    assert pitch_factor(Prosody(pitch_semitones=99)) == pytest.approx(2.0)
    assert pitch_factor(Prosody(pitch_semitones=-99)) == pytest.approx(0.5)


def test_the_ghost_keeps_the_length_and_the_pitch() -> None:
    plain = voice_like()
    ghost = ghostly(plain, RATE, 1.0)
    assert len(ghost) == len(plain)
    assert pitch_hz(ghost, RATE) == pytest.approx(pitch_hz(plain, RATE), rel=0.03)


def test_more_ghost_is_further_from_the_plain_voice_and_none_is_the_voice_itself() -> None:
    plain = voice_like()
    far = [float(np.abs(ghostly(plain, RATE, a) - plain).mean()) for a in (0.0, 0.3, 0.6, 1.0)]
    assert far[0] == 0.0
    assert far == sorted(far)
    assert far[3] > 0.1 * float(np.abs(plain).mean())


def test_sentences_of_any_level_come_out_equally_loud() -> None:
    levels = [
        float(np.sqrt(np.mean(np.square(finished(voice_like() * gain, RATE, Prosody())[0]))))
        for gain in (0.01, 0.2, 1.0, 8.0)
    ]
    assert max(levels) / min(levels) < 1.05


def test_the_volume_is_a_factor() -> None:
    loud = levelled(voice_like(), 1.0)
    assert levelled(voice_like(), 0.25) == pytest.approx(loud * 0.25, abs=1e-6)
    assert not levelled(voice_like(), 0.0).any()


def test_silence_at_the_ends_is_cut_and_counted() -> None:
    padded = np.concatenate([np.zeros(8000), voice_like(), np.zeros(9000)]).astype(np.float32)
    body, lead_s = trimmed(padded, RATE)
    assert lead_s == pytest.approx(0.5, abs=0.02)
    assert len(body) / RATE == pytest.approx(len(trimmed(voice_like(), RATE)[0]) / RATE, abs=0.02)


def test_both_ends_are_silent_so_that_joins_do_not_click() -> None:
    soft = faded(np.full(RATE, 0.9, np.float32), RATE)
    assert soft[0] == 0.0
    assert soft[-1] == 0.0
    assert np.abs(np.diff(soft)).max() < 0.9 / (0.005 * RATE) * 1.1


@given(
    seed=st.integers(0, 1000),
    length=st.integers(0, 3000),
    gain=st.sampled_from([0.0, 1e-9, 0.1, 1.0, 100.0]),
    semitones=st.floats(-12, 12),
    ghostliness=st.floats(0, 1),
)
def test_no_sound_is_ever_too_loud_or_no_number(
    seed: int, length: int, gain: float, semitones: float, ghostliness: float
) -> None:
    rng = np.random.default_rng(seed)
    sound = (rng.normal(0, 1, length) * gain).astype(np.float32)
    sound[rng.random(length) < 0.01] = np.nan
    prosody = Prosody(pitch_semitones=semitones, ghostliness=ghostliness)
    heard, lead_s = finished(sound, RATE, prosody)
    assert np.isfinite(heard).all()
    assert np.abs(heard).max(initial=0.0) <= 0.96
    assert heard.dtype == np.float32
    assert lead_s >= 0.0
