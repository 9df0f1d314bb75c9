"""What Rotom takes beside a game, as a table; and how it yields to a hog and comes back."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rotom import standing_back
from rotom.app import App
from rotom.conversation.events import EngineReady
from rotom.domain.budget import (
    BESIDE,
    NICE_BESIDE_GAME,
    RESTS,
    SHORT,
    Brain,
    Budget,
    Reading,
    budget,
)
from rotom.files import user_folders
from rotom.system.machine import resident_bytes
from tests.cast import Cast
from tests.conftest import Watch
from tests.patience import PATIENCE_S

GB = 1_000_000_000
DECK = {"cores": 4, "free_bytes": 6 * GB, "stalled": 0.0, "load": 0.4}
AWAY = Budget(0, Brain.AWAY, SHORT)
AT_EASE = Budget()


def reading(**changed: object) -> Reading:
    return Reading(**{**DECK, **changed})  # type: ignore[arg-type]


TABLE: dict[str, tuple[Budget, Reading, Budget]] = {
    "alone it takes what it likes": (AT_EASE, reading(), AT_EASE),
    "alone and unused it stays": (AT_EASE, reading(idle_s=9999), AT_EASE),
    "a game leaves it half of the cores": (
        AT_EASE,
        reading(beside_game=True),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
    "two cores beside a game are one": (
        AT_EASE,
        reading(beside_game=True, cores=2),
        Budget(1, Brain.CHOSEN, BESIDE),
    ),
    "a game that takes all cores leaves one": (
        AT_EASE,
        reading(beside_game=True, load=0.99),
        Budget(2, Brain.CHOSEN, BESIDE, tight=True),
    ),
    "work without a game may take all cores": (AT_EASE, reading(load=0.99), AT_EASE),
    "a low battery beside a game leaves one": (
        AT_EASE,
        reading(beside_game=True, on_battery=True, battery_percent=15),
        Budget(2, Brain.CHOSEN, BESIDE, thinks_ahead=False, tight=True),
    ),
    "on battery beside a game nothing is done in vain": (
        AT_EASE,
        reading(beside_game=True, on_battery=True, battery_percent=80),
        Budget(2, Brain.CHOSEN, BESIDE, thinks_ahead=False),
    ),
    "on battery without a game it thinks ahead": (AT_EASE, reading(on_battery=True), AT_EASE),
    "a low battery that is charged does not count": (
        AT_EASE,
        reading(beside_game=True, battery_percent=15),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
    "a large brain beside a game stays where there is room": (
        AT_EASE,
        reading(beside_game=True, brain_bytes=2 * GB),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
    "a large brain beside a game makes way where there is little": (
        AT_EASE,
        reading(beside_game=True, brain_bytes=2 * GB, free_bytes=2 * GB),
        Budget(2, Brain.SMALL, BESIDE),
    ),
    "it comes back only where it fits besides": (
        Budget(2, Brain.SMALL, BESIDE),
        reading(beside_game=True, brain_bytes=2 * GB, free_bytes=4 * GB),
        Budget(2, Brain.SMALL, BESIDE),
    ),
    "a small brain stays small and here": (
        AT_EASE,
        reading(beside_game=True, brain_bytes=GB // 2, free_bytes=2 * GB),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
    "unused beside a game it rests": (
        AT_EASE,
        reading(beside_game=True, idle_s=301),
        Budget(2, Brain.AWAY, RESTS),
    ),
    "at a word it is back": (
        Budget(2, Brain.AWAY, RESTS),
        reading(beside_game=True, idle_s=1),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
    "the game ends and it is back": (Budget(2, Brain.AWAY, RESTS), reading(idle_s=999), AT_EASE),
    "little memory takes the brain": (AT_EASE, reading(free_bytes=GB // 4), AWAY),
    "pressure takes the brain": (AT_EASE, reading(stalled=25.0), AWAY),
    "what the kernel tells of takes the brain": (AT_EASE, reading(warned=True), AWAY),
    "what letting go frees does not call it back": (AWAY, reading(free_bytes=GB), AWAY),
    "it waits until nothing waits for memory": (AWAY, reading(stalled=4.0), AWAY),
    "with enough memory it is back": (AWAY, reading(), AT_EASE),
    "nothing known is no reason": (AT_EASE, Reading(cores=4), AT_EASE),
    "beside a game nothing known is no reason": (
        AT_EASE,
        Reading(cores=4, beside_game=True, brain_bytes=2 * GB),
        Budget(2, Brain.CHOSEN, BESIDE),
    ),
}


@pytest.mark.parametrize(("before", "read", "expected"), TABLE.values(), ids=TABLE)
def test_the_budget_is(before: Budget, read: Reading, expected: Budget) -> None:
    assert budget(read, before, rest_after_s=300) == expected


@pytest.mark.parametrize(("before", "read", "expected"), TABLE.values(), ids=TABLE)
def test_the_same_reading_again_changes_nothing(
    before: Budget, read: Reading, expected: Budget
) -> None:
    assert budget(read, expected, rest_after_s=300) == expected


@pytest.mark.parametrize(("before", "read", "expected"), TABLE.values(), ids=TABLE)
def test_beside_a_game_it_lets_others_go_first(
    before: Budget, read: Reading, expected: Budget
) -> None:
    assert budget(read, before, rest_after_s=300).nice == (
        NICE_BESIDE_GAME if read.beside_game else 0
    )


def test_while_it_is_tight_the_brain_thinks_with_one_thread() -> None:
    assert Budget(4, tight=True).threads_now == 1
    assert Budget(4).threads_now == 4
    assert Budget(0, tight=True).threads_now == 0


def test_a_brain_that_never_rests_stays() -> None:
    idle = reading(beside_game=True, idle_s=9999)
    assert budget(idle, AT_EASE, rest_after_s=0).brain is Brain.CHOSEN


class Limit:
    """A machine as small as the test wants: of what a hog takes, ten times as much is missing."""

    def __init__(self) -> None:
        self._looked = threading.Condition()
        self._looks = 0
        self.free_bytes = GB * 2
        self.beside_game = False
        self.load = 0.4
        self.sat_idle_s: float | None = None

    def read(self, idle_s: float, brain_bytes: int) -> Reading:
        with self._looked:
            self._looks += 1
            self._looked.notify_all()
        return reading(
            idle_s=idle_s if self.sat_idle_s is None else self.sat_idle_s,
            brain_bytes=brain_bytes,
            free_bytes=self.free_bytes,
            beside_game=self.beside_game,
            load=self.load,
        )

    def wait_for_looks(self, more: int) -> None:
        with self._looked:
            goal = self._looks + more
            assert self._looked.wait_for(lambda: self._looks >= goal, PATIENCE_S)


@pytest.fixture
def limit() -> Limit:
    return Limit()


@pytest.fixture
def watched(tmp_path: Path, limit: Limit) -> Iterator[tuple[App, Cast]]:
    cast = Cast()
    app = App(user_folders(tmp_path), cast.engines, read_machine=limit.read, look_every_s=0.01)
    app.session.start()
    app.standing_back.start()
    yield app, cast
    app.close()


def nice_of(thread: str) -> int:
    """How much more than the main thread one lets others go first."""
    (number,) = (each.native_id for each in threading.enumerate() if each.name == thread)
    assert number is not None
    return os.getpriority(os.PRIO_PROCESS, number) - os.getpriority(os.PRIO_PROCESS, os.getpid())


def may_be_lowered() -> bool:
    """Whether a thread may go back to the niceness it had (CAP_SYS_NICE, RLIMIT_NICE)."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_raise_and_lower).result()


