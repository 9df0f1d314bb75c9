"""Silero VAD, streaming: the voice activity model that comes inside faster-whisper's package."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.engines import EngineError
from rotom.domain.speech import FRAME_SAMPLES, Samples
from rotom.domain.wording import worded

_CONTEXT_SAMPLES = 64
"""How much of the frame before the model wants to see in front of each frame, at 16 kHz."""

_ASSET = Path("assets", "silero_vad_v6.onnx")


class SileroVad:
    """Speech probabilities of 32 ms frames, about 0.1 ms of one core for each."""

    def __init__(self, model: Path | None = None) -> None:
        """Loads the bundled model, or another ONNX file of the same kind."""
        self._session = _load(model or bundled_model())
        self.reset()

    def reset(self) -> None:
        self._input: Samples = np.zeros((1, _CONTEXT_SAMPLES + FRAME_SAMPLES), np.float32)
        self._h: Samples = np.zeros((1, 1, 128), np.float32)
        self._c: Samples = np.zeros((1, 1, 128), np.float32)

    def probability(self, frame: Samples) -> float:
        if frame.shape != (FRAME_SAMPLES,):
            raise ValueError(f"a frame has {FRAME_SAMPLES} samples, not {frame.shape}")
        self._input[0, :_CONTEXT_SAMPLES] = self._input[0, -_CONTEXT_SAMPLES:]
        self._input[0, _CONTEXT_SAMPLES:] = np.nan_to_num(frame, posinf=0.0, neginf=0.0)
        state = {"input": self._input, "h": self._h, "c": self._c}
        probability, self._h, self._c = self._session.run(None, state)
        return float(probability.reshape(-1)[0])


def bundled_model() -> Path:
    """The model file inside the installed faster-whisper, found without importing it."""
    package = find_spec("faster_whisper")
    for folder in (package and package.submodule_search_locations) or []:
        if (Path(folder) / _ASSET).is_file():
            return Path(folder) / _ASSET
    raise EngineError(
        "The voice activity model is missing: it comes with faster-whisper 1.2. "
        "Install Rotom again, for instance with 'make run'."
    )


def _load(model: Path) -> Any:  # an InferenceSession; onnxruntime has no types
    try:
        import onnxruntime
    except ImportError as error:
        raise EngineError(
            "The library onnxruntime is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    if not model.is_file():
        raise EngineError(
            worded("The voice activity model {model} is missing. Install Rotom again.", model=model)
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(
            str(model), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime raises classes of its own that share no base
        raise EngineError(
            worded("The voice activity model {model} is damaged. Install Rotom again.", model=model)
        ) from error
    if {"input", "h", "c"} - {node.name for node in session.get_inputs()}:
        raise EngineError(
            worded(
                "{model} is not a Silero voice activity model. Install Rotom again.", model=model
            )
        )
    return session
