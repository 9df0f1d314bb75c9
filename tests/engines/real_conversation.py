"""A whole conversation on real sound devices, in a process of its own that has them.

`python -m tests.engines.real_conversation` tells on its lines what it waits for, and at its end
how its two turns went, as one JSON object.
"""

import json
import tempfile
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from rotom.conversation.company import Company
from rotom.conversation.events import (
    EngineReady,
    Event,
    MicrophoneOpen,
    SentenceStarted,
    TurnEnded,
    UserSaid,
)
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Session
from rotom.domain.character import Persona
from rotom.domain.settings import Settings
from rotom.engines.scripted import ScriptedBrain
from rotom.files import user_folders
from rotom.making import real_engines
from rotom.storage.memory import MemoryJournal
from tests.patience import PATIENCE_S

LONG = "This is the very long story of a ghost. " + "It goes on and on and on and on. " * 24
"""A minute: it is to be interrupted."""


Kind = TypeVar("Kind")


class Watch:
    def __init__(self, session: Session) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()
        session.subscribe(self._events.put)

    def wait_for(self, kind: type[Kind]) -> Kind:
        while not isinstance(event := self._events.get(timeout=PATIENCE_S), kind):
            pass
        return event

    def wait_until_it_listens(self) -> None:
        missing = {"ears", "brain", "voice", "microphone"}
        while missing:
            match self._events.get(timeout=PATIENCE_S):
                case EngineReady(kind=kind):
                    missing.discard(kind)
                case MicrophoneOpen(is_open=True):
                    missing.discard("microphone")

    def wait_for_answer(self) -> TurnEnded:
        """The end of the first turn that was not a noise."""
        while not (ended := self.wait_for(TurnEnded)).outcome.committed:
            pass
        return ended


def converse(folder: Path) -> dict[str, object]:
    session = Session(
        real_engines(user_folders(folder), Settings()),
        Company(Persona("bench", "Rotom", "cheerful", "You are warm."), MemoryJournal()),
        listening=ListeningManner(hands_free=True, headphones=True),
    )
    watch = Watch(session)
    session.start()
    try:
        watch.wait_until_it_listens()
        print("listening", flush=True)
        said = watch.wait_for(UserSaid)
        answered = watch.wait_for_answer()
        session.thinking.use_brain(lambda: ScriptedBrain([LONG]))
        watch.wait_for(EngineReady)
        print("listening again", flush=True)
        watch.wait_for(SentenceStarted)
        print("speaking", flush=True)
        interrupted = watch.wait_for_answer()
    finally:
        session.stop()
    return {
        "said": said.transcript.text,
        "answer": answered.outcome.heard,
        "was_interrupted": interrupted.outcome.interrupted,
        "heard": interrupted.outcome.heard,
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        print(json.dumps(converse(Path(data))), flush=True)
