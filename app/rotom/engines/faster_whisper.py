"""Whisper through faster-whisper: ears for English and Korean, from a folder on this machine."""

import math
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.engines import EngineError
from rotom.domain.invented import Evidence, is_doubtful, was_invented
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples, Transcript
from rotom.domain.wording import worded

_NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without the last one the library would look for it in the network."""

_AUDIBLE_RMS = 0.0015
"""Utterances whose loudest frame is under -56 dBFS are silence: Whisper invents words for them."""

_SHORTEST_S = 0.1

_FRAMES_PER_S = 100
_WHOLE_FRAMES = 3000
"""What a window of 30 s has of Whisper's frames."""

_FEWEST_FRAMES, _MARGIN_FRAMES = 1000, 200
"""Under 10 s a window makes a model repeat itself, and it wants some quiet at the end
(handy-computer/transcribe.cpp #149, SYSTRAN/faster-whisper #1006)."""

_PARTIAL_S = 0.25
"""Ears that need longer for an utterance say nothing before its end: the end would wait for it."""

_PARTIAL_SHARE = 0.25
"""How much of the time, at most, goes into what is understood so far."""


class WhisperEars:
    """A Whisper model converted for CTranslate2, with 8-bit weights on the processor.

    The confidence is the mean probability of a token: exp of the mean log probability. With a
    `short_context` an utterance is heard in a window as long as it needs, which is several times
    quicker than one of 30 s, and heard again in that one where the words are doubtful.
    """

    def __init__(
        self,
        folder: Path,
        threads: int = 1,
        short_context: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Loads the folder; never touches the network."""
        self._clock = clock
        self._short_context = short_context
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
        self._new_s = 0.0
        self._partial = ""
        self._took_s = math.inf

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
        self._new_s = 0.0
        self._partial = ""

    def feed(self, samples: Samples) -> None:
        self._new_s += len(samples) / HEARING_RATE_HZ
        self._fed.append(np.nan_to_num(np.asarray(samples, np.float32), posinf=0.0, neginf=0.0))

    def partial(self) -> str:
        """Listens anew from time to time, where it takes little and was measured before."""
        if self._took_s <= _PARTIAL_S and self._new_s >= max(1.0, self._took_s / _PARTIAL_SHARE):
            self._new_s = 0.0
            self._partial = self._understood(self._utterance()).text
        return self._partial

    def finish(self) -> Transcript:
        utterance = self._utterance()
        self._fed = []
        return self._understood(utterance)

    def _utterance(self) -> Samples:
        return np.concatenate([np.zeros(0, np.float32), *self._fed])

    def _understood(self, utterance: Samples) -> Transcript:
        if _loudest_rms(utterance) < _AUDIBLE_RMS:
            return Transcript("", self._language, 0.0)
        began_s = self._clock()
        try:
            pieces = [piece for piece in self._pieces(utterance) if not was_invented(*piece)]
        except (RuntimeError, ValueError) as error:
            raise EngineError(
                worded(
                    "The ears {name} failed ({error}). Say it again, or choose other ears.",
                    name=self.name,
                    error=error,
                )
            ) from error
        self._took_s = self._clock() - began_s
        text = " ".join(text for text, _ in pieces)
        if not text:
            return Transcript("", self._language, 0.0)
        lengths = [len(text) for text, _ in pieces]
        mean = np.average([evidence.logprob for _, evidence in pieces], weights=lengths)
        return Transcript(text, self._language, min(1.0, math.exp(float(mean))))

    def _pieces(self, utterance: Samples) -> list[tuple[str, Evidence]]:
        """The words, one window after the other, each with what speaks for it."""
        seconds = len(utterance) / HEARING_RATE_HZ
        frames = math.ceil(seconds * _FRAMES_PER_S) + _MARGIN_FRAMES
        if self._short_context and frames <= _WHOLE_FRAMES:
            text, evidence = self._in_window(utterance, max(_FEWEST_FRAMES, frames))
            if not is_doubtful(evidence):
                return [(text, evidence)] if text else []
        found, _ = self._model.transcribe(
            utterance,
            language=str(self._language),
            beam_size=1,
            temperature=0.0,
            without_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=_most_tokens(seconds),
        )
        return [
            (
                segment.text.strip(),
                Evidence(
                    logprob=float(segment.avg_logprob),
                    no_speech=float(segment.no_speech_prob),
                    compression=float(segment.compression_ratio),
                    seconds=float(segment.end - segment.start),
                ),
            )
            for segment in found
            if segment.text.strip()
        ]

    def _in_window(self, utterance: Samples, frames: int) -> tuple[str, Evidence]:
        """The words of an utterance that fits into a window of so many frames."""
        model, tokenizer = self._model, self._tokenizer()
        heard = model.feature_extractor(utterance)[..., :frames]
        window = np.pad(heard, [(0, 0), (0, frames - heard.shape[-1])])
        prompt = [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        seconds = len(utterance) / HEARING_RATE_HZ
        result = model.model.generate(
            model.encode(window.astype(np.float32)),
            [prompt],
            beam_size=1,
            max_length=len(prompt) + _most_tokens(seconds),
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=self._unwanted(tokenizer),
        )[0]
        tokens = result.sequences_ids[0]
        text = tokenizer.decode(tokens).strip()
        zipped = zlib.compress(text.encode())
        evidence = Evidence(
            logprob=result.scores[0] * len(tokens) / (len(tokens) + 1),
            no_speech=float(result.no_speech_prob),
            compression=len(text.encode()) / len(zipped),
            seconds=seconds,
        )
        return text, evidence

    def _tokenizer(self) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        model = self._model
        return Tokenizer(
            model.hf_tokenizer,
            model.model.is_multilingual,
            task="transcribe",
            language=str(self._language),
        )

    def _unwanted(self, tokenizer: Any) -> list[int]:
        """Tokens that are no words: brackets, notes, and the signs of the model itself."""
        signs = ("transcribe", "translate", "sot", "sot_prev", "sot_lm", "no_speech")
        return sorted({*tokenizer.non_speech_tokens, *(getattr(tokenizer, s) for s in signs)})


def _most_tokens(seconds: float) -> int:
    """More than anybody says in that time."""
    return round(min(220, 40 + 20 * seconds))


def _loudest_rms(samples: Samples) -> float:
    if len(samples) < _SHORTEST_S * HEARING_RATE_HZ:
        return 0.0
    frames = samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    return float(np.sqrt(np.mean(np.square(frames), axis=1)).max(initial=0.0))


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
