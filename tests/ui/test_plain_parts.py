"""The parts of the window that are plain functions: focus, mouth, guard, what a page shows."""

import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.conversation.events import (
    EngineReady,
    MicrophoneOpen,
    MoodChanged,
    PartlyHeard,
    SentenceEnded,
    SentenceStarted,
    StateChanged,
    TurnEnded,
    UserSaid,
)
from rotom.conversation.turn import Outcome
from rotom.domain.character import AgentState, Emotion, Feeling
from rotom.domain.mood import awake
from rotom.domain.settings import SETTINGS
from rotom.domain.speech import MouthMove, Sentence, Transcript
from rotom.ui.directions import Box, Direction, next_box
from rotom.ui.display import why_no_window
from rotom.ui.guard import why_not
from rotom.ui.mouth import mouth_at
from rotom.ui.presence import STATE_WORDS, Shown, after
from rotom.ui.settings import HIDDEN, ROWS

HERE = Box(100, 100, 50, 50)


def test_an_arrow_goes_to_the_nearest_box_of_its_side() -> None:
    near, far, aside = Box(160, 100, 50, 50), Box(300, 100, 50, 50), Box(155, 400, 50, 50)
    assert next_box(HERE, [far, aside, near], Direction.RIGHT) == 2


def test_an_arrow_prefers_what_is_straight_ahead() -> None:
    ahead, aside = Box(260, 90, 50, 50), Box(160, 200, 50, 50)
    assert next_box(HERE, [aside, ahead], Direction.RIGHT) == 1


def test_down_goes_to_the_next_row_first() -> None:
    next_row, row_after = Box(400, 160, 50, 50), Box(100, 260, 50, 50)
    assert next_box(HERE, [row_after, next_row], Direction.DOWN) == 1


@pytest.mark.parametrize("direction", list(Direction))
def test_where_nothing_lies_in_a_direction_the_focus_stays(direction: Direction) -> None:
    x, y = direction.value
    behind = Box(100 - 200 * x, 100 - 200 * y, 50, 50)
    assert next_box(HERE, [behind], direction) is None
    assert next_box(HERE, [], direction) is None


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 700)), max_size=12))
def test_what_an_arrow_finds_lies_in_its_direction(places: list[tuple[int, int]]) -> None:
    boxes = [Box(x, y, 40, 40) for x, y in places]
    found = next_box(HERE, boxes, Direction.DOWN)
    assert (found is None) == all(box.top < 125 for box in boxes)
    if found is not None:
        assert boxes[found].top >= 125


MOVES = (MouthMove(0.1, 0.2, "m"), MouthMove(0.3, 1.0, "a"), MouthMove(0.5, 0.0))


@pytest.mark.parametrize(
    ("at_s", "opening", "shape"),
    [
        (0.0, 0.0, ""),
        (0.1, 0.2, "m"),
        (0.2, 0.6, "m"),
        (0.3, 1.0, "a"),
        (0.4, 0.5, "a"),
        (9, 0, ""),
    ],
)
def test_the_mouth_glides_from_move_to_move(at_s: float, opening: float, shape: str) -> None:
    there, form = mouth_at(MOVES, at_s)
    assert there == pytest.approx(opening)
    assert form == shape


def test_a_mouth_without_moves_is_closed() -> None:
    assert mouth_at((), 1.0) == (0.0, "")


