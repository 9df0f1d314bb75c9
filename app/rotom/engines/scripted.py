"""Engines that follow a script: for tests, which decide when each word, sound and sample comes."""

import re
import threading
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from rotom.domain.character import Prosody
from rotom.domain.engines import ANY_WORDS, EngineError, never
from rotom.domain.speech import (
    FRAME_SAMPLES,
    HEARING_RATE_HZ,
    AudioChunk,
    Language,
    Message,
    MouthMove,
    Samples,
    SpokenPhrase,
    Spotted,
    Transcript,
)
from rotom.domain.wording import worded
from rotom.engines.gate import Gate
from rotom.engines.scripted_sound import ScriptedLoudspeaker, ScriptedMicrophone

__all__ = [
    "Gate",
    "ScriptedBrain",
    "ScriptedEars",
    "ScriptedLoudspeaker",
    "ScriptedMicrophone",
    "ScriptedSpotter",
    "ScriptedVad",
    "ScriptedVoice",
]

BOTH = frozenset(Language)


class ScriptedVad:
    """Says the probabilities of its script one by one, then tells by loudness."""

    def __init__(self, probabilities: Sequence[float] = ()) -> None:
        self._script = list(probabilities)
        self.resets = 0

    def probability(self, frame: Samples) -> float:
        if len(frame) != FRAME_SAMPLES:
            raise ValueError(f"a frame has {FRAME_SAMPLES} samples, not {len(frame)}")
        if self._script:
            return self._script.pop(0)
        return 0.95 if float(np.sqrt(np.mean(np.square(frame)))) > 0.01 else 0.02

    def reset(self) -> None:
        self.resets += 1


class ScriptedEars:
    """Understands the transcripts of its script one by one, then nothing.

    An utterance of which nothing was fed is empty and leaves the script where it is. `gate` holds
    `finish` back; with `takes_s` it takes so long, and nothing is understood before it.
    """

    name = "scripted ears"

    def __init__(
        self,
        transcripts: Sequence[Transcript | str | EngineError] = (),
        hears: frozenset[Language] = BOTH,
        gate: Gate | None = None,
        takes_s: float = 0.0,
    ) -> None:
        self._script = list(transcripts)
        self._gate = gate
        self._takes_s = takes_s
        self._language = Language.ENGLISH
        self.hears = hears
        self.fed_samples = 0

    def start(self, language: Language) -> None:
        self._language = language
        self.fed_samples = 0

    def feed(self, samples: Samples) -> None:
        self.fed_samples += len(samples)

    def partial(self) -> str:
        """The words of the script so far, at three words a second."""
        if self._takes_s or not self._script or isinstance(self._script[0], EngineError):
            return ""
        scripted = self._script[0]
        words = (scripted if isinstance(scripted, str) else scripted.text).split()
        return " ".join(words[: int(3 * self.fed_samples / HEARING_RATE_HZ)])

    def finish(self) -> Transcript:
        if self._gate is not None:
            self._gate.go_through()
        _pass(self._takes_s)
        if not self.fed_samples or not self._script:
            return Transcript("", self._language, 0.0)
        self.fed_samples = 0
        match self._script.pop(0):
            case EngineError() as error:
                raise error
            case str() as text:
                return Transcript(text, self._language, 0.9 if text else 0.0)
            case transcript:
                return transcript


