"""Samples: what sounds without being part of a conversation, such as a voice that is tried."""

from collections.abc import Callable
from functools import partial

from rotom.conversation.sounding import Sounding
from rotom.conversation.turn import Turn
from rotom.domain.character import Emotion, Feeling
from rotom.domain.mood import Mood, awake
from rotom.domain.speech import AudioChunk, Sentence, SpokenPhrase
from rotom.stage import Stage


class Samples:
    """On the stage of speaking. Each sample is a turn that nobody is told of and nothing keeps."""

    def __init__(
        self,
        stage: Stage[Callable[[], None]],
        sound: Sounding,
        phrase: Callable[[Sentence, Mood], SpokenPhrase | None],
        set_sounding: Callable[[bool], None],
    ) -> None:
        self._stage = stage
        self._sound = sound
        self._phrase = phrase
        self._set_sounding = set_sounding

    def speak(self, sample: Turn, text: str, feeling: Feeling) -> None:
        """Speaks a text in a mood; any thread may call it."""
        self._stage.post(partial(self._speak, sample, text, feeling))

    def play(self, sample: Turn, sound: AudioChunk) -> None:
        """Plays a sound; any thread may call it."""
        self._stage.post(partial(self._play, sample, sound))

    def _speak(self, sample: Turn, text: str, feeling: Feeling) -> None:
        if sample.is_cancelled():
            return
        phrase = self._phrase(Sentence(text), awake(feeling, 0.0))
        if phrase is not None:
            self._play(sample, phrase.audio)

    def _play(self, sample: Turn, sound: AudioChunk) -> None:
        def ended(_fraction: float, _went_away: bool) -> None:
            sample.end("", Emotion.NEUTRAL)

        sample.when_cancelled(self._sound.fall_silent)
        started = partial(self._sound.tell, partial(self._set_sounding, True))
        silent = partial(self._set_sounding, False)
        self._sound.play(sample, sound, started, silent, ended)
