"""The bytes of a generated reply, as text that can be shown and spoken."""

import codecs

_THOUGHT = "<think>"
_THOUGHT_ENDS = "</think>"


class ReplyText:
    """Makes text of bytes as they come; what is not certain yet is held back.

    Held back are half characters, white space until something follows it, and whatever may become
    `<think>`: what a model thinks aloud is no part of its reply. A thought may have been opened by
    what is `written` before the reply.
    """

    def __init__(self, written: str = "") -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="ignore")
        self._raw = ""
        self._spaces = ""
        self._is_thinking = written.rstrip().endswith(_THOUGHT)
        self._has_begun = False

    def add(self, piece: bytes) -> str:
        """The text that is certain now; often ''."""
        self._raw += self._decoder.decode(piece)
        said = ""
        found = True
        while found:
            mark = _THOUGHT_ENDS if self._is_thinking else _THOUGHT
            before, found, after = _split(self._raw, mark)
            said += "" if self._is_thinking else before
            self._is_thinking ^= found
            self._raw = after
        return self._spaced(said)

    def end(self) -> str:
        """What was held back and turned out to be text."""
        return self._spaced("" if self._is_thinking else self._raw)

    def _spaced(self, said: str) -> str:
        text = self._spaces + said
        if not self._has_begun:
            text = text.lstrip()
        certain = text.rstrip()
        self._spaces = text[len(certain) :]
        self._has_begun = self._has_begun or bool(certain)
        return certain


def _split(text: str, mark: str) -> tuple[str, bool, str]:
    """The text before the mark, whether it is there, and what comes after it or may become it."""
    before, found, after = text.partition(mark)
    if found:
        return before, True, after
    held = next((n for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), 0)
    return text[: len(text) - held], False, text[len(text) - held :]
