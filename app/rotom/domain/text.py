"""A reply cut into sentences as it streams, its emotion marks, and what of it was heard."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rotom.domain.character import Emotion
from rotom.domain.cutting import FEWEST_WORDS, MARK, OPEN_MARK, end_of_first_phrase, end_of_sentence
from rotom.domain.speech import Language, Sentence

_THOUGHT_BEGINS, _THOUGHT_ENDS = "<think>", "</think>"
_THOUGHT = re.compile(r"<think>.*?(</think>|\Z)", re.DOTALL)
_SOFT_CUT = re.compile(r"[,;:，、]\s")
LONGEST_SENTENCE = 220
"""Characters after which a sentence without an end is cut at a comma or a space."""


def sentences(pieces: Iterable[str], short_first: bool = False) -> Iterator[Sentence]:
    """The sentences of a streamed reply, each as soon as it is complete, without its marks.

    How the text is split into pieces makes no difference. A mark is `[name]`; marks that are not
    an `Emotion` are taken out and forgotten. Text in <think>...</think> never becomes a sentence.
    With `short_first` the reply begins with its first clause, so that its sound can begin.
    """
    buffer = ""
    emotion = Emotion.NEUTRAL
    begun = not short_first
    for character in _outside_thoughts(chain.from_iterable(pieces)):
        buffer += character
        cut = _cut(buffer, begun)
        if cut is None:
            continue
        sentence, emotion = _read(buffer[:cut], emotion)
        buffer = buffer[cut:]
        if sentence is not None:
            yield sentence
            emotion = Emotion.NEUTRAL
            begun = begun or len(sentence.text.split()) >= FEWEST_WORDS
    sentence, _ = _read(OPEN_MARK.sub("", buffer), emotion)
    if sentence is not None:
        yield sentence


def strongest(spoken: Iterable[Sentence]) -> Emotion:
    """The emotion of a reply: that of the first sentence that has one."""
    return next((s.emotion for s in spoken if s.emotion is not Emotion.NEUTRAL), Emotion.NEUTRAL)


def heard_part(text: str, fraction: float, word_ends: Sequence[float] = ()) -> str:
    """The words of a sentence that were heard when `fraction` (0 to 1) of its sound was.

    A word counts once more than half of it was heard. `word_ends` is where in the sound each word
    is over; without it positions go by letters, as speech roughly does.
    """
    if fraction >= 1.0:
        return text
    heard_to = 0
    for word, began, ended in _timed_words(text, word_ends):
        if (began + ended) / 2 > fraction:
            break
        heard_to = word.end()
    return text[:heard_to]


def word_at(text: str, fraction: float, word_ends: Sequence[float] = ()) -> tuple[int, int]:
    """Where in `text` the word begins and ends that sounds at `fraction` (0 to 1) of its sound.

    (0, 0) where none does: before the sound, after it, and without words.
    """
    if 0.0 <= fraction < 1.0:
        for word, _, ended in _timed_words(text, word_ends):
            if fraction < ended:
                return word.span()
    return 0, 0


def _timed_words(
    text: str, word_ends: Sequence[float]
) -> Iterator[tuple[re.Match[str], float, float]]:
    """Each word with the share of the sound at which it begins and ends.

    By letters, as speech roughly goes, where `word_ends` does not tell.
    """
    words = list(re.finditer(r"\S+", text))
    if len(word_ends) == len(words):
        return zip(words, [0.0, *word_ends], word_ends, strict=False)
    length = len(text)
    return ((word, word.start() / length, word.end() / length) for word in words)


def language_of(text: str, otherwise: Language) -> Language:
    """Korean where most letters are Hangul, English where most are Latin, else `otherwise`."""
    hangul = sum(1 for c in text if "가" <= c <= "힣" or "ㄱ" <= c <= "ㆎ")
    latin = sum(1 for c in text if c.isascii() and c.isalpha())
    if hangul == latin:
        return otherwise
    return Language.KOREAN if hangul > latin else Language.ENGLISH


def cleaned(text: str, longest: int) -> str:
    """A typed message made safe: no control characters, at most `longest` long."""
    lines = text[: longest * 2].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _UNWANTED)
    return unicodedata.normalize("NFC", kept).strip()[:longest].rstrip()


_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Control characters, which a terminal would obey."""

_UNWANTED = frozenset({"Cc", "Cs", "Co"})


