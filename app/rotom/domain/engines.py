"""What a conversation asks of its engines: each a Protocol of a few methods.

An engine is used by one thread, the one that loaded it, except where a method says otherwise.
Every engine raises `EngineError` with a sentence that the user can act on.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from rotom.domain.character import Emotion, Prosody
from rotom.domain.mood import Mood
from rotom.domain.speech import (
    AudioChunk,
    Cleaned,
    Language,
    Message,
    Samples,
    SpokenPhrase,
    Spotted,
    Transcript,
)

ANY_WORDS = ("a", "1")
"""Two things to say that have nothing in common."""


def never() -> bool:
    """Nothing is cancelled."""
    return False


Overheard = Callable[["Samples", int], None]
"""Gets a stretch of sound and its rate."""


class EngineError(Exception):
    """Something an engine cannot do, said in one sentence with a way out."""


class VoiceActivity(Protocol):
    """Tells speech from everything else."""

    def probability(self, frame: Samples) -> float:
        """The probability of speech in the next `FRAME_SAMPLES` samples at 16 kHz."""
        ...

    def reset(self) -> None:
        """Forgets the frames before: the next one is the first of a new sound."""
        ...


class EchoCanceller(Protocol):
    """Takes Rotom's own voice out of what the microphone hears."""

    def reset(self) -> None:
        """The next frame is the first of a newly opened microphone."""
        ...

    def played(self, samples: Samples, rate_hz: int) -> None:
        """What the loudspeaker was handed, silence too; on its audio thread."""
        ...

    def played_so_far(self) -> float:
        """A measure of how much that was; asked on the microphone's audio thread for each frame."""
        ...

    def cleaned(self, frame: Samples, played: float) -> Cleaned:
        """The next `FRAME_SAMPLES` samples; `played` was `played_so_far` when they came."""
        ...


class SpeechToText(Protocol):
    """Ears: takes one utterance as it comes, says what it was."""

    @property
    def name(self) -> str:
        """What the user calls these ears, such as "PocketSphinx (English)"."""
        ...

    @property
    def hears(self) -> frozenset[Language]: ...

    def start(self, language: Language) -> None:
        """Begins a new utterance; whatever was fed before is forgotten."""
        ...

    def feed(self, samples: Samples) -> None:
        """Takes the next samples at 16 kHz, of any length, and works ahead where it can."""
        ...

    def partial(self) -> str:
        """What the utterance seems to be so far; '' where the engine cannot tell before the end."""
        ...

    def finish(self) -> Transcript:
        """The whole utterance; empty text where there were no words."""
        ...


class NameSpotter(Protocol):
    """Waits for a name in what is said."""

    def start(self) -> None:
        """Somebody begins to speak: whatever was fed before is forgotten."""
        ...

    def feed(self, samples: Samples) -> Spotted | None:
        """Takes the next samples at 16 kHz; tells when the name was said last, once it was."""
        ...


class LanguageModel(Protocol):
    """A brain: continues a conversation, a piece of text at a time."""

    @property
    def name(self) -> str: ...

    @property
    def context_tokens(self) -> int: ...

    def count_tokens(self, text: str) -> int: ...

    def limit_threads(self, most: int) -> None:
        """Thinks with so many of this processor's cores at most; 0 for as it was made for."""
        ...

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        """The reply in pieces as they are generated.

        `cancelled` is asked often, also while the prompt is evaluated and from whichever thread
        computes; once it is true the iterator ends within 250 ms, without an error.
        """
        ...

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Evaluates what prompts have in common that are `messages` and one of `newest`.

        `newest` are what the user might say next: it is evaluated as far as all of them begin in
        the same way. Ends early once `cancelled`; what was evaluated until then is kept.
        """
        ...


class TextToSpeech(Protocol):
    """A voice: one sentence in, its sound out."""

    @property
    def name(self) -> str: ...

    @property
    def speaks(self) -> frozenset[Language]: ...

    def synthesise(self, text: str, language: Language, prosody: Prosody) -> SpokenPhrase:
        """The spoken sentence; an empty sound where nothing in `text` can be spoken."""
        ...


class Microphone(Protocol):
    """Where sound comes from. `open` and `close` may be called again and again, in turn."""

    @property
    def stalled(self) -> bool:
        """Whether it is open and has delivered nothing for more than a second."""
        ...

    def prepare(self) -> None:
        """Loads what opening needs, so that the first one takes no longer than the others.

        EngineError where it is missing.
        """
        ...

    def open(self, deliver: Callable[[Samples], None], lost: Callable[[str], None]) -> None:
        """Starts: `deliver` gets frames of `FRAME_SAMPLES` at 16 kHz, on the audio thread.

        `lost` is called once with a sentence if the microphone goes away while it is open.
        """
        ...

    def close(self) -> None: ...


class Loudspeaker(Protocol):
    """Where sound goes. All methods may be called from any thread."""

    @property
    def stalled(self) -> bool:
        """Whether sounds wait for a device that has taken nothing for more than a second.

        `stop` ends them; the next sound is played anew where that is possible.
        """
        ...

    def prepared(self, chunk: AudioChunk) -> AudioChunk:
        """The sound as the device takes it, so that `play` has nothing to do but to queue it.

        May open the device, and take a while.
        """
        ...

    def play(
        self, chunk: AudioChunk, started: Callable[[], None], ended: Callable[[float], None]
    ) -> None:
        """Queues a sound behind those before it, and returns at once where it was `prepared`.

        `started` is called when its first sample is handed on; `ended` exactly once, with the
        fraction of it that was heard: 1.0 when all of it was, 0.0 when it was dropped unheard.
        Both may come on the audio thread and must only hand the news on.
        """
        ...

    def stop(self) -> None:
        """Silence at once: everything queued is dropped, and each `ended` is called."""
        ...

    def set_volume(self, volume: float) -> None:
        """0 to 1, for everything from now on, without a click."""
        ...

    def overheard_by(self, listen: Overheard) -> None:
        """Calls on the audio thread with all that is handed on from now on, and its rate."""
        ...

    def close(self) -> None: ...


class Journal(Protocol):
    """What is kept of the conversations with one persona. All methods may be called anywhere."""

    def recent(self, limit: int) -> list[Message]:
        """The newest messages, oldest first."""
        ...

    def user_said(self, turn_id: str, text: str) -> None: ...

    def was_heard(self, turn_id: str, text: str, emotion: Emotion, complete: bool) -> None:
        """The reply of a turn so far, replacing what was kept of it; '' keeps nothing.

        `complete` once it was heard to its end; one that was interrupted never is.
        """
        ...

    def mood(self) -> Mood | None: ...

    def keep_mood(self, mood: Mood) -> None: ...
