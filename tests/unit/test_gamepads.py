"""Gamepads, held in the hand of a test: SDL's virtual controllers through the real library."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.controls import CHOSEN, DIRECTIONS, PadAction, PadButton, bindings
from rotom.domain.pad_families import PadFamily
from rotom.domain.settings import Settings
from rotom.system.gamepads import Gamepads
from rotom.system.pad_actions import Held, PadEvent, Repeat, stick_direction
from rotom.system.sdl import HINTS
from tests.virtual_pad import VirtualPad

AS_SHIPPED = bindings({a: getattr(Settings(), f"pad_{a}") for a in CHOSEN})


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pads(clock: Clock) -> Iterator[Gamepads]:
    pads = Gamepads(clock)
    pads.load()
    assert pads.problem == ""
    pads.use(AS_SHIPPED, Settings().stick_reach)
    yield pads
    pads.close()


@pytest.fixture
def pad(pads: Gamepads) -> Iterator[VirtualPad]:
    with VirtualPad() as pad:
        pads.poll()
        yield pad


def down(*actions: PadAction) -> list[PadEvent]:
    return [PadEvent(action, pressed=True) for action in actions]


def up(*actions: PadAction) -> list[PadEvent]:
    return [PadEvent(action, pressed=False) for action in actions]


# Through SDL


@pytest.mark.parametrize("button", list(AS_SHIPPED))
def test_each_button_is_its_action_while_it_is_held(
    pads: Gamepads, pad: VirtualPad, button: PadButton
) -> None:
    action = AS_SHIPPED[button]
    pad.press(button)
    assert pads.poll() == down(action)
    assert pads.poll() == []
    pad.release(button)
    assert pads.poll() == up(action)


def test_a_button_without_a_meaning_does_nothing(pads: Gamepads, pad: VirtualPad) -> None:
    assert PadButton.L4 not in AS_SHIPPED
    pad.press("l4")
    assert pads.poll() == []


def test_every_button_of_a_pad_is_known(pads: Gamepads, pad: VirtualPad) -> None:
    for button in PadButton:
        told: list[PadButton] = []
        pads.ask(told.append)
        pad.press(button)
        assert pads.poll() == []
        assert told == [button]
        pad.release(button)
        pads.poll()


def test_a_button_that_is_asked_for_does_nothing_else_and_the_next_one_does(
    pads: Gamepads, pad: VirtualPad
) -> None:
    told: list[PadButton] = []
    pads.ask(told.append)
    pad.press("r1")
    assert pads.poll() == []
    pad.release("r1")
    pad.press("x")
    assert pads.poll() == down(PadAction.STOP)
    assert told == [PadButton.R1]


def test_another_meaning_lets_go_of_what_is_held(pads: Gamepads, pad: VirtualPad) -> None:
    pad.press("r1")
    pads.poll()
    pads.use(bindings({PadAction.STOP: "r1"}), 0.5)
    assert pads.poll() == up(PadAction.TALK)
    pad.release("r1")
    assert pads.poll() == []
    pad.press("r1")
    assert pads.poll() == down(PadAction.STOP)


def test_a_trigger_is_a_button_that_does_not_tremble(pads: Gamepads, pad: VirtualPad) -> None:
    pad.pull("l2", 0.3)
    assert pads.poll() == []
    pad.pull("l2", 0.6)
    assert pads.poll() == down(PadAction.QUICK)
    pad.pull("l2", 0.45)
    assert pads.poll() == []
    pad.pull("l2", 0.1)
    assert pads.poll() == up(PadAction.QUICK)


def test_a_stick_that_drifts_can_be_given_a_longer_reach(pads: Gamepads, pad: VirtualPad) -> None:
    pads.use(AS_SHIPPED, 0.8)
    pad.move(0.7, 0.0)
    assert pads.poll() == []
    pad.move(0.9, 0.0)
    assert pads.poll() == down(PadAction.RIGHT)


def test_the_signs_are_those_of_the_pad_that_was_used_last(pads: Gamepads, pad: VirtualPad) -> None:
    with VirtualPad("Other pad", ids=(0x054C, 0x0CE6)) as other:
        pads.poll()
        other.press("a")
        pads.poll()
        assert pads.family is PadFamily.PLAYSTATION
        pad.press("a")
        pads.poll()
        assert pads.family is PadFamily.DECK


def test_the_pad_that_was_used_last_shakes_and_the_other_does_not(
    pads: Gamepads, pad: VirtualPad
) -> None:
    with VirtualPad("Second pad") as second:
        pads.poll()
        second.press("a")
        pads.poll()
        pads.rumble(0.5, 60)
        assert second.shaken[0] == (0x4000, 0x8000)
        assert pad.shaken == []


def test_a_pad_that_cannot_shake_and_no_pad_at_all_are_left_alone(pads: Gamepads) -> None:
    pads.rumble(0.5, 50)
    with VirtualPad():
        pads.poll()
        pads.rumble(2.0, 50)
        assert pads.poll() == []
        assert len(pads.names) == 1


def test_pads_are_named_while_they_are_plugged_in(pads: Gamepads) -> None:
    with VirtualPad("Left pad"), VirtualPad("Right pad", ids=(0x045E, 0x028E)):
        pads.poll()
        assert len(pads.names) == 2
    pads.poll()
    assert len(pads.names) == 0


def test_a_pad_that_was_there_before_rotom_is_found(clock: Clock) -> None:
    with VirtualPad() as pad:
        pads = Gamepads(clock)
        pads.load()
        pads.use(AS_SHIPPED, 0.5)
        pads.poll()
        pad.press("a")
        assert pads.poll() == down(PadAction.ACTIVATE)
        assert len(pads.names) == 1
        pads.close()


def test_a_pad_may_be_pulled_out_and_plugged_in_again(pads: Gamepads, pad: VirtualPad) -> None:
    for _ in range(3):
        pad.pull_out()
        assert pads.poll() == []
        pad.plug_in()
        assert pads.poll() == []
        pad.press("a")
        assert pads.poll() == down(PadAction.ACTIVATE)
        pad.release("a")
        assert pads.poll() == up(PadAction.ACTIVATE)


def test_talk_that_is_held_while_the_pad_is_pulled_out_is_released(
    pads: Gamepads, pad: VirtualPad
) -> None:
    pad.press("r1")
    pad.move(1, 0)
    assert sorted(pads.poll(), key=str) == sorted(down(PadAction.TALK, PadAction.RIGHT), key=str)
    pad.pull_out()
    assert sorted(pads.poll(), key=str) == sorted(up(PadAction.TALK, PadAction.RIGHT), key=str)
    assert pads.poll() == []


def test_two_pads_that_hold_talk_are_one_press_of_it(pads: Gamepads, pad: VirtualPad) -> None:
    with VirtualPad("Second pad") as second:
        pads.poll()
        pad.press("r1")
        second.press("r1")
        assert pads.poll() == down(PadAction.TALK)
        pad.release("r1")
        assert pads.poll() == []
        second.pull_out()
        assert pads.poll() == up(PadAction.TALK)


def test_a_tap_between_two_polls_is_not_lost(pads: Gamepads, pad: VirtualPad) -> None:
    import sdl2

    pad.press("a")
    sdl2.SDL_PumpEvents()
    pad.release("a")
    sdl2.SDL_PumpEvents()
    assert pads.poll() == down(PadAction.ACTIVATE) + up(PadAction.ACTIVATE)


def test_the_stick_moves_like_the_cross(pads: Gamepads, pad: VirtualPad) -> None:
    pad.move(0.1, -0.2)
    assert pads.poll() == []
    pad.move(0.0, -1.0)
    assert pads.poll() == down(PadAction.UP)
    pad.move(0.0, 0.0)
    assert pads.poll() == up(PadAction.UP)


def test_a_stick_and_a_cross_in_one_direction_are_one_press(
    pads: Gamepads, pad: VirtualPad
) -> None:
    pad.move(1.0, 0.0)
    pad.press("right")
    assert pads.poll() == down(PadAction.RIGHT)
    pad.move(0.0, 0.0)
    assert pads.poll() == []
    pad.release("right")
    assert pads.poll() == up(PadAction.RIGHT)


def test_a_held_direction_repeats_after_a_quarter_second_then_every_80_ms(
    pads: Gamepads, pad: VirtualPad, clock: Clock
) -> None:
    pad.press("down")
    assert pads.poll() == down(PadAction.DOWN)
    came_ms = []
    for elapsed_ms in range(0, 600, 10):
        clock.now_s = 100 + elapsed_ms / 1000
        came_ms += [elapsed_ms for event in pads.poll() if event.repeated]
    assert came_ms == [250, 330, 410, 490, 570]
    pad.release("down")
    assert pads.poll() == up(PadAction.DOWN)
    clock.now_s += 10
    assert pads.poll() == []


def test_talk_and_activate_do_not_repeat(pads: Gamepads, pad: VirtualPad, clock: Clock) -> None:
    pad.press("r1")
    pad.press("a")
    pads.poll()
    clock.now_s += 10
    assert pads.poll() == []


def test_losing_the_focus_releases_what_is_held(pads: Gamepads, pad: VirtualPad) -> None:
    pad.press("r1")
    pad.press("left")
    pads.poll()
    pads.release()
    assert sorted(pads.poll(), key=str) == sorted(up(PadAction.TALK, PadAction.LEFT), key=str)
    pad.release("r1")
    pad.release("left")
    assert pads.poll() == []


def test_what_was_pressed_without_the_focus_never_happens(
    pads: Gamepads, pad: VirtualPad, clock: Clock
) -> None:
    pads.release()
    pad.press("a")
    pad.press("down")
    pad.move(1.0, 0.0)
    assert pads.poll() == []
    clock.now_s += 10
    assert pads.poll() == []
    pad.release("a")
    pad.release("down")
    assert pads.poll() == []
    pad.press("a")
    assert pads.poll() == down(PadAction.ACTIVATE)


@pytest.mark.parametrize("moved", ["before", "meanwhile"])
def test_a_stick_held_over_a_change_of_focus_has_to_come_back_first(
    pads: Gamepads, pad: VirtualPad, moved: str
) -> None:
    if moved == "before":
        pad.move(1.0, 0.0)
        pads.poll()
    pads.release()
    if moved == "meanwhile":
        pad.move(1.0, 0.0)
    pads.poll()
    pad.move(0.9, 0.1)
    assert pads.poll() == []
    pad.move(0.4, 0.95)
    assert pads.poll() == []
    pad.move(0.0, 0.0)
    assert pads.poll() == []
    pad.move(1.0, 0.0)
    assert pads.poll() == down(PadAction.RIGHT)


def test_pads_that_come_and_go_without_the_focus_are_known(pads: Gamepads, pad: VirtualPad) -> None:
    pads.release()
    pad.pull_out()
    pad.plug_in()
    assert pads.poll() == []
    pad.press("b")
    assert pads.poll() == down(PadAction.BACK)


def test_the_first_polls_load_sdl_beside_and_never_wait_for_it() -> None:
    pads = Gamepads()
    assert pads.poll() == []
    pads.close()
    assert pads.poll() == []
    pads.close()


def test_sdl_is_imported_by_the_first_poll_and_not_before_and_says_nothing() -> None:
    script = """
