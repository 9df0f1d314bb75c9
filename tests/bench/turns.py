"""A whole spoken turn beside its engines called by hand, and its first sound with a slow brain."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from rotom.conversation.company import Company
from rotom.conversation.events import EngineReady, Event
from rotom.conversation.session import Engines, Session
from rotom.conversation.speaking import SpeakingManner
from rotom.domain.character import Persona, Prosody
from rotom.domain.engines import ANY_WORDS, LanguageModel, SpeechToText, TextToSpeech, never
from rotom.domain.prompt import Facts, system_prompt, turn_messages
from rotom.domain.speech import Language, Message, Samples
from rotom.domain.text import sentences
from rotom.engines.scripted import ScriptedBrain, ScriptedMicrophone, ScriptedVoice
from rotom.engines.silero import SileroVad
from rotom.engines.sound_files import FileLoudspeaker
from rotom.storage.memory import MemoryJournal
from tests.bench.real import load_brain, load_ears, load_voice, question
from tests.bench.table import Row, timed

ROUNDS = 15
ONE_SENTENCE = "I am very happy to see you today."
THREE_SENTENCES = "Oh, that sounds like a lot of fun! I would have tried it too. What is next?"
PERSONA = Persona("bench", "Rotom", "cheerful", "You are warm.")


class _FixedWords:
    """The real brain's work with words that are always the same.

    It generates as many pieces as the fixed reply has words, and gives those words instead, so that
    a turn and its engines by hand do exactly the same work.
    """

    def __init__(self, brain: LanguageModel) -> None:
        self._brain = brain
        self.words = ""
        self.name = brain.name
        self.context_tokens = brain.context_tokens

    def count_tokens(self, text: str) -> int:
        return self._brain.count_tokens(text)

    def limit_threads(self, most: int) -> None:
        self._brain.limit_threads(most)

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        self._brain.warm(messages, newest, cancelled)

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        words = [word + " " for word in self.words.split()]
        while words:
            for _ in self._brain.reply(messages, cancelled):
                yield words.pop(0)
                if not words:
                    return


def rows() -> Iterator[Row]:
    ears, brain, voice = load_ears(), _FixedWords(load_brain()), load_voice()
    sound = question()
    for title, words, bound in (
        ("one sentence", ONE_SENTENCE, 1.05),
        ("three sentences", THREE_SENTENCES, 1.0),
    ):
        brain.words = words
        turns, by_hand = [], []
        for number in range(ROUNDS + 1):
            if number % 2:  # what drifts on the machine meets both in the same way
                taken_turn = _turn(ears, brain, voice, sound)
                taken_by_hand = _by_hand(ears, brain, voice, sound)
            else:
                taken_by_hand = _by_hand(ears, brain, voice, sound)
                taken_turn = _turn(ears, brain, voice, sound)
            if number:
                turns.append(taken_turn)
                by_hand.append(taken_by_hand)
        yield Row(f"turn, {title}: whole", median(turns) * 1000, "ms")
        yield Row(f"turn, {title}: engines by hand, in order", median(by_hand) * 1000, "ms")
        ratios = [turn / hand for turn, hand in zip(turns, by_hand, strict=True)]
        yield Row(f"turn, {title}: ratio", median(ratios), "x", bound)
    yield from _first_sound_with_a_slow_brain()


def _turn(ears: SpeechToText, brain: LanguageModel, voice: TextToSpeech, sound: Samples) -> float:
    """Seconds from the end of the sound to the end of the turn, which plays in no time."""
    session = _session(ears, brain, voice)
    loaded = _Loaded(session)
    session.start()
    loaded.wait()
    outcome = session.hear(sound).wait_ended()
    session.stop()
    assert outcome is not None
    assert outcome.timings.total_ms is not None
    return outcome.timings.total_ms / 1000


def _by_hand(
    ears: SpeechToText, brain: LanguageModel, voice: TextToSpeech, sound: Samples
) -> float:
    ears.start(Language.ENGLISH)
    for start in range(0, len(sound), 2048):
        ears.feed(sound[start : start + 2048])
        ears.partial()
    brain.warm([Message("system", system_prompt(PERSONA))])  # as a session does when it begins
    with timed() as elapsed:
        transcript = ears.finish()
        messages = turn_messages(PERSONA, (), transcript.text, Facts(mood="at ease"))
        for sentence in list(sentences(list(brain.reply(messages, lambda: False)))):
            voice.synthesise(sentence.text, Language.ENGLISH, Prosody())
    return elapsed()


def _session(ears: SpeechToText, brain: LanguageModel, voice: TextToSpeech) -> Session:
    return Session(
        Engines(
            vad=SileroVad,
            ears=lambda: ears,
            brain=lambda: brain,
            voices=lambda: {Language.ENGLISH: voice},
            microphone=ScriptedMicrophone(),
            loudspeaker=FileLoudspeaker(),
        ),
        Company(PERSONA, MemoryJournal()),
        speaking=SpeakingManner(),
    )


class _Loaded:
    """Waits until a session's engines are there."""

    def __init__(self, session: Session) -> None:
        from queue import SimpleQueue

        self._news: SimpleQueue[str] = SimpleQueue()
        session.subscribe(self._note)

    def _note(self, event: Event) -> None:
        if isinstance(event, EngineReady):
            self._news.put(event.kind)

    def wait(self) -> None:
        missing = {"ears", "brain", "voice"}
        while missing:
            missing.discard(self._news.get())


def _first_sound_with_a_slow_brain() -> Iterator[Row]:
    """A brain scripted at 20 tokens a second: the first sound against the second sentence's end."""
    tokens_per_s = 20.0
    reply = "That is a good plan, I think. We could begin with the easy level and see."
    first_sounds = []
    for _ in range(3):
        session = _session(
            load_ears(), ScriptedBrain([reply], tokens_per_s=tokens_per_s), ScriptedVoice()
        )
        session.start()
        outcome = session.say("what shall we play").wait_ended()
        session.stop()
        assert outcome is not None
        assert outcome.timings.first_audio_ms is not None
        first_sounds.append(outcome.timings.first_audio_ms)
    generated_ms = len(reply.split()) / tokens_per_s * 1000
    yield Row("20 tokens/s: first sound", median(first_sounds), "ms", generated_ms)
    yield Row("20 tokens/s: second sentence generated", generated_ms, "ms")
