"""Words made up, misheard and set right: names, what ears make of a line, punctuation."""

import random
import re
from collections.abc import Mapping, Sequence

from rotom.domain.particles import PARTICLES


def made_name(rng: random.Random) -> str:
    """A name that nobody has."""
    starts = "b c d f g h j k l m n p r s t v w y z br ch cl dr fr gr kr sh st th tr".split()
    vowels = "a e i o u ai ea ee ie ia oo ou".split()
    ends = "l m n r s t k x na ra la ne ro lo ka mi ta th ck nd nn".split()
    middle = rng.choice(starts) + rng.choice(vowels[:5]) if rng.random() < 0.5 else ""
    start = rng.choice(starts) if rng.random() < 0.85 else ""
    return (start + rng.choice(vowels) + middle + rng.choice([*ends, ""])).capitalize()


def made_korean_name(rng: random.Random) -> str:
    """Two syllables of given names put together, at times with a family name."""
    family = rng.choice("김이박최정강조윤장임한오서신권황안송류홍") if rng.random() < 0.08 else ""
    return family + "".join(rng.sample(_SYLLABLES, 2))


_SYLLABLES = (
    "가강건경관광규기나남다대도동라린마명미민범별보봄상새서석선설성소솔수슬승시신아안연열영예온용우"
    "운원유윤율은이인재정제주준지진찬채철태하한해현혁형혜호홍환훈휘희"
)
SPOKEN_PARTICLES = {
    **PARTICLES, "이야": ("이야", "야"), "이라고": ("이라고", "라고"), "이고": ("이고", "고"),
}  # fmt: skip
"""The program's, and those of the familiar style in which the corpus speaks."""


def made_title(rng: random.Random, slots: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """A title that no game has; `slots` gives the lists title1 and title2."""
    first, second = rng.choice(slots["title1"])[0], rng.choice(slots["title2"])[0]
    match rng.randrange(7):
        case 0:
            return f"{made_name(rng)} {rng.randint(2, 9)}"
        case 1:
            return f"The {second} of {made_name(rng)}"
        case 2:
            return made_name(rng) + rng.choice(("", " " + second))
    return f"{first} {second}" + rng.choice(("", "", " 2", " 3"))


_CONFUSED = {
    "i'm": "im", "don't": "dont", "what's": "whats", "you're": "your", "your": "you're",
    "to": "too", "too": "to", "two": "to", "a": "the", "the": "a", "are": "our", "is": "as",
    "and": "in", "in": "and", "it's": "its", "this": "the", "that": "the", "for": "four",
    "do": "to", "know": "no", "here": "hear", "there": "their", "was": "were", "can": "can't",
    "i": "a", "of": "off", "so": "sew", "then": "than", "my": "mine", "been": "bin",
}  # fmt: skip
RECITED = {
    False: (("repeat after me", "say this back", "please repeat", "say after me"),
            ("food", "hobby", "favanimal", "favcolor", "town")),
    True: (("따라 해 봐", "따라 말해 줘", "이렇게 말해 봐"), ("kofood", "kocolor")),
}  # fmt: skip
"""How it is asked in English and in Korean to say words again, and the lists they come from."""
_FILLERS = (
    *("um", "uh", "so", "well", "oh", "hey", "okay", "like", "hmm", "and", "but", "ok so"),
    *("you know", "right so", "by the way", "anyway", "listen", "hey rotom", "rotom"),
)
_KOREAN_FILLERS = ("음", "어", "저기", "아", "근데", "로톰", "로톰아", "야", "있잖아", "그런데")
_TAILS = ("rotom", "buddy", "you know", "haha", "lol", "please", "i guess")


def misheard(text: str, rng: random.Random, names: Sequence[str] = ()) -> str:
    """A line as typed, or as ears give it: no case, no marks, at times a wrong or missing word.

    `names` mostly keep their capitals.
    """
    if re.search("[ㄱ-ㅎ가-힣]", text):
        return _korean_heard(text, rng)
    if rng.random() < 0.22:
        filler = rng.choice(_FILLERS)
        text = f"{filler}{rng.choice((' ', ', '))}{text}"
    if rng.random() < 0.03:
        text = f"{text} {rng.choice(_TAILS)}"
    if rng.random() < 0.3:
        text = text[0].upper() + text[1:]
        text = re.sub(r"\bi\b", "I", text)
        return text if text[-1] in ".!?" or rng.random() < 0.3 else f"{text}."
    text = text.lower()
    if rng.random() < 0.7:
        for name in names:
            text = re.sub(rf"\b{re.escape(name.lower())}\b", lambda _, n=name: n, text)
    if rng.random() < 0.8:
        text = re.sub(r"[,.!?;:]", "", text)
    return _confused(text.split(), rng)


def _korean_heard(text: str, rng: random.Random) -> str:
    """A Korean line as typed or heard: words run together, with or without marks, a filler."""
    if rng.random() < 0.1:
        text = f"{rng.choice(_KOREAN_FILLERS)}{rng.choice((' ', ', '))}{text}"
    cut = rng.random()
    if cut < 0.07:
        text = text.replace(" ", "")
    elif cut < 0.2:
        text = text.replace(" ", "", 1)
    return f"{text}{rng.choice(('', '', '', '', '.', '.', '?', '?', '!', '~'))}"


def _confused(words: list[str], rng: random.Random) -> str:
    """The words, here and there another or none in place of a small one."""
    if len(words) <= 3:
        return " ".join(words)
    lost = rng.random() < 0.12
    heard = []
    for word in words:
        chance = rng.random() if word in _CONFUSED else 1.0
        if chance < 0.04:
            heard.append(_CONFUSED[word])
        elif not (lost and chance < 0.24):
            heard.append(word)
    return " ".join(heard)


_ASKS = re.compile(
    r"((then |or |so |and )?how about|what|how|who|where|which|why|did|do you|do they|does|"
    r"is (it|there|that)|are you|was it|"
    r"shall|should i|can i|could i|would you|will you|want|have you|had)\b"
    r"(?! (a|an|lovely|kind|sweet|nice|cute|could i|rude|formal|fancy|peaceful)\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(i|i'm|i'll|i'd|it|it's|that|that's|the|tell|show|pick|go|rest|sit|then|let|let's|we|my|"
    r"take|close|breathe|give|try|there's|start|ask|you'll|you're|just|be|i've|your|spoil|"
    r"so sparkly|poor)\b",
    re.IGNORECASE,
)


def polished(reply: str, shared_ends: bool) -> str:
    """A reply whose sentences begin with a capital and, if choices share an end, end rightly."""
    out = []
    for sentence in re.findall(r".+?(?:[.!?]+(?=\s|$)|$)", reply):
        body = sentence.strip()
        if not body:
            continue
        if shared_ends and _ASKS.match(body) and body[-1] in ".!":
            body = body[:-1] + "?"
        elif (
            shared_ends
            and _SAYS.match(body)
            and body[-1] == "?"
            and not body.endswith(("right?", "you?"))
        ):
            body = body[:-1] + "."
        out.append(body[0].upper() + body[1:])
    return " ".join(out)
