"""PocketSphinx: English ears that need no download and work ahead while the user speaks."""

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.engines import EngineError, VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples, Transcript
from rotom.domain.wording import worded
from rotom.engines.voiced import Voiced

log = logging.getLogger(__name__)

_TARGET_RMS = 0.15
"""How loud the loudest 32 ms of an utterance are made; the acoustic model knows such levels."""

_GREATEST_GAIN = 20.0
_LOOKAHEAD_FRAMES = 12
"""How many frames (384 ms) of sound are waited for before the gain is chosen."""

_AUDIBLE_RMS = 0.0015
"""Frames under -56 dBFS are taken for silence."""

_INVENTED_BELOW = 0.08
"""Words on average less probable than this are noise: white noise gave 0.03, speech over 0.3."""

_LONGEST_WORD_S = 1.2
"""Words that take longer than this on average are noise, however sure the decoder is of them."""

_PRUNING = {"maxhmmpf": 3000, "maxwpf": 10}
"""How many states and words are kept for a frame: a third quicker, and noise more than twice as
quick, with the same words on 18 sentences of three voices (the default keeps 30000 and all)."""

_WELL_UNDERSTOOD = 0.5
"""From utterances above this it learns how voice and microphone sound (its cepstral mean)."""

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
        self._decoder, self.lacks = _load(models or bundled_models(), language_model)
        self._known_channel = self._decoder.get_cmn()
        self._is_open = False
        self._gain = _LiveGain()
        self._voiced = Voiced(vad)

    def start(self, language: Language) -> None:
        if language not in self.hears:
            raise EngineError(
                "PocketSphinx understands English only. Download the Whisper ears for Korean, "
                "or type."
            )
        self._close()
        self._gain = _LiveGain()
        self._voiced.begin()
        self._decoder.set_cmn(self._known_channel)
        self._decoder.start_utt()
        self._is_open = True

    def feed(self, samples: Samples) -> None:
        if self._is_open:
            self._decode(self._gain.next(samples))

    def partial(self) -> str:
        hypothesis = self._decoder.hyp() if self._is_open and self._voiced.is_speech else None
        return _plain(hypothesis.hypstr) if hypothesis else ""

    def finish(self) -> Transcript:
        if not self._is_open:
            return Transcript("", Language.ENGLISH, 0.0)
        self._decode(self._gain.rest())
        has_words = self._gain.loudest >= _AUDIBLE_RMS and self._voiced.is_speech
        self._close()
        hypothesis = self._decoder.hyp() if has_words else None
        if not hypothesis or not hypothesis.hypstr:
            return Transcript("", Language.ENGLISH, 0.0)
        confidence = _confidence(self._decoder)
        if confidence < _INVENTED_BELOW:
            return Transcript("", Language.ENGLISH, 0.0)
        if confidence > _WELL_UNDERSTOOD:
            self._known_channel = self._decoder.get_cmn()
        return Transcript(_plain(hypothesis.hypstr), Language.ENGLISH, confidence)

    def _decode(self, samples: Samples) -> None:
        if len(samples):
            sound = np.clip(samples, -1.0, 1.0)
            self._voiced.listen(sound)
            pcm = (sound * 32767).astype("<i2")
            self._decoder.process_raw(pcm.tobytes())

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._decoder.end_utt()


class _LiveGain:
    """Brings an utterance to an even level as it comes.

    Sound is held back until `_LOOKAHEAD_FRAMES` of it were audible; from then on nothing is, and
    the gain only falls, when something louder comes.
    """

    def __init__(self) -> None:
        self.loudest = 0.0
        self._waiting: Samples = np.zeros(0, np.float32)
        self._is_set = False

    def next(self, samples: Samples) -> Samples:
        clean = np.nan_to_num(np.asarray(samples, np.float32), posinf=0.0, neginf=0.0)
        if self._is_set:
            self._listen(clean)
            return clean * self._gain
        self._waiting = np.concatenate([self._waiting, clean])
        if self._listen(self._waiting) < _LOOKAHEAD_FRAMES:
            return self._waiting[:0]
        self._is_set = True
        return self.rest()

    def rest(self) -> Samples:
        """What is held back still."""
        waiting, self._waiting = self._waiting, self._waiting[:0]
        self._listen(waiting)
        return waiting * self._gain

    @property
    def _gain(self) -> float:
        return min(_GREATEST_GAIN, _TARGET_RMS / max(self.loudest, 1e-6))

    def _listen(self, samples: Samples) -> int:
        """Keeps the loudest level; returns how many frames were audible."""
        whole = samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES]
        levels = np.sqrt(np.mean(np.square(whole.reshape(-1, FRAME_SAMPLES)), axis=1))
        self.loudest = max(self.loudest, float(levels.max(initial=0.0)))
        return int(np.count_nonzero(levels >= _AUDIBLE_RMS))


def bundled_models() -> Path:
    """The English models inside the installed pocketsphinx, found without importing it."""
    package = find_spec("pocketsphinx")
    for folder in (package and package.submodule_search_locations) or []:
        return Path(folder) / "model" / "en-us"
    raise EngineError(
        "The library pocketsphinx is not installed. Install Rotom again, "
        "for instance with 'make run'."
    )


def _load(models: Path, language_model: Path | None) -> tuple[Any, str]:
    """A Decoder (pocketsphinx has no types), and why it has not the language model given."""
    try:
        import pocketsphinx
    except ImportError as error:
        raise EngineError(
            "The library pocketsphinx is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
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
        files = {key: str(part) for key, part in (parts | {"lm": lm}).items()}
        return pocketsphinx.Decoder(**files, **_PRUNING, loglevel="FATAL")

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


def _confidence(decoder: Any) -> float:
    words = [
        (segment.prob, segment.end_frame - segment.start_frame + 1)
        for segment in decoder.seg()
        if not segment.word.startswith(("<", "["))
    ]
    frames = int(sum(length for _, length in words))
    if not words or frames / len(words) > _LONGEST_WORD_S * _FRAMES_PER_S:
        return 0.0
    mean = float(sum(prob * length for prob, length in words)) / frames
    return min(1.0, max(0.0, mean))
