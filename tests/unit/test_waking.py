"""Rotom sleeps until it is called by its name, and again when an exchange is over for a while."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from rotom.conversation.events import Event, MicrophoneOpen, Problem, UserSaid, WaitsForName
from rotom.conversation.manner import ListeningManner
from rotom.conversation.presence import Presence
from rotom.conversation.waking import CALLED_WITHIN_MS, LAST_MS, LEAD_FRAMES, PAUSE_MS, Waking
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.engines import EngineError, NameSpotter
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Samples
from rotom.engines.scripted import ScriptedBrain, ScriptedEars, ScriptedSpotter
from tests.conftest import MakeStand

CALLED = ListeningManner(hands_free=True, headphones=True, name="Rotom", stay_awake_ms=320.0)
FRAME_S = FRAME_SAMPLES / HEARING_RATE_HZ


def frame(number: int) -> Samples:
    return np.full(FRAME_SAMPLES, number, np.float32)


class Sleeper:
    """A Waking whose presence is at rest, with all that it told."""

    def __init__(self, load: Callable[[str], NameSpotter] | None) -> None:
        self.told: list[Event] = []
        self.presence = Presence(lambda _: None)
        self.presence.note("loading", False)
        self.waking = Waking(load, self.presence, self.told.append)
        self._count: Iterator[int] = iter(range(10_000))

    def hear(self, frames: int, speech: float = 1.0) -> list[int]:
        """The numbers of the frames that were let through."""
        through: list[int] = []
        for number in (next(self._count) for _ in range(frames)):
            self.waking.let_time_pass(goes_on=False)
            let_through = self.waking.let_through(frame(number), speech)
            through += [int(sound[0]) for sound, _ in let_through]
        return through


@pytest.fixture
def spotter() -> ScriptedSpotter:
    return ScriptedSpotter("Rotom", at_frame=LEAD_FRAMES + 6, ago_s=3 * FRAME_S)


@pytest.fixture
def sleeper(spotter: ScriptedSpotter) -> Sleeper:
    asleep = Sleeper(lambda _: spotter)
    asleep.waking.use(CALLED)
    return asleep


def test_without_a_name_everything_is_let_through(spotter: ScriptedSpotter) -> None:
    awake = Sleeper(lambda _: spotter)
    awake.waking.use(ListeningManner(hands_free=True))
    assert awake.hear(5) == [0, 1, 2, 3, 4]
    assert awake.told == []
    assert spotter.fed == []


def test_what_follows_the_name_in_the_same_breath_is_let_through(sleeper: Sleeper) -> None:
    assert sleeper.told == [WaitsForName("Rotom")]
    assert sleeper.hear(20, speech=0.0) == []
    assert sleeper.hear(5) == []
    assert sleeper.hear(1) == [23, 24, 25]
    assert sleeper.hear(2) == [26, 27]
    assert sleeper.told[1:] == [WaitsForName("")]


def test_the_spotter_rests_while_nobody_speaks(sleeper: Sleeper, spotter: ScriptedSpotter) -> None:
    sleeper.hear(500, speech=0.0)
    assert (spotter.starts, spotter.fed) == (0, [])
    sleeper.hear(1)
    assert spotter.starts == 1
    assert len(spotter.fed) == LEAD_FRAMES + 1


def test_a_name_in_the_middle_of_what_is_said_is_not_a_call(sleeper: Sleeper) -> None:
    late = ScriptedSpotter("Rotom", at_frame=int(CALLED_WITHIN_MS / FRAME_MS) + 2)
    sleeper.waking = Waking(lambda _: late, sleeper.presence, sleeper.told.append)
    sleeper.waking.use(CALLED)
    assert sleeper.hear(200) == []
    assert sleeper.waking.is_asleep


def test_what_comes_before_a_name_that_is_the_last_word_is_let_through(sleeper: Sleeper) -> None:
    spoken = int(CALLED_WITHIN_MS / FRAME_MS) + 20
    last = ScriptedSpotter("Rotom", at_frame=LEAD_FRAMES + spoken + 2, ago_s=3 * FRAME_S)
    sleeper.waking = Waking(lambda _: last, sleeper.presence, sleeper.told.append)
    sleeper.waking.use(CALLED)
    assert sleeper.hear(20, speech=0.0) == []
    assert sleeper.hear(spoken) == []
    silent = int(LAST_MS / FRAME_MS)
    assert sleeper.hear(silent - 1, speech=0.0) == []
    assert sleeper.hear(1, speech=0.0) == list(range(20 - LEAD_FRAMES, 20 + spoken + silent))
    assert not sleeper.waking.is_asleep


def test_a_short_question_before_the_name_is_let_through_too(sleeper: Sleeper) -> None:
    last = ScriptedSpotter("Rotom", at_frame=LEAD_FRAMES + 32, ago_s=2 * FRAME_S)
    sleeper.waking = Waking(lambda _: last, sleeper.presence, sleeper.told.append)
    sleeper.waking.use(CALLED)
    assert sleeper.hear(20, speech=0.0) == []
    assert sleeper.hear(31) == []
    silent = int(LAST_MS / FRAME_MS)
    assert sleeper.hear(silent, speech=0.0) == list(range(20 - LEAD_FRAMES, 20 + 31 + silent))


def test_behind_good_morning_and_the_name_what_follows_is_let_through(sleeper: Sleeper) -> None:
    greeted = ScriptedSpotter("Rotom", at_frame=LEAD_FRAMES + 32, ago_s=2 * FRAME_S)
    sleeper.waking = Waking(lambda _: greeted, sleeper.presence, sleeper.told.append)
    sleeper.waking.use(CALLED)
    assert sleeper.hear(20, speech=0.0) == []
    assert sleeper.hear(42) == list(range(20 + 30, 20 + 42))


def test_behind_a_pause_a_name_may_begin(sleeper: Sleeper, spotter: ScriptedSpotter) -> None:
    spotter.at_frame = 1000
    sleeper.hear(100)
    sleeper.hear(int(PAUSE_MS / FRAME_MS), speech=0.0)
    spotter.at_frame = LEAD_FRAMES + 6
    assert sleeper.hear(6) != []
    assert spotter.starts == 2


def test_it_sleeps_again_when_all_is_over_for_a_while(sleeper: Sleeper) -> None:
    sleeper.hear(20, speech=0.0)
    sleeper.hear(6)
    sleeper.presence.note("thinking", True)
    sleeper.hear(100, speech=0.0)
    assert not sleeper.waking.is_asleep, "an exchange goes on"
    sleeper.presence.note("thinking", False)
    sleeper.hear(9, speech=0.0)
    assert not sleeper.waking.is_asleep
    sleeper.hear(1, speech=0.0)
    assert sleeper.waking.is_asleep
    assert sleeper.told[-1] == WaitsForName("Rotom")


def test_another_name_is_waited_for_at_once(sleeper: Sleeper) -> None:
    loaded: list[str] = []

    def load(name: str) -> ScriptedSpotter:
        loaded.append(name)
        return ScriptedSpotter(name)

    waking = Waking(load, sleeper.presence, sleeper.told.append)
    for name in ("Rotom", "Rotom", "Sparky"):
        waking.use(ListeningManner(hands_free=True, name=name))
    assert loaded == ["Rotom", "Sparky"]
    assert sleeper.told[-1] == WaitsForName("Sparky")
    waking.use(ListeningManner(hands_free=False, name="Sparky"))
    assert sleeper.told[-1] == WaitsForName("")


def test_a_name_that_cannot_be_heard_is_told_and_all_is_listened_to() -> None:
    def load(name: str) -> ScriptedSpotter:
        raise EngineError("No such sounds. Take another name.")

    sleeper = Sleeper(load)
    sleeper.waking.use(CALLED)
    assert sleeper.told == [Problem("No such sounds. Take another name.")]
    assert sleeper.hear(3) == [0, 1, 2]


def loud(seconds: float) -> Samples:
    time_s = np.arange(int(seconds * HEARING_RATE_HZ)) / HEARING_RATE_HZ
    return (0.3 * np.sin(2 * np.pi * 200 * time_s)).astype(np.float32)


def quiet(seconds: float) -> Samples:
    return np.zeros(int(seconds * HEARING_RATE_HZ), np.float32)


def test_a_session_answers_what_follows_its_name_and_nothing_before(stand: MakeStand) -> None:
    spotter = ScriptedSpotter("Rotom", at_frame=10_000)
    parts = stand(
        ears=ScriptedEars(["what time is it"]),
        brain=ScriptedBrain(["It is late."]),
        spotter=spotter,
        listening=ListeningManner(hands_free=True, headphones=True, name="Rotom"),
    )
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.microphone.push(np.concatenate([loud(1.0), quiet(1.5)]))
    parts.microphone.push(loud(0.032))
    parts.watch.wait_for(WaitsForName, lambda e: e.name == "Rotom")
    parts.session.listening._stage.post(lambda: setattr(spotter, "at_frame", LEAD_FRAMES + 12))
    parts.microphone.push(np.concatenate([quiet(1.0), loud(1.5), quiet(1.5)]))
    assert parts.watch.wait_for(UserSaid).transcript.text == "what time is it"
    assert len(parts.watch.of(UserSaid)) == 1
    assert WaitsForName("") in parts.watch.events


def test_a_press_and_a_typed_line_need_no_name(stand: MakeStand) -> None:
    parts = stand(
        ears=ScriptedEars(["hello"]),
        spotter=ScriptedSpotter("Rotom", at_frame=10_000),
        listening=ListeningManner(hands_free=True, headphones=True, name="Rotom"),
    )
    parts.watch.wait_for(MicrophoneOpen, lambda e: e.is_open)
    parts.session.press_talk()
    parts.microphone.push(loud(0.5))
    parts.session.release_talk()
    assert parts.watch.wait_for(UserSaid).transcript.text == "hello"
    parts.session.say("and now")
    parts.watch.wait_for(UserSaid, lambda e: e.typed)
