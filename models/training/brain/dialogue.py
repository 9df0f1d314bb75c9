"""Dialogues composed from the corpus: who speaks, what is known, how ears mishear it."""

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brain import wording
from brain.grammar import Choice, Exchange, Line, Topic, read_slots, read_topics
from brain.moment import Moment
from rotom.domain.character import Persona
from rotom.domain.particles import with_particle
from rotom.domain.prompt import Facts

HERE = Path(__file__).parent
LENGTHS = (1, 1, 1, 2, 2, 3, 4, 5, 6, 7)
REMEMBERED = {
    "name": "{who} name is {it}.",
    "favfood": "{who} favourite food is {it}.",
    "favcolor": "{who} favourite colour is {it}.",
    "favgame": "{who} favourite game is {it}.",
    "favanimal": "{who} favourite animal is the {it}.",
    "favseason": "{who} favourite season is {it}.",
    "favband": "{who} favourite band is {it}.",
    "favfilm": "{who} favourite film is {it}.",
    "petname": "{who} pet is called {it}.",
    "pet": "they have a {it}.",
    "friend": "{who} best friend is called {it}.",
    "sister": "{who} sister is called {it}.",
    "brother": "{who} brother is called {it}.",
    "town": "they live in {it}.",
    "hobby": "they like {it}.",
    "job": "they work as {it}.",
}
"""What is kept of a user for long, and the sentence of the prompt that tells it."""
PASSING = ("plays", "bought", "finished", "started", "stuck", "wants", "ate", "goes")
"""What a user told in this conversation and is known until its end."""
LASTING = (*REMEMBERED, *PASSING)
LIKE = {
    **dict.fromkeys(("friend", "sister", "brother"), "name"),
    **dict.fromkeys(("favgame", "newgame", *PASSING[:6]), "game"),
    "pet": "animal", "favseason": "nseason", "ate": "food", "goes": "nplace",
}  # fmt: skip
"""Slots whose words come from the list of another."""
SEEN = {"now", "bat", "game", "played"}
"""What the bracket mostly shows; that it lacks one is rarely asked about."""
OTHER_NAMES = ("Zip", "Volt", "Pixel", "Sparky", "Momo", "Buzz", "Nova", "Luma", "Fizz", "Tesla")
KOREAN_SHARE = 0.18
"""How many of the dialogues are in Korean, and how many of the names remembered."""
KOREAN_WORDS = {"favfood": "kofood", "favcolor": "kocolor", "petname": "koname"}
INTERJECTIONS = {
    "cheerful": ("Bzzt!", "Ooh!", "Yay!", "Zzzap!", "Oh!"),
    "calm": ("Mm.", "Ah.", "I see.", "Well now."),
    "mischievous": ("Hehe.", "Zzzip!", "Ooh, well.", "Tee hee.", "Psst."),
    "grumpy": ("Hmph.", "Ugh.", "Fine.", "Sigh.", "Oh, well."),
}


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One user line and its reply; `emotion` is '' for none, `certain` is false where the reply
    rests on facts that only a newest message shows; `key` is that of the exchange, '' for none."""

    user: str
    reply: str
    emotion: str
    certain: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation up to its newest reply, with the facts of the newest message."""

    exchanges: tuple[Exchanged, ...]
    facts: Facts


@cache
def personas() -> tuple[Persona, ...]:
    """The personas that the program ships."""
    shipped = HERE.parents[2] / "assets" / "personas"
    kept = ("id", "name", "temperament", "speaks", "instructions")
    return tuple(
        Persona(**{k: v for k, v in tomllib.loads(path.read_text("utf-8")).items() if k in kept})
        for path in sorted(shipped.glob("*.toml"))
    )


