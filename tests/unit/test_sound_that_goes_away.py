"""Devices that die without a word, and interruptions that wait for nobody."""

import numpy as np
import pytest

from rotom.conversation.events import (
    MicrophoneLevel,
    MicrophoneOpen,
    Problem,
    SentenceStarted,
    TurnEnded,
)
from rotom.conversation.manner import ListeningManner
from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ
from rotom.engines.scripted import Gate, ScriptedBrain, ScriptedLoudspeaker, ScriptedMicrophone
from tests.conftest import MakeStand
from tests.patience import PATIENCE_S

VOICE = (0.2 * np.sin(np.arange(HEARING_RATE_HZ) / 5)).astype(np.float32)
QUIET = np.zeros(HEARING_RATE_HZ, np.float32)


def test_an_interruption_does_not_wait_until_the_next_sentence_is_ready_to_sound(
    stand: MakeStand,
) -> None:
    gate = Gate(1)
    loudspeaker = ScriptedLoudspeaker(gate=gate)
    parts = stand(
        brain=ScriptedBrain(["One ghost is here. Two ghosts are here."]), loudspeaker=loudspeaker
    )
    turn = parts.session.say("count")
    loudspeaker.wait_for_plays(1)
    loudspeaker.advance(0.1)
    gate.wait_for_arrivals(2)
    parts.session.interrupt()
    loudspeaker.advance(0.05)
    assert not np.any(loudspeaker.heard[-200:]), "it still sounds while the gate is closed"
    gate.open()
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.interrupted
    assert loudspeaker.is_idle


