"""What llama.cpp holds of the prompts before, so that a new one costs only what differs at its end.

A model with a recurrent part (Qwen3.5, LFM2) cannot go back to an earlier place by itself: for it
the state at the places to which prompts come back is kept aside, some tens of megabytes each.
"""

import ctypes
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any  # llama_cpp has no types

_PIECE_TOKENS = 64
"""What is evaluated in one go: so much is lost where it is broken off."""


_PLACES = 3
"""As many as a turn has: behind the history, behind what is known of its facts, behind a guess."""


@dataclass(frozen=True, slots=True)
class _Place:
    tokens: list[int]
    state: Any


class Evaluated:
    """The tokens that a `Llama` has evaluated, by the library `llama_cpp`; used by its thread."""

    def __init__(self, llama: Any, library: Any) -> None:
        self._llama = llama
        self._library = library
        self._goes_back = not (llama._is_recurrent or llama._is_hybrid)
        self._places: list[_Place] = []
        self._is_torn = False

    def evaluate(self, prompt: Sequence[int], cancelled: Callable[[], bool]) -> None:
        """Evaluates the prompt, and keeps its end as a place to go back to where that is needed."""
        self.go_back_for(prompt)
        llama, held = self._llama, self._shared_with(prompt)
        if held < llama.n_tokens:
            self._cut(held)
            held = llama.n_tokens
        for start in range(held, len(prompt), _PIECE_TOKENS):
            if cancelled():
                return
            llama.eval(prompt[start : start + _PIECE_TOKENS])
        if not self._goes_back:
            self._keep(list(prompt))

    def go_back_for(self, prompt: Sequence[int]) -> None:
        """Where the prompt parts from what is held, goes back to a place that it shares."""
        if self._goes_back:
            return
        held = self._shared_with(prompt)
        if held == self._llama.n_tokens < len(prompt) and not self._is_torn:
            return
        there = [p for p in self._places if self._leads_to(p, prompt, held)]
        if there:
            self._restore(max(there, key=lambda p: len(p.tokens)))
        else:
            self._llama.reset()
        self._is_torn = False

    def was_broken_off(self) -> None:
        """An evaluation was stopped in its middle: a recurrent state is then of no place."""
        self._is_torn = not self._goes_back

    def speed(self, tokens: int, at_once: bool) -> float:
        """Tokens a second, one after the other or `at_once`; forgets everything."""
        pieces = [[0] * tokens] if at_once else [[0]] * tokens
        self._llama.reset()
        self._llama.eval([0])  # the threads begin
        began_s = time.perf_counter()
        for piece in pieces:
            self._llama.eval(piece)
        taken_s = time.perf_counter() - began_s
        self._llama.reset()
        return tokens / max(taken_s, 1e-9)

    def _shared_with(self, prompt: Sequence[int]) -> int:
        shared = 0
        for ours, theirs in zip(self._llama._input_ids.tolist(), prompt, strict=False):
            if ours != theirs:
                break
            shared += 1
        return shared

    def _cut(self, held: int) -> None:
        if held and self._goes_back and self._llama._ctx.kv_cache_seq_rm(0, held, -1):
            self._llama.n_tokens = held
            self._llama._requires_eval = True
        else:
            self._llama.reset()

    @staticmethod
    def _leads_to(place: _Place, prompt: Sequence[int], held: int) -> bool:
        """What is no state of its own, the attention's part, has to be held still."""
        length = len(place.tokens)
        return length <= held and length < len(prompt) and place.tokens == list(prompt[:length])

    def _keep(self, tokens: list[int]) -> None:
        """Keeps this place besides those on the way to it, the longest of them."""
        on_the_way = [p for p in self._places if p.tokens == tokens[: len(p.tokens)]]
        if any(len(place.tokens) == len(tokens) for place in on_the_way):
            return
        library, context = self._library, self._llama._ctx.ctx
        partial = library.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
        size = library.llama_state_seq_get_size_ext(context, 0, partial)
        state = (ctypes.c_uint8 * size)()
        library.llama_state_seq_get_data_ext(context, state, size, 0, partial)
        self._places = [*on_the_way[1 - _PLACES :], _Place(tokens, state)]

    def _restore(self, place: _Place) -> None:
        library, llama = self._library, self._llama
        partial = library.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
        size = ctypes.sizeof(place.state)
        library.llama_state_seq_set_data_ext(llama._ctx.ctx, place.state, size, 0, partial)
        llama._ctx.kv_cache_seq_rm(0, len(place.tokens), -1)
        llama.n_tokens = len(place.tokens)
        llama._requires_eval = True
