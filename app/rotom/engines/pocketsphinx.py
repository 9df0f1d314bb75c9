"""PocketSphinx: English ears that need no download and work ahead while the user speaks."""

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rotom.domain.engines import EngineError, VoiceActivity
from rotom.domain.speech import Language, Samples, Transcript
from rotom.domain.wording import worded
from rotom.engines.live_decoder import LiveDecoder
from rotom.engines.voiced import Voiced

log = logging.getLogger(__name__)

_INVENTED_BELOW = 0.08
"""Words on average less probable than this are noise: white noise gave 0.03, speech over 0.3."""

_LONGEST_WORD_S = 1.2
"""Words that take longer than this on average are noise, however sure the decoder is of them."""

_SEARCH = {"maxhmmpf": 3000, "maxwpf": 10, "fwdflat": False}
"""How many states and words are kept for a frame, and no second pass over the whole utterance.

The first makes it a third quicker, and more than twice as quick in noise; without the second the
words are there a sixth as long after the end, and no more of them are wrong.
"""

_WELL_UNDERSTOOD = 0.5
"""From utterances above this it learns how voice and microphone sound."""

_FRAMES_PER_S = 100


class PocketSphinxEars:
    """English with the acoustic model of the package and, if given, a language model of our own.

    `lacks` says in a sentence why the package's general language model stands in for ours; it is
    '' where nothing is lacking.

    The confidence is the mean posterior of the words in the decoder's lattice, weighted by how
    long they took: about 0.7 for what was understood well, about 0.5 for what was not.
    """

    name = "PocketSphinx (English)"
    hears = frozenset({Language.ENGLISH})

    def __init__(
        self,
        vad: VoiceActivity,
        models: Path | None = None,
        language_model: Path | None = None,
    ) -> None:
        """Loads `models`, a folder laid out as the package's own `model/en-us`: about 0.4 s.

        What `vad` finds no speech in has no words. `language_model`, a file that PocketSphinx
        reads, takes the place of the general one.
        """
        decoder, self.lacks = _load(models or bundled_models(), language_model)
        self._live = LiveDecoder(decoder)
        self._voiced = Voiced(vad)

    def start(self, language: Language) -> None:
        if language not in self.hears:
            raise EngineError(
                "PocketSphinx understands English only. Download the Whisper ears for Korean, "
                "or type."
            )
        self._voiced.begin()
        self._live.start()

    def feed(self, samples: Samples) -> None:
        if self._live.is_open:
            self._voiced.listen(self._live.feed(samples))

    def partial(self) -> str:
        hypothesis = self._hypothesis() if self._live.is_open and self._voiced.is_speech else None
        return _plain(hypothesis.hypstr) if hypothesis else ""

    def finish(self) -> Transcript:
        if not self._live.is_open:
            return Transcript("", Language.ENGLISH, 0.0)
        self._voiced.listen(self._live.rest())
        has_words = self._live.is_audible and self._voiced.is_speech
        self._live.end()
        hypothesis = self._hypothesis() if has_words else None
        if not hypothesis or not hypothesis.hypstr:
            return Transcript("", Language.ENGLISH, 0.0)
        confidence, ending = _confidence(self._live.decoder)
        if confidence < _INVENTED_BELOW:
            return Transcript("", Language.ENGLISH, 0.0)
        if confidence > _WELL_UNDERSTOOD:
            self._live.learn()
        return Transcript(_plain(hypothesis.hypstr), Language.ENGLISH, confidence, ending)

    def _hypothesis(self) -> Any:
        return self._live.decoder.hyp()


def bundled_models() -> Path:
    """The English models inside the installed pocketsphinx, found without importing it."""
    package = find_spec("pocketsphinx")
    for folder in (package and package.submodule_search_locations) or []:
        return Path(folder) / "model" / "en-us"
    raise EngineError(
        "The library pocketsphinx is not installed. Install Rotom again, "
        "for instance with 'make run'."
    )


def decoder(**settings: Any) -> Any:
    """A Decoder of pocketsphinx, which has no types; paths are taken for what they name."""
    try:
        import pocketsphinx
    except ImportError as error:
        raise EngineError(
            "The library pocketsphinx is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    plain = {key: str(it) if isinstance(it, Path) else it for key, it in settings.items()}
    return pocketsphinx.Decoder(**plain, loglevel="FATAL")


def _load(models: Path, language_model: Path | None) -> tuple[Any, str]:
    """A decoder, and why it has not the language model given."""
    parts = {
        "hmm": models / "en-us",
        "lm": models / "en-us.lm.bin",
        "dict": models / "cmudict-en-us.dict",
    }
    for part in parts.values():
        if not part.exists():
            raise EngineError(
                worded("The English ears lack {part}. Install Rotom again.", part=part)
            )

    def made(lm: Path) -> Any:
        return decoder(**(parts | {"lm": lm}), **_SEARCH)

    lacks = ""
    if language_model is not None:
        try:
            return made(language_model), ""
        except (RuntimeError, ValueError):
            lacks = worded(
                "The language model {path} is missing or damaged, so the ears know companion talk "
                "less well. Install Rotom again.",
                path=language_model,
            )
            log.warning("%s", lacks)
    try:
        return made(parts["lm"]), lacks
    except (RuntimeError, ValueError) as error:
        raise EngineError(
            worded(
                "The files of the English ears in {models} are damaged. Install Rotom again.",
                models=models,
            )
        ) from error


def _plain(hypothesis: str) -> str:
    return " ".join(hypothesis.split())


def _confidence(decoder: Any) -> tuple[float, float]:
    """In all the words, and in the last of them; 0 to 1."""
    words = [
        (min(1.0, max(0.0, segment.prob)), segment.end_frame - segment.start_frame + 1)
        for segment in decoder.seg()
        if not segment.word.startswith(("<", "["))
    ]
    frames = int(sum(length for _, length in words))
    if not words or frames / len(words) > _LONGEST_WORD_S * _FRAMES_PER_S:
        return 0.0, 0.0
    mean = float(sum(prob * length for prob, length in words)) / frames
    return mean, words[-1][0]
