"""A history of 100,000 messages: opened at its end, searched, and read on."""

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from rotom.storage.conversations import Conversations
from rotom.storage.database import transaction
from rotom.storage.history import History
from tests.bench.table import Row, timed

EXCHANGES = 50_000
CONVERSATIONS = 200
ROUNDS = 9
PERSONA = "bench"

ENGLISH = (
    "I think the ghost in the toaster wants to play a game about thunder and rain tonight after "
    "dinner because we never finished the level with the bridge and the boss was too hard for me"
).split()
KOREAN = (
    "오늘은 어떤 게임을 할까 나는 하루 종일 화면 속에서 반짝이며 기다렸어 배터리도 충분해 "
    "천둥이 치는 밤에는 토스터 안에 사는 작은 유령이 이야기를 들려줘"
).split()

QUERIES = {
    "a rare word": "needle7777",
    "a common word": "ghost",
    "two common words": "thunder boss",
    "one letter": "t",
    "words that never meet": "needle7777 needle1111",
    "a Korean word": "게임",
    "a part of a Korean word": "스터",
    "two Korean words": "천둥 토스터",
    "one Korean syllable": "이",
    "nothing at all": "zzzz",
}


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        with timed() as took:
            fill(path)
        yield Row("100,000 messages: written", took(), "s")
        yield Row("the file", path.stat().st_size / 1e6, "MB")
        yield Row("opened, listed and its end read", opening(path), "ms", 200)
        history = History(path)
        talks = Conversations(history, PERSONA)
        for what, query in QUERIES.items():
            taken = in_ms(lambda query=query: talks.find(query))  # type: ignore[misc]
            yield Row(f"search for {what}", taken, "ms", 50)
        yield Row("the list of conversations", in_ms(talks.listed), "ms", 50)
        everything = talks.exchanges(talks.current, 60)
        older = in_ms(lambda: talks.exchanges(talks.current, 60, before=everything[0].id))
        yield Row("sixty earlier exchanges", older, "ms", 50)
        history.close()


def fill(path: Path) -> None:
    """Half of the messages lie in one conversation, the others in many."""
    chance = random.Random(4)
    history = History(path)
    with transaction(history.connection) as connection:
        for number in range(1, CONVERSATIONS + 1):
            connection.execute(
                "INSERT INTO conversations (id, persona, began_at_s, used_at_s)"
                " VALUES (?, ?, ?, ?)",
                (number, PERSONA, number, number),
            )
        before = dict.fromkeys(range(1, CONVERSATIONS + 1), 0)
        for number in range(1, EXCHANGES + 1):
            conversation = CONVERSATIONS if number % 2 else number % CONVERSATIONS + 1
            said, heard = words(chance, 8), words(chance, 18)
            connection.execute(
                "INSERT INTO turns (id, persona, turn, said, said_at_s, heard, heard_at_s,"
                " complete, conversation, parent) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                (
                    *(number, PERSONA, str(number), f"{said} needle{number}", float(number)),
                    *(heard, float(number), conversation, before[conversation]),
                ),
            )
            before[conversation] = number
    history.close()


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(KOREAN if chance.random() < 0.4 else ENGLISH, k=count))


def opening(path: Path) -> float:
    def once() -> None:
        history = History(path)
        talks = Conversations(history, PERSONA)
        talks.listed()
        assert len(talks.exchanges(talks.current, 60)) == 60
        history.close()

    return in_ms(once)


def in_ms(work: Callable[[], object]) -> float:
    """The median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        with timed() as took:
            work()
        times.append(1000 * took())
    return median(times)
