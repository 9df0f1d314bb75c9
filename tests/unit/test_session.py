"""A whole conversation on scripted engines: talk, type, interrupt, and what is kept of it."""

import threading
import time

import numpy as np

from rotom.conversation.events import (
    MicrophoneLevel,
    MicrophoneOpen,
    Problem,
    ReplyGrew,
    SentenceStarted,
    StateChanged,
    TurnEnded,
    UserSaid,
)
from rotom.conversation.manner import ListeningManner
from rotom.conversation.speaking import DUCKED, SpeakingManner
from rotom.domain.character import AgentState, Emotion
from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples
from rotom.engines.gate import Gate
from rotom.engines.scripted import (
    ScriptedBrain,
    ScriptedEars,
    ScriptedLoudspeaker,
    ScriptedMicrophone,
    ScriptedVoice,
)
from tests.conftest import MakeStand, Stand
from tests.patience import PATIENCE_S


def loud(seconds: float) -> Samples:
    time_s = np.arange(int(seconds * HEARING_RATE_HZ)) / HEARING_RATE_HZ
    return (0.3 * np.sin(2 * np.pi * 200 * time_s)).astype(np.float32)


def quiet(seconds: float) -> Samples:
    return np.zeros(int(seconds * HEARING_RATE_HZ), np.float32)


def shown_text(parts: Stand, turn_id: str) -> str:
    return "".join(e.text for e in parts.watch.of(ReplyGrew) if e.turn_id == turn_id)


def test_a_typed_message_gets_a_reply_that_is_shown_spoken_and_kept(stand: MakeStand) -> None:
    parts = stand()
    turn = parts.session.say("hi")
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"
    assert outcome.emotion is Emotion.JOY
    assert [s.text for s in outcome.sentences] == ["Hi!", "How are you?"]
    assert not outcome.interrupted
    assert [text for text, _ in parts.voice.spoken] == ["Hi!", "How are you?"]
    assert shown_text(parts, turn.id).strip() == "Hi! How are you?"
    assert [(m.role, m.text) for m in parts.journal.recent(9)] == [
        ("user", "hi"),
        ("assistant", "Hi! How are you?"),
    ]


def test_the_next_prompt_holds_what_was_said_before(stand: MakeStand) -> None:
    parts = stand(brain=ScriptedBrain(["One.", "Two."]))
    parts.session.say("first").wait_ended(PATIENCE_S)
    parts.session.say("second").wait_ended(PATIENCE_S)
    said = [(m.role, m.text) for m in parts.brain.asked[1]]
    assert said[1:3] == [("user", "first"), ("assistant", "One.")]
    assert said[3][1].endswith("second")


def test_a_new_message_interrupts_and_only_what_was_heard_is_kept(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(
        brain=ScriptedBrain(["First part here. Second part here.", "Okay."]),
        loudspeaker=loudspeaker,
    )
    first = parts.session.say("tell me")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.05 * len("First part here.") + 0.1)
    parts.watch.wait_for(SentenceStarted, lambda e: e.sentence.text == "Second part here.")
    second = parts.session.say("stop")
    outcome = first.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.interrupted
    assert outcome.heard.startswith("First part here.")
    assert not outcome.heard.endswith("Second part here.")
    loudspeaker.wait_for_plays(3)
    loudspeaker.advance(5)
    assert second.wait_ended(PATIENCE_S) is not None
    prompt = [m.text for m in parts.brain.asked[1]]
    assert outcome.heard in prompt, "the prompt says what was heard, no more"


def test_a_cancelled_turn_is_never_heard_though_the_brain_answers_late(stand: MakeStand) -> None:
    gate = Gate()
    parts = stand(brain=ScriptedBrain(["Too late to be heard.", "Fresh."], gate=gate))
    first = parts.session.say("one")
    gate.wait_for_arrivals(1)
    second = parts.session.say("two")
    gate.open()
    assert second.wait_ended(PATIENCE_S) is not None
    outcome = first.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == ""
    assert [text for text, _ in parts.voice.spoken] == ["Fresh."]


def test_a_phrase_that_was_being_synthesised_when_cancelled_is_never_played(
    stand: MakeStand,
) -> None:
    gate = Gate()
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(voice=ScriptedVoice(gate=gate), loudspeaker=loudspeaker)
    turn = parts.session.say("hi")
    gate.wait_for_arrivals(1)
    parts.session.interrupt()
    gate.open()
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    loudspeaker.advance(2)
    assert not np.any(loudspeaker.heard)


