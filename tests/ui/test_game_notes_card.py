"""What was said about games, on the page of privacy: read, changed, taken away with the keys."""

from PySide6.QtCore import Qt

from rotom.ui.settings_search import GROUP_TITLES
from tests.ui.room import Room, items_of, name_of


def notes(room: Room) -> dict[int, tuple[str, ...]]:
    return {app: game.notes for app, game in room.app.recalling.notes.all().items()}


def open_privacy(room: Room) -> None:
    room.press(Qt.Key.Key_F10)
    for _ in range(list(GROUP_TITLES).index("Privacy")):
        room.press(Qt.Key.Key_PageDown)
    room.wait(lambda: room.focus == "Privacy")


def test_a_note_is_changed_and_the_others_are_taken_away_without_losing_the_focus(
    room: Room,
) -> None:
    kept = room.app.recalling.notes
    kept.add(504230, "Celeste", "I am stuck at the boss")
    kept.add(504230, "Celeste", "I found the castle")
    kept.add(7, "", "I won")
    open_privacy(room)
    room.go_to("What you said about Celeste")
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.type("It is beaten")
    room.press(Qt.Key.Key_Return)
    room.wait(lambda: notes(room)[504230][0] == "It is beaten")
    room.go_to("Take away: It is beaten")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: notes(room)[504230] == ("I found the castle",))
    room.wait(lambda: room.focus == "What you said about Celeste")
    room.go_to("Take away: I won")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: 7 not in notes(room))
    room.wait(lambda: room.focus == "What you said about Celeste")
    room.go_to("Take away: I found the castle")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: notes(room) == {})
    assert room.focus == "Delete all my data"


def test_a_long_note_stays_inside_the_smallest_window(room: Room) -> None:
    room.app.recalling.notes.add(1, "A game " * 30, "I won " * 26)
    room.resize(800, 600)
    open_privacy(room)
    room.go_to(f"Take away: {room.app.recalling.notes.of(1).notes[0]}")
    item = room.window.quick.activeFocusItem()
    assert item is not None
    assert item.mapToScene(item.boundingRect().bottomRight()).x() <= 800


def test_nothing_yet_is_said_as_such(room: Room) -> None:
    open_privacy(room)
    told = [name_of(item) for item in items_of(room.window.quick.contentItem())]
    assert any(each.startswith("Nothing yet.") for each in told)
