"""Talk beside a game: what listening to the Deck and to a key costs, and how soon a press tells."""

import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from statistics import median

from rotom.domain.deck_reports import chord
from rotom.system.deck_buttons import DeckButtons
from rotom.system.game_key import GameKey
from tests.bench.table import Row
from tests.deck import L5, node, report
from tests.x_display import served

SECONDS = 20.0
PRESSES = 40
FEEDER = """
import socket, sys, time
deck = socket.socket(fileno=int(sys.argv[1]))
report, due_s = bytes.fromhex(sys.argv[2]), time.monotonic()
while True:
    deck.send(report)
    due_s += 0.004
    time.sleep(max(0.0, due_s - time.monotonic()))
"""
"""The controller, in a process of its own so that its work is not counted."""


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        sysfs = Path(folder)
        node(sysfs, "hidraw3")
        yield from _cost(sysfs)
        yield from _delay(sysfs)
    yield from _key_cost()


def _cost(sysfs: Path) -> Iterator[Row]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    feeder = subprocess.Popen(
        [sys.executable, "-c", FEEDER, str(ours.fileno()), report().hex()],
        pass_fds=[ours.fileno()],
    )
    ours.close()
    try:
        listener, _ = _listening(sysfs, theirs)
        share = _share()
        listener.stop()
    finally:
        feeder.kill()
        feeder.wait()
    yield Row("listening to 250 reports of the Deck a second: share of one core", share, "%", 1)


def _key_cost() -> Iterator[Row]:
    if shutil.which("Xvfb") is None:
        return
    with served() as display:
        key = GameKey(display, lambda _: None)
        key.start()
        share = _share()
        key.stop()
    yield Row("listening to a key of the games' screen: share of one core", share, "%", 1)


def _share() -> float:
    """How much of one core this program takes, in percent."""
    threading.Event().wait(1.0)
    before_s, began_s = time.process_time(), time.monotonic()
    threading.Event().wait(SECONDS)
    return 100 * (time.process_time() - before_s) / (time.monotonic() - began_s)


def _delay(sysfs: Path) -> Iterator[Row]:
    deck, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener, talks = _listening(sysfs, theirs)
    delays_ms = []
    for number in range(PRESSES):
        threading.Event().wait(0.05 + number % 7 * 0.003)
        began_s = time.perf_counter()
        deck.send(report(L5))
        talks.get()
        delays_ms.append(1000 * (time.perf_counter() - began_s))
        deck.send(report())
        talks.get()
    listener.stop()
    deck.close()
    yield Row("from the report of a press to talking: median", median(delays_ms), "ms")
    yield Row("from the report of a press to talking: longest", max(delays_ms), "ms", 50)


def _listening(sysfs: Path, deck: socket.socket) -> tuple[DeckButtons, "SimpleQueue[bool]"]:
    deck.setblocking(False)
    talks: SimpleQueue[bool] = SimpleQueue()
    listener = DeckButtons(
        chord("l5"), talks.put, print, sysfs=sysfs, open_node=lambda _: deck.detach()
    )
    listener.start()
    return listener, talks
