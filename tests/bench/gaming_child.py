"""Rotom as Steam starts it, in a process of its own: prints its figures as one line of JSON.

`frames`: the couch layout drawn; `costs`: what it takes in each state; `buttons`: how soon a press
and a release count; `beside`: spoken turns beside a stand-in game, with standing back or without.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

import numpy as np

from rotom.conversation.events import StateChanged
from rotom.domain.character import AgentState
from rotom.system.gamepads import Gamepads
from tests.bench.couch import ASKED, Couch
from tests.bench.real import question
from tests.bench.window_child import processor_s
from tests.virtual_pad import VirtualPad

PRESSES, TURNS = 15, 5
MOST_TURNS = 12
"""So many turns are tried until `TURNS` of them were after a pause in which the game went well."""

WELL = 3.0
"""Frames a second that a game may miss beside a Rotom that does nothing, on a quiet machine."""

GAME = Path(__file__).with_name("stand_in_game.py")


@dataclass(frozen=True, slots=True)
class Beside:
    """A pause and the turn after it: frames that the game missed a second, and what it took."""

    alone: float
    turn: float
    lasted_s: float
    used_s: float
    first_ms: float | None


def frames(couch: Couch) -> dict[str, object]:
    idle = couch.frames(AgentState.IDLE)
    speaking = couch.frames(AgentState.SPEAKING)
    couch.window.companion.take(StateChanged(AgentState.IDLE))
    return {"idle": idle, "speaking": speaking}


def costs(couch: Couch) -> dict[str, object]:
    """Idle, hands-free in a quiet room, talk held and spoken to, thinking, behind a game."""
    found: dict[str, object] = {"idle": couch.takes()}
    couch.window.settings.change("hands_free", True)
    couch.breathe()
    found["hands_free"] = couch.takes()
    couch.window.settings.change("hands_free", False)
    couch.pad.press("r1")
    couch.says = np.tile(question(), 20)
    found["listening"] = couch.takes()
    couch.says = couch.says[:0]
    couch.pad.release("r1")
    couch.until(lambda: bool(couch.ends))
    couch.hold_breath()
    couch.window.settings.change("speak_replies", False)
    couch.asks_on = True
    couch.app.session.say(ASKED)
    found["thinking"] = couch.takes()
    couch.asks_on = False
    couch.app.session.interrupt()
    game = couch.lose_focus()
    found["hidden"] = couch.takes()
    game.destroy()
    return found


def buttons(couch: Couch) -> dict[str, object]:
    """Milliseconds from press to listening and from release to the first look at the words."""
    chance = random.Random(1)
    pressed_ms, released_ms, taken_us = [], [], []
    for number in range(PRESSES):
        couch.wait(0.1 + 0.02 * chance.random())
        couch.listens_s.clear()
        couch.finishes_s.clear()
        pressed_s = time.perf_counter()
        couch.hold_and_say(question()[:16_000])
        released_s = time.perf_counter()
        couch.until(lambda: bool(couch.finishes_s))
        pressed_ms.append(1000 * (couch.listens_s[0] - pressed_s))
        released_ms.append(1000 * (couch.finishes_s[0] - released_s))
        couch.app.session.interrupt()
        couch.until(lambda number=number: len(couch.ends) > number)  # type: ignore[misc]
    keys = couch.window.pad_keys
    assert keys is not None
    for _ in range(2000):
        began_s = time.perf_counter()
        keys.poll()
        taken_us.append(1e6 * (time.perf_counter() - began_s))
    return {"pressed_ms": pressed_ms, "released_ms": released_ms, "poll_us": median(taken_us)}


def beside(couch: Couch) -> dict[str, object]:
    """Pauses and turns in turn, beside a game; those count whose pause went well for the game."""
    couch.beside_game = True
    window = couch.lose_focus()
    tried: list[Beside] = []
    with tempfile.NamedTemporaryFile("r") as done:  # a pipe that nobody reads would stop the game
        game = subprocess.Popen([sys.executable, GAME, done.name])
        couch.wait(3.0)
        while len(well(tried)) < TURNS and len(tried) < MOST_TURNS:
            tried.append(pause_and_turn(couch, done))
        game.terminate()
        game.wait()
    window.destroy()
    counted = well(tried) or tried
    return {
        "tried": [len(tried)],
        "alone": [each.alone for each in counted],
        "turns": [each.turn for each in counted],
        "lasted_s": [each.lasted_s for each in counted],
        "used_s": [each.used_s for each in counted],
        "first_ms": [each.first_ms for each in counted if each.first_ms is not None],
    }


def well(tried: list[Beside]) -> list[Beside]:
    return [each for each in tried if each.alone <= WELL]


def pause_and_turn(couch: Couch, done: IO[str]) -> Beside:
    paused_s = time.monotonic()
    couch.wait(4.0)
    began_s, before_s, ended = time.monotonic(), processor_s(), len(couch.ends)
    couch.window.companion.pressTalk()  # as the chord on the Deck's own buttons does
    couch.says = question()
    couch.breathe()
    couch.until(lambda: not len(couch.says))
    couch.window.companion.releaseTalk()
    couch.until(lambda: len(couch.ends) > ended)
    used_s, ended_s = processor_s() - before_s, time.monotonic()
    couch.hold_breath()
    done_s = [float(line) for line in done]
    return Beside(
        alone=missed(done_s, paused_s, began_s),
        turn=missed(done_s, began_s, ended_s),
        lasted_s=ended_s - began_s,
        used_s=used_s,
        first_ms=couch.ends[-1].outcome.timings.first_audio_ms,
    )


def missed(done_s: list[float], begin_s: float, end_s: float) -> float:
    """How many frames of sixty a second were not done in time, in a second."""
    in_time = sum(begin_s <= each < end_s for each in done_s)
    return max(0.0, 60 - in_time / (end_s - begin_s))


def main(which: str, data: str, stand_back: bool) -> None:
    pads = Gamepads()
    pads.load()
    with VirtualPad() as pad:
        couch = Couch(data, pad, pads, stand_back)
        couch.open()
        measure = {"frames": frames, "costs": costs, "buttons": buttons, "beside": beside}[which]
        print(json.dumps(measure(couch)), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:] != ["takes-all"])
