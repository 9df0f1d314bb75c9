"""What people say to a companion, for ears: an English grammar and a closed list of Korean phrases."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from voice.text import ADJECTIVES, ADVERBS, GAMES, NAMES, NOUNS, NUMBERS, PLACES, TEMPLATES, VERBS

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
_GLUE = "the a and of to in is with for on my your that was are this but from at I you it".split()


def english(rng: random.Random) -> str:
    """One line: half what users say, a quarter what Rotom says, a quarter strings of known words."""
    kind = rng.random()
    if kind < 0.25:
        return _word_string(rng)
    line = rng.choice(USER_LINES if kind < 0.7 else _PLAIN)
    line = line.replace("{name}", rng.choice(NAMES)).replace("{kind}", rng.choice(KINDS))
    line = line.replace("{game}", rng.choice(GAMES.split("|")))
    line = line.replace("@p", rng.choice(PLACES.split("|")))
    return re.sub("@[navrdh]", lambda found: rng.choice(_SLOTS[found[0]]), line)


def _word_string(rng: random.Random) -> str:
    words: list[str] = []
    for _ in range(rng.randint(1, 5)):
        if rng.random() < 0.4:
            words.append(rng.choice(_GLUE))
        words.append(rng.choice(rng.choice([NOUNS, ADJECTIVES, VERBS, ADVERBS])))
    text = " ".join(words)
    return text[0].upper() + text[1:] + rng.choice("..?!")


_FIXED = frozenset(line for line in USER_LINES + _PLAIN if "@" not in line and "{" not in line)


def held_out(line: str) -> bool:
    """True for the lines kept for the test: by a fixed hash one in twelve, of those with slots."""
    kept = sum((i + 7) * ord(c) for i, c in enumerate(line)) % 12 == 0
    return kept and line not in _FIXED and len(line.split()) > 4


def lines(seed: int, test: bool = False) -> Iterator[str]:
    """English lines for training, or those held out; short everyday ones come back now and then."""
    rng = random.Random(seed)
    while True:
        line = english(rng)
        if held_out(line) == test:
            yield line
