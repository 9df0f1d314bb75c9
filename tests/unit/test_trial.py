"""A try of the microphone: recorded, played back, understood, and never answered."""

import numpy as np

from rotom.conversation.events import (
    MicrophoneOpen,
    Problem,
    TrialRecorded,
    TrialUnderstood,
    UserSaid,
)
from rotom.conversation.manner import ListeningManner
from rotom.conversation.trial import TRIAL_S
from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ, Language
from rotom.engines.scripted import ScriptedLoudspeaker, ScriptedMicrophone
from tests.conftest import MakeStand, Stand

VOICE = (0.2 * np.sin(np.arange(int(TRIAL_S * HEARING_RATE_HZ) + 512) / 5)).astype(np.float32)


def tried(one: Stand) -> None:
    one.session.try_microphone(Language.ENGLISH)
    one.watch.wait_for(MicrophoneOpen)
    one.microphone.push(VOICE)
    one.watch.wait_for(TrialRecorded)


def test_what_was_said_is_played_back_and_understood_but_not_answered(stand: MakeStand) -> None:
    one = stand(loudspeaker=(loudspeaker := ScriptedLoudspeaker()))
    tried(one)
    assert one.watch.wait_for(TrialUnderstood) == TrialUnderstood("hello there")
    loudspeaker.wait_for_plays(1)
    recorded = one.watch.wait_for(TrialRecorded)
    assert recorded.loudest is not None
    assert recorded.loudest > 0.5
    one.watch.wait_for(MicrophoneOpen, lambda event: not event.is_open)
    assert one.watch.of(UserSaid) == []
    assert one.brain.asked == []


def test_hands_free_goes_on_listening_after_a_try(stand: MakeStand) -> None:
    one = stand(listening=ListeningManner(hands_free=True))
    tried(one)
    one.watch.wait_for(TrialUnderstood)
    assert [event.is_open for event in one.watch.of(MicrophoneOpen)] == [True]
    assert one.watch.of(UserSaid) == []


def test_a_muted_microphone_stays_closed_and_that_is_said(stand: MakeStand) -> None:
    one = stand()
    one.session.mute_microphone(True)
    one.session.try_microphone(Language.ENGLISH)
    assert one.watch.wait_for(TrialRecorded).loudest is None
    assert "muted" in one.watch.wait_for(Problem).text
    assert one.watch.of(MicrophoneOpen) == []


def test_a_microphone_that_is_not_there_ends_the_try(stand: MakeStand) -> None:
    one = stand(microphone=ScriptedMicrophone(EngineError("There is none.")))
    one.session.try_microphone(Language.ENGLISH)
    assert one.watch.wait_for(TrialRecorded).loudest is None


def test_a_microphone_that_goes_away_ends_the_try_with_what_there_was(stand: MakeStand) -> None:
    one = stand()
    one.session.try_microphone(Language.ENGLISH)
    one.watch.wait_for(MicrophoneOpen)
    one.microphone.push(VOICE[:16_000])
    one.microphone.lose("It was unplugged.")
    assert one.watch.wait_for(TrialRecorded).loudest is not None