class Writer:
    """Writes dialogues for one conversation after another."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.topics = read_topics(HERE / "corpus")
        self.slots = read_slots(HERE / "corpus")
        self.weights: dict[bool, list[float]] = {}
        self.drill()
        self.recalls = [t for t in self.topics if "recall" in t.flags]

    def intents(self) -> list[str]:
        """The keys of all exchanges of the corpus, each once."""
        return list(dict.fromkeys(e.key for topic in self.topics for e in topic.every()))

    def drill(self, *flags: str) -> None:
        """Dialogues are mostly about topics with one of these flags; without flags about all."""
        self.recalling = 0.7 if "recall" in flags else 0.35
        weights = [
            t.weight * (1.0 if not flags or t.flags & set(flags) else 0.01) for t in self.topics
        ]
        self.weights = {
            korean: [w * (t.korean == korean) for t, w in zip(self.topics, weights, strict=True)]
            for korean in (False, True)
        }

    def persona(self) -> Persona:
        """One of the shipped personas, sometimes under another name."""
        persona = self.rng.choice(personas())
        if self.rng.random() < 0.8:
            return persona
        name = self.rng.choice((*OTHER_NAMES, wording.made_name(self.rng)))
        return Persona(persona.id, name, persona.temperament, persona.speaks)

    def memory(self) -> tuple[dict[str, str], tuple[str, ...]]:
        """What is remembered of a user: the words, and the sentences of the prompt."""
        if self.rng.random() < 0.5:
            return {}, ()
        words = self._lasting()
        if self.rng.random() < KOREAN_SHARE:
            words["name"] = self.word("koname")
        told = [k for k in REMEMBERED if self.rng.random() < (0.8 if k == "name" else 0.15)]
        who = self.rng.choice(("their", "the user's", "your user's"))
        sentences = (REMEMBERED[k].format(who=who, it=words[k]) for k in told)
        return {k: words[k] for k in told}, tuple(s[0].upper() + s[1:] for s in sentences)

    def dialogue(
        self, persona: Persona, remembered: dict[str, str], lengths: Sequence[int] = LENGTHS
    ) -> Dialogue:
        """One conversation in one language; how many exchanges it has is drawn from `lengths`."""
        rng = self.rng
        self.korean = rng.random() < KOREAN_SHARE
        self.words = self._lasting() | {"me": persona.name, "game": self.word("game")}
        if self.korean:
            self.words["me"] = "로톰" if persona.name == "Rotom" else persona.name
            self.words["name"] = self.word("koname" if rng.random() < 0.85 else "name")
            self.words |= {key: self.word(slot) for key, slot in KOREAN_WORDS.items()}
        self.words |= remembered
        if rng.random() < 0.4:
            self.words["plays"] = self.words["game"]
        moment = Moment(rng, self.words)
        self.known = moment.known | set(remembered)
        self.said: set[str] = set()
        out: list[Exchanged] = []
        goal = rng.choice(lengths)
        while len(out) < goal:
            topic = self._topic(len(out), goal)
            self._fresh()
            exchange = self._exchange(topic.exchanges)
            while exchange is not None and len(out) < goal:
                done = self._held(exchange, persona, topic)
                if done is None:
                    break
                out.append(done)
                follow = exchange.follows and rng.random() < 0.75
                exchange = rng.choice(exchange.follows) if follow else None
        return Dialogue(tuple(out), moment.facts)

    def recital(self) -> Dialogue:
        """A list to be said again word by word: names, titles, times, figures, plain words."""
        rng = self.rng
        korean = rng.random() < KOREAN_SHARE
        asking, words = wording.RECITED[korean]
        makers = (
            lambda: self.word("koname") if korean else wording.made_name(rng),
            lambda: wording.made_title(rng, self.slots),
            lambda: f"{rng.randrange(24):02}:{rng.randrange(60):02}",
            lambda: str(rng.randrange(1000)),
            lambda: self.word(rng.choice(words)),
        )
        chosen = rng.sample(makers, rng.randint(1, 3))
        items = ", ".join(rng.choice(chosen)() for _ in range(rng.randint(2, 9)))
        asked = rng.choice(asking)
        moment = Moment(rng, {"game": self.word("game")})
        return Dialogue((Exchanged(f"{asked}: {items}", f"{items}.", "", True),), moment.facts)

    def _topic(self, done: int, goal: int) -> Topic:
        if done >= 1 and self.known & set(LASTING) and self.rng.random() < self.recalling:
            recalls = [t for t in self.recalls if t.korean == self.korean]
            if fitting := [t for t in recalls if t.fits(self.known)]:
                return self.rng.choices(fitting, [t.weight for t in fitting])[0]
        while True:
            topic = self.rng.choices(self.topics, self.weights[self.korean])[0]
            if "first" in topic.flags and done and self.rng.random() < 0.8:
                continue
            if "last" in topic.flags and done < goal - 1:
                continue
            return topic

    def _exchange(self, exchanges: list[Exchange]) -> Exchange | None:
        fitting = [[u for u in e.users if u.fits(self.known)] for e in exchanges]
        weights = [sum(min(4, u.text.ways) ** 0.5 for u in users) for users in fitting]
        return self.rng.choices(exchanges, weights)[0] if any(weights) else None

    def _held(self, exchange: Exchange, persona: Persona, topic: Topic) -> Exchanged | None:
        rng = self.rng
        users = [u for u in exchange.users if u.fits(self.known)]
        if not users:
            return None
        asked = rng.choices(users, [min(12, u.text.ways) ** 0.5 for u in users])[0]
        known = self.known | set(asked.tells)
        replies = [r for r in exchange.replies if r.fits(known)]
        answer = self._reply(replies, persona.id)
        if answer is None or (answer.denies(SEEN) and rng.random() < 0.75):
            return None
        self._fill(asked.text.slots | answer.text.slots)
        user = asked.text.say(self.words, rng)
        reply = answer.text.say(self.words, rng)
        if reply in self.said:
            return None
        self.said.add(reply)
        mark = re.match(r"\[(\w+)\]\s*", reply)
        emotion = mark.group(1) if mark else ""
        reply = reply[mark.end() :] if mark else reply
        if emotion not in ("sadness", "fear"):
            reply = self._flavoured(reply, persona.id, answer, "copy" in topic.flags)
        shared_ends = re.search(r"\)[.!?]", answer.text.source) is not None
        reply = wording.polished(reply, shared_ends)
        filled = (self.words[slot] for slot in sorted(asked.text.slots))
        names = [word for word in filled if word[:1].isupper()]
        self.known = known | {"said"}
        if "said" not in answer.text.slots:
            self.words["said"] = reply
        certain = "facts" not in topic.flags
        return Exchanged(wording.misheard(user, rng, names), reply, emotion, certain, exchange.key)

    def _reply(self, replies: list[Line], persona: str) -> Line | None:
        rng = self.rng
        needy = [r for r in replies if r.needs]
        usual = 0.9 if any(set(r.needs) - set(LASTING) for r in needy) else 0.4
        if needy and (len(needy) == len(replies) or rng.random() < usual):
            replies = needy
        own = [r for r in replies if persona in r.personas]
        shared = [r for r in replies if not r.personas]
        if own and (not shared or rng.random() < 0.65):
            return rng.choice(own)
        return rng.choice(shared) if shared else None

    def _flavoured(self, reply: str, persona: str, line: Line, plain: bool) -> str:
        rng = self.rng
        if persona == "calm" and not line.personas:
            reply = reply.replace("!", ".")
        bare = not plain and not line.personas and re.match(r"[A-Z]\w* ", reply)
        if bare and rng.random() < 0.15:
            reply = f"{rng.choice(INTERJECTIONS[persona])} {reply}"
        return reply

    def _fresh(self) -> None:
        kept = {*LASTING, "me", "game", "time", "day", "koday", "battery", "moodword", "played"}
        kept |= {"said", "koplayed"}
        self.words = {k: v for k, v in self.words.items() if k in kept}

    def _fill(self, slots: frozenset[str]) -> None:
        for slot in sorted(slots):
            if slot in self.words:
                continue
            stem, _, part = slot.partition(".")
            if part and not part.isdigit():
                self._fill(frozenset({stem}))
                word = self.words[stem]
                self.words[slot] = with_particle(word, part, wording.SPOKEN_PARTICLES)
            elif part:
                key = f"record {stem}"
                record = self.slots[stem.rstrip("23")]
                index = int(self.words.setdefault(key, str(self.rng.randrange(len(record)))))
                self.words[slot] = self._said(record[index][int(part)])
            else:
                taken = {v for k, v in self.words.items() if k.rstrip("23") == stem.rstrip("23")}
                word = self.word(stem.rstrip("23"))
                while word in taken:
                    word = self.word(stem.rstrip("23"))
                self.words[slot] = word

    def _lasting(self) -> dict[str, str]:
        return {key: self.word(key) for key in LASTING}

    def word(self, slot: str) -> str:
        """A word of a slot; names and titles are often made up, so that copying is learned."""
        rng = self.rng
        slot = LIKE.get(slot, slot)
        if slot in ("name", "petname", "othername", "town") and rng.random() < 0.55:
            return wording.made_name(rng)
        if slot == "koname" and rng.random() < 0.55:
            return wording.made_korean_name(rng)
        if slot in ("game", "favband", "favfilm") and rng.random() < 0.5:
            return wording.made_title(rng, self.slots)
        return self._said(rng.choice(self.slots[slot])[0])

    def _said(self, text: str) -> str:
        return Choice(text).say({}, self.rng) if "(" in text else text