import sys
from rotom.system.gamepads import Gamepads
pads = Gamepads()
assert "sdl2" not in sys.modules
pads.load()
assert "sdl2" in sys.modules
pads.poll()
pads.close()
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.logs_errors
def test_without_sdl_there_are_no_pads_and_a_sentence(tmp_path: Path) -> None:
    script = """
import sys
sys.path.insert(0, sys.argv[1])
from rotom.system.gamepads import Gamepads
pads = Gamepads()
pads.load()
assert pads.poll() == []
assert pads.names == ()
print(pads.problem)
pads.release()
pads.close()
"""
    (tmp_path / "sdl2dll.py").write_text("raise ImportError('no such library')")
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith("Gamepads do not work, because SDL2 could not be loaded (no such")
    assert "Traceback" not in ran.stderr


def test_sdl_hears_the_hints_and_leaves_ctrl_c_alone() -> None:
    import sdl2

    before = signal.getsignal(signal.SIGINT)
    pads = Gamepads()
    pads.load()
    assert {name: sdl2.SDL_GetHint(name.encode()).decode() for name in HINTS} == HINTS
    assert signal.getsignal(signal.SIGINT) is before
    assert sdl2.SDL_WasInit(sdl2.SDL_INIT_VIDEO | sdl2.SDL_INIT_AUDIO) == 0
    pads.close()


