"""Sentences that can still be told in another language: English that remembers what it is made of.

`worded("{path} is a folder.", path=path)` reads as English wherever a string does, in logs and in
`str(error)` too. Who tells the user looks the template up in a table and fills it anew.
"""

from collections.abc import Callable, Mapping

from rotom.domain.particles import PARTICLES, with_particle

CONTEXT = "Rotom"
"""Where a translation's file keeps the sentences that are worded in Python."""

PERSONA = "Persona"
"""Where it keeps what the personas that ship are and say."""


class Worded(str):
    """An English sentence, its template and the values in it; those may be worded themselves."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return self  # so that `str(error)` is still worded


def worded(template: str, /, **values: object) -> Worded:
    """The sentence; `template` is a literal, because translations are looked up by it.

    An exception among the values stands for its own sentence.
    """
    values = {
        name: str(value) if isinstance(value, Exception) else value
        for name, value in values.items()
    }
    sentence = Worded(template.format(**values) if values else template)
    sentence.template, sentence.values = template, values
    return sentence


def translated(text: str, look_up: Callable[[str], str]) -> str:
    """The text in the language of a table that gives '' for what it does not have.

    Plain text is looked up as a whole; the values of worded text are told before they are put in.
    """
    if not isinstance(text, Worded):
        return look_up(text) or text
    if not text.values:
        return look_up(text.template) or text.template
    values = {
        name: _Value(translated(value, look_up) if isinstance(value, Worded) else value)
        for name, value in text.values.items()
    }
    return (look_up(text.template) or text.template).format(**values)


def carried(text: str) -> object:
    """A sentence as JSON can carry it to another process; `brought` makes it whole again."""
    if not isinstance(text, Worded):
        return text
    values = {
        name: carried(value)
        if isinstance(value, str)
        else value
        if isinstance(value, int | float)
        else str(value)
        for name, value in text.values.items()
    }
    return [text.template, values]


def brought(what: object) -> str:
    """The sentence that was `carried`."""
    match what:
        case [str(template), dict(values)]:
            made = {
                name: brought(value) if isinstance(value, str | list) else value
                for name, value in values.items()
            }
            return worded(template, **made)
    return str(what)


class _Value:
    """A value in a template, which may ask for a Korean particle: `{path:은}`."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        if spec in PARTICLES:
            return with_particle(str(self._value), spec)
        return format(self._value, spec)

    def __str__(self) -> str:
        return str(self._value)

    def __repr__(self) -> str:
        return repr(self._value)