@pytest.mark.parametrize(
    ("pyside", "python", "refused"),
    [
        ("6.12.0", (3, 11), True),
        ("6.12.4", (3, 11), True),
        ("6.13.1", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.11.3", (3, 11), False),
        ("6.9.0", (3, 11), False),
    ],
)
def test_a_pyside_that_kills_this_python_is_refused(
    pyside: str, python: tuple[int, int], refused: bool
) -> None:
    reason = why_not(pyside, python)
    assert bool(reason) is refused
    assert not refused or (pyside in reason and "6.11.3" in reason)


def no_library(name: str) -> object:
    raise OSError(name)


def test_a_display_that_does_not_answer_is_said_before_qt_ends_the_program() -> None:
    reason = why_no_window({"DISPLAY": ":98765"}, loads=lambda _: None)
    assert ":98765" in reason
    assert "rotom chat" in reason


def test_a_missing_library_of_qt_is_named_with_its_package() -> None:
    assert "libxcb-cursor0" in why_no_window({"DISPLAY": "far.example:10.0"}, loads=no_library)


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":98765", "QT_QPA_PLATFORM": "offscreen"},
        {"DISPLAY": ":98765", "WAYLAND_DISPLAY": "wayland-0"},
    ],
)
def test_what_only_qt_can_judge_is_left_to_qt(environment: dict[str, str]) -> None:
    assert why_no_window(environment, loads=no_library) == ""


def test_an_x_server_that_answers_is_enough() -> None:
    number = 100_000 + os.getpid()  # nobody else's
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen(1)
        assert why_no_window({"DISPLAY": f":{number}.0"}, loads=lambda _: None) == ""


def started(text: str, emotion: Emotion = Emotion.NEUTRAL) -> SentenceStarted:
    return SentenceStarted("t", Sentence(text, emotion), 1.0, ())


def moody(emotion: Emotion, intensity: float) -> MoodChanged:
    return MoodChanged(awake(Feeling(), 0.0), "cross", emotion, intensity)


def test_every_state_has_words() -> None:
    assert set(STATE_WORDS) == set(AgentState)
    for state in AgentState:
        assert after(Shown(), StateChanged(state)).state_words == STATE_WORDS[state]


def test_a_sentence_is_captioned_and_shows_its_emotion_until_the_turn_ends() -> None:
    shown = after(Shown(), moody(Emotion.ANGER, 0.4))
    assert (shown.emotion, shown.intensity) == ("anger", 0.4)
    shown = after(shown, started("Oh, that is lovely!", Emotion.JOY))
    assert (shown.caption, shown.emotion, shown.busy) == ("Oh, that is lovely!", "joy", True)
    shown = after(shown, moody(Emotion.SADNESS, 0.5))
    assert shown.emotion == "joy"
    shown = after(after(shown, SentenceEnded("t")), TurnEnded("t", Outcome()))
    assert (shown.emotion, shown.intensity, shown.busy) == ("sadness", 0.5, False)
    assert shown.caption == "Oh, that is lovely!"


def test_a_plain_sentence_keeps_the_face_of_the_mood() -> None:
    shown = after(after(Shown(), moody(Emotion.FEAR, 0.6)), started("It is ten."))
    assert (shown.emotion, shown.intensity) == ("fear", 0.6)


def test_what_is_heard_replaces_what_was_said() -> None:
    shown = after(after(Shown(), started("Hello.")), PartlyHeard("u", "how do"))
    assert (shown.heard, shown.caption) == ("how do", "")
    shown = after(shown, UserSaid("u", Transcript("how do you do"), typed=False))
    assert shown.heard == "how do you do"


def test_an_open_microphone_is_shown_as_open() -> None:
    assert after(Shown(), MicrophoneOpen(True)).microphone_open
    assert not after(Shown(microphone_open=True), MicrophoneOpen(False)).microphone_open


def test_an_engine_that_is_loaded_again_is_named_once() -> None:
    shown = after(Shown(), EngineReady("brain", "starter", 0.5))
    shown = after(after(shown, EngineReady("voice", "piper", 1.0)), EngineReady("brain", "big", 9))
    assert shown.engines == ("Voice: piper, 1.0 s to load", "Brain: big, 9.0 s to load")


def test_every_setting_has_a_row_or_a_place_of_its_own() -> None:
    assert {row.name for row in ROWS} | HIDDEN == {field.name for field in SETTINGS}


def test_every_number_can_be_crossed_with_arrow_keys() -> None:
    for row in ROWS:
        if row.kind == "number":
            assert row.low < row.high
            assert 10 <= (row.high - row.low) / row.step <= 60, row.name
