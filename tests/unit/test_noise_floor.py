"""The room's own noise is followed, and never so far that Rotom grows deaf."""

from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.endpointing import FRAME_MS
from rotom.domain.noise_floor import LOUDEST_DB, QUIETEST_DB, NoiseFloor

MARGIN_DB = 6.0
SPEECH, NOISE = 0.9, 0.1


def after(floor: NoiseFloor, seconds: float, level_db: float, probability: float) -> NoiseFloor:
    for _ in range(int(1000 * seconds / FRAME_MS)):
        floor.stands_out(level_db, probability)
    return floor


def test_in_a_quiet_room_a_quiet_voice_stands_out() -> None:
    floor = after(NoiseFloor(MARGIN_DB), 5, -80, NOISE)
    assert floor.stands_out(-50, SPEECH)
    assert not floor.stands_out(-57, SPEECH)


def test_a_fan_becomes_the_room_within_seconds_and_a_voice_over_it_is_heard() -> None:
    floor = after(NoiseFloor(MARGIN_DB), 6, -45, NOISE)
    assert not floor.stands_out(-44, SPEECH)
    assert floor.stands_out(-36, SPEECH)


def test_when_the_fan_stops_quiet_voices_stand_out_again_at_once() -> None:
    floor = after(NoiseFloor(MARGIN_DB), 6, -45, NOISE)
    after(floor, 0.5, -60, NOISE)
    assert floor.stands_out(-50, SPEECH)


def test_a_speaker_who_breathes_never_becomes_the_room() -> None:
    floor = NoiseFloor(MARGIN_DB)
    for _ in range(60):
        after(floor, 1.5, -35, SPEECH)
        assert floor.stands_out(-35, SPEECH)
        after(floor, 0.2, -58, NOISE)
    assert floor.stands_out(-48, SPEECH)


def test_a_television_that_never_pauses_becomes_the_room_in_the_end() -> None:
    floor = after(NoiseFloor(MARGIN_DB), 40, -42, SPEECH)
    assert not floor.stands_out(-42, SPEECH)
    assert floor.stands_out(-30, SPEECH)


@given(st.lists(st.tuples(st.floats(-120, 0), st.floats(0, 1)), max_size=300))
def test_whatever_sounds_the_floor_stays_within_its_bounds(
    frames: list[tuple[float, float]],
) -> None:
    floor = NoiseFloor(MARGIN_DB)
    for level_db, probability in frames:
        floor.stands_out(level_db, probability)
        assert QUIETEST_DB <= floor.level_db <= LOUDEST_DB
    assert floor.stands_out(-20, SPEECH), "somebody who speaks up is always heard"
