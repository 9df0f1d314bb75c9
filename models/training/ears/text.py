"""What people say to a companion, for ears: an English grammar and a closed list of Korean phrases."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from brain.grammar import Line, read_slots, read_topics
from voice.text import (
    ADJECTIVES,
    ADVERBS,
    GAMES,
    NAMES,
    NOUNS,
    NUMBERS,
    PLACES,
    TEMPLATES,
    VERBS,
    common_words,
)

CORPUS = Path(__file__).parents[1] / "brain" / "corpus"

USER_LINES = """Hello Rotom.
Hi there.
Hey Rotom, are you awake?
Good morning.
Good evening, Rotom.
Good night, Rotom.
Goodbye.
See you tomorrow.
How are you today?
How do you feel?
What is your name?
Who are you?
What are you?
What can you do?
What time is it?
What day is it today?
How much battery is left?
Is the battery low?
What is the weather like?
Tell me a joke.
Tell me another joke.
Tell me a story about a @a @n.
Give me a riddle.
Sing me a song.
My name is {name}.
Call me {name}.
Do you remember my name?
What game am I playing?
I am playing {game}.
I want to play {game}.
I finally beat {game}!
I lost again.
I lost to the @n three times.
I won!
I won the @n!
I am so happy.
I am @a today.
I feel @a.
I'm a little @a.
I'm bored.
I'm tired.
I'm hungry.
I had a @a day.
Nobody likes me.
You are so cute.
You are my best friend.
You are @a.
You are stupid.
I like you.
I love you, Rotom.
Thank you.
Thank you very much.
Yes.
Yes, please.
No.
No, thank you.
Maybe later.
Okay.
Stop.
Stop talking.
Wait a moment.
Be quiet, please.
Never mind.
Can you hear me?
Can you help me?
Can you @v the @n?
Could you say that again?
Say that again.
What did you say?
Why?
Why is the @n so @a?
Where is my @n?
Where do you live?
When is your birthday?
What is your favorite {kind}?
My favorite {kind} is @n.
Do you like @n?
Do you dream?
Are you a ghost?
Are you real?
Should I take a break?
I should go to sleep.
How do I beat the boss?
Is it late?
What should I eat?
Let's @v the @n.
Let's play a game.
Turn up the volume.
Speak louder, please.
Speak slower, please.
I think the @n is @a.
I have a @a @n.
I saw a @a @n @p.
I need @d more @n.
Set a timer for @d minutes.
It's @h o'clock.
Guess what!
That is funny.
That was @a.
I don't understand.
I have a question.""".splitlines()
KINDS = "color food game animal song season day number movie book".split()
KOREAN = """안녕하세요.|안녕.|안녕, 로톰.|잘 지냈어?|오늘 기분이 어때?|좋은 아침이야.|잘 자.|내일 봐.|고마워.|정말 고마워.
미안해.|괜찮아.|네.|아니요.|이름이 뭐야?|내 이름을 기억해?|너는 누구야?|뭐 할 수 있어?|지금 몇 시야?|배터리가 얼마나 남았어?
오늘 날씨 어때?|농담 하나 해 줘.|이야기 하나 해 줘.|노래 불러 줘.|나 오늘 피곤해.|나 너무 행복해.|기분이 안 좋아.|심심해.
배고파.|게임 하자.|무슨 게임 해?|드디어 이겼어!|또 졌어.|너 귀엽다.|사랑해.|너는 유령이야?|조용히 해.|그만.|잠깐만.
다시 말해 줘.|뭐라고?|왜?|도와줘.|쉬어야 할까?|이제 자야겠다.|잘했어.|좋아하는 색이 뭐야?|좋아하는 음식이 뭐야?""".replace("\n", "|").split("|")  # fmt: skip
_SLOTS = {
    "@n": NOUNS,
    "@a": ADJECTIVES,
    "@v": VERBS,
    "@r": ADVERBS,
    "@d": NUMBERS,
    "@h": NUMBERS[:12],
}
_PLAIN = [line for line in TEMPLATES if "percent" not in line]
_GLUE = """the a and of to in is with for on my your that was are this but from at I you it not do
have can be what we he she they so if no me all how will about just like one there""".split()
_FIXED = frozenset(line for line in USER_LINES + _PLAIN if "@" not in line and "{" not in line)
_ASKING = re.compile(
    r"(what|how|who|where|when|which|why|whose|do|does|did|can|could|would|will|should|shall|is|are"
    r"|am|was|were|have|has|had|may|isn't|aren't|don't|didn't|can't|what's|who's|where's|how's)\b"
)
_EMOTION = re.compile(r"\[\w+\]\s*")
LONGEST_WORDS = 16


class Lines:
    """English lines without end: what users and Rotom say, by the brain's corpus and by the
    templates above, and strings of everyday words; `test` gives those kept from training."""

    def __init__(self, seed: int, test: bool = False) -> None:
        self.rng, self.test = random.Random(seed), test
        exchanges = [e for topic in read_topics(CORPUS) for e in topic.every()]
        self.users = [line for exchange in exchanges for line in exchange.users]
        self.replies = [line for exchange in exchanges for line in exchange.replies]
        self.slots = read_slots(CORPUS)
        self.likely = common_words(5_000)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            line = self._draw()
            speakable = line and re.fullmatch(r"[A-Za-z' ,.!?-]+", line)
            if speakable and len(line.split()) <= LONGEST_WORDS and held_out(line) == self.test:
                return line

    def _draw(self) -> str:
        line = self._one()
        if self.rng.random() < 0.25 and len(line.split()) < 8:
            line = f"{line} {self._one()}"
        return line.strip()

    def _one(self) -> str:
        kind = self.rng.random()
        if kind < 0.35:
            return polished(self._filled(self.rng.choice(self.users)))
        if kind < 0.52:
            return self._part(self._filled(self.rng.choice(self.replies)))
        if kind < 0.68:
            return self._template()
        return self._word_string()

    def _filled(self, line: Line) -> str:
        """The line with words in its slots; empty in Korean or where no list gives a word."""
        if not line.text.source.isascii():
            return ""
        words: dict[str, str] = {}
        rng = self.rng
        for slot in line.text.slots:
            name, _, column = slot.partition(".")
            words[slot] = self._word(name.rstrip("2"), int(column or 0))
            if not words[slot]:
                return ""
        text = _EMOTION.sub("", line.text.say(words, rng))
        if "(" in text:  # a word of a list may itself be a choice
            text = re.sub(r"\(([^()]*)\)", lambda found: rng.choice(found[1].split("|")), text)
        return re.sub(r"\s+", " ", text).replace(" ,", ",").strip()

    def _word(self, name: str, column: int) -> str:
        rng = self.rng
        told = {
            "me": "Rotom",
            "battery": rng.choice(NUMBERS),
            "day": rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
            "time": rng.choice(NUMBERS[:12]) + rng.choice(["", " thirty", " fifteen", " o'clock"]),
            "played": rng.choice(NUMBERS[1:]) + rng.choice([" minutes", " hours"]),
            "name": rng.choice(NAMES),
            "othername": rng.choice(NAMES),
        }
        if name in told:
            return told[name]
        found = self.slots.get(name)
        record = rng.choice(found) if found else ()
        return record[column] if column < len(record) else ""

    def _part(self, text: str) -> str:
        """One or two sentences of a reply."""
        sentences = re.findall(r"[^.!?]+[.!?]+", text)
        first = self.rng.randrange(max(len(sentences), 1))
        return "".join(sentences[first : first + self.rng.randint(1, 2)]).strip()

    def _template(self) -> str:
        rng = self.rng
        line = rng.choice(USER_LINES if rng.random() < 0.6 else _PLAIN)
        line = line.replace("{name}", rng.choice(NAMES)).replace("{kind}", rng.choice(KINDS))
        line = line.replace("{game}", rng.choice(GAMES.split("|")))
        line = line.replace("@p", rng.choice(PLACES.split("|")))
        return re.sub("@[navrdh]", lambda found: rng.choice(_SLOTS[found[0]]), line)

    def _word_string(self) -> str:
        rng, words = self.rng, list[str]()
        for _ in range(rng.randint(1, 6)):
            if rng.random() < 0.45:
                words.append(rng.choice(_GLUE))
            kind = rng.choice([NOUNS, ADJECTIVES, VERBS, ADVERBS])
            # The likelier a word, the more often it comes.
            likely = self.likely[int(len(self.likely) * rng.random() ** 2)]
            words.append(rng.choice(kind) if rng.random() < 0.4 else likely)
        return polished(" ".join(words))


def polished(text: str) -> str:
    """A line without capitals or marks, as Whisper writes it."""
    text = re.sub(r"\bi\b", "I", text.strip())
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    if text[-1] in ".!?":
        return text
    return text + ("?" if _ASKING.match(text.lower()) else ".")


def held_out(line: str) -> bool:
    """True for the lines kept for the test: by a fixed hash one in twelve, of the longer ones."""
    kept = sum((i + 7) * ord(c) for i, c in enumerate(line)) % 12 == 0
    return kept and line not in _FIXED and len(line.split()) > 4
