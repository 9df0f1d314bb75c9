"""One of several things that a setting can name, as a user chooses among them."""

from dataclasses import dataclass

from rotom.domain.wording import worded


@dataclass(frozen=True, slots=True)
class Choice:
    """`id` is what the setting holds; "" stands for what there is without choosing."""

    id: str
    title: str
    help: str = ""


NOT_THERE = worded("Not there now.")
