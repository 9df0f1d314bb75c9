"""A brain on another machine: any server that speaks the OpenAI chat interface, as it streams."""

import asyncio
import ssl
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from rotom.domain.engines import ANY_WORDS, EngineError, never
from rotom.domain.news import BrainAway
from rotom.domain.sampling import Sampling, Tune, untouched
from rotom.domain.servers import checked_address
from rotom.domain.speech import Message
from rotom.domain.wording import worded
from rotom.engines.reply_text import ReplyText

CONTEXT_TOKENS = 4096
"""Servers do not tell how much they hold; every one of them holds this."""

_CONNECT_S, _SILENCE_S = 5.0, 120.0
"""How long connecting may take, and how long a busy server may be silent before its reply."""

_RETRIES = 2
_ASK_S = 0.05
"""How often it is asked, while the server is silent, whether the reply is still wanted."""


class ServerAway(BrainAway):
    """The server cannot be reached, or went away in the middle of a reply."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a test of a server found: its models, and how long one word of an answer took."""

    models: tuple[str, ...]
    model: str
    seconds: float


class ServerBrain:
    """One model of a server; used by the thread that made it.

    `key` is sent to the server alone, and never logged. A cancelled reply closes its connection,
    which tells the server to stop.
    """

    def __init__(
        self, address: str, model: str = "", key: str = "", sampling: Sampling | None = None
    ) -> None:
        """Does not connect yet. Without a `model` the server's first one is taken."""
        self._address = checked_address(address)
        self._host = urlsplit(self._address).netloc
        self._model = model
        self._sampling = sampling or Sampling()
        self.tune: Tune = untouched
        """Asked at each reply what the user changed of the sampling."""
        self._knows_thinking = True
        self._runner = asyncio.Runner()
        self._client: Any = _client(self._address, key)  # its overloads hide what a stream is
        weakref.finalize(self, _close, self._runner, self._client)

    @property
    def name(self) -> str:
        return f"{self._model or 'a model'} on {self._host}"

    @property
    def context_tokens(self) -> int:
        return CONTEXT_TOKENS

    def count_tokens(self, text: str) -> int:
        """An upper estimate: four letters of English or one of Korean to a token."""
        return sum(4 if ord(sign) > 0x7F else 1 for sign in text) // 4 + 1

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        text = ReplyText()
        is_over = False
        stream: Any = None
        try:
            stream = self._waiting(self._begin(messages), cancelled)
            while stream is not None and not is_over:
                chunk = self._waiting(_following(stream), cancelled)
                if cancelled():
                    return
                if chunk is None:
                    break
                for choice in chunk.choices[:1]:
                    is_over = bool(choice.finish_reason)
                    if piece := text.add((choice.delta.content or "").encode()):
                        yield piece
        finally:
            if stream is not None:
                self._runner.run(stream.close())
        if cancelled():
            return
        if rest := text.end():
            yield rest
        if not is_over:
            raise ServerAway(worded("{host} stopped in the middle of its reply.", host=self._host))

    def limit_threads(self, most: int) -> None:
        """It thinks elsewhere."""

    def warm(
        self,
        messages: Sequence[Message],  # noqa: ARG002  # the Protocol's name
        newest: Sequence[str] = ANY_WORDS,  # noqa: ARG002
        cancelled: Callable[[], bool] = never,  # noqa: ARG002
    ) -> None:
        """Looks which model there is; evaluating prompts ahead is the server's own business."""
        if not self._model:
            self._model = self.models()[0]

    def models(self) -> tuple[str, ...]:
        """The models of the server; at least one."""
        found = self._waiting(self._listed(), lambda: False)
        if not found:
            raise EngineError(worded("{host} has no model. Load one there first.", host=self._host))
        return tuple(found)

    def probe(self) -> Probe:
        """Asks for the models and for one word, and times it."""
        models = self.models()
        self._model = self._model or models[0]
        began_s = time.monotonic()
        for _ in self.reply([Message("user", "Say hello.")], lambda: False):
            break
        return Probe(models, self._model, time.monotonic() - began_s)

    async def _listed(self) -> list[str]:
        return [model.id async for model in self._client.models.list()]

    async def _begin(self, messages: Sequence[Message]) -> Any:
        chosen = self.tune(self._sampling)
        if not self._model:
            self._model = ([*await self._listed(), ""])[0]
        switch = {"chat_template_kwargs": {"enable_thinking": chosen.thinks}}
        try:
            return await self._client.chat.completions.create(
                model=self._model,
                messages=[{"role": each.role, "content": each.text} for each in messages],
                stream=True,
                max_tokens=chosen.most_tokens,
                temperature=chosen.temperature,
                top_p=chosen.top_p,
                presence_penalty=chosen.presence_penalty,
                extra_body=switch if self._knows_thinking else None,
            )
        except _bad_request():
            if not self._knows_thinking:
                raise
            self._knows_thinking = False  # a server of another make: it is asked without
            return await self._begin(messages)

    def _waiting(self, work: Any, cancelled: Callable[[], bool]) -> Any:
        """What the work brings; None, and nothing of it goes on, where it was cancelled."""
        try:
            return self._runner.run(_unless(work, cancelled))
        except Exception as error:
            raise _said(error, self._host) from error


def _bad_request() -> type[Exception]:
    import openai

    return openai.BadRequestError


def _client(address: str, key: str) -> Any:
    try:
        import openai
    except ImportError as error:
        raise EngineError(
            "The library openai is not installed. Install Rotom again, "
            "for instance with 'make run'."
        ) from error
    return openai.AsyncOpenAI(
        base_url=address,
        api_key=key or "none",
        timeout=openai.Timeout(_SILENCE_S, connect=_CONNECT_S),
        max_retries=_RETRIES,
        http_client=openai.DefaultAsyncHttpxClient(verify=_certificates()),
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Those that the system trusts; reading them takes longer than all the rest."""
    import httpx2

    return httpx2.create_ssl_context()


async def _unless(work: Any, cancelled: Callable[[], bool]) -> Any:
    task = asyncio.ensure_future(work)
    while not (await asyncio.wait({task}, timeout=_ASK_S))[0]:
        if cancelled():
            task.cancel()
            await asyncio.wait({task})
            return None
    return task.result()


async def _following(stream: Any) -> Any:
    return await anext(stream, None)


def _close(runner: asyncio.Runner, client: Any) -> None:
    runner.run(client.close())
    runner.close()


def _said(error: Exception, host: str) -> Exception:
    """The library's error as a sentence with a way out; others as they are."""
    import openai

    match error:
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return EngineError(
                worded("{host} does not accept the key. Set another one under Brain.", host=host)
            )
        case openai.NotFoundError():
            return EngineError(
                worded("{host} does not know this model or address. Look at both.", host=host)
            )
        case openai.APITimeoutError():
            return ServerAway(worded("{host} does not answer in time.", host=host))
        case openai.APIConnectionError():
            return ServerAway(worded("{host} cannot be reached.", host=host))
        case openai.RateLimitError() | openai.InternalServerError():
            return ServerAway(worded("{host} is too busy or has trouble of its own.", host=host))
        case openai.APIStatusError():
            return EngineError(
                worded(
                    "{host} refused the message ({status_code}).",
                    host=host,
                    status_code=error.status_code,
                )
            )
        case openai.OpenAIError():
            return ServerAway(worded("{host} sent something that is no reply.", host=host))
    if type(error).__module__.startswith(("httpx2", "httpcore2")):  # the stream's own errors
        return ServerAway(worded("The connection to {host} was lost.", host=host))
    return error
