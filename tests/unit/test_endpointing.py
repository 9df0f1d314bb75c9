"""Where an utterance begins and ends, told by probabilities alone."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom.domain.endpointing import FRAME_MS, Boundary, Endpointer, Patience

N, S, C, P, R, E, D = (
    Boundary.NOTHING,
    Boundary.STARTED,
    Boundary.CONFIRMED,
    Boundary.PAUSED,
    Boundary.RESUMED,
    Boundary.ENDED,
    Boundary.DISMISSED,
)
SPEECH, SILENCE = 0.95, 0.02


def frames(milliseconds: float) -> int:
    """As many whole frames as are needed to last that long."""
    return -int(-milliseconds // FRAME_MS)


def sound(*stretches: tuple[float, float]) -> list[float]:
    """Probabilities of stretches, each (probability, milliseconds)."""
    return [p for p, milliseconds in stretches for _ in range(frames(milliseconds))]


def events(
    probabilities: list[float], patience: Patience | None = None
) -> list[tuple[Boundary, float]]:
    """What was decided, and at the end of which millisecond."""
    endpointer = Endpointer(patience or Patience())
    decided = [endpointer.feed(probability) for probability in probabilities]
    return [
        (boundary, (place + 1) * FRAME_MS)
        for place, boundary in enumerate(decided)
        if boundary is not N
    ]


def kinds(probabilities: list[float], patience: Patience | None = None) -> list[Boundary]:
    return [boundary for boundary, _ in events(probabilities, patience)]


def test_silence_decides_nothing() -> None:
    assert kinds(sound((SILENCE, 5000))) == []


def test_an_utterance_starts_is_believed_pauses_and_ends() -> None:
    assert kinds(sound((SILENCE, 500), (SPEECH, 1000), (SILENCE, 1500))) == [S, C, P, E]


def test_each_comes_at_the_frame_that_its_time_is_up() -> None:
    spoken = sound((SPEECH, 1000), (SILENCE, 1500))
    began_ms = frames(1000) * FRAME_MS
    assert events(spoken) == [
        (S, FRAME_MS),
        (C, frames(250) * FRAME_MS),
        (P, began_ms + frames(128) * FRAME_MS),
        (E, began_ms + frames(600) * FRAME_MS),
    ]


def test_a_cough_is_dismissed_and_what_follows_is_heard() -> None:
    cough = sound((SPEECH, 150), (SILENCE, 400))
    assert kinds(cough) == [S, D]
    assert kinds([*cough, *sound((SPEECH, 600), (SILENCE, 1000))]) == [S, D, S, C, P, E]


def test_who_goes_on_after_a_pause_is_one_utterance() -> None:
    spoken = sound((SPEECH, 600), (SILENCE, 400), (SPEECH, 600), (SILENCE, 300), (SPEECH, 300))
    assert kinds([*spoken, *sound((SILENCE, 1000))]) == [S, C, P, R, P, R, P, E]


def test_a_gap_too_short_for_a_pause_is_not_told() -> None:
    spoken = sound((SPEECH, 600), (SILENCE, 90), (SPEECH, 600), (SILENCE, 1000))
    assert kinds(spoken) == [S, C, P, E]


def test_short_words_with_short_gaps_add_up_to_something_meant() -> None:
    stutter = sound(*[(SPEECH, 64), (SILENCE, 128)] * 5)
    assert C in kinds(stutter)


def test_a_voice_that_sinks_is_speech_until_it_is_clearly_silence() -> None:
    assert kinds(sound((SPEECH, 500), (0.4, 2000))) == [S, C]
    assert kinds(sound((0.4, 2000))) == []
    assert kinds(sound((SPEECH, 500), (SILENCE, 64), (0.4, 2000))) == [S, C, P, E]


def test_a_patient_listener_waits_longer() -> None:
    spoken = sound((SPEECH, 500), (SILENCE, 1000), (SPEECH, 500), (SILENCE, 2500))
    assert kinds(spoken) == [S, C, P, E, S, C, P, E]
    assert kinds(spoken, replace(Patience(), end_ms=2000)) == [S, C, P, R, P, E]


def test_the_wait_may_be_set_anew_in_a_pause_and_only_for_it() -> None:
    endpointer = Endpointer(Patience())
    ended_after: list[float] = []
    for end_ms in (350.0, 900.0, None):
        for probability in sound((SPEECH, 500), (SILENCE, 1000)):
            boundary = endpointer.feed(probability)
            if boundary is P and end_ms is not None:
                endpointer.end_ms = end_ms
            if boundary is E:
                ended_after.append(endpointer.silence_ms)
    assert ended_after == [frames(ms) * FRAME_MS for ms in (350, 900, 600)]


def test_the_length_of_a_pause_is_known_when_the_speaker_goes_on() -> None:
    endpointer = Endpointer(Patience())
    for probability in sound((SPEECH, 500), (SILENCE, 400), (SPEECH, 40)):
        if endpointer.feed(probability) is R:
            assert endpointer.silence_ms == frames(400) * FRAME_MS
            return
    pytest.fail("no pause")


def test_where_the_end_comes_no_later_than_the_pause_there_is_no_pause() -> None:
    spoken = sound((SPEECH, 500), (SILENCE, 500))
    assert kinds(spoken, replace(Patience(), end_ms=200, pause_ms=200)) == [S, C, E]


def test_a_probability_that_is_no_number_is_no_speech() -> None:
    nan = float("nan")
    assert kinds([nan] * 20) == []
    assert kinds([*sound((SPEECH, 500)), *[nan] * 40]) == [S, C, P, E]


def test_after_a_reset_the_next_frame_is_the_first() -> None:
    endpointer = Endpointer(Patience())
    for probability in sound((SPEECH, 500), (SILENCE, 300)):
        endpointer.feed(probability)
    assert endpointer.in_utterance
    endpointer.reset()
    assert endpointer.feed(SILENCE) is N
    assert endpointer.feed(SPEECH) is S


@pytest.mark.parametrize("ending", [E, D])
def test_the_utterance_is_over_with_its_last_boundary(ending: Boundary) -> None:
    endpointer = Endpointer(Patience())
    spoken = sound((SPEECH, 500 if ending is E else 100), (SILENCE, 1000))
    for probability in spoken:
        before = endpointer.in_utterance
        if endpointer.feed(probability) is ending:
            assert before
            assert not endpointer.in_utterance
            return
    pytest.fail(f"no {ending}")


ALLOWED = {
    None: {S},
    S: {C, D},
    C: {P, E},
    P: {R, E},
    R: {P, E},
    E: {S},
    D: {S},
}


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(1, 60)).map(lambda run: [run[0]] * run[1]),
        max_size=20,
    )
)
def test_boundaries_come_only_in_an_order_that_makes_sense(runs: list[list[float]]) -> None:
    last: Boundary | None = None
    endpointer = Endpointer(Patience())
    for probability in [p for run in runs for p in run]:
        boundary = endpointer.feed(probability)
        if boundary is not N:
            assert boundary in ALLOWED[last]
            last = boundary
        assert endpointer.in_utterance == (last not in {None, E, D})


@settings(max_examples=100)
@given(st.lists(st.booleans(), min_size=60, max_size=400))
def test_an_utterance_never_ends_before_its_silence_was_long_enough(voiced: list[bool]) -> None:
    endpointer = Endpointer(Patience())
    decided = [endpointer.feed(SPEECH if v else SILENCE) for v in voiced]
    for place, boundary in enumerate(decided):
        silent = 0
        for was_voiced, run in groupby(reversed(voiced[: place + 1])):
            silent = 0 if was_voiced else len(list(run))
            break
        if boundary is E:
            assert silent * FRAME_MS >= Patience().end_ms
        if boundary in {P, D}:
            least_ms = Patience().pause_ms if boundary is P else Patience().dismiss_ms
            assert least_ms <= silent * FRAME_MS < least_ms + FRAME_MS
