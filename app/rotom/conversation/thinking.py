"""Turns what was said into words, the words into a reply, and the reply into sentences."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from rotom.conversation.company import Company
from rotom.conversation.events import Event, PartlyHeard, Problem, UserSaid
from rotom.conversation.faculties import Faculties, Tell
from rotom.conversation.feelings import Feelings
from rotom.conversation.presence import Presence
from rotom.conversation.prompting import HISTORY_MESSAGES, Prompting, may_be_said
from rotom.conversation.speaking import Speaking
from rotom.conversation.telling import Telling
from rotom.conversation.turn import Turn
from rotom.domain import mood as moods
from rotom.domain.engines import ANY_WORDS, EngineError, LanguageModel, SpeechToText
from rotom.domain.prompt import Facts, system_prompt
from rotom.domain.speech import Language, Message, Samples, Transcript
from rotom.domain.text import sentences
from rotom.stage import Stage

Call = Callable[[], None]

NICE = 5
"""How much the thinking thread and those of its engines stand back (setpriority(2))."""


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
        self._faculties = Faculties(load_ears, load_brain, emit)
        self._speaking = speaking
        self._presence = presence
        self._emit = emit
        self._facts = facts
        self._company = company
        self._prompting = Prompting()
        self._followed: Turn | None = None
        self._unlearned: list[tuple[Turn, moods.Mood]] = []
        self._feelings = Feelings(company.persona, clock, emit)
        self._stage: Stage[Call] = Stage(
            "thinking", lambda work: work(), on_error, self._set_up, self._learn_outcomes, NICE
        )

    def start(self) -> None:
        self._stage.start()

    def stop(self) -> None:
        self._stage.stop()

    def begin(self, turn: Turn, language: Language) -> None:
        """An utterance begins: its sound follows, then `finish`."""
        self._post(turn, partial(self._begin, turn, language))

    def sound(self, turn: Turn, samples: Samples) -> None:
        self._post(turn, partial(self._sound, turn, samples))

    def finish(self, turn: Turn, clock_starts_now: bool = False) -> None:
        """The utterance is whole: understand it and reply.

        With `clock_starts_now` the timings count from here, for sound that came faster than life.
        """
        turn.is_whole = True
        self._post(turn, partial(self._finish, turn, clock_starts_now))

    def say(self, turn: Turn, text: str) -> None:
        """The user typed."""
        self._post(turn, partial(self._answer, turn, Transcript(text)))

    def remark(self, turn: Turn, text: str) -> None:
        """Rotom says something by itself; nothing of it is kept."""
        self._post(turn, partial(self._remark, turn, text))

    def listen_for_stop(self, samples: Samples, language: Language, stop: Call) -> None:
        """Calls `stop` where a sound too short for a turn is one of the words that always stop."""
        self._stage.post(partial(self._faculties.listen_for_stop, samples, language, stop))

    def understand(self, samples: Samples, language: Language, tell: Tell) -> None:
        """Tells what is said in a sound that is no turn."""
        self._stage.post(partial(self._faculties.understand, samples, language, tell))

    def join(self, company: Company) -> None:
        """Goes on as another persona, with its own history and mood."""
        self._stage.post(partial(self._join, company))

    def use_ears(self, load: Callable[[], SpeechToText] | None) -> None:
        self._faculties.use_ears(load)
        self._stage.post(self._hear_with)

    def use_brain(self, load: Callable[[], LanguageModel]) -> None:
        self._faculties.use_brain(load)
        self._stage.post(self._think_with)

    def feel_the_time(self) -> None:
        """Much time has passed: the mood is what it has become meanwhile."""
        self._stage.post(self._feel_the_time)

    def keep_brain(self, here: bool) -> None:
        """Brings back a brain that rests, or lets it go between two turns until the next word."""
        self._stage.post(self._wake if here else self._faculties.rest_brain)

    def limit_threads(self, most: int) -> None:
        """The brain thinks with so many threads at most from the next turn on; 0 for any."""
        self._stage.post(partial(self._faculties.limit_threads, most))

    def _set_up(self) -> None:
        self._join(self._company)
        self._think_with()
        self._faculties.load_ears()
        self._presence.note("loading", False)

    def _think_with(self) -> None:
        company = self._company
        first = Message("system", system_prompt(company.persona, company.known))
        self._faculties.load_brain([first])
        self._read_back()

    def _hear_with(self) -> None:
        """Not before a turn that was begun is over: what was said of it would be lost."""
        turn = self._followed
        if turn is None or turn.is_cancelled() or turn.outcome is not None:
            self._faculties.load_ears()
        else:
            turn.when_ended(partial(self._stage.post, self._hear_with))

    def _join(self, company: Company) -> None:
        self._learn_outcomes()
        self._company = company
        self._read_back()
        self._feelings.begin(company.persona, company.journal)

    def _read_back(self) -> None:
        """Takes what was said before from the journal, and evaluates it when there is time."""
        self._learn_outcomes()
        history: list[Message] = []
        try:
            history = self._company.journal.recent(HISTORY_MESSAGES)
        except EngineError as error:
            self._emit(Problem(str(error)))
        self._prompting.begin(history)
        self._stage.post(self._prepare)

    def _prepare(self) -> None:
        """Learns how the last turns ended, and reads all of the next prompt but its words ahead.

        While the user speaks it goes on until they are done, else until something waits.
        """
        if any(turn.outcome is None for turn, _ in self._unlearned):
            return
        self._learn_outcomes()
        turn = self._followed
        if turn is None or turn.is_whole or turn.is_cancelled():
            self._read_ahead(ANY_WORDS, lambda: self._stage.is_awaited)
            return
        for newest in may_be_said(self._facts_with(self._feelings.by_now())):
            self._read_ahead(newest, lambda: turn.is_whole or turn.is_cancelled())

    def _read_ahead(self, newest: Sequence[str], cancelled: Callable[[], bool]) -> None:
        if not self._faculties.has_brain or cancelled():
            return
        brain, company = self._faculties.brain, self._company
        try:
            first = self._prompting.prepare(brain, company.persona, company.known)
            brain.warm(first, newest, cancelled)
        except EngineError as error:
            self._emit(Problem(str(error)))

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

    def _remark(self, turn: Turn, text: str) -> None:
        for sentence in sentences([text]):
            self._speaking.speak(turn, sentence, self._feelings.mood)
        self._speaking.complete(turn)

    def _wake(self) -> None:
        if self._faculties.brain_rests:
            self._think_with()

    def _begin(self, turn: Turn, language: Language) -> None:
        self._faculties.ears.start(language)
        self._wake()
        self._followed = turn
        self._prepare()

    def _sound(self, turn: Turn, samples: Samples) -> None:
        ears = self._faculties.ears
        ears.feed(samples)
        if partial_text := ears.partial():
            turn.understood = Transcript(partial_text)
            self._emit(PartlyHeard(turn.id, partial_text))

    def _finish(self, turn: Turn, clock_starts_now: bool) -> None:
        if clock_starts_now:
            turn.speech_ended()
        transcript = self._faculties.ears.finish()
        turn.understood = transcript
        turn.reached("heard_ms")
        if not transcript.text and turn.is_committed():  # the user meant to speak: no noise
            self._fail(turn, "I did not catch that. Say it again, a little closer?")
        elif not transcript.text or turn.needs_no_answer(transcript.text):
            turn.cancel()
        else:
            self._answer(turn, transcript)

    def _answer(self, turn: Turn, transcript: Transcript) -> None:
        turn.transcript = transcript
        self._learn_outcomes()
        self._wake()
        self._unlearned.append((turn, self._feelings.mood))
        turn.when_ended(partial(self._stage.post, self._prepare))
        told = Telling(turn, self._emit)
        turn.when_committed(partial(self._announce, turn, transcript, told))
        mood = self._feelings.by_now()
        self._feelings.feel(moods.pushed(mood, moods.push_of_words(transcript.text)))
        brain = self._faculties.brain
        pieces = brain.reply(self._prompt(brain, transcript.text), turn.is_cancelled)
        for sentence in sentences(told.through(pieces), short_first=True):
            if turn.is_cancelled():
                return
            self._feelings.feel(moods.pushed_by_mark(self._feelings.mood, sentence.emotion))
            self._speaking.speak(turn, sentence, self._feelings.mood)
        if not told.anything and not turn.is_cancelled():
            raise EngineError("The brain had nothing to say. Try to say it in other words.")
        self._speaking.complete(turn)
        if turn.is_committed():
            self._feelings.keep()

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
        company, facts = self._company, self._facts_with(self._feelings.mood)
        return self._prompting.messages(brain, company.persona, company.known, text, facts)

    def _facts_with(self, mood: moods.Mood) -> Facts:
        return replace(self._facts(), mood=moods.word_for(mood))

    def _learn_outcomes(self) -> None:
        """The history takes what was heard of the turns before, which speaking ends in any case.

        A turn that was never committed leaves no trace, in the mood neither.
        """
        for turn, mood_before in self._unlearned:
            outcome = turn.wait_ended()
            if outcome is None or not outcome.committed:
                self._feelings.feel(mood_before)
                continue
            if outcome.interrupted:
                self._feelings.feel(moods.pushed(self._feelings.mood, moods.INTERRUPTED))
            if outcome.transcript is not None and outcome.heard:
                self._prompting.add(
                    Message("user", outcome.transcript.text),
                    Message("assistant", outcome.heard, outcome.emotion),
                )
        if self._unlearned:
            self._unlearned.clear()
            self._feelings.keep()

    def _feel_the_time(self) -> None:
        self._learn_outcomes()
        self._feelings.feel(self._feelings.by_now())
        self._feelings.keep()
