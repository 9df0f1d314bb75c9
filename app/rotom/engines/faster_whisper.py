"""Whisper through faster-whisper: ears for English and Korean, from a folder on this machine."""

import math
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples, Transcript
from rotom.domain.wording import worded

_NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without the last one the library would look for it in the network."""

_AUDIBLE_RMS = 0.0015
"""Utterances whose loudest frame is under -56 dBFS are silence: Whisper invents words for them."""

_SHORTEST_S = 0.1

_NO_SPEECH = 0.6
_DOUBTFUL_LOGPROB = -1.0
_INVENTED_LOGPROB = -1.5
"""Text under the last one, or under the second and probably no speech, was invented."""

_REPETITIVE = 2.4
"""Text that zips better than this runs in a loop (the limits of OpenAI's reference decoder)."""


class WhisperEars:
    """A Whisper model converted for CTranslate2, with 8-bit weights on the processor.

    The confidence is the mean probability of a token: exp of the mean log probability.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Loads the folder; never touches the network."""
        self._model = _load(folder, max(1, threads))
        self._name = f"Whisper ({folder.name})"
        self._hears = _languages(self._model)
        if not self._hears:
            raise EngineError(
                worded(
                    "The ears {folder} know neither English nor Korean. Choose others.",
                    folder=folder,
                )
            )
        self._language = min(self._hears)
        self._fed: list[Samples] = []

    @property
    def name(self) -> str:
        return self._name

    @property
    def hears(self) -> frozenset[Language]:
        return self._hears

    def start(self, language: Language) -> None:
        if language not in self._hears:
            raise EngineError(
                worded(
                    "The ears {name} do not understand this language. Choose other ears, or type.",
                    name=self.name,
                )
            )
        self._language = language
        self._fed = []

    def feed(self, samples: Samples) -> None:
        self._fed.append(np.nan_to_num(np.asarray(samples, np.float32), posinf=0.0, neginf=0.0))

    def partial(self) -> str:
        return ""

    def finish(self) -> Transcript:
        utterance = np.concatenate([np.zeros(0, np.float32), *self._fed])
        self._fed = []
        if _loudest_rms(utterance) < _AUDIBLE_RMS:
            return Transcript("", self._language, 0.0)
        seconds = len(utterance) / HEARING_RATE_HZ
        try:
            found, _ = self._model.transcribe(
                utterance,
                language=str(self._language),
                beam_size=1,
                temperature=0.0,
                without_timestamps=True,
                condition_on_previous_text=False,
                no_speech_threshold=_NO_SPEECH,
                log_prob_threshold=_DOUBTFUL_LOGPROB,
                max_new_tokens=round(min(220, 40 + 20 * seconds)),
            )
            segments = [segment for segment in found if not _was_invented(segment)]
        except (RuntimeError, ValueError) as error:
            raise EngineError(
                worded(
                    "The ears {name} failed ({why}). Say it again, or choose other ears.",
                    name=self.name,
                    why=error,
                )
            ) from error
        text = " ".join(segment.text.strip() for segment in segments).strip()
        if not text:
            return Transcript("", self._language, 0.0)
        lengths = [max(1, len(segment.tokens)) for segment in segments]
        mean = np.average([segment.avg_logprob for segment in segments], weights=lengths)
        return Transcript(text, self._language, min(1.0, math.exp(float(mean))))


def _loudest_rms(samples: Samples) -> float:
    if len(samples) < _SHORTEST_S * HEARING_RATE_HZ:
        return 0.0
    frames = samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    return float(np.sqrt(np.mean(np.square(frames), axis=1)).max(initial=0.0))


def _was_invented(segment: Any) -> bool:
    logprob = float(segment.avg_logprob)
    doubtful = logprob < _DOUBTFUL_LOGPROB and float(segment.no_speech_prob) > _NO_SPEECH
    loops = float(segment.compression_ratio) > _REPETITIVE
    return doubtful or loops or logprob < _INVENTED_LOGPROB


def _languages(model: Any) -> frozenset[Language]:
    if not model.model.is_multilingual:
        return frozenset({Language.ENGLISH})
    known = {lang for lang in Language if model.hf_tokenizer.token_to_id(f"<|{lang}|>") is not None}
    return frozenset(known)


def _load(folder: Path, threads: int) -> Any:  # a WhisperModel; faster_whisper has no types
    if not folder.is_dir():
        raise EngineError(
            worded(
                "There is no folder {folder}. Choose the folder of a Whisper model as the ears.",
                folder=folder,
            )
        )
    for name in _NEEDED:
        if not (folder / name).is_file():
            raise EngineError(
                worded(
                    "The folder {folder} holds no whole Whisper model: {name} is missing. "
                    "Fetch it again, or choose other ears.",
                    folder=folder,
                    name=name,
                )
            )
    try:
        from faster_whisper import WhisperModel
    except ImportError as error:
        raise EngineError(
            "The library faster-whisper is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    try:
        return WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            local_files_only=True,
        )
    except Exception as error:  # tokenizers raises Exception itself for a broken file
        raise EngineError(
            worded(
                "The Whisper model in {folder} is damaged. Fetch it again, or choose other ears.",
                folder=folder,
            )
        ) from error
