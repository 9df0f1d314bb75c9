"""Rotom dozes off when nothing happens, wakes up, and looks where something is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rotom.app import App
from rotom.conversation.events import MicrophoneLevel, MoodChanged, StateChanged, UserSaid
from rotom.domain.character import AgentState, Emotion, Feeling
from rotom.domain.mood import awake
from rotom.domain.speech import Transcript
from rotom.files import user_folders
from rotom.ui.companion import Companion
from rotom.ui.presence import Shown, dozed, woken
from tests.cast import Cast
from tests.patience import PATIENCE_MS
from tests.ui.room import Room

MOOD = MoodChanged(awake(Feeling(), 0.0), "calm", Emotion.NEUTRAL, 0.1)
SAID = UserSaid("t", Transcript("Hello"), typed=True)


@pytest.fixture
def companion(qtbot: QtBot, tmp_path: Path) -> Iterator[Companion]:
    """One that dozes off after a hundredth of a second."""
    app = App(user_folders(tmp_path), Cast().engines)
    yield Companion(app, doze_after_ms=10)
    app.close()


@pytest.fixture
def asleep(companion: Companion, qtbot: QtBot) -> Companion:
    companion.take(StateChanged(AgentState.IDLE))
    qtbot.waitUntil(lambda: companion.shown.state == "sleeping", timeout=PATIENCE_MS)
    return companion


@pytest.mark.parametrize("event", [SAID, MicrophoneLevel(0.8), StateChanged(AgentState.LISTENING)])
def test_it_wakes_up_when_something_happens(asleep: Companion, event: object) -> None:
    asleep.take(event)
    assert asleep.shown.state in ("idle", "listening")


@pytest.mark.parametrize("event", [MOOD, MicrophoneLevel(0.2)])
def test_it_sleeps_on_while_its_mood_drifts_or_the_room_hums(
    asleep: Companion, event: object
) -> None:
    asleep.take(event)
    assert asleep.shown.state == "sleeping"


def test_it_wakes_up_when_somebody_moves_and_dozes_off_again(
    asleep: Companion, qtbot: QtBot
) -> None:
    asleep.stir()
    assert asleep.shown.state == "idle"
    qtbot.waitUntil(lambda: asleep.shown.state == "sleeping", timeout=PATIENCE_MS)


@pytest.mark.parametrize("state", [s.value for s in AgentState if s is not AgentState.IDLE])
def test_only_what_rests_dozes_off(state: str) -> None:
    assert dozed(Shown(state=state)).state == state


def test_only_what_sleeps_is_woken() -> None:
    assert woken(Shown(state="sleeping")).state == "idle"
    assert woken(Shown(state="thinking")).state == "thinking"


def test_the_eyes_go_where_the_focus_goes(room: Room) -> None:
    life = room.part_of_body("life")
    room.press(Qt.Key.Key_Left)
    room.wait(lambda: life.property("lookX") < -0.05)
    assert life.property("lookY") > 0
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Right)
    room.wait(lambda: life.property("lookX") > 0.05)


def test_another_form_is_a_setting_that_the_body_takes(room: Room) -> None:
    change = room.part_of_body("change")
    room.window.settings.change("form", "toaster")
    assert change.property("to") == "toaster"
    room.wait(lambda: change.property("way") == 1)
    assert change.property("drawn") == "toaster"


def test_the_eyes_go_where_the_stick_points_and_back(room: Room) -> None:
    life = room.part_of_body("life")
    room.window.companion.follow(0.9, -0.6)
    assert life.property("lookX") == pytest.approx(0.9)
    assert life.property("lookY") == pytest.approx(-0.6)
    room.window.companion.follow(0.1, 0.1)
    room.wait(lambda: life.property("lookX") == 0)


def test_rotom_knows_who_it_has_talked_with_for_long(room: Room) -> None:
    companion = room.window.companion
    assert companion.property("bond") == 0
    journal = room.app.history.journal(room.app.persona.id)
    for number in range(200):
        journal.user_said(str(number), "hello")
    room.window.chat.say("hello")
    room.wait(lambda: len(room.said()) == 2 and room.is_quiet())
    room.wait(lambda: 0.7 < companion.property("bond") < 0.8)
