"""Sentences to learn speech from: companion talk from a grammar, and word strings for every sound."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pocketsphinx

NOUNS = """apple arrow badge ball balloon banana basket battery beach bean bear bed bee bell bicycle bird
biscuit blanket boat book boot boss bottle bowl box branch bread breakfast bridge bubble bucket bug button
cake camera candle candy castle cat cave chair cheese cherry child circle city class cliff clock cloud
coat coffee coin color computer cookie corner couch cousin cup dance day deck desk dinner doctor dog door
dragon dream dress drum duck dungeon ear earth egg elevator enemy engine evening eye face farm father
feather field finger fire fish flag floor flower fog food foot forest fork fox friend frog fruit game
garden ghost giant gift giraffe glass glove goat gold grandmother grape guitar hammer hand hat head heart
hill home honey horse house idea island jacket jam jar joke journey juice jungle key king kitchen kite
kitten knight lake lamp leaf lemon letter level library light lightning lion lunch machine map market
match meadow medicine melody message midnight milk mirror moment monkey monster moon morning mother
mountain mouse mouth movie music name neighbor nest night noise noodle nose nurse ocean onion orange
oven owl page pancake paper parrot party path peach pencil person phone photo piano picture pillow pizza
planet plant plate pocket poem potato power present prize problem puppy puzzle queen question rabbit race
rain rainbow recipe ring river robot rocket room rope rose sandwich school score screen sea secret shadow
sheep ship shirt shoe shop shower sister sky sleep smile snack snake snow sock song soup spark spider
spoon spring star station stone storm story stranger street sugar summer sun surprise sweater sword table
tail teacher team test thunder ticket tiger toast tomato tooth town toy train treasure tree trick trip
truck turtle umbrella uncle vase vegetable village violin voice volcano wall watch water wave weather
weekend whale wheel whisper wind window winter wish witch wizard wolf word work world yard year zebra
adventure airplane animal answer argument autumn birthday bottom brother building business butterfly
castle ceiling champion character chocolate church closet company controller country creature crowd
cushion daughter decision diary distance donkey electricity elephant engineer entrance exercise
expression family feeling festival fortune furniture future giggle headphones helmet history holiday
hospital hour joy laughter lesson luck magic measure memory minute mission mood museum mushroom
number office opinion pattern pleasure potion promise reason restaurant road rumor sandwich science
season shelter silence soldier speaker spirit sunset tournament triangle vision wisdom youth zone""".split()
ADJECTIVES = """angry awful bad beautiful big bitter blue bold boring brave bright broken brown busy calm
careful cheap cheerful clean clever clumsy cold cool crazy curious cute damp dangerous dark deep delicious
different difficult dirty dry dull easy electric empty enormous excellent exciting fair familiar famous
fast fearless fierce fine foolish fresh friendly full funny fuzzy gentle giant glad golden good grand
gray great green grumpy happy hard heavy helpful hidden high honest hot huge hungry icy impossible jolly
kind large lazy little lonely long loose loud lovely low lucky mad magic mighty modern muddy narrow
natural nervous new nice noisy old orange ordinary patient perfect plain polite poor pretty proud pure
purple quick quiet rare ready real red rich right rough round sad safe salty scary secret serious shallow
sharp shiny short shy silent silly silver simple sleepy slow small smart smooth soft sour special spicy
square stormy strange strong sunny super sure sweet tall tasty thick thin tiny tired tough true ugly
unusual useful warm weak weird wet white whole wide wild wise wonderful wooden worried wrong yellow young""".split()
VERBS = """add answer ask bake beat begin believe borrow break bring build buy call carry catch change
charge chase check choose clean climb close collect cook count cover cross cut dance defeat describe
discover draw drink drive drop eat enjoy escape explain explore fight fill find finish fix fly follow
forget forgive get give grab guess hate hear help hide hold hunt imagine improve invite join jump keep
kick know learn leave lift like listen lose love make measure meet mention miss move need notice open
order paint pass pause plan play practice prefer promise protect pull push put read remember repeat
rescue ride save say search see sell send share shout show sing skip smell solve speak spend start stay
steal stop study surprise take teach tell test thank think throw touch train treat try understand use
visit wake walk want warm wash watch wear whisper win wish wonder work worry write""".split()
ADVERBS = """actually again almost already always anyway away badly carefully certainly clearly
completely definitely early easily eventually exactly finally forever gently happily honestly hopefully
instead just kindly later maybe mostly nearly never nicely now obviously often once outside perhaps
probably quickly quietly rarely really recently seriously sometimes somehow soon still suddenly surely
today together tomorrow tonight twice usually very well yesterday""".split()
NAMES = """Rotom Anna Ben Charlie Daisy David Emma Eric Fiona George Grace Hannah Henry Jack James Jenny
Jonas Julia Kevin Laura Leo Lily Lucas Maria Max Mia Michael Nina Noah Oliver Oscar Paul Peter Rachel
Rosa Sam Sarah Simon Sophie Susan Thomas Tina Victor Walter Zoe Minji Jiho Yuna""".split()
GAMES = """Celeste Tetris Zelda Mario Portal Minecraft Hades Stardew Valley|Hollow Knight|Dark Souls|Doom
|Cuphead|Elden Ring|Sonic|Pac Man|Factorio|Terraria|Undertale|Balatro|the racing game|the ice level
|the final boss|that puzzle game|the new level|chess|Rocket League|Animal Crossing""".replace(
    "\n", ""
)
NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
PLACES = """at home|in the garden|under the bed|by the river|on the train|at school|near the window
|behind the door|in the middle of the night|on the other side|over the rainbow|down the street
|between the trees|inside this little machine|in your pocket|at the top of the tower|across the sea
|before breakfast|after dinner|during the storm|next weekend|last summer|this morning|all day long
|without you|with my best friend|for the first time|every single day|around here|beyond the hills""".replace(
    "\n", ""
)
TEMPLATES = """I @v the @a @n @r.
I'm so @a today!
Did you @v the @n?
What is your favorite @n?
Hello {name}, it's good to see you again.
Good morning, {name}! Did you sleep well?
Good night, {name}. Sweet dreams!
Don't worry, I will @v the @n @p.
Let's @v something @a together.
My battery is at @d percent.
It's @h o'clock, time for @n.
You have played {game} for @d hours.
How about a break? Your eyes could use some rest.
I think {game} is @a but @a.
You beat {game}! I knew you could do it.
I can't @v it, but I can try to @v it.
Oh no, the @n is @a again.
Why did the @n @v the @n? Because it was too @a!
Would you like to hear a @n about a @a @n?
Tell me more about your @n, please.
I was @a @p, and then you @v me.
That sounds @a! What happened next?
I'm sorry that your @n was @a.
We could @v a @n, a @n, or a @a @n.
The @a @n and the @a @n @v @p.
Please @v your @n before you @v the @n.
If you @v the @n, I will @v a @a @n.
I don't know that one, I only know small talk so far.
Are you @a or @a?
Who wants to @v @d @a things?
Ha ha, you are @r the @a person I know!
Hmm, let me think about that for a @n.
The weather is @a, so take your @n.
When I was @a, I used to @v @d things @p.
There's a @a @n @p!
She said that the @n should @v @r.
He thought that {name} would @v the @n @p.
They @v their @n, and we @v ours.
Can we @v it @r?
You should @v more @n and less @n.
I love how your @n makes me feel @a.
Could you charge me, please? I feel a little @a.
Wow, that was a @a @n!
Nothing is as @a as a @n @p.
Which one is @a, the @n or the @n?
Thank you for the @n, {name}.
My name is Rotom, and I live inside this machine.
Shall we @v another round of {game}?
Watch out for the @a @n!
It's @a to @v you, my @a friend.
I feel the @n in my wires, it's @a!
Once upon a time, a @a @n lived @p.
One @n, two @n, and @d more, that's @r enough.
That's what I always @v: never @v a @a @n.
Goodbye, {name}, see you @r!
Yes, of course I remember your @n.
No, I didn't @v it @p.""".splitlines()
_SLOTS = {
    "@n": NOUNS,
    "@a": ADJECTIVES,
    "@v": VERBS,
    "@r": ADVERBS,
    "@d": NUMBERS,
    "@h": NUMBERS[:12],
}
_GLUE = "the a and of to in is with for on my your that was are this but from at".split()


