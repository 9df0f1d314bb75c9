"""Turns what was said into words, the words into a reply, and the reply into sentences."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from rotom.conversation.events import (
    EngineReady,
    Event,
    MoodChanged,
    PartlyHeard,
    Problem,
    UserSaid,
)
from rotom.conversation.hearing import says_stop
from rotom.conversation.presence import Presence
from rotom.conversation.prompting import HISTORY_MESSAGES, fitted_prompt
from rotom.conversation.speaking import Speaking
from rotom.conversation.telling import Telling
from rotom.conversation.turn import Turn
from rotom.domain import mood as moods
from rotom.domain.character import Persona
from rotom.domain.engines import EngineError, Journal, LanguageModel, SpeechToText
from rotom.domain.news import TellsNews
from rotom.domain.prompt import Facts, system_prompt
from rotom.domain.speech import Language, Message, Samples, Transcript
from rotom.domain.stopping import asks_to_stop
from rotom.domain.text import sentences
from rotom.stage import Stage

Call = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Company:
    """Whom Rotom is with and as whom: the persona, its journal, and what is known of the user."""

    persona: Persona
    journal: Journal
    remembered: tuple[str, ...] = ()


class Thinking:
    """The thinking stage. Its public methods may be called from any thread."""

    def __init__(
        self,
        load_ears: Callable[[], SpeechToText] | None,
        load_brain: Callable[[], LanguageModel],
        speaking: Speaking,
        presence: Presence,
        emit: Callable[[Event], None],
        on_error: Callable[[Exception], None],
        company: Company,
        facts: Callable[[], Facts],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._load_ears = load_ears
        self._load_brain = load_brain
        self._speaking = speaking
        self._presence = presence
        self._emit = emit
        self._facts = facts
        self._clock = clock
        self._ears: SpeechToText | None = None
        self._brain: LanguageModel | None = None
        self._why_deaf = "This conversation is without ears."
        self._why_brainless = ""
        self._company = company
        self._history: list[Message] = []
        self._unlearned: list[tuple[Turn, moods.Mood]] = []
        self._mood = moods.awake(company.persona.baseline, clock())
        self._stage: Stage[Call] = Stage(
            "thinking", lambda work: work(), on_error, self._set_up, self._learn_outcomes
        )

    def start(self) -> None:
        self._stage.start()

    def stop(self) -> None:
        self._stage.stop()

    def begin(self, turn: Turn, language: Language) -> None:
        """An utterance begins: its sound follows, then `finish`."""
        self._post(turn, partial(self._begin, language))

    def sound(self, turn: Turn, samples: Samples) -> None:
        self._post(turn, partial(self._sound, turn, samples))

    def finish(self, turn: Turn, clock_starts_now: bool = False) -> None:
        """The utterance is whole: understand it and reply.

        With `clock_starts_now` the timings count from here, for sound that came faster than life.
        """
        self._post(turn, partial(self._finish, turn, clock_starts_now))

    def say(self, turn: Turn, text: str) -> None:
        """The user typed."""
        self._post(turn, partial(self._answer, turn, Transcript(text)))

    def listen_for_stop(self, samples: Samples, language: Language, stop: Call) -> None:
        """Calls `stop` where a sound too short for a turn is one of the words that always stop."""
        self._stage.post(partial(self._listen_for_stop, samples, language, stop))

    def join(self, company: Company) -> None:
        """Goes on as another persona, with its own history and mood."""
        self._stage.post(partial(self._join, company))

    def use_ears(self, load: Callable[[], SpeechToText] | None) -> None:
        self._load_ears = load
        self._stage.post(self._hear_with)

    def use_brain(self, load: Callable[[], LanguageModel]) -> None:
        self._load_brain = load
        self._stage.post(self._think_with)

    def _set_up(self) -> None:
        self._join(self._company)
        self._think_with()
        self._hear_with()
        self._presence.note("loading", False)

    def _think_with(self) -> None:
        self._brain = None
        began_s = time.monotonic()
        try:
            self._brain = self._load_brain()
            self._listen_to("brain", self._brain)
            persona, remembered = self._company.persona, self._company.remembered
            self._brain.warm([Message("system", system_prompt(persona, remembered))])
        except EngineError as error:
            self._why_brainless = str(error)
            self._emit(Problem(str(error)))
            return
        self._emit(EngineReady("brain", self._brain.name, time.monotonic() - began_s))

    def _hear_with(self) -> None:
        self._ears = None
        if self._load_ears is None:
            return
        began_s = time.monotonic()
        try:
            self._ears = self._load_ears()
            self._listen_to("ears", self._ears)
        except EngineError as error:
            self._why_deaf = str(error)
            self._emit(Problem(str(error)))
            return
        self._emit(EngineReady("ears", self._ears.name, time.monotonic() - began_s))

    def _listen_to(self, kind: str, engine: LanguageModel | SpeechToText) -> None:
        """Hands on what an engine has to tell; it may have another name from then on."""

        def tell(text: str) -> None:
            self._emit(Problem(text))
            self._emit(EngineReady(kind, engine.name, 0.0))

        if isinstance(engine, TellsNews):
            engine.tell_to(tell)

    def _join(self, company: Company) -> None:
        self._learn_outcomes()
        self._company = company
        now_s = self._clock()
        try:
            self._history = company.journal.recent(HISTORY_MESSAGES)
            kept = company.journal.mood()
        except EngineError as error:
            self._emit(Problem(str(error)))
            self._history, kept = [], None
        self._feel(kept or moods.awake(company.persona.baseline, now_s))

    def _post(self, turn: Turn, work: Call) -> None:
        self._stage.post(partial(self._on_behalf_of, turn, work))

    def _on_behalf_of(self, turn: Turn, work: Call) -> None:
        """Skips what is cancelled; whatever goes wrong ends the turn with a sentence."""
        if turn.is_cancelled():
            return
        try:
            work()
        except EngineError as error:
            self._fail(turn, str(error))
        except Exception:
            self._fail(turn, "Something went wrong in Rotom; its log file has the details.")
            raise

    def _fail(self, turn: Turn, why: str) -> None:
        if turn.cancel(why):
            self._emit(Problem(why))

    def _begin(self, language: Language) -> None:
        self._hearing().start(language)

    def _sound(self, turn: Turn, samples: Samples) -> None:
        ears = self._hearing()
        ears.feed(samples)
        if partial_text := ears.partial():
            turn.words = partial_text
            self._emit(PartlyHeard(turn.id, partial_text))

    def _finish(self, turn: Turn, clock_starts_now: bool) -> None:
        if clock_starts_now:
            turn.speech_ended()
        transcript = self._hearing().finish()
        turn.words = transcript.text
        turn.reached("heard_ms")
        if not transcript.text:
            self._not_caught(turn)
        elif turn.talks_over and asks_to_stop(transcript.text):
            turn.cancel()  # it has stopped already, and there is nothing to answer
        else:
            self._answer(turn, transcript)

    def _listen_for_stop(self, samples: Samples, language: Language, stop: Call) -> None:
        try:
            if self._ears is not None and says_stop(self._ears, samples, language):
                stop()
        except EngineError as error:
            self._emit(Problem(str(error)))

    def _not_caught(self, turn: Turn) -> None:
        """Said where the user meant to speak; noise in an open microphone ends without a word."""
        if turn.is_committed():
            self._fail(turn, "I did not catch that. Say it again, a little closer?")
        else:
            turn.cancel()

    def _hearing(self) -> SpeechToText:
        if self._ears is None:
            raise EngineError(self._why_deaf)
        return self._ears

    def _answer(self, turn: Turn, transcript: Transcript) -> None:
        turn.transcript = transcript
        self._learn_outcomes()
        self._unlearned.append((turn, self._mood))
        told = Telling(turn, self._emit)
        turn.when_committed(partial(self._announce, turn, transcript, told))
        mood = moods.drifted(self._mood, self._company.persona.baseline, self._clock())
        self._feel(moods.pushed(mood, moods.push_of_words(transcript.text)))
        if self._brain is None:
            raise EngineError(self._why_brainless)
        pieces = self._brain.reply(self._prompt(self._brain, transcript.text), turn.is_cancelled)
        for sentence in sentences(told.through(pieces), short_first=True):
            if turn.is_cancelled():
                return
            self._feel(moods.pushed_by_mark(self._mood, sentence.emotion))
            self._speaking.speak(turn, sentence, self._mood)
        if not told.anything and not turn.is_cancelled():
            raise EngineError("The brain had nothing to say. Try to say it in other words.")
        self._speaking.complete(turn)
        if turn.is_committed():
            self._keep_mood()

    def _announce(self, turn: Turn, transcript: Transcript, told: Telling) -> None:
        """Once the turn is committed: the user's words are shown and kept, the reply may sound."""
        self._emit(UserSaid(turn.id, transcript, turn.typed))
        try:
            self._company.journal.user_said(turn.id, transcript.text)
        except EngineError as error:
            self._emit(Problem(str(error)))
        told.tell()
        self._speaking.committed(turn)

    def _prompt(self, brain: LanguageModel, text: str) -> list[Message]:
        persona, remembered = self._company.persona, self._company.remembered
        facts = replace(self._facts(), mood=moods.word_for(self._mood))
        return fitted_prompt(brain, persona, remembered, self._history, text, facts)

    def _learn_outcomes(self) -> None:
        """The history takes what was heard of the turns before, which speaking ends in any case.

        A turn that was never committed leaves no trace, in the mood neither.
        """
        for turn, mood_before in self._unlearned:
            outcome = turn.wait_ended()
            if outcome is None or not outcome.committed:
                self._feel(mood_before)
                continue
            if outcome.interrupted:
                self._feel(moods.pushed(self._mood, moods.INTERRUPTED))
            if outcome.transcript is not None and outcome.heard:
                self._history.append(Message("user", outcome.transcript.text))
                self._history.append(Message("assistant", outcome.heard, outcome.emotion))
        if self._unlearned:
            self._unlearned.clear()
            self._keep_mood()

    def _feel(self, mood: moods.Mood) -> None:
        self._mood = mood
        emotion, intensity = moods.emotion_of(mood)
        self._emit(MoodChanged(mood, moods.word_for(mood), emotion, intensity))

    def _keep_mood(self) -> None:
        try:
            self._company.journal.keep_mood(self._mood)
        except EngineError as error:
            self._emit(Problem(str(error)))
