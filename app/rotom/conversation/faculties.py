"""The ears and the brain of the thinking stage: loaded there, told of, and missed in a sentence."""

import time
from collections.abc import Callable, Sequence

from rotom.conversation.events import EngineReady, Event, Problem
from rotom.conversation.hearing import says_stop
from rotom.domain.engines import EngineError, LanguageModel, SpeechToText
from rotom.domain.news import TellsNews
from rotom.domain.speech import Language, Message, Samples

Tell = Callable[[str, str], None]
"""Takes what was understood, and a sentence where nothing could be."""


class Faculties:
    """All methods are called on the thinking thread; `use_ears` and `use_brain` on any."""

    def __init__(
        self,
        load_ears: Callable[[], SpeechToText] | None,
        load_brain: Callable[[], LanguageModel],
        emit: Callable[[Event], None],
    ) -> None:
        self._load_ears = load_ears
        self._load_brain = load_brain
        self._emit = emit
        self._ears: SpeechToText | None = None
        self._brain: LanguageModel | None = None
        self._why_deaf = "This conversation is without ears."
        self._why_brainless = ""
        self._rests = False
        self._most_threads = 0

    @property
    def ears(self) -> SpeechToText:
        """EngineError where there are none."""
        if self._ears is None:
            raise EngineError(self._why_deaf)
        return self._ears

    @property
    def brain(self) -> LanguageModel:
        """EngineError where there is none."""
        if self._brain is None:
            raise EngineError(self._why_brainless)
        return self._brain

    @property
    def has_ears(self) -> bool:
        return self._ears is not None

    @property
    def has_brain(self) -> bool:
        return self._brain is not None

    @property
    def brain_rests(self) -> bool:
        """Whether the brain was let go, to be loaded at the next word."""
        return self._rests

    def rest_brain(self) -> None:
        """Lets the brain go and with it its memory."""
        self._rests = True
        self._brain = None

    def limit_threads(self, most: int) -> None:
        """The brain, and each that follows, thinks with so many threads at most; 0 for any."""
        self._most_threads = most
        if self._brain is not None:
            self._brain.limit_threads(most)

    def use_ears(self, load: Callable[[], SpeechToText] | None) -> None:
        """The next `load_ears` takes these."""
        self._load_ears = load

    def use_brain(self, load: Callable[[], LanguageModel]) -> None:
        """The next `load_brain` takes this one."""
        self._load_brain = load

    def load_brain(self, first: Sequence[Message]) -> None:
        """Loads it and has it read `first`, with which every conversation begins."""
        self._brain = None
        self._rests = False
        began_s = time.monotonic()
        try:
            self._brain = brain = self._load_brain()
            self._listen_to("brain", brain)
            self.limit_threads(self._most_threads)
            brain.warm(first)
        except EngineError as error:
            self._why_brainless = str(error)
            self._emit(Problem(str(error)))
            return
        self._emit(EngineReady("brain", brain.name, time.monotonic() - began_s))

    def load_ears(self) -> None:
        self._ears = None
        if self._load_ears is None:
            return
        began_s = time.monotonic()
        try:
            ears = self._load_ears()
        except EngineError as error:
            self._why_deaf = str(error)
            self._emit(Problem(str(error)))
            return
        self._ears = ears
        self._listen_to("ears", ears)
        self._emit(EngineReady("ears", ears.name, time.monotonic() - began_s))

    def understand(self, samples: Samples, language: Language, tell: Tell) -> None:
        """Tells what is said in a sound, and why that is not known where it is not."""
        try:
            self.ears.start(language)
            self.ears.feed(samples)
            tell(self.ears.finish().text, "")
        except EngineError as error:
            tell("", str(error))

    def _listen_to(self, kind: str, engine: LanguageModel | SpeechToText) -> None:
        """Hands on what an engine has to tell; it may have another name from then on."""

        def tell(text: str) -> None:
            self._emit(Problem(text))
            self._emit(EngineReady(kind, engine.name, 0.0))

        if isinstance(engine, TellsNews):
            engine.tell_to(tell)

    def listen_for_stop(
        self, samples: Samples, language: Language, stop: Callable[[], None]
    ) -> None:
        """Calls `stop` where a sound is one of the words that always stop."""
        try:
            if self._ears is not None and says_stop(self._ears, samples, language):
                stop()
        except EngineError as error:
            self._emit(Problem(str(error)))
