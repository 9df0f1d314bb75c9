"""A turn: open, committed or cancelled, and ended exactly once."""

import threading
import time

import pytest

from rotom.conversation.turn import Turn
from rotom.domain.character import Emotion
from tests.patience import PATIENCE_S


def test_a_turn_begins_open_and_can_be_committed_once() -> None:
    turn = Turn()
    assert not turn.is_committed()
    assert turn.commit()
    assert turn.is_committed()
    assert not turn.commit()


def test_a_cancelled_turn_cannot_be_committed() -> None:
    turn = Turn()
    assert turn.cancel()
    assert not turn.cancel()
    assert not turn.commit()
    assert turn.is_cancelled()


def test_a_committed_turn_can_still_be_cancelled() -> None:
    turn = Turn()
    turn.commit()
    assert turn.cancel()
    assert not turn.is_committed()
    outcome = turn.end("half of", Emotion.JOY)
    assert outcome is not None
    assert outcome.interrupted
    assert outcome.committed


def test_a_turn_ends_exactly_once() -> None:
    turn = Turn()
    turn.commit()
    first = turn.end("all of it", Emotion.NEUTRAL)
    assert first is not None
    assert turn.end("again", Emotion.JOY) is None
    assert turn.outcome is first
    assert not turn.cancel(), "what has ended cannot be cancelled"


@pytest.mark.parametrize("how", ["commit", "cancel"])
def test_who_comes_late_is_called_at_once(how: str) -> None:
    turn = Turn()
    called: list[str] = []
    register = turn.when_committed if how == "commit" else turn.when_cancelled
    register(lambda: called.append("early"))
    getattr(turn, how)()
    register(lambda: called.append("late"))
    assert called == ["early", "late"]


def test_a_cancelled_turn_never_calls_those_who_wait_for_its_commit() -> None:
    turn = Turn()
    called: list[str] = []
    turn.when_committed(lambda: called.append("committed"))
    turn.cancel()
    turn.when_committed(lambda: called.append("committed late"))
    assert called == []


def test_work_that_a_cancellation_must_not_overtake_is_done_before_it_or_never() -> None:
    turn = Turn()
    inside, may_leave = threading.Event(), threading.Event()
    order: list[str] = []

    def work() -> None:
        inside.set()
        may_leave.wait(PATIENCE_S)
        order.append("work")

    turn.when_cancelled(lambda: order.append("cancelled"))
    worker = threading.Thread(target=lambda: turn.unless_cancelled(work))
    worker.start()
    inside.wait(PATIENCE_S)
    canceller = threading.Thread(target=turn.cancel)
    canceller.start()
    may_leave.set()
    worker.join(PATIENCE_S)
    canceller.join(PATIENCE_S)
    assert order == ["work", "cancelled"]
    assert not turn.unless_cancelled(work)


def test_timings_count_from_the_end_of_speech_and_keep_the_first_time() -> None:
    turn = Turn()
    turn.speech_ended(time.monotonic() - 0.5)
    turn.reached("heard_ms")
    turn.reached("heard_ms", at_s=0.001)
    turn.commit()
    outcome = turn.end("", Emotion.NEUTRAL)
    assert outcome is not None
    assert outcome.timings.heard_ms is not None
    assert outcome.timings.heard_ms >= 500
    assert outcome.timings.first_token_ms is None
    assert outcome.timings.total_ms is not None
    assert outcome.timings.total_ms >= outcome.timings.heard_ms
