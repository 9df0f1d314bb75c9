"""What every test shares: no leftover thread, no unexpected log, a session on scripted engines."""

import logging
import os
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ["LANGUAGE"] = "en"

from rotom.conversation.company import Company
from rotom.conversation.events import Event
from rotom.conversation.manner import ListeningManner
from rotom.conversation.session import Engines, Session
from rotom.conversation.speaking import SpeakingManner
from rotom.domain.character import Feeling, Persona
from rotom.domain.speech import Language
from rotom.engines.scripted import (
    ScriptedBrain,
    ScriptedEars,
    ScriptedLoudspeaker,
    ScriptedMicrophone,
    ScriptedSpotter,
    ScriptedVad,
    ScriptedVoice,
)
from rotom.storage.memory import MemoryJournal
from tests.patience import PATIENCE_S

hypothesis.settings.register_profile(
    "tests",
    deadline=None,  # a machine may be busy
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize=True,
)
hypothesis.settings.load_profile("tests")

Kind = TypeVar("Kind")


PERSONA = Persona("tester", "Rotom", "cheerful", "You are warm.", baseline=Feeling(0.3, 0.1, 0.0))


@pytest.fixture(autouse=True)
def no_leftover_threads() -> Iterator[None]:
    """A test ends the threads that it started."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and t.is_alive()]
    ours = [t.name for t in left if t.name in {"listening", "thinking", "speaking", "sounding"}]
    assert not ours, f"threads left running: {ours}"


@pytest.fixture(autouse=True)
def no_unexpected_errors(
    caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> Iterator[None]:
    """A test fails on a logged error unless it is marked `logs_errors`."""
    yield
    if request.node.get_closest_marker("logs_errors") is None:
        errors = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
        assert not errors, f"unexpected errors in the log: {errors}"


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """What a worker tells of a test is sent as UTF-8, which has no halves of surrogate pairs."""
    return _as_utf8((yield))


def _as_utf8(told: Any) -> Any:
    match told:
        case str():
            return told.encode(errors="replace").decode()
        case list() | tuple():
            return type(told)(_as_utf8(part) for part in told)
        case dict():
            return {key: _as_utf8(part) for key, part in told.items()}
    return told


class Watch:
    """Collects a session's events, and waits for the one that a test is about."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._news = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()

    def of(self, kind: type[Kind]) -> list[Kind]:
        with self._news:
            return [event for event in self.events if isinstance(event, kind)]

    def wait_for(self, kind: type[Kind], where: Callable[[Kind], bool] = lambda _: True) -> Kind:
        """The first such event, which may have come already."""
        found: list[Kind] = []

        def has_come() -> bool:
            found.extend(e for e in self.events if isinstance(e, kind) and where(e))
            return bool(found)

        with self._news:
            assert self._news.wait_for(has_come, PATIENCE_S), f"no {kind.__name__} came"
        return found[0]

    def wait_for_count(self, kind: type[Kind], count: int) -> None:
        """Returns once so many events of a kind have come."""
        with self._news:
            assert self._news.wait_for(
                lambda: sum(isinstance(e, kind) for e in self.events) >= count, PATIENCE_S
            ), f"fewer than {count} {kind.__name__} came"


@dataclass
class Stand:
    """A session with all its scripted engines in reach."""

    session: Session
    watch: Watch
    ears: ScriptedEars
    brain: ScriptedBrain
    voice: ScriptedVoice
    microphone: ScriptedMicrophone
    loudspeaker: ScriptedLoudspeaker
    journal: MemoryJournal = field(default_factory=MemoryJournal)


MakeStand = Callable[..., Stand]


@pytest.fixture
def stand() -> Iterator[MakeStand]:
    """Makes sessions on scripted engines, started, and stops them afterwards."""
    made: list[Stand] = []

    def make(
        brain: ScriptedBrain | None = None,
        ears: ScriptedEars | None = None,
        voice: ScriptedVoice | None = None,
        microphone: ScriptedMicrophone | None = None,
        loudspeaker: ScriptedLoudspeaker | None = None,
        listening: ListeningManner | None = None,
        speaking: SpeakingManner | None = None,
        journal: MemoryJournal | None = None,
        spotter: ScriptedSpotter | None = None,
    ) -> Stand:
        parts = Stand(
            session=None,  # type: ignore[arg-type]  # set below, once its parts are there
            watch=Watch(),
            ears=ears or ScriptedEars(["hello there"]),
            brain=brain or ScriptedBrain(["[joy] Hi! How are you?"]),
            voice=voice or ScriptedVoice(),
            microphone=microphone or ScriptedMicrophone(),
            loudspeaker=loudspeaker or ScriptedLoudspeaker(instant=True),
            journal=journal or MemoryJournal(),
        )
        engines = Engines(
            vad=ScriptedVad,
            ears=lambda: parts.ears,
            brain=lambda: parts.brain,
            voices=lambda: dict.fromkeys(Language, parts.voice),
            microphone=parts.microphone,
            loudspeaker=parts.loudspeaker,
            spotter=(lambda _: spotter) if spotter is not None else None,
        )
        parts.session = Session(
            engines,
            Company(PERSONA, parts.journal),
            listening=listening or ListeningManner(),
            speaking=speaking or SpeakingManner(),
        )
        parts.session.subscribe(parts.watch)
        parts.session.start()
        made.append(parts)
        return parts

    yield make
    for parts in made:
        parts.session.stop()