def speakable(text: str) -> str:
    """What of a sentence a voice should say: no emoji, no markup signs, no bare symbols."""
    composed = unicodedata.normalize("NFC", text)
    said = "".join(" " if unicodedata.category(c) in _UNSAID else c for c in composed)
    said = re.sub(r"[*_`#~|<>\[\]{}\\\ufe00-\ufe0f]+", " ", said)
    said = re.sub(r"\s+", " ", said).strip()
    return said if any(c.isalnum() for c in said) else ""


_UNSAID = frozenset({"So", "Sk", "Me", "Cc", "Cf", "Cs", "Co", "Cn"})


_CODE = re.compile(
    r"^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)[^\n]*$|\Z)", re.DOTALL | re.MULTILINE
)
"""A block of code from fence to fence, or to the end while it grows."""

_MARKED_LINE = re.compile(rf"^(?:{MARK.pattern}[ \t]*)+", re.MULTILINE)
_GAP = re.compile(r"(?<=\S)[ \t]+")


def shown(raw: str) -> str:
    """What of a reply that is still growing can be shown: no marks, thoughts, or half of either.

    Blocks of code stay as they are, and lines keep their indentation.
    """
    half = raw.rfind("<")
    if half >= 0 and _THOUGHT_BEGINS.startswith(raw[half:]) and raw[half:] != _THOUGHT_BEGINS:
        raw = raw[:half]
    text = _UNSHOWN.sub("", _THOUGHT.sub("", raw))
    parts, end = [], 0
    for code in _CODE.finditer(text):
        parts += [_prose(text[end : code.start()]), code.group()]
        end = code.end()
    parts.append(_prose(OPEN_MARK.sub("", text[end:])))
    return "".join(parts).lstrip()


def _prose(text: str) -> str:
    """Text outside of code without its marks, and without the gaps that they leave."""
    return _GAP.sub(" ", MARK.sub("", _MARKED_LINE.sub("", text)))


def _outside_thoughts(characters: Iterable[str]) -> Iterator[str]:
    """The characters that are not within a thought; one that never ends goes on to the end."""
    tag, held = _THOUGHT_BEGINS, ""
    for character in characters:
        held += character
        if held == tag:
            tag = _THOUGHT_ENDS if tag == _THOUGHT_BEGINS else _THOUGHT_BEGINS
            held = ""
        while not tag.startswith(held):
            if tag == _THOUGHT_BEGINS:
                yield held[0]
            held = held[1:]
    if tag == _THOUGHT_BEGINS:
        yield from held


def _cut(buffer: str, begun: bool) -> int | None:
    """Where to cut the buffer now that its newest character has come; None while it goes on."""
    cut = end_of_sentence(buffer)
    if cut is None and not begun:
        cut = end_of_first_phrase(buffer)
    if cut is None and len(buffer) > LONGEST_SENTENCE:
        cut = _cut_of_long(buffer)
    return cut


def _cut_of_long(buffer: str) -> int:
    """Where a sentence without an end is cut: at a comma, else at a space, never in a mark."""
    marks = [match.span() for match in MARK.finditer(buffer)]
    if unfinished := OPEN_MARK.search(buffer):
        marks.append((unfinished.start(), len(buffer) + 1))

    def whole(cuts: Iterable[int]) -> list[int]:
        return [cut for cut in cuts if not any(start < cut < end for start, end in marks)]

    soft = whole(m.end() for m in _SOFT_CUT.finditer(buffer, LONGEST_SENTENCE // 3))
    spaces = whole(m.end() + 1 for m in re.finditer(r"\s", buffer[1:LONGEST_SENTENCE]))
    anywhere = whole(range(1, LONGEST_SENTENCE + 1))
    return (soft or spaces or anywhere)[-1]


def _read(text: str, emotion: Emotion) -> tuple[Sentence | None, Emotion]:
    """The sentence in a stretch of text; without words the emotion goes on to the next."""
    names = [name.strip().lower() for name in MARK.findall(text)]
    known = [name for name in names if name in set(Emotion)]
    if known:
        emotion = Emotion(known[0])
    words = " ".join(_UNSHOWN.sub("", MARK.sub("", text)).split())
    if not any(c.isalnum() or unicodedata.category(c) == "So" for c in words):
        return None, emotion
    return Sentence(words, emotion), emotion
