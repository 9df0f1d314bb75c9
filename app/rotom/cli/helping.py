"""The help of the command in the language of the window, which is looked for only to tell it."""

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path

from rotom.domain.wording import worded
from rotom.files import user_folders

HEADINGS = (
    worded("usage: "),
    worded("positional arguments"),
    worded("options"),
    worded("show this help message and exit"),
    worded("show program's version number and exit"),
)
"""What Python says in every help."""


class Helping(argparse.HelpFormatter):
    """Tells what the parsers say of themselves, and wraps it by the columns that it takes."""

    @cached_property
    def _tell(self) -> Callable[[str], str]:
        from rotom.cli.telling import in_words

        return partial(in_words, folders=user_folders(_data(sys.argv[1:])))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(
            usage, actions, groups, self._tell(HEADINGS[0]) if prefix is None else prefix
        )

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and self._tell(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(text and self._tell(text))

    def _get_help_string(self, action: argparse.Action) -> str:
        return self._tell(action.help or "")

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(text, _signs(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return textwrap.fill(
            text, _signs(text, width), initial_indent=indent, subsequent_indent=indent
        )


def _signs(text: str, columns: int) -> int:
    """How many signs of a text go into a line; those of Hangul take two columns."""
    wide = sum("가" <= sign <= "힣" for sign in text)
    return max(8, int(columns * len(text) / max(1, len(text) + wide)))


def _data(arguments: Sequence[str]) -> Path | None:
    """The folder that the arguments name, before they are understood."""
    names = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    names.add_argument("--data", type=Path)
    try:
        found: Path | None = names.parse_known_args(arguments)[0].data
    except argparse.ArgumentError:
        return None
    return found
