"""Somebody speaks over a reply: how soon it is lower and silent; and what must not stop it."""

import threading
import time
from collections.abc import Iterator
from functools import partial
from queue import SimpleQueue
from statistics import median

import numpy as np

from rotom.conversation.company import Company
from rotom.conversation.events import Event, MicrophoneLevel, MicrophoneOpen
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Engines, Session
from rotom.conversation.speaking import DUCKED
from rotom.domain.endpointing import FRAME_MS, Patience
from rotom.domain.speech import FRAME_SAMPLES, Language, Samples
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedMicrophone, ScriptedVoice
from rotom.engines.silero import SileroVad
from rotom.storage.memory import MemoryJournal
from tests.acoustics import impulse
from tests.bench.interruption import PERSONA, RATE_HZ, ClockedLoudspeaker
from tests.bench.real import load_voice
from tests.bench.sounds import coughs, game, laughs, room, spoken
from tests.bench.table import Row
from tests.room import Room

ROUNDS = 10
TONE = 0.5
"""The amplitude of the scripted voice."""

SAID = ("Wait, what did you say?", "No, I do not think so.", "Can you tell me more?", "Stop it.")
OVER_REPLY = {
    "coughs": coughs,
    "laughs": laughs,
    "other people's laughs": partial(laughs, seed=8),
    "a game": game,
}
PIECE_S = 4.0
"""How much of a sound that is no speech comes over one reply."""


def rows() -> Iterator[Row]:
    lowered, silent = zip(*(_spoken_over(SAID[n % len(SAID)]) for n in range(ROUNDS)), strict=True)
    for what, values, bound in (
        ("the voice is low", lowered, 40),
        ("it is silent", silent, Patience().confirm_ms + 150),
    ):
        name = f"from the first frame of speech until {what}"
        yield Row(f"{name}: median", median(values), "ms", bound)
        yield Row(f"{name}: slowest", max(values), "ms", bound)
    for name, sound in OVER_REPLY.items():
        stopped, lowered_for, left_low = over_replies(sound(ROUNDS * PIECE_S), ROUNDS)
        yield Row(f"{name} over {ROUNDS} replies: stopped it", stopped, "", 0)
        yield Row(f"{name} over {ROUNDS} replies: times the voice was lowered", lowered_for, "")
        yield Row(f"{name} over {ROUNDS} replies: left low", left_low, "", 0)


def over_replies(sound: Samples, rounds: int) -> tuple[int, int, int]:
    """How many replies a sound stopped, lowered, and left low; a part of it comes over each."""
    stopped = left_low = 0
    with Room(load_voice(), None, impulse(0.3, 0.06)) as talk:
        for piece in np.array_split(sound, rounds):
            stopped += talk.reply(piece, 10).outcome.interrupted
            left_low += talk.volume < 1.0
        return stopped, talk.ducked, left_low


def _spoken_over(text: str) -> tuple[float, float]:
    """Milliseconds from the end of the first frame that is speech, in real time."""
    loudspeaker, microphone = ClockedLoudspeaker(), ScriptedMicrophone()
    news: SimpleQueue[Event] = SimpleQueue()
    session = Session(
        Engines(
            vad=SileroVad,
            ears=lambda: ScriptedEars([text]),
            brain=lambda: ScriptedBrain(["This is a long sentence that goes on and on. " * 9]),
            voices=lambda: {Language.ENGLISH: ScriptedVoice(rate_hz=RATE_HZ)},
            microphone=microphone,
            loudspeaker=loudspeaker,
        ),
        Company(PERSONA, MemoryJournal()),
        listening=ListeningManner(hands_free=True, headphones=True),
    )
    session.subscribe(news.put)
    session.start()
    while not isinstance(news.get(timeout=20), MicrophoneOpen):
        pass
    turn = session.say("go on")
    loudspeaker.sounding.wait(10)
    came_s = _speak(microphone, np.concatenate([room(1.0), _at_usual(spoken(text)), room(0.5)]))
    turn.wait_ended(10)
    session.stop()
    levels = []
    while not news.empty():
        if isinstance(event := news.get(), MicrophoneLevel):
            levels.append(event.speech)
    first = next(n for n, speech in enumerate(levels) if speech >= Patience().speech_above)
    after = [(1000 * (at_s - came_s[first]), peak) for at_s, peak in loudspeaker.ends]
    lowered, silent = (
        next(ms for ms, peak in after if ms > 0 and peak <= most) for most in (_LOW, 0.0)
    )
    return lowered, silent


_LOW = 1.05 * DUCKED * TONE


def _speak(microphone: ScriptedMicrophone, sound: Samples) -> list[float]:
    """Speaks in real time; when each frame came."""
    began_s = time.monotonic()
    came_s = []
    for number in range(len(sound) // FRAME_SAMPLES):
        due_s = began_s + (number + 1) * FRAME_MS / 1000
        threading.Event().wait(max(0.0, due_s - time.monotonic()))
        came_s.append(time.monotonic())
        microphone.push(sound[number * FRAME_SAMPLES : (number + 1) * FRAME_SAMPLES])
    return came_s


def _at_usual(sound: Samples) -> Samples:
    return sound * np.float32(0.05 / float(np.sqrt(np.mean(np.square(sound)))))
