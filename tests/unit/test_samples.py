"""Samples of a voice: whatever stops a reply stops them, and no conversation keeps them."""

import numpy as np

from rotom.conversation.events import StateChanged, TurnEnded
from rotom.domain.character import AgentState, Feeling
from rotom.domain.speech import AudioChunk
from rotom.engines.scripted import ScriptedLoudspeaker
from tests.conftest import MakeStand


def is_sounding(event: StateChanged) -> bool:
    return event.state is AgentState.SPEAKING


def test_a_sample_is_spoken_in_its_mood_and_kept_nowhere(stand: MakeStand) -> None:
    one = stand()
    one.session.preview("Bzzt!", Feeling(arousal=1.0))
    one.watch.wait_for(StateChanged, is_sounding)
    one.watch.wait_for(StateChanged, lambda event: event.state is AgentState.IDLE)
    ((text, prosody),) = one.voice.spoken
    assert text == "Bzzt!"
    assert prosody.speed > 1.0
    assert one.journal.recent(10) == []
    assert one.watch.of(TurnEnded) == []


def test_a_reply_takes_the_place_of_a_sample(stand: MakeStand) -> None:
    one = stand(loudspeaker=(loudspeaker := ScriptedLoudspeaker()))
    one.session.play_back(AudioChunk(np.ones(16_000, np.float32), 16_000))
    loudspeaker.wait_for_plays(1)
    one.session.say("hello")
    loudspeaker.wait_for_plays(2)
    loudspeaker.wait_for_plays(3)
    loudspeaker.advance(30.0)
    ended = one.watch.wait_for(TurnEnded)
    assert ended.outcome.heard == "Hi! How are you?"


def test_a_sample_that_is_hushed_is_silent_and_a_reply_is_not(stand: MakeStand) -> None:
    one = stand(loudspeaker=(loudspeaker := ScriptedLoudspeaker()))
    one.session.preview("Bzzt!")
    loudspeaker.wait_for_plays(1)
    one.session.hush()
    assert loudspeaker.is_idle
    one.session.say("hello")
    loudspeaker.wait_for_plays(2)
    one.session.hush()
    assert not loudspeaker.is_idle
    loudspeaker.wait_for_plays(3)
    loudspeaker.advance(30.0)
    assert not one.watch.wait_for(TurnEnded).outcome.interrupted


def test_an_interruption_stops_a_sample(stand: MakeStand) -> None:
    one = stand(loudspeaker=(loudspeaker := ScriptedLoudspeaker()))
    one.session.preview("Bzzt!")
    loudspeaker.wait_for_plays(1)
    one.session.interrupt()
    assert loudspeaker.is_idle
