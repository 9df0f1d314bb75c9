"""Rotom as Steam starts it, in a process of its own: prints its figures as one line of JSON.

`frames`: the couch layout drawn; `costs`: what it takes in each state; `buttons`: how soon a press
and a release count; `beside`: spoken turns beside a stand-in game, with standing back or without.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import numpy as np

from rotom.conversation.events import StateChanged
from rotom.domain.character import AgentState
from rotom.system.gamepads import Gamepads
from tests.bench.couch import ASKED, Couch
from tests.bench.real import question
from tests.bench.window_child import processor_s
from tests.virtual_pad import VirtualPad

PRESSES, TURNS = 15, 5
GAME = Path(__file__).with_name("stand_in_game.py")


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
    """Turns and pauses in turn, beside a game: when each was, and what it took."""
    couch.beside_game = True
    window = couch.lose_focus()
    game = subprocess.Popen([sys.executable, GAME], stdout=subprocess.PIPE, text=True)
    couch.wait(3.0)
    alone, turns, used_s, first_ms = [], [], [], []
    for number in range(TURNS):
        began_s = time.monotonic()
        couch.wait(4.0)
        alone.append((began_s, time.monotonic()))
        began_s, before_s = time.monotonic(), processor_s()
        couch.window.companion.pressTalk()  # as the chord on the Deck's own buttons does
        couch.says = question()
        couch.breathe()
        couch.until(lambda: not len(couch.says))
        couch.window.companion.releaseTalk()
        couch.until(lambda number=number: len(couch.ends) > number)  # type: ignore[misc]
        turns.append((began_s, time.monotonic()))
        used_s.append(processor_s() - before_s)
        first_ms.append(couch.ends[-1].outcome.timings.first_audio_ms)
    game.terminate()
    done_s = [float(line) for line in game.communicate()[0].split("\n")[:-1]]
    window.destroy()
    return {
        "alone": [missed(done_s, *span) for span in alone],
        "turns": [missed(done_s, *span) for span in turns],
        "lasted_s": [end - begin for begin, end in turns],
        "used_s": used_s,
        "first_ms": [each for each in first_ms if each is not None],
    }


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
