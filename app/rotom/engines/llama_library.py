"""The library llama-cpp-python: found, made quiet, and asked for a model, in this file alone."""

import ctypes
import logging
from collections.abc import Callable
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from rotom.domain.engines import EngineError
from rotom.domain.wording import worded

log = logging.getLogger(__name__)

BATCH_TOKENS = 256
"""How much of the prompt is evaluated at once."""


def library() -> Any:  # llama_cpp has no types
    """llama_cpp, with its log in ours and without its habit of closing stdout while it loads."""
    try:
        import llama_cpp
    except ImportError as error:
        raise EngineError(
            "The library llama-cpp-python is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    except (OSError, RuntimeError) as error:
        raise EngineError(
            worded(
                "The library llama-cpp-python does not run on this machine: {why}. Install "
                "Rotom again, for instance with 'make run'.",
                why=error,
            )
        ) from error
    import llama_cpp._internals
    import llama_cpp._utils
    import llama_cpp.llama

    modules: tuple[Any, ...] = (llama_cpp.llama, llama_cpp._internals)
    for module in modules:
        module.suppress_stdout_stderr = lambda **_: nullcontext()
    for unused in (llama_cpp._utils.outnull_file, llama_cpp._utils.errnull_file):
        unused.close()
    llama_cpp.llama_log_set(_log_callback(llama_cpp), ctypes.c_void_p(0))
    return llama_cpp


@cache
def _log_callback(llama_cpp: Any) -> Any:
    """Kept in the cache for as long as the process lives, as llama.cpp keeps calling it."""

    def take(_level: int, text: bytes, _data: object) -> None:
        if line := text.decode("utf-8", "replace").strip():
            log.debug("%s", line)

    return llama_cpp.llama_log_callback(take)


def load(path: Path, threads: int, context_tokens: int, gpu_layers: int) -> Any:
    """The `Llama` of a file; EngineError with a way out where it is none."""
    if path.is_dir():
        raise EngineError(worded("{path} is a folder. Choose a GGUF file as the brain.", path=path))
    if not path.is_file():
        raise EngineError(
            worded("The brain {path} is missing. Choose another one, or fetch it again.", path=path)
        )
    llama_cpp = library()
    from jinja2 import TemplateError

    try:
        return llama_cpp.Llama(
            str(path),
            n_ctx=context_tokens,
            n_batch=BATCH_TOKENS,
            n_ubatch=BATCH_TOKENS,
            n_threads=threads,
            n_threads_batch=threads,
            n_gpu_layers=gpu_layers,
            verbose=False,
        )
    except TemplateError as error:
        raise EngineError(
            worded(
                "The chat template of the brain {path} is broken. Choose another brain.", path=path
            )
        ) from error
    except (ValueError, RuntimeError, OSError) as error:
        raise EngineError(
            worded(
                "The brain {path} is damaged or no GGUF language model. Choose another "
                "one, or fetch it again.",
                path=path,
            )
        ) from error


def supports_gpu() -> bool:
    """Whether llama.cpp was built for graphics cards and sees one."""
    return bool(library().llama_supports_gpu_offload())


def stopped_where(cancelled: Callable[[], bool], llama: Any) -> Any:
    """Has llama.cpp ask between two nodes of its graph; what is returned has to be kept."""
    import llama_cpp

    callback = llama_cpp.ggml_abort_callback(lambda _data: cancelled())
    llama_cpp.llama_set_abort_callback(llama._ctx.ctx, callback, None)
    return callback


def formatter(llama: Any, source: str) -> Any:
    """The file's chat template, ready to be filled."""
    from llama_cpp.llama_chat_format import Jinja2ChatFormatter

    def text_of(token: int) -> str:
        return str(llama._model.token_get_text(token)) if token != -1 else ""

    return Jinja2ChatFormatter(source, text_of(llama.token_eos()), text_of(llama.token_bos()))
