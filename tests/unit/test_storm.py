"""A storm: threads that say, interrupt, speak and press at random; each turn ends exactly once."""

import random
import threading
from collections import Counter

import numpy as np
import pytest

from rotom.conversation.events import TurnEnded, UserSaid
from rotom.conversation.manner import ListeningManner
from rotom.conversation.turn import Turn
from rotom.domain.speech import FRAME_SAMPLES, Samples
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedLoudspeaker
from tests.conftest import MakeStand, Stand
from tests.patience import PATIENCE_S

SEEDS = 300
ACTIONS_OF_A_THREAD = 12
REPLIES = ["[joy] Yes! Of course. Why not?", "No.", "[anger] Hm. Let me think about that one."]


def _typist(parts: Stand, rng: random.Random, said: list[Turn]) -> None:
    for _ in range(ACTIONS_OF_A_THREAD):
        if rng.random() < 0.6:
            said.append(parts.session.say(rng.choice(["hi", "", "what?", "tell me more"])))
        else:
            parts.session.interrupt()


def _talker(parts: Stand, rng: random.Random, said: list[Turn]) -> None:
    for _ in range(ACTIONS_OF_A_THREAD):
        match rng.randrange(4):
            case 0:
                parts.session.press_talk()
            case 1:
                parts.session.release_talk()
            case 2:
                parts.microphone.push(_sound(rng, rng.randrange(1, 60)))
            case _:
                said.append(parts.session.hear(_sound(rng, 20)))


def _player(parts: Stand, rng: random.Random, said: list[Turn]) -> None:
    for _ in range(ACTIONS_OF_A_THREAD * 3):
        parts.loudspeaker.advance(rng.random())


def _storm(parts: Stand, seed: int) -> list[Turn]:
    """Three threads do as they like; returns the turns that were opened by saying something."""
    said: list[Turn] = []
    start = threading.Barrier(3)

    def run(number: int) -> None:
        start.wait(PATIENCE_S)
        (_typist, _talker, _player)[number](parts, random.Random(seed * 10 + number), said)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    return said


def _sound(rng: random.Random, frames: int) -> Samples:
    loud = np.repeat([rng.random() < 0.6 for _ in range(frames)], FRAME_SAMPLES)
    return np.where(loud, 0.2, 0.0).astype(np.float32)


@pytest.mark.parametrize("first_seed", range(0, SEEDS, 50))
def test_in_a_storm_each_turn_ends_exactly_once(stand: MakeStand, first_seed: int) -> None:
    for seed in range(first_seed, first_seed + 50):
        rng = random.Random(seed)
        parts = stand(
            brain=ScriptedBrain(REPLIES),
            ears=ScriptedEars(["hello", "", "good morning", "what now"] * 20),
            loudspeaker=ScriptedLoudspeaker(instant=rng.random() < 0.3),
            listening=ListeningManner(
                hands_free=rng.random() < 0.5,
                headphones=rng.random() < 0.5,
                speculate=rng.random() < 0.5,
            ),
        )
        said = _storm(parts, seed)
        parts.session.stop()
        ended = parts.watch.of(TurnEnded)
        times = Counter(event.turn_id for event in ended)
        assert all(turn.outcome is not None for turn in said), f"seed {seed}"
        assert not [t for t, count in times.items() if count != 1], f"seed {seed}"
        assert {turn.id for turn in said} <= set(times), f"seed {seed}"
        told = Counter(event.turn_id for event in parts.watch.of(UserSaid))
        assert all(count == 1 for count in told.values()), f"seed {seed}"
        uncommitted = {e.turn_id for e in ended if not e.outcome.committed}
        assert not uncommitted & set(told), f"seed {seed}: what was never committed was shown"
        assert all(not e.outcome.heard for e in ended if e.turn_id in uncommitted), f"seed {seed}"
