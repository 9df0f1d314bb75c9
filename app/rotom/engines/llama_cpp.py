"""llama.cpp: the brain, any GGUF language model that has a chat template."""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # llama_cpp has no types

from rotom.domain.engines import ANY_WORDS, EngineError, never
from rotom.domain.prompt import PROMPT_VERSION
from rotom.domain.sampling import Sampling, Tune, own_sampling, untouched
from rotom.domain.speech import Message
from rotom.domain.wording import worded
from rotom.engines import llama_library
from rotom.engines.chat_template import Template, template
from rotom.engines.evaluated import Evaluated
from rotom.engines.reply_text import ReplyText

log = logging.getLogger(__name__)

_SMALLEST_REPLY_TOKENS = 16
"""A prompt that leaves less room than this in the context is refused."""

_TRIAL_PROMPT_TOKENS, _TRIAL_REPLY_TOKENS = 96, 6
"""What is read and written to try how quick a number of threads is: together about a second."""

_ABORTED = "llama_decode returned 2"


@dataclass(slots=True)
class _Question:
    """What the abort callback asks: a box of its own, so that it keeps no brain alive."""

    cancelled: Callable[[], bool] = never

    def ask(self) -> bool:
        return self.cancelled()


class LlamaBrain:
    """One GGUF file; used by the thread that loaded it.

    The evaluation of a prompt is kept, so the next one costs only what differs at its end.
    """

    def __init__(
        self,
        path: Path,
        threads: int,
        context_tokens: int = 4096,
        sampling: Sampling | None = None,
        gpu_layers: int = 0,
    ) -> None:
        """Loads the file with `threads` threads, at most all cores but one.

        Without `sampling` the file's own is used. `gpu_layers` go to the graphics card, where the
        library was built for one.
        """
        self._library = llama_library.library()
        threads = max(1, min(threads, (os.cpu_count() or 1) - 1))
        self._threads = threads, threads
        self._llama = llama_library.load(path, threads, context_tokens, gpu_layers)
        metadata = self._llama.metadata
        self.sampling = sampling or own_sampling(metadata)
        self.tune: Tune = untouched
        """Asked at each reply what the user changed of the sampling."""
        _check_prompt_version(path, metadata)
        trained = metadata.get(f"{metadata.get('general.architecture')}.context_length")
        self._context_tokens = min(context_tokens, int(trained or context_tokens))
        self._name = metadata.get("general.name") or path.stem
        self._template = _template_of(path, self._llama)
        self._evaluated = Evaluated(self._llama, self._library)
        self._question = _Question()
        self._abort = llama_library.stopped_where(self._question.ask, self._llama)

    @property
    def name(self) -> str:
        return str(self._name)

    @property
    def context_tokens(self) -> int:
        return self._context_tokens

    def count_tokens(self, text: str) -> int:
        return len(self._tokens(text, special=False))

    def use_threads(self, reading: int, writing: int) -> None:
        self._threads = reading, writing
        self.limit_threads(0)

    def limit_threads(self, most: int) -> None:
        reading, writing = (min(each, most or each) for each in self._threads)
        self._library.llama_set_n_threads(self._llama._ctx.ctx, writing, reading)

    def reading_speed(self, threads: int) -> float:
        """Tokens a second of a prompt; forgets what was evaluated."""
        self.use_threads(threads, threads)
        return self._evaluated.speed(_TRIAL_PROMPT_TOKENS, at_once=True)

    def writing_speed(self, threads: int) -> float:
        """Tokens a second of a reply; forgets what was evaluated."""
        self.use_threads(threads, threads)
        return self._evaluated.speed(_TRIAL_REPLY_TOKENS, at_once=False)

    def reply(self, messages: Sequence[Message], cancelled: Callable[[], bool]) -> Iterator[str]:
        chosen = self.tune(self.sampling)
        written = self._written(messages, chosen.thinks)
        prompt = self._prompt(written)
        room = min(chosen.most_tokens, self._context_tokens - len(prompt))
        text = ReplyText(written)
        for token in self._generate(prompt, room, chosen, cancelled):
            if certain := text.add(self._llama.detokenize([token])):
                yield certain
        if not cancelled() and (rest := text.end()):
            yield rest

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        try:
            prompts = [
                self._prompt(self._written([*messages, Message("user", text)])) for text in newest
            ]
        except EngineError as error:  # it would only have saved time
            log.debug("the brain is not warmed: %s", error)
            return
        with self._stopped_by(cancelled):
            self._evaluated.evaluate(_beginning_of(prompts), cancelled)

    def _generate(
        self, prompt: list[int], room: int, chosen: Sampling, cancelled: Callable[[], bool]
    ) -> Iterator[int]:
        """At most `room` tokens; ends early at the model's own end, or when cancelled."""
        if cancelled():
            return
        self._evaluated.go_back_for(prompt)
        vocabulary = self._llama._model.vocab
        self._llama.set_seed(
            self._library.LLAMA_DEFAULT_SEED if chosen.seed is None else chosen.seed
        )
        tokens = self._llama.generate(
            prompt,
            top_k=chosen.top_k,
            top_p=chosen.top_p,
            min_p=chosen.min_p,
            temp=chosen.temperature,
            presence_penalty=chosen.presence_penalty,
            repeat_penalty=chosen.repeat_penalty,
        )
        with self._stopped_by(cancelled), closing(tokens):
            for _ in range(room):
                token = next(tokens)
                if cancelled() or self._library.llama_vocab_is_eog(vocabulary, token):
                    return
                yield token

    @contextmanager
    def _stopped_by(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Within it, llama.cpp stops once `cancelled`; what else stops it is an EngineError."""
        self._question.cancelled = cancelled
        try:
            yield
        except RuntimeError as error:
            self._evaluated.was_broken_off()
            if _ABORTED not in str(error) or not cancelled():
                raise EngineError(
                    worded(
                        "The brain {name} failed ({why}). Ask again, or choose another one.",
                        name=self.name,
                        why=error,
                    )
                ) from error
        finally:
            self._question.cancelled = never

    def _written(self, messages: Sequence[Message], thinks: bool = False) -> str:
        return self._template(
            [{"role": m.role, "content": self._harmless(m.text)} for m in messages], thinks
        )

    def _prompt(self, written: str) -> list[int]:
        prompt = self._tokens(written, special=True)
        first = self._llama.token_bos()
        if self._llama._model.add_bos_token() and prompt[:1] != [first]:
            prompt.insert(0, first)
        if len(prompt) + _SMALLEST_REPLY_TOKENS > self._context_tokens:
            raise EngineError(
                worded(
                    "The message is too long for the brain {name}: with what it remembers "
                    "it has {count} tokens of {context_tokens}. Say it in fewer words.",
                    name=self.name,
                    count=len(prompt),
                    context_tokens=self._context_tokens,
                )
            )
        return prompt

    def _harmless(self, text: str) -> str:
        """The text, broken up where it spells the marks that separate messages."""
        clean = text.encode("utf-8", "ignore").decode()
        for bracket in "<[":
            if self._tokens(clean, special=True) == self._tokens(clean, special=False):
                break
            clean = clean.replace(bracket, bracket + " ")
        return clean

    def _tokens(self, text: str, special: bool) -> list[int]:
        encoded = text.encode("utf-8", "ignore")
        return list(self._llama.tokenize(encoded, add_bos=False, special=special))


def _beginning_of(prompts: Sequence[Sequence[int]]) -> list[int]:
    """What all of them begin with."""
    shared: list[int] = []
    for tokens in zip(*prompts, strict=False):
        if len(set(tokens)) > 1:
            break
        shared.append(tokens[0])
    return shared


def _check_prompt_version(path: Path, metadata: dict[str, str]) -> None:
    made_for = metadata.get("rotom.prompt_version")
    if made_for is not None and made_for != str(PROMPT_VERSION):
        raise EngineError(
            worded(
                "The brain {path} was made for another Rotom: its prompt format is "
                "{made_for}, this Rotom's is {prompt_version}. Update Rotom, or fetch the "
                "brain again.",
                path=path,
                made_for=made_for,
                prompt_version=PROMPT_VERSION,
            )
        )


def _template_of(path: Path, llama: Any) -> Template:
    source = llama.metadata.get("tokenizer.chat_template")
    if source is None:
        raise EngineError(
            worded(
                "The brain {path} cannot hold a conversation: it has no chat template. "
                "Choose a model whose name says chat, instruct or it.",
                path=path,
            )
        )
    return template(path, llama_library.formatter(llama, source))
