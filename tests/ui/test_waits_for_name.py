"""Whether Rotom waits for its name or listens is shown, in the window and by the tray."""

import pytest

from rotom.conversation.events import MicrophoneOpen, StateChanged, WaitsForName
from rotom.domain.character import AgentState
from rotom.ui.presence import Shown, after, dozed
from rotom.ui.tray import listens_for
from tests.ui.room import Room, items_of

AWAKE = after(after(Shown(), StateChanged(AgentState.IDLE)), MicrophoneOpen(True))
ASLEEP = after(AWAKE, WaitsForName("Sparky"))


def test_while_it_sleeps_it_says_how_to_wake_it() -> None:
    assert ASLEEP.state_words == "Say “Sparky” to wake me"
    assert dozed(ASLEEP).state_words == "Say “Sparky” to wake me"
    assert after(ASLEEP, WaitsForName("")).state_words == AWAKE.state_words == "Here"


def test_what_it_is_at_goes_before_that() -> None:
    speaking = after(ASLEEP, StateChanged(AgentState.SPEAKING))
    assert speaking.state_words == "Speaking"


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (Shown(), "Rotom"),
        (AWAKE, "Rotom: the microphone is open"),
        (ASLEEP, "Rotom waits for “Sparky”"),
    ],
)
def test_the_tip_of_the_tray_tells_what_the_microphone_is_open_for(shown: Shown, says: str) -> None:
    assert listens_for(shown) == says


def test_the_foot_of_the_page_does_not_promise_an_answer_without_the_name(room: Room) -> None:
    room.window.settings.change("hands_free", True)
    room.wait(lambda: shows(room, "Just talk: Rotom answers when you pause"))
    for event in (MicrophoneOpen(True), WaitsForName("Sparky")):
        room.window._take(event)
    room.wait(lambda: shows(room, "Say “Sparky”, and in the same breath what you want"))


def shows(room: Room, text: str) -> bool:
    items = items_of(room.window.quick.contentItem())
    return any(item.isVisible() and item.property("text") == text for item in items)
