"""A brain in a process of its own: a graphics driver that fails takes that process, not Rotom."""

import json
import os
import select
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any  # the parts of an answer, which is JSON

from rotom.domain.engines import ANY_WORDS, EngineError, never
from rotom.domain.news import BrainAway
from rotom.domain.sampling import Sampling, Tune, untouched
from rotom.domain.speech import Message
from rotom.domain.wording import brought, worded

_ASK_S = 0.05
"""How often it is asked, while the child is silent, whether its answer is still wanted."""


class ChildBrain:
    """A GGUF file in another process; used by the thread that made it.

    BrainAway where the process has ended, whatever it was doing.
    """

    def __init__(
        self,
        path: Path,
        threads: int,
        context_tokens: int = 4096,
        sampling: Sampling | None = None,
        gpu_layers: int = 0,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Starts the process and loads the file there; `gpu_layers` of it on the graphics card.

        `environment` is added to that of the process: llama.cpp's switches for the driver.
        """
        self._title = path.stem
        self._process = subprocess.Popen(
            [sys.executable, "-m", "rotom.engines.brain_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
        self._rest = b""
        weakref.finalize(self, _end, self._process)
        self._send(
            path=str(path),
            threads=threads,
            context_tokens=context_tokens,
            sampling=None if sampling is None else asdict(sampling),
            gpu_layers=gpu_layers,
        )
        loaded = self._answer(never)
        self._name = str(loaded["name"])
        self._context_tokens = int(loaded["context_tokens"])
        self._sampling = Sampling(**loaded["sampling"])
        self.tune: Tune = untouched
        """Asked at each reply what the user changed of the sampling."""
        self.has_gpu = bool(loaded["has_gpu"])
        """Whether llama.cpp was built for graphics cards and sees one."""

    @property
    def name(self) -> str:
        return self._name

    @property
    def context_tokens(self) -> int:
        return self._context_tokens

    @property
    def process_id(self) -> int:
        return self._process.pid

    def count_tokens(self, text: str) -> int:
        self._send(do="count", text=text)
        return int(self._answer(never)["end"])

    def limit_threads(self, most: int) -> None:
        """The graphics card thinks."""

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        self._send(do="warm", messages=_plain(messages), newest=list(newest))
        if "piece" in self._answer(cancelled):
            self._send(do="cancel")
            self._answer(never)

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        if cancelled():
            return
        chosen = asdict(self.tune(self._sampling))
        self._send(do="reply", messages=_plain(messages), sampling=chosen)
        is_over = False
        try:
            while not is_over and not cancelled():
                answer = self._answer(cancelled)
                is_over = "piece" not in answer
                if not is_over and not cancelled():
                    yield answer["piece"]
        except EngineError:
            is_over = True
            raise
        finally:
            if not is_over:
                self._send(do="cancel")
                while "piece" in self._answer(never):
                    pass

    def _send(self, **request: object) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise self._gone() from error

    def _answer(self, cancelled: Callable[[], bool]) -> dict[str, Any]:
        """The next answer; an empty piece where it was cancelled before one came."""
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        while b"\n" not in self._rest:
            if not select.select([descriptor], [], [], _ASK_S)[0]:
                if cancelled():
                    return {"piece": ""}
                continue
            more = os.read(descriptor, 65_536)
            if not more:
                raise self._gone()
            self._rest += more
        line, self._rest = self._rest.split(b"\n", 1)
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise EngineError(brought(answer["error"]))
        return answer

    def _gone(self) -> BrainAway:
        return BrainAway(worded("The process of the brain {title} ended.", title=self._title))


def _plain(messages: Sequence[Message]) -> list[tuple[str, str]]:
    return [(message.role, message.text.encode("utf-8", "ignore").decode()) for message in messages]


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what was not sent yet is for nobody
                continue
    process.wait()