def _raise_and_lower() -> bool:
    thread = threading.get_native_id()
    usual = os.getpriority(os.PRIO_PROCESS, thread)
    os.setpriority(os.PRIO_PROCESS, thread, usual + 1)
    try:
        os.setpriority(os.PRIO_PROCESS, thread, usual)
    except PermissionError:
        return False
    return True


def until(limit: Limit, holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        limit.wait_for_looks(2)
    raise AssertionError("it did not come to that")


def test_rotom_lets_go_of_its_brain_before_a_hog_has_everything_and_remembers_the_talk(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, cast = watched
    watch = Watch()
    app.session.subscribe(watch)
    assert app.session.say("remember the number nine").wait_ended(PATIENCE_S) is not None
    hog: list[bytearray] = []
    free, held = limit.free_bytes, resident_bytes() or 0
    while app.standing_back.budget.brain is Brain.CHOSEN:
        assert limit.free_bytes > 0, "the hog had everything before Rotom yielded"
        hog.append(bytearray(b"x" * 20_000_000))
        limit.free_bytes = free - 10 * ((resident_bytes() or 0) - held)
        limit.wait_for_looks(2)
    assert hog
    asked = app.session.say("which number was it?").wait_ended(PATIENCE_S)
    assert asked is not None
    assert asked.heard, "the brain was brought back to answer"
    assert "remember the number nine" in [m.text for m in cast.brain.asked[-1]]
    hog.clear()
    limit.free_bytes = free
    loads = len(watch.of(EngineReady))
    until(limit, lambda: app.standing_back.budget.brain is Brain.CHOSEN)
    watch.wait_for_count(EngineReady, loads)


def test_beside_a_game_the_brain_is_made_for_fewer_threads_and_the_settings_stay(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, cast = watched
    limit.beside_game = True
    until(limit, lambda: cast.made_for[-1].threads == 2)
    assert app.settings.threads == 0
    app.change({"threads": 1})
    assert cast.made_for[-1].threads == 1
    app.change({"threads": 0, "stand_back": False})
    until(limit, lambda: app.standing_back.budget == AT_EASE)
    assert app.standing_back.uses()[0] > 1_000_000


def test_beside_a_game_what_thinks_and_speaks_lets_it_go_first_and_the_face_does_not(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, _ = watched
    names = ("thinking", "speaking", "listening")
    until(limit, lambda: tuple(map(nice_of, names)) == (5, 2, 0))
    limit.beside_game = True
    until(limit, lambda: app.standing_back.budget.nice > 0)
    until(limit, lambda: tuple(map(nice_of, names)) == (11, 8, 0))
    limit.beside_game = False
    until(limit, lambda: app.standing_back.budget == AT_EASE)
    usual = (5, 2, 0) if may_be_lowered() else (11, 8, 0)
    until(limit, lambda: tuple(map(nice_of, names)) == usual)


def test_a_game_that_wants_all_cores_for_a_while_has_nothing_loaded_anew(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, cast = watched
    limit.beside_game = True
    until(limit, lambda: cast.brain.most_threads == 2)
    until(limit, lambda: cast.made_for[-1].threads == 2)
    made = len(cast.made_for)
    limit.load = 1.0
    until(limit, lambda: cast.brain.most_threads == 1)
    assert app.standing_back.uses()[1] == 1
    limit.load = 0.5
    until(limit, lambda: cast.brain.most_threads == 2)
    assert len(cast.made_for) == made


def test_whisper_too_is_loaded_for_fewer_threads_beside_a_game_and_for_all_behind_it(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, cast = watched
    app.change({"ears": "whisper-small"})

    def loaded_for(threads: int) -> bool:
        newest = cast.hears_with[-1:]
        return [(each.ears, each.threads) for each in newest] == [("whisper-small", threads)]

    until(limit, lambda: loaded_for(0))
    limit.beside_game = True
    until(limit, lambda: loaded_for(2))
    limit.beside_game = False
    until(limit, lambda: loaded_for(0))


def test_a_brain_that_a_word_brings_back_beside_a_game_is_loaded_once(
    watched: tuple[App, Cast], limit: Limit
) -> None:
    app, _ = watched
    watch = Watch()
    app.session.subscribe(watch)
    limit.beside_game = True
    until(limit, lambda: app.standing_back.budget.threads == 2)
    limit.sat_idle_s = 9999.0
    until(limit, lambda: app.standing_back.budget.brain is Brain.AWAY)
    limit.wait_for_looks(2)  # it was let go too
    assert app.session.say("hello").wait_ended(PATIENCE_S) is not None
    loads = brains_loaded(watch)
    limit.sat_idle_s = None
    until(limit, lambda: app.standing_back.budget.brain is Brain.CHOSEN)
    limit.wait_for_looks(2)
    assert app.session.say("hello again").wait_ended(PATIENCE_S) is not None
    assert brains_loaded(watch) == loads


def test_a_brain_that_a_word_brought_back_while_memory_is_short_is_let_go_again(
    watched: tuple[App, Cast], limit: Limit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = watched
    watch = Watch()
    app.session.subscribe(watch)
    limit.free_bytes = GB // 4
    until(limit, lambda: app.standing_back.budget.brain is Brain.AWAY)
    limit.wait_for_looks(2)  # it was let go too
    assert app.session.say("hello").wait_ended(PATIENCE_S) is not None
    loads = brains_loaded(watch)
    monkeypatch.setattr(standing_back, "AGAIN_S", 0.0)
    limit.wait_for_looks(3)
    assert app.session.say("and now?").wait_ended(PATIENCE_S) is not None
    assert brains_loaded(watch) == loads + 1


def brains_loaded(watch: Watch) -> int:
    return sum(event.kind == "brain" for event in watch.of(EngineReady))