def test_holding_the_button_opens_the_microphone_and_releasing_it_answers(
    stand: MakeStand,
) -> None:
    parts = stand(ears=ScriptedEars(["are you there"]))
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(loud(1.0))
    parts.session.release_talk()
    ended = parts.watch.wait_for(TurnEnded)
    assert ended.outcome.transcript is not None
    assert ended.outcome.transcript.text == "are you there"
    assert ended.outcome.heard == "Hi! How are you?"
    assert parts.watch.wait_for(MicrophoneOpen, lambda e: not e.is_open)


def test_the_times_of_a_held_turn_count_from_when_the_button_was_let_go(stand: MakeStand) -> None:
    parts = stand()
    began_s = time.monotonic()
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(loud(1.0))
    parts.session.release_talk()
    timings = parts.watch.wait_for(TurnEnded).outcome.timings
    moments = (0, timings.committed_ms, timings.heard_ms, timings.first_audio_ms, timings.total_ms)
    assert list(moments) == sorted(moments, key=float)  # type: ignore[arg-type]
    assert (timings.total_ms or 0) <= 1000 * (time.monotonic() - began_s)


def test_a_tap_without_speech_says_how_to_talk_and_keeps_nothing(stand: MakeStand) -> None:
    parts = stand()
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(quiet(0.3))
    parts.session.release_talk()
    problem = parts.watch.wait_for(Problem)
    assert "Hold the button" in problem.text
    assert parts.watch.wait_for(TurnEnded).outcome.heard == ""
    assert parts.journal.recent(9) == []


def test_pressing_talk_interrupts_the_reply_at_once(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = parts.session.say("hi")
    loudspeaker.wait_for_plays(1)
    loudspeaker.advance(0.1)
    parts.session.press_talk()
    assert loudspeaker.is_idle or not np.any(_next_block(loudspeaker)[200:])
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.interrupted


def _next_block(loudspeaker: ScriptedLoudspeaker) -> Samples:
    before = len(loudspeaker.heard)
    loudspeaker.advance(0.05)
    return loudspeaker.heard[before:]


def hands_free(**how: bool) -> ListeningManner:
    return ListeningManner(hands_free=True, **how)


def test_hands_free_answers_at_the_pause_without_a_button(stand: MakeStand) -> None:
    parts = stand(listening=hands_free(speculate=False))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(0.8), quiet(1.0)]))
    ended = parts.watch.wait_for(TurnEnded)
    assert ended.outcome.heard == "Hi! How are you?"
    assert len(parts.watch.of(UserSaid)) == 1


def test_thinking_ahead_is_not_heard_before_the_end_of_the_turn(stand: MakeStand) -> None:
    synthesis = Gate()
    synthesis.open()
    parts = stand(voice=ScriptedVoice(gate=synthesis), listening=hands_free(speculate=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(0.8), quiet(0.4)]))
    synthesis.wait_for_arrivals(1)
    assert parts.watch.of(UserSaid) == []
    assert not np.any(parts.loudspeaker.heard)
    assert parts.journal.recent(9) == []
    parts.microphone.push(quiet(0.6))
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Hi! How are you?"


def test_where_power_is_spared_nothing_is_thought_before_the_end(stand: MakeStand) -> None:
    parts = stand(listening=hands_free(speculate=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.session.listening.think_ahead(False)
    sound = np.concatenate([loud(0.8), quiet(0.3)])
    parts.microphone.push(sound)
    parts.watch.wait_for_count(MicrophoneLevel, len(sound) // FRAME_SAMPLES)
    thought = threading.Event()
    parts.session.thinking._stage.post(thought.set)
    assert thought.wait(PATIENCE_S)
    assert parts.brain.asked == []
    parts.microphone.push(quiet(0.7))
    assert parts.watch.wait_for(TurnEnded).outcome.heard == "Hi! How are you?"


def test_going_on_after_a_pause_drops_what_was_thought_ahead(stand: MakeStand) -> None:
    synthesis = Gate()
    synthesis.open()
    parts = stand(
        voice=ScriptedVoice(gate=synthesis),
        ears=ScriptedEars(["I think", "I think I won"]),
        brain=ScriptedBrain(["What do you think?", "Congratulations!"]),
        listening=hands_free(speculate=True),
    )
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(0.8), quiet(0.4)]))
    synthesis.wait_for_arrivals(1)
    parts.microphone.push(np.concatenate([loud(0.8), quiet(1.0)]))
    ended = parts.watch.wait_for(TurnEnded, lambda e: e.outcome.committed)
    assert ended.outcome.heard == "Congratulations!"
    said = parts.watch.of(UserSaid)
    assert [s.transcript.text for s in said] == ["I think I won"]
    assert [m.text for m in parts.journal.recent(9)] == ["I think I won", "Congratulations!"]