def test_an_idle_poll_costs_next_to_nothing(pads: Gamepads, pad: VirtualPad) -> None:
    began = time.process_time()
    for _ in range(2000):
        pads.poll()
    assert (time.process_time() - began) / 2000 < 0.0005


# Without SDL


@pytest.mark.parametrize(
    ("x", "y", "before", "expected"),
    [
        (0.0, 0.0, None, None),
        (0.5, 0.0, None, None),
        (0.6, 0.0, None, PadAction.RIGHT),
        (-0.6, 0.0, None, PadAction.LEFT),
        (0.0, -0.6, None, PadAction.UP),
        (0.0, 0.6, None, PadAction.DOWN),
        (0.7, 0.6, None, PadAction.RIGHT),
        (0.4, 0.0, PadAction.RIGHT, PadAction.RIGHT),
        (0.3, 0.0, PadAction.RIGHT, None),
        (0.6, 0.7, PadAction.RIGHT, PadAction.RIGHT),
        (0.4, 0.9, PadAction.RIGHT, PadAction.DOWN),
        (-1.0, 0.0, PadAction.RIGHT, PadAction.LEFT),
    ],
)
def test_a_stick_points_where_it_is_pushed_and_does_not_tremble(
    x: float, y: float, before: PadAction | None, expected: PadAction | None
) -> None:
    assert stick_direction(x, y, before) == expected


