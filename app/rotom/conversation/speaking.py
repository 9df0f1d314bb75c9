"""Speaks the sentences of a reply, keeps count of what was heard, and ends every turn."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from rotom.conversation.events import (
    EngineReady,
    Event,
    Problem,
    SentenceEnded,
    SentenceStarted,
    TurnEnded,
)
from rotom.conversation.presence import Presence
from rotom.conversation.reply import Reply, Said
from rotom.conversation.samples import Samples
from rotom.conversation.sounding import Sounding
from rotom.conversation.turn import Turn
from rotom.domain.character import Prosody
from rotom.domain.engines import EngineError, Journal, Loudspeaker, Overheard, TextToSpeech
from rotom.domain.mood import Mood, coloured
from rotom.domain.news import TellsNews
from rotom.domain.speech import Language, Sentence, SpokenPhrase
from rotom.domain.text import language_of, strongest
from rotom.stage import Stage

NICE = 2
"""How much the speaking thread and its voice stand back (setpriority(2)): less than the brain."""

DUCKED = 0.2
"""The share of the volume that is left while the user may be interrupting."""

AHEAD_S = 10.0
"""So much of a reply is synthesised before it is heard: enough to go on without a gap."""

Voices = Mapping[Language, TextToSpeech]


@dataclass(frozen=True, slots=True)
class SpeakingManner:
    """How replies are given: aloud or only shown, how loud (0 to 1), in which way."""

    aloud: bool = True
    volume: float = 1.0
    prosody: Prosody = Prosody()
    language: Language = Language.ENGLISH

    @property
    def loudness(self) -> float:
        """What the loudspeaker is set to: muting is heard at once, in the middle of a word."""
        return self.volume if self.aloud else 0.0


class Speaking:
    """The speaking stage. Its public methods may be called from any thread."""

    def __init__(
        self,
        load_voices: Callable[[], Voices],
        loudspeaker: Loudspeaker,
        presence: Presence,
        emit: Callable[[Event], None],
        on_error: Callable[[Exception], None],
        manner: SpeakingManner,
    ) -> None:
        self._load_voices = load_voices
        self._presence = presence
        self._emit = emit
        self._manner = manner
        self._voices: Voices = {}
        self._replies: dict[str, Reply] = {}
        self._stage: Stage[Callable[[], None]] = Stage(
            "speaking", lambda work: work(), on_error, self._load, self._end_all, NICE
        )
        self._sound = Sounding(loudspeaker, self._stage, emit, on_error)
        self._sound.set_volume(manner.loudness)
        self.is_sounding = False
        self.samples = Samples(self._stage, self._sound, self._phrase, self._set_sounding)
        self.said = Said()

    def start(self) -> None:
        self._sound.start()
        self._stage.start()

    def stop(self) -> None:
        self._sound.stop()
        self._stage.stop()

    def open(self, turn: Turn, journal: Journal | None) -> None:
        """Must be told of every turn, first: from now on this stage sees to it that it ends.

        Without a journal nothing of it is kept.
        """
        self._stage.post(partial(self._open, turn, journal))
        turn.when_committed(partial(self._stage.post, self._weigh))
        turn.when_cancelled(partial(self._cancelled, turn))

    def speak(self, turn: Turn, sentence: Sentence, mood: Mood) -> None:
        self._stage.post(partial(self._speak, turn, sentence, mood))

    def committed(self, turn: Turn) -> None:
        """What is ready of the turn's reply may be heard."""
        self._stage.post(partial(self._flush, turn))

    def complete(self, turn: Turn) -> None:
        """No more sentences will come."""
        self._stage.post(partial(self._complete, turn))

    def use(self, manner: SpeakingManner) -> None:
        self._stage.post(partial(setattr, self, "_manner", manner))
        self._sound.set_volume(manner.loudness)

    def use_voices(self, load: Callable[[], Voices]) -> None:
        """Changes the voices between two sentences."""
        self._load_voices = load
        self._stage.post(self._load)

    def use_loudspeaker(self, loudspeaker: Loudspeaker) -> None:
        """Changes where sound goes; what was sounding on the old one ends."""
        self._sound.use(loudspeaker, self._manner.loudness)

    def overheard_by(self, listen: Overheard) -> None:
        """Calls on the audio thread with all that is said from now on, and its rate."""
        self._sound.overheard_by(listen)

    def duck(self, ducked: bool) -> None:
        """Lowers the voice while the user may be interrupting, or raises it again."""
        loudness = self._manner.loudness
        self._sound.set_volume(loudness * DUCKED if ducked else loudness)

    def _load(self) -> None:
        began_s = time.monotonic()
        try:
            self._voices = self._load_voices()
        except EngineError as error:
            self._emit(Problem(str(error)))
            return
        for voice in self._voices.values():
            if isinstance(voice, TellsNews):
                voice.tell_to(lambda text: self._emit(Problem(text)))
            self._emit(EngineReady("voice", voice.name, time.monotonic() - began_s))

    def _open(self, turn: Turn, journal: Journal | None) -> None:
        self._replies[turn.id] = Reply(turn, journal)

    def _speak(self, turn: Turn, sentence: Sentence, mood: Mood) -> None:
        if (reply := self._replies.get(turn.id)) is not None:
            reply.add(sentence, mood)
            self._go_on(reply)

    def _go_on(self, reply: Reply) -> None:
        """Synthesises the next sentence, unless enough is ahead of what is heard."""
        if not reply.waiting or reply.turn.is_cancelled():
            return
        if sum(reply.ahead_s.values()) >= AHEAD_S:
            return
        index, mood = reply.waiting.popleft()
        phrase = self._phrase(reply.sentences[index], mood)
        if phrase is not None:
            reply.word_ends[index] = phrase.word_ends
            reply.ahead_s[index] = phrase.audio.seconds
        reply.ready.append((index, phrase))
        if reply.turn.is_committed():
            self._flush(reply.turn)
        else:
            self._proceed(reply)

    def _phrase(self, sentence: Sentence, mood: Mood) -> SpokenPhrase | None:
        """The sentence as sound; None where it can only be shown."""
        manner = self._manner
        language = language_of(sentence.text, manner.language)
        voice = self._voices.get(language)
        if not manner.aloud or voice is None:
            return None
        try:
            phrase = voice.synthesise(sentence.text, language, coloured(manner.prosody, mood))
        except EngineError as error:
            self._emit(Problem(str(error)))
            return None
        return phrase if len(phrase.audio.samples) else None

    def _flush(self, turn: Turn) -> None:
        reply = self._replies.get(turn.id)
        if reply is None:
            return
        for index, phrase in reply.ready:
            if phrase is None or not self._play(reply, index, phrase):
                self._show(reply, index)
        reply.ready.clear()
        self._proceed(reply)

    def _play(self, reply: Reply, index: int, phrase: SpokenPhrase) -> bool:
        """Hands the sound on unless the turn was cancelled; False where it cannot be heard."""
        turn, sentence = reply.turn, reply.sentences[index]

        def started() -> None:
            self.is_sounding = True  # at once: ears must not be fooled
            self.said.add(sentence.text, phrase.audio.seconds)
            self._sound.tell(partial(self._clip_started, turn, sentence, phrase, time.monotonic()))

        played = self._sound.play(
            turn,
            phrase.audio,
            started,
            partial(self._emit, SentenceEnded(turn.id)),
            partial(self._clip_ended, turn, index),
        )
        reply.sounding += played
        return played

    def _show(self, reply: Reply, index: int) -> None:
        """With the voice off, what was shown counts as heard."""
        if reply.turn.is_cancelled():
            return
        reply.turn.reached("first_audio_ms")
        self._emit(SentenceStarted(reply.turn.id, reply.sentences[index], 0.0, ()))
        self._note_heard(reply, index, 1.0)

    def _clip_started(self, turn: Turn, what: Sentence, phrase: SpokenPhrase, at_s: float) -> None:
        """On the thread of the loudspeaker's news."""
        if turn.is_cancelled():
            return
        turn.reached("first_audio_ms", at_s)
        self._set_sounding(True)
        told = (phrase.audio.seconds, tuple(phrase.mouth), tuple(phrase.word_ends))
        self._emit(SentenceStarted(turn.id, what, *told))

    def _clip_ended(self, turn: Turn, index: int, fraction: float, went_away: bool) -> None:
        reply = self._replies.get(turn.id)
        if reply is None:
            return
        reply.sounding -= 1
        if went_away:
            self._show(reply, index)
        else:
            self._note_heard(reply, index, fraction)
        self._proceed(reply)

    def _note_heard(self, reply: Reply, index: int, fraction: float) -> None:
        reply.heard[index] = fraction
        reply.ahead_s.pop(index, None)
        self._keep(reply, complete=False)

    def _complete(self, turn: Turn) -> None:
        if (reply := self._replies.get(turn.id)) is not None:
            reply.complete = True
            self._proceed(reply)

    def _cancelled(self, turn: Turn) -> None:
        """Silence at once, on whichever thread cancels; the bookkeeping follows on this stage."""
        self._sound.fall_silent()
        self._sound.tell(partial(self._stage.post, partial(self._end_cancelled, turn)))

    def _end_cancelled(self, turn: Turn) -> None:
        if (reply := self._replies.get(turn.id)) is not None:
            self._end(reply)

    def _proceed(self, reply: Reply) -> None:
        if reply.is_over:
            self._end(reply)
        elif reply.waiting:
            self._stage.post(partial(self._go_on, reply))

    def _end(self, reply: Reply) -> None:
        """The one place where a turn ends."""
        self._replies.pop(reply.turn.id, None)
        if not any(other.sounding for other in self._replies.values()):
            self._set_sounding(False)
        spoken = tuple(reply.sentences)
        outcome = reply.turn.end(reply.heard_text(), strongest(spoken), spoken)
        self._keep(reply, complete=not reply.turn.is_cancelled())
        if outcome is not None:
            self._emit(TurnEnded(reply.turn.id, outcome))
        self._weigh()

    def _weigh(self) -> None:
        """Rotom thinks while a committed turn has not ended."""
        thinking = any(reply.turn.is_committed() for reply in self._replies.values())
        self._presence.note("thinking", thinking)

    def _keep(self, reply: Reply, complete: bool) -> None:
        heard = reply.heard_text()
        if not heard or reply.journal is None:
            return
        try:
            text = reply.turn.written if complete and reply.turn.written else heard
            reply.journal.was_heard(reply.turn.id, text, strongest(reply.sentences), complete)
        except EngineError as error:
            self._emit(Problem(str(error)))

    def _set_sounding(self, sounding: bool) -> None:
        self.is_sounding = sounding
        self._presence.note("speaking", sounding)

    def _end_all(self) -> None:
        for reply in list(self._replies.values()):
            self._end(reply)
        self._sound.close()
