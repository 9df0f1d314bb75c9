"""Hands-free without headphones: Rotom's voice in the microphone, and who talks over it."""

import pytest

from rotom.domain.character import Prosody
from rotom.domain.speech import HEARING_RATE_HZ, Language, Samples
from rotom.engines.espeak import EspeakSpeech
from rotom.engines.sound_files import resampled
from tests.acoustics import at_level, impulse
from tests.engines.conftest import starter_voice
from tests.room import SPEECH_DB, Room


def somebody(text: str) -> Samples:
    """Another voice than Rotom's."""
    phrase = EspeakSpeech(Language.ENGLISH).synthesise(
        text, Language.ENGLISH, Prosody(speed=0.9, pitch_semitones=-4.0)
    )
    return resampled(phrase.audio, HEARING_RATE_HZ).samples


@pytest.mark.parametrize(
    ("echo_db", "delay_s"), [(SPEECH_DB, 0.06), (-12.0, 0.2)], ids=["as speech", "very loud"]
)
def test_it_never_interrupts_or_answers_itself(echo_db: float, delay_s: float) -> None:
    with Room(starter_voice(), echo_db, impulse(0.3, delay_s)) as room:
        told = [room.reply() for _ in range(3)]
    assert [reply.outcome.interrupted for reply in told] == [False] * 3
    assert room.turns_taken == 0


def test_who_talks_over_it_is_heard_and_answered() -> None:
    person = at_level(somebody("Wait, what did you say about the dragon?"), SPEECH_DB)
    with Room(starter_voice(), SPEECH_DB - 12, impulse(0.3, 0.1)) as room:
        told = [room.reply(person, at_frame) for at_frame in (60, 45)]
    assert [reply.outcome.interrupted for reply in told] == [True] * 2
    assert told[0].frame > 60, "it was not its own voice that stopped it"
    assert told[1].frame > 45
    assert room.turns_taken == room.answered == 2


def test_the_user_can_have_it_deaf_while_it_speaks() -> None:
    person = at_level(somebody("Wait, what did you say about the dragon?"), SPEECH_DB)
    with Room(starter_voice(), None, impulse(0.3, 0.1), talk_over=False) as room:
        told = room.reply(person, 20)
    assert not told.outcome.interrupted
    assert room.turns_taken == 0