def test_a_late_poll_repeats_once_and_not_for_all_the_time_that_passed() -> None:
    repeat = Repeat(0.25, 0.08)
    repeat.take(PadEvent(PadAction.UP, pressed=True), 0.0)
    assert len(repeat.due(5.0)) == 1
    assert repeat.due(5.01) == []
    assert len(repeat.due(5.08)) == 1


def test_the_direction_pressed_last_is_the_one_that_repeats() -> None:
    repeat = Repeat(0.25, 0.08)
    repeat.take(PadEvent(PadAction.UP, pressed=True), 0.0)
    repeat.take(PadEvent(PadAction.LEFT, pressed=True), 0.1)
    repeat.take(PadEvent(PadAction.UP, pressed=False), 0.2)
    assert repeat.due(0.3) == []
    assert [event.action for event in repeat.due(0.36)] == [PadAction.LEFT]


steps = st.lists(
    st.tuples(st.booleans(), st.sampled_from(DIRECTIONS), st.sampled_from(["cross", "stick"]))
)


@given(steps)
def test_presses_and_releases_of_an_action_always_alternate(
    sequence: list[tuple[bool, PadAction, str]],
) -> None:
    held = Held()
    events: list[PadEvent] = []
    for pressed, action, source in sequence:
        events += held.press(action, source) if pressed else held.release(action, source)
    events += held.release_all()
    for action in DIRECTIONS:
        of_it = [event.pressed for event in events if event.action is action]
        assert of_it == [True, False] * (len(of_it) // 2)
