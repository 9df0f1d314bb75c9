"""A stage: a thread that handles its inbox in order, and survives what goes wrong."""

import threading
from collections.abc import Callable, Iterator

import pytest

from rotom.stage import Stage
from tests.patience import PATIENCE_S

Make = Callable[..., Stage[int]]


def fail(_: object = None) -> None:
    raise ValueError("no")


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def make(errors: list[Exception]) -> Iterator[Make]:
    made: list[Stage[int]] = []

    def one(handle: Callable[[int], None], **more: Callable[[], None]) -> Stage[int]:
        stage = Stage("tested", handle, errors.append, **more)
        made.append(stage)
        return stage

    yield one
    for stage in made:
        stage.stop()


def test_items_are_handled_in_the_order_in_which_they_were_posted(make: Make) -> None:
    handled: list[int] = []
    stage = make(handled.append)
    for number in range(50):
        stage.post(number)
    stage.start()
    for number in range(50, 100):
        stage.post(number)
    stage.stop()
    assert handled == list(range(100))


def test_everything_happens_on_the_stages_own_thread_setup_first_teardown_last(
    make: Make,
) -> None:
    seen: list[tuple[str, str]] = []

    def note(what: str) -> None:
        seen.append((what, threading.current_thread().name))

    stage = make(
        lambda _: note("handle"), setup=lambda: note("setup"), teardown=lambda: note("teardown")
    )
    stage.start()
    stage.post(1)
    stage.stop()
    assert seen == [("setup", "tested"), ("handle", "tested"), ("teardown", "tested")]


@pytest.mark.logs_errors
def test_an_item_that_fails_is_told_and_the_next_one_is_handled(
    make: Make, errors: list[Exception]
) -> None:
    handled: list[int] = []

    def handle(number: int) -> None:
        if number == 1:
            fail()
        handled.append(number)

    stage = make(handle)
    stage.start()
    for number in range(3):
        stage.post(number)
    stage.stop()
    assert handled == [0, 2]
    assert [str(error) for error in errors] == ["no"]


@pytest.mark.logs_errors
def test_a_setup_and_a_teardown_that_fail_are_told_and_stop_nothing(
    make: Make, errors: list[Exception]
) -> None:
    handled: list[int] = []
    stage = make(handled.append, setup=fail, teardown=fail)
    stage.start()
    stage.post(1)
    stage.stop()
    assert handled == [1]
    assert len(errors) == 2


def test_an_inbox_with_a_limit_takes_no_more_than_that(make: Make) -> None:
    entered, go_on = threading.Event(), threading.Event()
    handled: list[int] = []

    def handle(number: int) -> None:
        entered.set()
        go_on.wait()
        handled.append(number)

    stage = make(handle)
    stage.start()
    stage.post(0)
    entered.wait()
    assert [stage.offer(number, limit=2) for number in (1, 2, 3)] == [True, True, False]
    go_on.set()
    stage.stop()
    assert handled == [0, 1, 2]


def test_stopping_waits_for_the_thread_and_may_be_done_twice(make: Make) -> None:
    stage = make(lambda _: None)
    stage.start()
    stage.stop()
    assert not any(thread.name == "tested" for thread in threading.enumerate())
    stage.stop()


def test_a_stage_that_was_never_started_can_be_stopped(make: Make) -> None:
    make(lambda _: None).stop()
    assert not any(thread.name == "tested" for thread in threading.enumerate())


def test_a_stage_can_stop_itself_without_waiting_for_itself(make: Make) -> None:
    ended = threading.Event()
    itself: list[Stage[int]] = []
    itself.append(make(lambda _: itself[0].stop(), teardown=ended.set))
    itself[0].start()
    itself[0].post(1)
    assert ended.wait(PATIENCE_S)


def test_what_is_posted_from_many_threads_is_all_handled(make: Make) -> None:
    handled: list[int] = []
    stage = make(handled.append)
    stage.start()

    def post(start: int) -> None:
        for number in range(start, start + 200):
            stage.post(number)

    posters = [threading.Thread(target=post, args=(start,)) for start in (0, 1000, 2000)]
    for poster in posters:
        poster.start()
    for poster in posters:
        poster.join()
    stage.stop()
    assert sorted(handled) == [start + n for start in (0, 1000, 2000) for n in range(200)]
    for start in (0, 1000, 2000):
        of_it = [number for number in handled if start <= number < start + 1000]
        assert of_it == sorted(of_it)


def test_what_is_for_later_comes_when_it_is_due_and_after_what_is_due_before(make: Make) -> None:
    handled: list[int] = []
    done = threading.Event()

    def handle(number: int) -> None:
        handled.append(number)
        if number == 0:
            stage.later(2, 0.02)
            stage.later(1, 0.0)
            stage.post(3)
        if number == 2:
            done.set()

    stage = make(handle)
    stage.start()
    stage.post(0)
    assert done.wait(PATIENCE_S)
    assert handled == [0, 1, 3, 2]


def test_what_is_not_due_yet_does_not_keep_a_stage_from_stopping(make: Make) -> None:
    handled: list[int] = []

    def handle(number: int) -> None:
        handled.append(number)
        stage.later(number + 1, 3600.0)

    stage = make(handle)
    stage.start()
    stage.post(0)
    stage.stop()
    assert handled == [0]
