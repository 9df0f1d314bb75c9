"""Talking with one press to begin and one to end, beside holding the button."""

import numpy as np
from PySide6.QtCore import Qt

from rotom.domain.speech import HEARING_RATE_HZ
from tests.ui.room import Room

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def talks(room: Room) -> bool:
    return bool(room.window.companion.property("talking"))


def test_one_press_begins_and_the_next_one_ends_and_is_answered(room: Room) -> None:
    room.press(Key.Key_T, CONTROL)
    room.wait(lambda: room.app.settings.tap_to_talk)
    room.press(Key.Key_F2)
    assert talks(room), "it goes on when the key is up again"
    room.wait(lambda: room.cast.microphone.is_open)
    room.wait(lambda: bool(room.window.companion.property("microphoneOpen")))
    tone = np.sin(np.arange(HEARING_RATE_HZ) * 0.08).astype(np.float32)
    room.cast.microphone.push(0.3 * tone)
    room.press(Key.Key_F2)
    assert not talks(room)
    room.wait(lambda: "hello there" in room.said() and room.is_quiet())
    room.wait(lambda: not room.cast.microphone.is_open)


def test_one_press_begins_and_silence_ends_it(room: Room) -> None:
    room.window.settings.change("tap_to_talk", True)
    room.press(Key.Key_F2)
    room.wait(lambda: bool(room.window.companion.property("microphoneOpen")))
    room.cast.microphone.push(np.zeros(2 * HEARING_RATE_HZ, np.float32))
    tone = np.sin(np.arange(HEARING_RATE_HZ) * 0.08).astype(np.float32)
    room.cast.microphone.push(0.3 * tone)
    room.wait(lambda: room.window.companion.property("level") > 0.3)
    assert talks(room), "a silence before the first word ends nothing"
    room.cast.microphone.push(np.zeros(HEARING_RATE_HZ, np.float32))
    room.wait(lambda: not talks(room) and not room.cast.microphone.is_open)
    room.wait(lambda: "hello there" in room.said() and room.is_quiet())
    room.press(Key.Key_F2)
    assert talks(room), "the next press begins anew"


def test_changing_how_to_talk_while_talking_ends_it(room: Room) -> None:
    room.hold(Key.Key_F2)
    assert talks(room)
    room.press(Key.Key_T, CONTROL)
    room.wait(lambda: not talks(room))
    room.let_go(Key.Key_F2)
    room.press(Key.Key_F2)
    assert talks(room)
    room.press(Key.Key_T, CONTROL)
    room.wait(lambda: not talks(room))
    assert not room.app.settings.tap_to_talk


def test_hands_free_has_a_key_too(room: Room) -> None:
    room.press(Key.Key_H, CONTROL)
    room.wait(lambda: room.app.settings.hands_free and room.cast.microphone.is_open)
    room.press(Key.Key_H, CONTROL)
    room.wait(lambda: not room.cast.microphone.is_open)