def common_words(count: int) -> list[str]:
    """The likeliest `count` words of PocketSphinx's general English model, for wide coverage."""
    folder = Path(pocketsphinx.get_model_path("en-us"))
    lines = (folder / "cmudict-en-us.dict").read_text().splitlines()
    words = [w for w in (line.split(" ", 1)[0] for line in lines) if re.fullmatch("[a-z]{2,}", w)]
    model = pocketsphinx.NGramModel.readfile(str(folder / "en-us.lm.bin"))
    return sorted(words, key=lambda word: -model.prob([word]))[:count]


def sentence(rng: random.Random, words: list[str]) -> str:
    """One line: seven in ten from the grammar, the others strings of everyday or rarer words."""
    if rng.random() < 0.3:
        return _word_string(rng, words)
    line = rng.choice(TEMPLATES)
    line = line.replace("{name}", rng.choice(NAMES))
    line = line.replace("{game}", rng.choice(GAMES.split("|")))
    line = line.replace("@p", rng.choice(PLACES.split("|")))
    swap = rng.random() < 0.4

    def fill(found: re.Match[str]) -> str:
        use_rare = swap and found[0] in ("@n", "@a", "@v") and rng.random() < 0.5
        return rng.choice(words if use_rare else _SLOTS[found[0]])

    return re.sub("@[navrdh]", fill, line)


def _word_string(rng: random.Random, words: list[str]) -> str:
    chosen: list[str] = []
    for _ in range(rng.randint(2, 7)):
        if rng.random() < 0.4:
            chosen.append(rng.choice(_GLUE))
        chosen.append(rng.choice(words))
    text = " ".join(chosen)
    if len(chosen) > 5 and rng.random() < 0.4:
        text = text.replace(" ", ", ", 1)
    return text.capitalize() + rng.choice("....!?")


def sentences(seed: int, vocabulary: int = 12_000) -> Iterator[str]:
    """An endless stream of different sentences; the same seed gives the same stream."""
    rng = random.Random(seed)
    words = common_words(vocabulary)
    seen: set[str] = set()
    while True:
        line = sentence(rng, words)
        if line not in seen:
            seen.add(line)
            yield line
