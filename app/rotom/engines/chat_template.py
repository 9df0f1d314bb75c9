"""Messages written as a model's chat template has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rotom.domain.engines import EngineError
from rotom.domain.wording import worded

Turns = list[dict[str, str]]

Template = Callable[[Turns, bool], str]
"""Writes messages up to where the reply begins; with True the model may think before it."""


def template(path: Path, formatter: Any) -> Template:
    """The template of the file; models without a system role get it in the first message.

    `formatter` is llama-cpp-python's, which has no types.
    """
    from jinja2 import TemplateError

    def render(messages: Turns, thinks: bool) -> str:
        formatter.add_generation_prompt = True
        try:
            return str(formatter(messages=messages, enable_thinking=thinks).prompt)
        except (TemplateError, ValueError, TypeError) as error:
            folded = _without_system(messages)
            if folded == messages:
                raise EngineError(
                    worded(
                        "The chat template of the brain {path} cannot write this "
                        "conversation: {why}. Choose another brain.",
                        path=path,
                        why=error,
                    )
                ) from error
            return render(folded, thinks)

    return render


def _without_system(messages: Turns) -> Turns:
    if len(messages) < 2 or messages[0]["role"] != "system":
        return messages
    first = f"{messages[0]['content']}\n\n{messages[1]['content']}"
    return [{"role": messages[1]["role"], "content": first}, *messages[2:]]
