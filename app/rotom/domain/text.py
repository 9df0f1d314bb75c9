"""A reply cut into sentences as it streams, its emotion marks, and what of it was heard."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rotom.domain.character import Emotion
from rotom.domain.speech import Language, Sentence

_MARK = re.compile(r"\[([^\[\]\n]{1,24})\]")
_OPEN_MARK = re.compile(r"\[[^\[\]\n]{0,24}$")
_THOUGHT = re.compile(r"<think>.*?(</think>|$)", re.DOTALL)
_END = re.compile(r"([.!?…]+|[。！？]+)([\"'”’)\]]*)(\s+|$)|([。！？]+)|\n+")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs etc fig approx jr sr lv vol e.g i.e a.m p.m u.s".split()
)
_SOFT_CUT = re.compile(r"[,;:，、]\s")
LONGEST_SENTENCE = 220
"""Characters after which a sentence without an end is cut at a comma or a space."""


def sentences(pieces: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of a streamed reply, each as soon as it is complete, without its marks.

    A mark is `[name]`; marks that are not an `Emotion` are taken out and forgotten. A mark may be
    split over pieces. Text in <think>...</think> never becomes a sentence.
    """
    buffer = ""
    emotion = Emotion.NEUTRAL
    for piece in pieces:
        buffer = _without_thoughts(buffer + piece)
        while (cut := _first_end(buffer)) is not None:
            sentence, emotion = _read(buffer[:cut], emotion)
            buffer = buffer[cut:]
            if sentence is not None:
                yield sentence
                emotion = Emotion.NEUTRAL
    sentence, _ = _read(_without_thoughts(buffer + "\n").strip(), emotion)
    if sentence is not None:
        yield sentence


def without_marks(text: str) -> str:
    """The words of a text as they are shown: no marks, no thoughts, single spaces."""
    plain = _MARK.sub("", _THOUGHT.sub("", text))
    return re.sub(r"[ \t]+", " ", plain).strip()


def strongest(spoken: Iterable[Sentence]) -> Emotion:
    """The emotion of a reply: that of the first sentence that has one."""
    return next((s.emotion for s in spoken if s.emotion is not Emotion.NEUTRAL), Emotion.NEUTRAL)


def heard_part(text: str, fraction: float) -> str:
    """The words of a sentence that were heard when `fraction` (0 to 1) of its sound was.

    A word counts once more than half of it was heard; positions go by letters, as speech roughly
    does.
    """
    if fraction >= 1.0:
        return text
    reached = fraction * len(text)
    heard_to = 0
    for word in re.finditer(r"\S+", text):
        if (word.start() + word.end()) / 2 > reached:
            break
        heard_to = word.end()
    return text[:heard_to]


def language_of(text: str, otherwise: Language) -> Language:
    """Korean where most letters are Hangul, English where most are Latin, else `otherwise`."""
    hangul = sum(1 for c in text if "가" <= c <= "힣" or "ㄱ" <= c <= "ㆎ")
    latin = sum(1 for c in text if c.isascii() and c.isalpha())
    if hangul == latin:
        return otherwise
    return Language.KOREAN if hangul > latin else Language.ENGLISH


def cleaned(text: str, longest: int) -> str:
    """A typed message made safe: no control characters, at most `longest` long."""
    kept = "".join(
        c for c in text[: longest * 2] if c == "\n" or unicodedata.category(c) not in _UNWANTED
    )
    return unicodedata.normalize("NFC", kept).strip()[:longest]


_UNWANTED = frozenset({"Cc", "Cs", "Co", "Cn"})


def speakable(text: str) -> str:
    """What of a sentence a voice should say: no emoji, no markup signs, no bare symbols."""
    said = "".join(" " if unicodedata.category(c) in _UNSAID else c for c in text)
    said = re.sub(r"[*_`#~|<>\[\]{}]+", " ", said)
    said = re.sub(r"\s+", " ", said).strip()
    return said if any(c.isalnum() for c in said) else ""


_UNSAID = frozenset({"So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn"})


def _without_thoughts(text: str) -> str:
    """Takes out finished thoughts; an unfinished one stays in the buffer until it ends."""
    return re.sub(r"<think>.*?</think>", "", text, flags=re.DOTALL)


def _first_end(buffer: str) -> int | None:
    """Where the first complete sentence of the buffer ends; None while none is complete."""
    if "<think>" in buffer:
        return None
    for match in _END.finditer(buffer):
        end = match.end()
        at_the_edge = end == len(buffer) and not match.group().endswith(("\n", *"。！？"))
        if at_the_edge and not match.group(3):
            return None
        if not _is_abbreviation(buffer[: match.start()], match.group(1)):
            return end
    if len(buffer) <= LONGEST_SENTENCE or _OPEN_MARK.search(buffer):
        return None
    soft = [m.end() for m in _SOFT_CUT.finditer(buffer, 0, LONGEST_SENTENCE)]
    space = buffer.rfind(" ", 1, LONGEST_SENTENCE) + 1
    return soft[-1] if soft else space or LONGEST_SENTENCE


def _is_abbreviation(before: str, ending: str | None) -> bool:
    if ending != ".":
        return False
    word = before.rsplit(None, 1)[-1].lower().lstrip("\"'([") if before.strip() else ""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _read(text: str, emotion: Emotion) -> tuple[Sentence | None, Emotion]:
    """The sentence in a stretch of text; without words the emotion goes on to the next."""
    known = [name for name in _MARK.findall(text) if name in set(Emotion)]
    if known:
        emotion = Emotion(known[0])
    words = without_marks(_OPEN_MARK.sub("", text) if text.count("[") > text.count("]") else text)
    if "<think>" in words:
        words = words.split("<think>")[0].strip()
    if not any(c.isalnum() or unicodedata.category(c) == "So" for c in words):
        return None, emotion
    return Sentence(words, emotion), emotion


def shown(raw: str) -> str:
    """What of a reply that is still growing can be shown: no marks, thoughts, or half of either."""
    text = _THOUGHT.sub("", raw)
    text = _OPEN_MARK.sub("", text)
    half = text.rfind("<")
    if half >= 0 and "<think>".startswith(text[half:]):
        text = text[:half]
    return re.sub(r"[ \t]+", " ", _MARK.sub("", text)).lstrip()
