"""Holds the held-out conversations: `python -m brain.evaluate BRAIN.gguf --out T.md`."""

import argparse
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from brain.dialogue import personas
from brain.model import TEMPERATURE
from rotom.domain.prompt import Facts, turn_messages
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.domain.text import shown
from rotom.engines.llama_cpp import LlamaBrain

HERE = Path(__file__).parent
FACTS = (
    Facts("Tue 21:40", 64, "Celeste", "2 h", "cheerful"),
    Facts("Sat 15:05", 12, "Hollow Knight", "45 min", "a little drowsy"),
    Facts("Fri 23:50", 91, "", "", "at ease"),
    Facts("Mon 08:15", 33, "Stardew Valley", "20 min", "playful"),
)
LONGEST_TOKENS = 60


@dataclass(slots=True)
class Figures:
    """What is measured beside the judging."""

    replies: int = 0
    unended: int = 0
    repeated: int = 0
    first_token_ms: list[float] = field(default_factory=list)
    tokens_per_s: list[float] = field(default_factory=list)


def conversations(path: Path) -> list[tuple[str, str, list[str]]]:
    """Situation, persona and user lines of every conversation."""
    out = []
    situation = ""
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("## "):
            situation = line[3:]
        elif line and not line.startswith("#"):
            head, _, rest = line.partition(": ")
            named = head in {p.id for p in personas()}
            out.append((situation, head if named else "cheerful",
                        (rest if named else line).split(" / ")))  # fmt: skip
    return out


def held(brain: LlamaBrain, lines: list[str], who: str, facts: Facts, figures: Figures) -> str:
    """The raw reply to the last line; earlier replies are the brain's own."""
    persona = next(p for p in personas() if p.id == who)
    history: list[Message] = []
    raw = ""
    for line in lines:
        messages = turn_messages(persona, history, line, facts)
        brain.warm(messages[:-1])
        start = time.perf_counter()
        pieces: list[str] = []
        for piece in brain.reply(messages, lambda: False):
            if not pieces:
                figures.first_token_ms.append(1000 * (time.perf_counter() - start))
            pieces.append(piece)
        seconds = time.perf_counter() - start
        raw = "".join(pieces)
        tokens = brain.count_tokens(raw)
        figures.tokens_per_s.append(tokens / seconds)
        figures.replies += 1
        figures.unended += tokens >= LONGEST_TOKENS
        said = shown(raw)
        figures.repeated += bool(history) and history[-1].text == said
        history += [Message("user", line), Message("assistant", said)]
    return raw


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brain", type=Path)
    parser.add_argument("--lines", type=Path, default=HERE / "heldout.txt")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--temperature", type=float, default=TEMPERATURE)
    given = parser.parse_args()
    sampling = Sampling(
        seed=given.seed,
        temperature=given.temperature,
        repeat_penalty=1.0,
        max_tokens=LONGEST_TOKENS,
    )
    brain = LlamaBrain(given.brain, threads=1, context_tokens=1024, sampling=sampling)
    figures = Figures()
    rows = ["| situation | persona | facts | user | reply |", "|---|---|---|---|---|"]
    for number, (situation, who, lines) in enumerate(conversations(given.lines)):
        facts = FACTS[number % len(FACTS)]
        reply = held(brain, lines, who, facts, figures).replace("\n", " ")
        seen = f"{facts.now}, {facts.battery_percent} %, {facts.game} {facts.played}"
        rows.append(f"| {situation} | {who} | {seen} | {' / '.join(lines)} | {reply} |")
    rows.append(
        f"\n{figures.replies} replies; {figures.unended} did not end within {LONGEST_TOKENS} "
        f"tokens; {figures.repeated} repeat the reply before; first token "
        f"{statistics.median(figures.first_token_ms):.0f} ms (median); "
        f"{statistics.median(figures.tokens_per_s):.0f} tokens/s (median, first token included)"
    )
    text = "\n".join(rows) + "\n"
    if given.out is not None:
        given.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
