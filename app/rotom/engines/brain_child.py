"""The other side of a brain in a process of its own: reads requests, writes what the brain says."""

import json
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any  # the parts of a request, which is JSON

from rotom.domain.engines import EngineError
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.domain.wording import carried
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.llama_library import supports_gpu
from rotom.stage import Stage


def main() -> None:
    """Serves the process that started this one, and ends with it."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what a library prints must not come between the answers

    def say(answer: dict[str, object]) -> None:
        answers.write(json.dumps(answer) + "\n")

    try:
        brain = _load(json.loads(sys.stdin.readline()))
    except EngineError as error:
        say({"error": carried(str(error))})
        return
    has_gpu = supports_gpu()
    say(
        {
            "name": brain.name,
            "context_tokens": brain.context_tokens,
            "has_gpu": has_gpu,
            "sampling": asdict(brain.sampling),
        }
    )
    unwanted = threading.Event()

    def handle(request: dict[str, Any]) -> None:
        try:
            for answer in _answers(brain, request, unwanted):
                say(answer)
        except EngineError as error:
            say({"error": carried(str(error))})

    work: Stage[dict[str, Any]] = Stage("brain", handle, lambda _error: os._exit(1))
    work.start()
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "cancel":
            unwanted.set()
        else:
            unwanted.clear()
            work.post(request)
    os._exit(0)  # nobody is left who would wait for what is being computed


def _load(settings: dict[str, Any]) -> LlamaBrain:
    sampling = settings["sampling"]
    return LlamaBrain(
        Path(settings["path"]),
        settings["threads"],
        settings["context_tokens"],
        None if sampling is None else Sampling(**sampling),
        gpu_layers=settings["gpu_layers"],
    )


def _answers(
    brain: LlamaBrain, request: dict[str, Any], unwanted: threading.Event
) -> Iterator[dict[str, object]]:
    match request["do"]:
        case "count":
            yield {"end": brain.count_tokens(request["text"])}
        case "warm":
            brain.warm(_messages(request), tuple(request["newest"]), unwanted.is_set)
            yield {"end": 0}
        case "reply":
            brain.tune = lambda _: Sampling(**request["sampling"])
            for piece in brain.reply(_messages(request), unwanted.is_set):
                yield {"piece": piece}
            yield {"end": 0}


def _messages(request: dict[str, Any]) -> list[Message]:
    return [Message(role, text) for role, text in request["messages"]]


if __name__ == "__main__":
    main()
