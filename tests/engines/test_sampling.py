"""How a file wants its words to be chosen, what the user changes of it, and thinking before."""

from dataclasses import replace
from pathlib import Path

from rotom.domain.engines import LanguageModel
from rotom.domain.sampling import Sampling, own_sampling
from rotom.domain.speech import Message
from rotom.engines.child_brain import ChildBrain
from rotom.engines.llama_cpp import LlamaBrain
from rotom.engines.reply_text import ReplyText
from rotom.storage.gguf import read_header
from tests.engines.tiny_gguf import write_tiny_gguf

MESSAGES = [Message("user", "hello")]


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
    replies = {"".join(LlamaBrain(path, 1).reply(MESSAGES, lambda: False)) for _ in range(3)}
    assert len(replies) == 1


THINKING = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n<think>\n{% if not enable_thinking %}\n</think>\n\n{% endif %}"
)


def test_what_the_user_changed_holds_from_the_next_reply_on(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "a.gguf")
    brain = LlamaBrain(path, 1, sampling=Sampling(seed=1, max_tokens=30))
    child = ChildBrain(path, 1, sampling=Sampling(seed=1, max_tokens=30))
    first = said(brain)
    assert said(child) == first
    brain.tune = child.tune = lambda own: replace(own, temperature=0.0, max_tokens=6)
    assert said(brain) == said(child) != first
    assert brain.count_tokens(said(brain)) <= 6


def test_a_model_thinks_where_the_user_lets_it_and_nothing_of_it_is_said(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "a.gguf", {"tokenizer.chat_template": THINKING})
    assert read_header(path).can_think
    brain = LlamaBrain(path, 1, context_tokens=256, sampling=Sampling(seed=1, max_tokens=8))
    assert brain._written(MESSAGES).endswith("</think>\n\n")
    assert said(brain)
    brain.tune = lambda own: replace(own, thinks=True)
    assert brain._written(MESSAGES, thinks=True).endswith("<think>\n")
    assert said(brain) == "", "a thought that does not end is not said"
    text = ReplyText(brain._written(MESSAGES, thinks=True))
    assert text.add(b"Hm, so...</think>\n\nYes!") == "Yes!"


def said(brain: LanguageModel) -> str:
    return "".join(brain.reply(MESSAGES, lambda: False))