class NotingLoudspeaker(ScriptedLoudspeaker):
    """Notes the order in which it is stopped and set louder or quieter."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def stop(self) -> None:
        self.noted.append("stop")
        super().stop()

    def set_volume(self, volume: float) -> None:
        self.noted.append(f"volume {volume:g}")
        super().set_volume(volume)


def test_who_is_talked_over_falls_silent_and_does_not_grow_loud_first(stand: MakeStand) -> None:
    loudspeaker = NotingLoudspeaker()
    parts = stand(
        loudspeaker=loudspeaker, listening=ListeningManner(hands_free=True, headphones=True)
    )
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.session.say("hello")
    loudspeaker.wait_for_plays(1)
    loudspeaker.advance(0.1)
    parts.watch.wait_for(SentenceStarted)
    loudspeaker.noted.clear()
    parts.microphone.push(VOICE)
    assert parts.watch.wait_for(TurnEnded).outcome.interrupted
    parts.session.stop()
    assert loudspeaker.noted[:2] == ["volume 0.2", "stop"]


def test_a_loudspeaker_that_takes_nothing_any_more_is_told_and_the_turn_ends(
    stand: MakeStand,
) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = parts.session.say("hello")
    loudspeaker.wait_for_plays(1)
    loudspeaker.advance(0.1)
    loudspeaker.stalled = True
    assert "loudspeaker went away" in parts.watch.wait_for(Problem).text
    loudspeaker.stalled = False
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"
    assert not outcome.interrupted
    assert len(parts.watch.of(Problem)) == 1


def test_a_loudspeaker_that_is_back_is_spoken_through_again(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(brain=ScriptedBrain(["Hi!"]), loudspeaker=loudspeaker)
    turn = parts.session.say("hello")
    loudspeaker.wait_for_plays(1)
    loudspeaker.stalled = True
    turn.wait_ended(PATIENCE_S)
    loudspeaker.stalled = False
    parts.session.say("are you back?")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.1)
    assert np.any(loudspeaker.heard)


@pytest.mark.parametrize("hands_free", [False, True])
def test_a_microphone_that_gives_nothing_any_more_is_told_and_what_was_said_is_answered(
    stand: MakeStand, hands_free: bool
) -> None:
    parts = stand(listening=ListeningManner(hands_free=hands_free, speculate=False))
    if not hands_free:
        parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(VOICE)
    parts.microphone.stalled = True
    assert "no sound any more" in parts.watch.wait_for(Problem).text
    assert parts.watch.wait_for(MicrophoneOpen, lambda e: not e.is_open)
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Hi! How are you?"


def test_hands_free_goes_on_by_itself_when_the_microphone_is_back(stand: MakeStand) -> None:
    parts = stand(listening=ListeningManner(hands_free=True, speculate=False))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.fails = EngineError("There is no microphone. Plug one in.")
    parts.microphone.lose()
    assert "unplugged" in parts.watch.wait_for(Problem).text
    parts.microphone.fails = None
    parts.watch.wait_for_count(MicrophoneOpen, 3)
    parts.microphone.push(np.concatenate([VOICE, QUIET]))
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Hi! How are you?"
    assert len(parts.watch.of(Problem)) == 1


def test_hands_free_begins_when_the_first_microphone_is_plugged_in(stand: MakeStand) -> None:
    microphone = ScriptedMicrophone(fails=EngineError("There is no microphone. Plug one in."))
    parts = stand(microphone=microphone, listening=ListeningManner(hands_free=True))
    assert "no microphone" in parts.watch.wait_for(Problem).text
    microphone.fails = None
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)


def test_a_microphone_that_was_muted_meanwhile_stays_closed(stand: MakeStand) -> None:
    parts = stand(listening=ListeningManner(hands_free=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.lose()
    parts.session.mute_microphone(True)
    parts.watch.wait_for(MicrophoneOpen, lambda e: not e.is_open)
    parts.session.stop()
    assert parts.microphone.opened == 1


def test_a_microphone_that_gives_nothing_at_all_is_told_to_be_muted_once(stand: MakeStand) -> None:
    parts = stand(listening=ListeningManner(hands_free=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    for _ in range(12):
        parts.microphone.push(QUIET)
        parts.watch.wait_for(MicrophoneLevel)
    assert "muted" in parts.watch.wait_for(Problem).text
    parts.session.stop()
    assert len(parts.watch.of(Problem)) == 1


def test_a_microphone_that_is_muted_after_it_sounded_is_told_once(stand: MakeStand) -> None:
    parts = stand(listening=ListeningManner(hands_free=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    for _ in range(2):
        parts.microphone.push(0.001 * VOICE)
        for _ in range(12):
            parts.microphone.push(QUIET)
    assert "muted" in parts.watch.wait_for(Problem).text
    parts.session.stop()
    assert len(parts.watch.of(Problem)) == 1


def test_a_microphone_that_lets_only_speech_through_may_be_silent_for_long(
    stand: MakeStand,
) -> None:
    parts = stand(listening=ListeningManner(hands_free=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    for _ in range(2):
        parts.microphone.push(0.001 * VOICE)
        parts.microphone.push(QUIET)
    for _ in range(12):
        parts.microphone.push(QUIET)
    parts.session.stop()
    assert not parts.watch.of(Problem)


def test_a_held_button_with_a_muted_microphone_tells_that_it_is_muted(stand: MakeStand) -> None:
    parts = stand()
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(QUIET)
    parts.session.release_talk()
    assert "muted" in parts.watch.wait_for(Problem).text


class Missing(ScriptedMicrophone):
    """A microphone on a machine without PortAudio."""

    def __init__(self) -> None:
        super().__init__(EngineError("There is no PortAudio."))
        self.prepared = 0

    def prepare(self) -> None:
        self.prepared += 1
        raise EngineError("There is no PortAudio.")


def test_the_microphone_is_prepared_before_a_press_and_what_lacks_is_told_to_who_presses(
    stand: MakeStand,
) -> None:
    microphone = Missing()
    parts = stand(microphone=microphone)
    parts.session.press_talk()
    parts.watch.wait_for(Problem)
    parts.session.stop()
    assert microphone.prepared == 1
    assert len([event for event in parts.watch.events if isinstance(event, Problem)]) == 1