def test_without_headphones_rotom_does_not_hear_itself(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker, listening=hands_free())
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    turn = parts.session.say("hi")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.1)
    parts.watch.wait_for(SentenceStarted)
    parts.microphone.push(loud(2.0))
    loudspeaker.advance(10)
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert not outcome.interrupted
    assert len(parts.watch.of(TurnEnded)) == 1


def test_with_headphones_speech_interrupts_but_a_cough_does_not(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker, listening=hands_free(headphones=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    turn = parts.session.say("hi")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.05)
    parts.watch.wait_for(SentenceStarted)
    cough = np.concatenate([loud(0.1), quiet(0.4)])
    parts.microphone.push(cough)
    parts.microphone.push(quiet(0.032))
    frames = -(-len(cough) // FRAME_SAMPLES) + 1
    parts.watch.wait_for_count(MicrophoneLevel, frames)
    assert loudspeaker.volumes[-2:] == [DUCKED, 1.0]
    assert turn.outcome is None, "a cough lowers the voice and lets it rise again"
    parts.microphone.push(loud(0.6))
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.interrupted


def test_a_microphone_that_goes_away_while_held_keeps_what_was_said(stand: MakeStand) -> None:
    parts = stand()
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(loud(0.8))
    parts.microphone.lose()
    ended = parts.watch.wait_for(TurnEnded)
    assert ended.outcome.heard == "Hi! How are you?"
    assert "unplugged" in parts.watch.wait_for(Problem).text


def test_without_a_microphone_pressing_says_so_and_typing_goes_on(stand: MakeStand) -> None:
    missing = ScriptedMicrophone(fails=EngineError("There is no microphone. Plug one in."))
    parts = stand(microphone=missing)
    parts.session.press_talk()
    assert "no microphone" in parts.watch.wait_for(Problem).text
    parts.session.release_talk()
    outcome = parts.session.say("hi").wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard


def test_without_a_loudspeaker_what_is_shown_counts_as_heard(stand: MakeStand) -> None:
    silent = ScriptedLoudspeaker(fails=EngineError("There is no loudspeaker."))
    parts = stand(loudspeaker=silent)
    outcome = parts.session.say("hi").wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"
    problems = [p.text for p in parts.watch.of(Problem)]
    assert len(problems) == 1, "it is said once, not for each sentence"
    assert "no loudspeaker" in problems[0]


def test_with_the_voice_off_nothing_is_synthesised(stand: MakeStand) -> None:
    parts = stand(speaking=SpeakingManner(aloud=False))
    outcome = parts.session.say("hi").wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"
    assert parts.voice.spoken == []


def test_muting_is_silence_at_once_and_the_shown_reply_counts_as_heard(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = parts.session.say("hi")
    loudspeaker.wait_for_plays(2)
    loudspeaker.advance(0.1)
    parts.session.speaking.use(SpeakingManner(aloud=False))
    loudspeaker.advance(0.05)
    before = len(loudspeaker.heard)
    loudspeaker.advance(10)
    assert not np.any(loudspeaker.heard[before:])
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"


def test_a_brain_that_fails_says_why_and_the_next_message_works(stand: MakeStand) -> None:
    parts = stand(brain=ScriptedBrain([EngineError("The brain is full."), "Better now."]))
    failed = parts.session.say("hi").wait_ended(PATIENCE_S)
    assert failed is not None
    assert failed.failure == "The brain is full."
    assert parts.watch.wait_for(Problem).text == "The brain is full."
    worked = parts.session.say("again").wait_ended(PATIENCE_S)
    assert worked is not None
    assert worked.heard == "Better now."


def test_an_utterance_without_words_is_said_so(stand: MakeStand) -> None:
    parts = stand(ears=ScriptedEars([""]))
    parts.session.press_talk()
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(loud(0.5))
    parts.session.release_talk()
    assert "did not catch" in parts.watch.wait_for(Problem).text


def test_ears_that_are_changed_while_somebody_speaks_hear_what_is_said_next(
    stand: MakeStand,
) -> None:
    parts = stand(ears=ScriptedEars(["the first"]))
    parts.session.press_talk()
    parts.watch.wait_for(StateChanged, lambda e: e.state is AgentState.LISTENING)
    parts.microphone.push(loud(1.0))
    parts.session.thinking.use_ears(lambda: ScriptedEars(["the second"]))
    parts.session.release_talk()
    first = parts.watch.wait_for(TurnEnded).outcome.transcript
    second = parts.session.hear(loud(1.0)).wait_ended(PATIENCE_S)
    assert first is not None
    assert second is not None
    assert second.transcript is not None
    assert (first.text, second.transcript.text) == ("the first", "the second")


def test_pressing_talk_without_ears_says_why(stand: MakeStand) -> None:
    def deaf() -> ScriptedEars:
        raise EngineError("There are no Korean ears yet. Choose a Whisper model.")

    parts = stand()
    parts.session.thinking.use_ears(deaf)
    parts.watch.wait_for(Problem, lambda p: "Korean" in p.text)
    parts.session.press_talk()
    parts.watch.wait_for_count(Problem, 2)
    assert ["Korean ears" in problem.text for problem in parts.watch.of(Problem)] == [True, True]
    parts.session.release_talk()
    assert parts.session.say("hi").wait_ended(PATIENCE_S) is not None


def test_noise_in_an_open_microphone_ends_without_a_word(stand: MakeStand) -> None:
    parts = stand(ears=ScriptedEars(["", "hello"]), listening=hands_free(speculate=True))
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(0.5), quiet(0.3)]))
    ended = parts.watch.wait_for(TurnEnded)
    assert not ended.outcome.committed
    parts.microphone.push(np.concatenate([quiet(0.8), loud(0.5), quiet(1.0)]))
    parts.watch.wait_for(TurnEnded, lambda e: e.outcome.committed)
    assert parts.watch.of(Problem) == []