class ScriptedBrain:
    """Says the replies of its script, a word at a time; the last one again and again.

    With a `gate` each word waits until the test lets it through; with `tokens_per_s` each comes at
    that pace. The first comes after `first_token_s` where nothing of the newest message was read
    ahead, and sooner by what was read of it. An `EngineError` in the script is raised.
    """

    name = "scripted brain"

    def __init__(
        self,
        replies: Sequence[str | EngineError],
        gate: Gate | None = None,
        tokens_per_s: float | None = None,
        context_tokens: int = 4096,
        first_token_s: float = 0.0,
    ) -> None:
        self._script = list(replies)
        self._gate = gate
        self._first_token_s = first_token_s
        self._pause_s = 1 / tokens_per_s if tokens_per_s else 0.0
        self.context_tokens = context_tokens
        self.asked: list[list[Message]] = []
        self.warmed: list[tuple[list[Message], tuple[str, ...]]] = []
        self.was_cancelled = 0
        self.most_threads = 0

    def count_tokens(self, text: str) -> int:
        return len(_pieces(text))

    def limit_threads(self, most: int) -> None:
        self.most_threads = most

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        self.asked.append(list(messages))
        if sum(self.count_tokens(m.text) for m in messages) > self.context_tokens:
            raise EngineError("The conversation is too long for the scripted brain.")
        scripted = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        if isinstance(scripted, EngineError):
            raise scripted
        _pass(max(0.0, self._first_token_s - self._pause_s) * self._unread(messages))
        for piece in _pieces(scripted):
            if not self._may_go_on(cancelled):
                self.was_cancelled += 1
                return
            yield piece

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        if not cancelled():
            self.warmed.append(([*messages], tuple(newest)))

    def _unread(self, messages: Sequence[Message]) -> float:
        """The share of the newest message that was not read ahead."""
        said = messages[-1].text
        first, newest = self.warmed[-1] if self.warmed else ([], ())
        if list(messages[:-1]) != first or not said:
            return 1.0
        letters = zip(said, *newest, strict=False)
        read = next((at for at, here in enumerate(letters) if len(set(here)) > 1), len(said))
        return 1 - read / len(said)

    def _may_go_on(self, cancelled: Callable[[], bool]) -> bool:
        _pass(self._pause_s)
        if self._gate is not None:
            return self._gate.go_through(cancelled)
        return not cancelled()


class ScriptedVoice:
    """Speaks a tone as long as the text: 50 ms for each character at normal speed.

    With `takes_s` its sound is there after so long.
    """

    name = "scripted voice"

    def __init__(
        self,
        speaks: frozenset[Language] = BOTH,
        gate: Gate | None = None,
        rate_hz: int = 22_050,
        errors: Sequence[EngineError] = (),
        takes_s: float = 0.0,
    ) -> None:
        self.speaks = speaks
        self._takes_s = takes_s
        self.spoken: list[tuple[str, Prosody]] = []
        self._gate = gate
        self._rate_hz = rate_hz
        self._errors = list(errors)

    def synthesise(self, text: str, language: Language, prosody: Prosody) -> SpokenPhrase:
        if language not in self.speaks:
            raise EngineError(
                worded("The scripted voice does not speak {language}.", language=language)
            )
        self.spoken.append((text, prosody))
        _pass(self._takes_s)
        if self._gate is not None:
            self._gate.go_through()
        if self._errors:
            raise self._errors.pop(0)
        seconds = 0.05 * len(text) / prosody.speed if any(c.isalnum() for c in text) else 0.0
        time_s = np.arange(round(seconds * self._rate_hz)) / self._rate_hz
        pitch_hz = 220 * 2 ** (prosody.pitch_semitones / 12)
        tone = 0.5 * prosody.volume * np.sin(2 * np.pi * pitch_hz * time_s)
        mouth = (MouthMove(0.0, 0.8, "a"), MouthMove(seconds, 0.0)) if seconds else ()
        return SpokenPhrase(AudioChunk(tone.astype(np.float32), self._rate_hz), mouth)


def _pass(seconds: float) -> None:
    """Lets the time pass that a real engine would take."""
    if seconds:
        threading.Event().wait(seconds)


def _pieces(text: str) -> list[str]:
    """Words with the space before them, as a language model cuts them."""
    return re.findall(r"\s*\S+", text)


class ScriptedSpotter:
    """Hears its name in the frames of its script, counted from where somebody began to speak.

    `ago_s` is how long ago the name ended then, after it had lasted `takes_s`.
    """

    def __init__(
        self, name: str, at_frame: int = 8, ago_s: float = 0.0, takes_s: float = 0.4
    ) -> None:
        self.name = name
        self.at_frame = at_frame
        self._spotted = Spotted(ago_s + takes_s, ago_s)
        self._frames = 0
        self.starts = 0
        self.fed: list[Samples] = []

    def start(self) -> None:
        self.starts += 1
        self._frames = 0

    def feed(self, samples: Samples) -> Spotted | None:
        self.fed.append(samples)
        self._frames += 1
        return self._spotted if self._frames == self.at_frame else None
