"""How a file wants its words to be chosen."""

from pathlib import Path

from rotom.domain.catalog import Sampling
from rotom.domain.speech import Message
from rotom.engines.gguf_sampling import own_sampling
from rotom.engines.llama_cpp import LlamaBrain
from tests.engines.tiny_gguf import write_tiny_gguf


def test_a_file_may_bring_its_own_sampling() -> None:
    own = own_sampling({"general.sampling.temp": "0.4", "general.sampling.top_k": "12"})
    assert own == Sampling(temperature=0.4, top_k=12)


def test_nonsense_in_the_file_leaves_our_values() -> None:
    keys = ("temp", "top_p", "top_k", "min_p", "penalty_repeat")
    for value in ("", "warm", "nan", "inf", "-1"):
        assert own_sampling({f"general.sampling.{key}": value for key in keys}) == Sampling()


def test_a_file_that_asks_for_no_chance_says_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "sure.gguf"
    write_tiny_gguf(path, extra={"general.sampling.temp": 0.0})
    messages = [Message("user", "hello")]
    replies = {"".join(LlamaBrain(path, 1).reply(messages, lambda: False)) for _ in range(3)}
    assert len(replies) == 1
