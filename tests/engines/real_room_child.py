"""Rotom hands-free without headphones on real sound devices, in a process of its own.

`python -m tests.engines.real_room_child 12 6` gives twelve replies that nobody talks over, then six
that somebody may. It tells when it listens, when each of the six sounds, and at its end how all
went, as JSON.
"""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from rotom.conversation.company import Company
from rotom.conversation.events import Event, MicrophoneLevel, SentenceStarted, TurnEnded, UserSaid
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Session
from rotom.domain.character import Persona
from rotom.domain.settings import Settings
from rotom.engines.echo_canceller import EchoCanceller
from rotom.engines.scripted import ScriptedBrain, ScriptedEars
from rotom.files import user_folders
from rotom.making import real_engines
from rotom.storage.memory import MemoryJournal
from tests.engines.real_conversation import Watch
from tests.room import REPLIES

AFTERWARDS_FRAMES = 45
"""How long after a reply (1.4 s) a word of it could still be answered."""

SPOKEN_FRAMES = 120
"""How long (3.8 s) who talks over a reply may go on: the next one would begin into their words."""

STORY = "This is the long story of a small ghost. " + "It went on and on and on. " * 20


def live(folder: Path, alone: int, talked_over: int) -> list[dict[str, int]]:
    canceller = EchoCanceller()
    engines = replace(
        real_engines(user_folders(folder), Settings()),
        canceller=lambda: canceller,
        brain=lambda: ScriptedBrain([*(REPLIES * 3)[:alone], STORY]),
        ears=lambda: ScriptedEars(["this is an answer to nobody"] * 99),
    )
    session = Session(
        engines,
        Company(Persona("room", "Rotom", "cheerful", "You are warm."), MemoryJournal()),
        listening=ListeningManner(hands_free=True),
    )
    watch = Watch(session)
    heard: list[Event] = []

    def note(event: Event) -> None:
        if isinstance(event, UserSaid) and not event.typed:
            heard.append(event)

    session.subscribe(note)
    session.start()
    try:
        watch.wait_until_it_listens()
        print("listening", flush=True)
        replies = []
        for is_talked_over in [False] * alone + [True] * talked_over:
            stumbled, answered = canceller.stumbles, len(heard)
            interrupted = _reply(session, watch, is_talked_over)
            replies.append(
                {
                    "is_talked_over": is_talked_over,
                    "interrupted": interrupted,
                    "answered": len(heard) - answered,
                    "stumbles": canceller.stumbles - stumbled,
                }
            )
    finally:
        session.stop()
    return replies


def _reply(session: Session, watch: Watch, is_talked_over: bool) -> bool:
    """Whether it was interrupted; tells when it sounds where somebody waits for that.

    It may end before it sounds: where the machine is too busy, Rotom hears itself.
    """
    turn = session.say("go on")
    news = iter(lambda: watch.wait_for(SentenceStarted | TurnEnded), None)
    of_it = (event for event in news if event.turn_id == turn.id)
    if isinstance(event := next(of_it), SentenceStarted):
        if is_talked_over:
            print("speaking", flush=True)
        event = next(each for each in of_it if isinstance(each, TurnEnded))
    for _ in range(SPOKEN_FRAMES if is_talked_over else AFTERWARDS_FRAMES):
        watch.wait_for(MicrophoneLevel)
    session.interrupt()
    return event.outcome.interrupted


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        print(json.dumps(live(Path(data), *map(int, sys.argv[1:]))), flush=True)
