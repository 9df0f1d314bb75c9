"""The key that talks beside a game, held on a screen of an X server of its own."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_char_p, c_int, c_uint, c_ulong, c_void_p
from queue import Empty, SimpleQueue

import pytest

from rotom.system.game_key import F2, GameKey, game_key
from tests.conftest import PATIENCE_S
from tests.x_display import display

__all__ = ["display"]

F3 = 0xFFC0


@pytest.fixture
def hold(display: str) -> Iterator[Callable[[int, bool], None]]:
    """Holds a key of the display down, or lets it go, as Steam does (the XTEST extension)."""
    try:
        x, test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    except OSError:
        pytest.skip("libXtst is not installed")
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, (c_char_p,)
    x.XKeysymToKeycode.argtypes = (c_void_p, c_ulong)
    x.XSync.argtypes, x.XCloseDisplay.argtypes = (c_void_p, c_int), (c_void_p,)
    test.XTestFakeKeyEvent.argtypes = (c_void_p, c_uint, c_int, c_ulong)
    screen = x.XOpenDisplay(display.encode())

    def hold(sign: int, down: bool) -> None:
        test.XTestFakeKeyEvent(screen, x.XKeysymToKeycode(screen, sign) & 0xFF, int(down), 0)
        x.XSync(screen, 0)

    yield hold
    x.XCloseDisplay(screen)


@contextmanager
def listening(display: str) -> Iterator["SimpleQueue[bool]"]:
    told: SimpleQueue[bool] = SimpleQueue()
    key = GameKey(display, told.put, look_every_s=0.01)
    key.start()
    try:
        yield told
    finally:
        key.stop()


def test_the_key_talks_while_it_is_held_and_another_one_does_not(
    display: str, hold: Callable[[int, bool], None]
) -> None:
    with listening(display) as told:
        hold(F3, True)
        hold(F2, True)
        assert told.get(timeout=PATIENCE_S)
        hold(F2, False)
        assert not told.get(timeout=PATIENCE_S)
        hold(F2, True)
        assert told.get(timeout=PATIENCE_S)
    assert not told.get_nowait(), "what was held when nobody listens any more is let go"
    with pytest.raises(Empty):
        told.get_nowait()


def test_a_screen_that_is_not_there_is_looked_for_and_tells_nothing() -> None:
    with listening(":9876") as told:
        pass
    assert told.empty()


def test_there_is_a_key_to_listen_for_in_gaming_mode_alone() -> None:
    gaming = {"XDG_CURRENT_DESKTOP": "gamescope", "DISPLAY": ":1"}
    assert game_key(lambda _: None, gaming) is not None
    assert game_key(lambda _: None, gaming | {"XDG_CURRENT_DESKTOP": "KDE"}) is None
    assert game_key(lambda _: None, {"XDG_CURRENT_DESKTOP": "gamescope"}) is None