def test_an_empty_message_ends_at_once_and_asks_nothing(stand: MakeStand) -> None:
    parts = stand()
    outcome = parts.session.say(" \x00\n ").wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.failure
    assert parts.brain.asked == []


def test_a_recording_without_speech_has_no_transcript_and_no_reply(stand: MakeStand) -> None:
    parts = stand()
    outcome = parts.session.hear(quiet(2)).wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.transcript is None
    assert outcome.heard == ""


def test_a_recording_is_one_spoken_turn(stand: MakeStand) -> None:
    parts = stand()
    sound = np.concatenate([quiet(1), loud(1), quiet(1)])
    outcome = parts.session.hear(sound).wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "Hi! How are you?"
    assert outcome.timings.first_audio_ms is not None


def test_muting_closes_the_open_microphone(stand: MakeStand) -> None:
    parts = stand(listening=hands_free())
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.session.mute_microphone(True)
    parts.watch.wait_for(MicrophoneOpen, lambda e: not e.is_open)
    assert not parts.microphone.is_open
    parts.session.press_talk()
    assert "muted" in parts.watch.wait_for(Problem).text


def test_the_state_goes_from_listening_over_thinking_and_speaking_to_idle(
    stand: MakeStand,
) -> None:
    loudspeaker = ScriptedLoudspeaker()
    gate = Gate()
    parts = stand(brain=ScriptedBrain(["Hello you."], gate=gate), loudspeaker=loudspeaker)
    states = _States(parts)
    states.wait_for(AgentState.IDLE)
    parts.session.press_talk()
    states.wait_for(AgentState.LISTENING)
    parts.microphone.push(loud(0.5))
    parts.session.release_talk()
    states.wait_for(AgentState.THINKING)
    gate.open()
    loudspeaker.wait_for_plays(1)
    loudspeaker.advance(0.1)
    states.wait_for(AgentState.SPEAKING)
    loudspeaker.advance(5)
    states.wait_for(AgentState.IDLE)


def test_praise_and_marks_move_the_mood_and_it_is_kept(stand: MakeStand) -> None:
    parts = stand(brain=ScriptedBrain(["[affection] Aw, thank you!"]))
    parts.session.say("I love you, you are the best").wait_ended(PATIENCE_S)
    parts.session.stop()
    mood = parts.journal.mood()
    assert mood is not None
    assert mood.feeling.pleasure > 0.5


def test_stopping_ends_every_turn(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = parts.session.say("hi")
    loudspeaker.wait_for_plays(1)
    parts.session.stop()
    assert turn.outcome is not None
    assert loudspeaker.is_closed


class _States:
    """Waits for the states of a session in their order."""

    def __init__(self, parts: Stand) -> None:
        self._watch = parts.watch
        self._seen = 0

    def wait_for(self, state: AgentState) -> None:
        while True:
            self._seen += 1
            self._watch.wait_for_count(StateChanged, self._seen)
            if self._watch.of(StateChanged)[self._seen - 1].state is state:
                return
