"""Speaking while Rotom speaks: a word stops it, a cough does not, and nothing is answered twice."""

import numpy as np

from rotom.conversation.events import MicrophoneOpen, SentenceStarted, TurnEnded, UserSaid
from rotom.conversation.manner import ListeningManner
from rotom.conversation.speaking import DUCKED
from rotom.domain.speech import HEARING_RATE_HZ, Samples
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedLoudspeaker
from tests.conftest import MakeStand, Stand

HEADPHONES = ListeningManner(hands_free=True, headphones=True)


def loud(seconds: float) -> Samples:
    time_s = np.arange(int(seconds * HEARING_RATE_HZ)) / HEARING_RATE_HZ
    return (0.3 * np.sin(2 * np.pi * 200 * time_s)).astype(np.float32)


def quiet(seconds: float) -> Samples:
    return np.zeros(int(seconds * HEARING_RATE_HZ), np.float32)


def speaking(stand: MakeStand, *heard: str) -> tuple[Stand, ScriptedLoudspeaker]:
    """A session in the middle of a long reply, whose ears will understand `heard`."""
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(
        ears=ScriptedEars(heard),
        brain=ScriptedBrain(["This is a very long sentence. It goes on and on.", "Sure."]),
        loudspeaker=loudspeaker,
        listening=HEADPHONES,
    )
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.session.say("tell me")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.3)
    parts.watch.wait_for(SentenceStarted)
    return parts, loudspeaker


def test_stop_is_obeyed_and_not_answered(stand: MakeStand) -> None:
    parts, loudspeaker = speaking(stand, "Stop!")
    parts.microphone.push(np.concatenate([loud(0.5), quiet(1.2)]))
    parts.watch.wait_for_count(TurnEnded, 2)
    first, second = parts.watch.of(TurnEnded)
    assert first.outcome.interrupted
    assert second.outcome.heard == ""
    assert second.outcome.failure == ""
    assert len(parts.brain.asked) == 1, "there is nothing to answer"
    assert len(parts.watch.of(UserSaid)) == 1
    loudspeaker.advance(0.1)
    assert loudspeaker.is_idle


def test_a_stop_shorter_than_an_utterance_is_obeyed_too(stand: MakeStand) -> None:
    parts, _ = speaking(stand, "잠깐")
    parts.microphone.push(np.concatenate([loud(0.15), quiet(0.3)]))
    assert parts.watch.wait_for(TurnEnded).outcome.interrupted


def test_a_cough_that_ears_take_for_a_word_lets_the_reply_go_on(stand: MakeStand) -> None:
    parts, loudspeaker = speaking(stand, "huh", "Stop!")
    parts.microphone.push(np.concatenate([loud(0.15), quiet(0.3)]))
    parts.microphone.push(quiet(0.3))
    parts.session.thinking.listen_for_stop(loud(0.1), HEADPHONES.language, parts.session.interrupt)
    parts.watch.wait_for(TurnEnded)
    assert loudspeaker.volumes[-2:] == [DUCKED, 1.0]
    assert parts.watch.of(TurnEnded)[0].outcome.interrupted, "by the second word, not the cough"


def test_other_words_said_over_a_reply_are_answered(stand: MakeStand) -> None:
    parts, loudspeaker = speaking(stand, "what is your name")
    parts.microphone.push(np.concatenate([loud(0.5), quiet(1.2)]))
    loudspeaker.wait_for_plays(3)
    loudspeaker.advance(3)
    parts.watch.wait_for_count(TurnEnded, 2)
    assert parts.watch.of(TurnEnded)[1].outcome.heard == "Sure."


def test_stop_said_in_silence_is_a_message_like_any_other(stand: MakeStand) -> None:
    parts = stand(ears=ScriptedEars(["stop"]), listening=HEADPHONES)
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(0.5), quiet(1.2)]))
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Hi! How are you?"
