"""Microphone and loudspeaker are chosen in the settings, from the devices that are there now."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rotom.domain.choice import NOT_THERE
from rotom.domain.devices import Device
from tests.cast import Cast
from tests.ui.room import Room, controls_of, name_of, opened_room

Key = Qt.Key

HEADSET = "USB Headset: Audio (hw:1,0)"
SCREEN = "Screen: HDMI 0 (hw:0,3)"
STICK = Device("Stick: Microphone (hw:3,0)", 1, 0, 16_000, is_default=False)


def open_group(room: Room, name: str) -> None:
    """Opens the settings at a group, and waits until the devices were looked for."""
    before = room.window.settings._found
    room.press(Key.Key_F10)
    room.wait(lambda: room.window.settings._found is not before)
    room.go_to(name, Key.Key_PageDown)


def offered(room: Room, title: str) -> list[str]:
    names = [name_of(item) for item in controls_of(room.window.quick.contentItem())]
    return [name.removeprefix(f"{title}: ") for name in names if name.startswith(f"{title}: ")]


def look_again(room: Room) -> None:
    with room.signal(room.window.settings.offersChanged):
        room.window.settings.lookAgain()


def test_a_microphone_is_chosen_by_keys_and_listened_through(room: Room) -> None:
    open_group(room, "Listening")
    assert offered(room, "Microphone") == ["System default", "USB Headset: Audio"]
    room.go_to("Microphone: USB Headset: Audio")
    room.press(Key.Key_Space)
    assert room.app.settings.microphone == HEADSET
    assert room.cast.made_for[-1].microphone == HEADSET
    room.go_to("Reset Microphone", Key.Key_Backtab)
    room.press(Key.Key_Space)
    assert room.app.settings.microphone == ""


def test_a_loudspeaker_is_chosen_with_arrows(room: Room) -> None:
    open_group(room, "Voice")
    room.press(Key.Key_Right)
    room.go_to("Loudspeaker: Screen: HDMI 0", Key.Key_Down)
    room.press(Key.Key_Space)
    assert room.app.settings.loudspeaker == SCREEN
    assert room.cast.made_for[-1].loudspeaker == SCREEN


def test_what_is_plugged_in_is_there_when_the_page_opens_again(room: Room) -> None:
    open_group(room, "Listening")
    room.press(Key.Key_Escape)
    room.cast.devices.insert(0, STICK)
    open_group(room, "Listening")
    assert offered(room, "Microphone")[1:] == ["Stick: Microphone", "USB Headset: Audio"]


def test_a_list_that_changes_keeps_the_focus_where_it_is(room: Room) -> None:
    open_group(room, "Listening")
    room.go_to("Microphone: USB Headset: Audio")
    room.cast.devices.insert(0, STICK)
    look_again(room)
    assert offered(room, "Microphone")[1:] == ["Stick: Microphone", "USB Headset: Audio"]
    assert room.focus == "Microphone: USB Headset: Audio"
    assert room.window.quick.activeFocusItem().property("visualFocus")
    room.press(Key.Key_Up)
    assert room.focus == "Microphone: Stick: Microphone"
    del room.cast.devices[0]
    look_again(room)
    assert room.focus == "Microphone: System default"


def test_devices_that_stay_the_same_are_not_told_again(room: Room) -> None:
    open_group(room, "Listening")
    looked: list[bool] = []
    with room.qtbot.assertNotEmitted(room.window.settings.offersChanged):
        room.app.sound_devices.look(
            lambda found: room.window.from_any_thread(
                lambda: looked.append(bool(room.window.settings._take(found) is None))
            )
        )
        room.wait(lambda: bool(looked))


def test_a_chosen_device_that_is_gone_is_still_chosen_and_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened_room(qtbot, tmp_path, Cast(devices=[STICK])) as room:
        room.app.change({"microphone": HEADSET})
        room.window.settings._refresh_offers()
        open_group(room, "Listening")
        assert offered(room, "Microphone") == [
            "System default",
            "Stick: Microphone",
            "USB Headset: Audio",
        ]
        gone = room.window.settings.property("offers")["microphone"][-1]
        assert gone == {"id": HEADSET, "title": "USB Headset: Audio", "help": NOT_THERE}


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
def test_long_names_of_devices_stay_within_the_page(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    long = Device("Family 17h Audio Controller of some length: " * 3, 1, 2, 48_000, True)
    with opened_room(qtbot, tmp_path, Cast(devices=[long])) as room:
        room.resize(*size)
        open_group(room, "Listening")
        assert not room.window.quick.grabWindow().isNull()
        for item in controls_of(room.window.quick.contentItem()):
            if name_of(item).startswith("Microphone: "):
                assert item.mapRectToScene(item.boundingRect()).right() <= size[0]
                assert item.height() >= item.childItems()[-1].implicitHeight()
