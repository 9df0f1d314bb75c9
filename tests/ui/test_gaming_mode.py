"""Started by Steam: one window on the whole screen, and what it does behind a game."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rotom.app import App
from rotom.files import user_folders
from rotom.system.gamescope import is_gaming_mode
from rotom.ui.main_window import MainWindow
from tests.cast import Cast
from tests.patience import PATIENCE_MS
from tests.ui.room import Room


def test_gamescope_is_gaming_mode() -> None:
    assert is_gaming_mode({"XDG_CURRENT_DESKTOP": "gamescope"})
    assert not is_gaming_mode({"XDG_CURRENT_DESKTOP": "KDE"})


def test_started_by_steam_there_is_one_window_and_it_is_on_the_whole_screen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    app = App(user_folders(tmp_path), Cast().engines)
    window = MainWindow(app, full_screen=True)
    with qtbot.waitSignal(window.ready, timeout=PATIENCE_MS):
        window.show()
    assert window.quick.visibility() == QWindow.Visibility.FullScreen
    shown = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
    assert [each.objectName() for each in shown] == [window.quick.objectName()]
    assert window.navigation.property("byPad"), "the footer tells the buttons from the start"
    window.close()
    app.close()


def test_behind_a_game_the_body_stands_still_and_in_a_window_it_does_not(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for full_screen in (True, False):
        app = App(user_folders(tmp_path), Cast().engines)
        app.change({"met": True})
        window = MainWindow(app, full_screen=full_screen)
        window.show()
        qtbot.waitUntil(window.quick.isActive, timeout=PATIENCE_MS)
        assert not window.quick.property("behindGame")
        game = QWindow()
        game.show()
        game.requestActivate()
        qtbot.waitUntil(lambda quick=window.quick: not quick.isActive(), timeout=PATIENCE_MS)  # type: ignore[misc]
        assert window.quick.property("behindGame") is full_screen
        game.destroy()
        window.quick.requestActivate()
        qtbot.waitUntil(window.quick.isActive, timeout=PATIENCE_MS)
        assert not window.quick.property("behindGame")
        window.close()
        app.close()


def test_b_never_ends_rotom(room: Room) -> None:
    ended: list[bool] = []
    room.window.navigation.quit.connect(lambda: ended.append(True))
    for _ in range(6):
        room.window.navigation.back()
    assert not ended
    assert room.window.quick.isVisible()


def test_the_signs_of_the_pad_go_away_with_the_first_press_of_a_pointer(room: Room) -> None:
    navigation = room.window.navigation
    for at in (QPoint(600, 90), QPoint(60, 400), QPoint(640, 400)):
        navigation.usedPad(True)
        QTest.mouseClick(room.window.quick, Qt.MouseButton.LeftButton, pos=at)
        assert not navigation.property("byPad"), at
