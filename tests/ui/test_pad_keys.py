"""How often the pads are looked at."""

from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from rotom.system.gamepads import Gamepads
from rotom.ui.pad_keys import LOOK_OUT_MS, POLL_MS, RESTING_POLL_MS, RESTS_AFTER, PadKeys
from tests.virtual_pad import VirtualPad


def test_a_pad_that_nobody_touches_is_looked_at_less_often(qtbot: QtBot) -> None:
    pads = Gamepads(clock=lambda: 0.0)
    pads.load()
    window = QWindow()
    keys = PadKeys(window, pads, lambda _: False)

    def every_ms(looks: int) -> int:
        for _ in range(looks):
            keys.poll()
        return keys.every_ms

    assert keys.every_ms == LOOK_OUT_MS
    with VirtualPad() as pad:
        assert every_ms(1) == POLL_MS
        assert every_ms(RESTS_AFTER) == RESTING_POLL_MS
        pad.press("a")
        assert every_ms(1) == POLL_MS
        assert every_ms(2 * RESTS_AFTER) == POLL_MS, "it is held"
        pad.release("a")
        assert every_ms(1) == POLL_MS
        assert every_ms(RESTS_AFTER) == RESTING_POLL_MS
        pad.move(0.0, 0.3)
        assert every_ms(1) == POLL_MS
    assert every_ms(1) == LOOK_OUT_MS
    pads.close()
