"""A conversation on real sound devices that come and go, in a process of its own that has them.

`python -m tests.engines.real_devices` answers each line of its input aloud, and whatever it hears;
it tells on its lines what happens. A reply is a tone of a second.
"""

import sys

from rotom.conversation.company import Company
from rotom.conversation.events import (
    Event,
    MicrophoneOpen,
    Problem,
    TurnEnded,
    UserSaid,
)
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Engines, Session
from rotom.domain.character import Persona
from rotom.domain.speech import Language
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedVoice
from rotom.engines.silero import SileroVad
from rotom.engines.sounddevice_io import SounddeviceLoudspeaker, SounddeviceMicrophone
from rotom.storage.memory import MemoryJournal


def tell(event: Event) -> None:
    match event:
        case MicrophoneOpen(is_open=is_open):
            print("open" if is_open else "closed", flush=True)
        case Problem(text=text):
            print(f"problem: {text}", flush=True)
        case UserSaid(typed=False):
            print("heard", flush=True)
        case TurnEnded(outcome=outcome) if outcome.committed:
            print("answered" if outcome.heard else "not answered", flush=True)


def live() -> None:
    session = Session(
        Engines(
            vad=SileroVad,
            ears=lambda: ScriptedEars(["hello there"] * 99),
            brain=lambda: ScriptedBrain(["Hello, you over there, how are you?"]),
            voices=lambda: dict.fromkeys(Language, ScriptedVoice()),
            microphone=SounddeviceMicrophone(),
            loudspeaker=SounddeviceLoudspeaker(),
        ),
        Company(Persona("devices", "Rotom", "cheerful", "You are warm."), MemoryJournal()),
        listening=ListeningManner(hands_free=True, headphones=True, speculate=False),
    )
    session.subscribe(tell)
    session.start()
    for _ in sys.stdin:
        session.say("hello")
    session.stop()


if __name__ == "__main__":
    live()
