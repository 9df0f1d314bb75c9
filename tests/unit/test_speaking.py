"""What sounds is told as it sounds, and no more is synthesised than is needed."""

from rotom.conversation.events import SentenceEnded, SentenceStarted, TurnEnded
from rotom.conversation.speaking import AHEAD_S
from rotom.engines.gate import Gate
from rotom.engines.scripted import ScriptedBrain, ScriptedLoudspeaker, ScriptedVoice
from tests.conftest import MakeStand
from tests.patience import PATIENCE_S

SENTENCE_S = 2.0
SENTENCE = "Forty letters sound for about 2 seconds."


def test_a_sentence_is_told_as_it_sounds_though_the_next_is_still_being_synthesised(
    stand: MakeStand,
) -> None:
    gate, loudspeaker = Gate(), ScriptedLoudspeaker()
    parts = stand(
        brain=ScriptedBrain(["Here is the first. Here is the second."]),
        voice=ScriptedVoice(gate=gate),
        loudspeaker=loudspeaker,
    )
    parts.session.say("hello")
    gate.open(1)
    loudspeaker.wait_for_plays(1)
    gate.wait_for_arrivals(2)
    loudspeaker.advance(0.02)
    assert parts.watch.wait_for(SentenceStarted).sentence.text == "Here is the first."
    loudspeaker.advance(5)
    parts.watch.wait_for(SentenceEnded)
    assert len(parts.voice.spoken) == 2, "the second is not there yet"
    gate.open()
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(5)
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Here is the first. Here is the second."


def test_of_a_long_reply_no_more_is_synthesised_than_is_heard_soon(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(brain=ScriptedBrain([f"{SENTENCE} " * 20]), loudspeaker=loudspeaker)
    turn = parts.session.say("tell me everything")
    for heard in range(16):
        loudspeaker.wait_for_plays(heard + 5)
        assert len(parts.voice.spoken) * SENTENCE_S <= heard * SENTENCE_S + AHEAD_S + SENTENCE_S
        loudspeaker.advance(SENTENCE_S)
    loudspeaker.advance(AHEAD_S + SENTENCE_S)
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == " ".join([SENTENCE] * 20)


def test_an_interrupted_reply_leaves_the_rest_unsaid(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(brain=ScriptedBrain([f"{SENTENCE} " * 20]), loudspeaker=loudspeaker)
    turn = parts.session.say("tell me everything")
    loudspeaker.wait_for_plays(5)
    loudspeaker.advance(SENTENCE_S)
    parts.session.interrupt()
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == SENTENCE
    assert len(parts.voice.spoken) <= 7
