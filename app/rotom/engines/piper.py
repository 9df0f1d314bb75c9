"""Piper: a neural voice for each language, from an ONNX file and its JSON."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.character import Prosody
from rotom.domain.engines import EngineError
from rotom.domain.speech import AudioChunk, Language, MouthMove, Samples, SpokenPhrase
from rotom.domain.text import speakable
from rotom.domain.wording import worded
from rotom.engines.mouth import TimedPhoneme, mouth_of_phonemes, mouth_of_sound, moved
from rotom.engines.onnx_durations import with_durations
from rotom.engines.timbre import finished, pitch_factor
from rotom.engines.words import word_ends

_PAUSE_S = 0.12
"""The silence between two sentences that are spoken in one go."""


class PiperSpeech:
    """One voice; a sentence costs one core for about a twentieth of its length."""

    def __init__(self, onnx: Path, config: Path, language: Language) -> None:
        """Loads the voice and speaks a word to nobody, as the first takes twice as long: 0.4 s."""
        self._voice = _load(onnx, config)
        self._language = language
        self._name = onnx.stem
        self._spoken("Hello.", Prosody(), int(self._voice.config.sample_rate))

    @property
    def name(self) -> str:
        return self._name

    @property
    def speaks(self) -> frozenset[Language]:
        return frozenset({self._language})

    def synthesise(self, text: str, language: Language, prosody: Prosody) -> SpokenPhrase:
        if language not in self.speaks:
            raise EngineError(
                worded(
                    "The voice {name} does not speak this language. Choose another voice.",
                    name=self.name,
                )
            )
        rate_hz = int(self._voice.config.sample_rate)
        spoken = speakable(text)
        if not spoken:
            return SpokenPhrase(AudioChunk(np.zeros(0, np.float32), rate_hz))
        sound, phonemes = self._spoken(spoken, prosody, rate_hz)
        heard, lead_s = finished(sound, rate_hz, prosody)
        end_s = lead_s + len(heard) / rate_hz * pitch_factor(prosody)
        return SpokenPhrase(
            AudioChunk(heard, rate_hz),
            _mouth(heard, rate_hz, phonemes, lead_s, prosody),
            word_ends(text, phonemes, lead_s, end_s),
        )

    def _spoken(
        self, text: str, prosody: Prosody, rate_hz: int
    ) -> tuple[Samples, list[TimedPhoneme]]:
        """The sound of the voice, slower by the pitch factor, and when its phonemes begin."""
        sounds: list[Samples] = []
        phonemes: list[TimedPhoneme] = []
        at = 0
        pause = np.zeros(round(_PAUSE_S * rate_hz), np.float32)
        try:
            for chunk in self._voice.synthesize(
                text, _synthesis(self._voice.config, prosody), include_alignments=True
            ):
                place = at
                phonemes.append(TimedPhoneme(" ", place / rate_hz))
                for aligned in _trusted(chunk):
                    phonemes.append(TimedPhoneme(aligned.phoneme, place / rate_hz))
                    place += int(aligned.num_samples)
                sounds += [np.atleast_1d(chunk.audio_float_array), pause]
                at += len(sounds[-2]) + len(pause)
        except Exception as error:  # onnxruntime raises classes of its own that share no base
            raise EngineError(
                worded(
                    "The voice {name} could not say a sentence ({why}). Choose another voice.",
                    name=self.name,
                    why=error,
                )
            ) from error
        return np.concatenate([np.zeros(0, np.float32), *sounds]), phonemes


def _trusted(chunk: Any) -> Any:
    """When each phoneme sounds, unless the voice does not tell or its times miss its sound."""
    aligned = chunk.phoneme_alignments or ()
    told, sounded = sum(a.num_samples for a in aligned), np.size(chunk.audio_float_array)
    return aligned if abs(told - sounded) < 0.1 * sounded else ()


def _mouth(
    heard: Samples, rate_hz: int, phonemes: list[TimedPhoneme], lead_s: float, prosody: Prosody
) -> list[MouthMove]:
    if not any(phoneme.ipa.strip() for phoneme in phonemes):
        return mouth_of_sound(heard, rate_hz)
    factor = pitch_factor(prosody)
    voiced = mouth_of_phonemes(phonemes, lead_s + len(heard) / rate_hz * factor)
    return moved(voiced, lead_s, 1 / factor)


def _synthesis(config: Any, prosody: Prosody) -> Any:
    from piper import SynthesisConfig

    speed = min(2.0, max(0.5, prosody.speed))
    liveliness = min(2.0, max(0.0, prosody.liveliness))
    return SynthesisConfig(
        length_scale=config.length_scale / speed * pitch_factor(prosody),
        noise_scale=config.noise_scale * liveliness,
        noise_w_scale=config.noise_w_scale * liveliness,
        normalize_audio=False,
    )


def _load(onnx: Path, config: Path) -> Any:  # a PiperVoice; its types lack a marker
    try:
        import onnxruntime
        from piper import PiperConfig, PiperVoice
    except ImportError as error:
        raise EngineError(
            "The library piper-tts is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    for file in (onnx, config):
        if not file.is_file():
            raise EngineError(
                worded(
                    "The voice file {file} is missing. Choose another voice, or fetch it again.",
                    file=file,
                )
            )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # onnxruntime's arena keeps what the longest sentence took and grows by doubling, and its
    # memory patterns keep a plan for each length. Without both it takes a twentieth longer.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 4
    try:
        settings = PiperConfig.from_dict(json.loads(config.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(
            worded(
                "{config} does not describe a Piper voice. Choose another voice, or fetch "
                "it again.",
                config=config,
            )
        ) from error
    try:
        session = onnxruntime.InferenceSession(
            with_durations(onnx.read_bytes()),
            sess_options=options,
            providers=["CPUExecutionProvider"],
        )
    except Exception as error:  # onnxruntime raises classes of its own that share no base
        raise EngineError(
            worded(
                "The voice {onnx} is damaged. Choose another voice, or fetch it again.", onnx=onnx
            )
        ) from error
    if {"input", "input_lengths", "scales"} - {node.name for node in session.get_inputs()}:
        raise EngineError(worded("{onnx} is not a Piper voice. Choose another one.", onnx=onnx))
    return PiperVoice(session=session, config=settings)
