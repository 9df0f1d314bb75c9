"""What the commands share: a session that runs as long as it is needed, and turns as JSON."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from queue import SimpleQueue

from rotom.app import App
from rotom.conversation.events import EngineReady, Event, Problem
from rotom.conversation.turn import Outcome
from rotom.domain.engines import EngineError


class EngineNames:
    """Remembers which engines are in use, as their events tell."""

    def __init__(self) -> None:
        self.by_kind: dict[str, str] = {}

    def note(self, event: Event) -> None:
        if isinstance(event, EngineReady):
            self.by_kind.setdefault(event.kind, event.name)

    def as_json(self) -> dict[str, str]:
        return {kind: self.by_kind.get(kind, "") for kind in ("ears", "brain", "voice")}


@contextmanager
def running(app: App, *watchers: Callable[[Event], None]) -> Iterator[None]:
    """Starts the app's session for a while, and closes the app afterwards whatever happens."""
    for watcher in watchers:
        app.session.subscribe(watcher)
    app.session.start()
    try:
        yield
    finally:
        app.close()


def wait_until_loaded(app: App) -> Callable[[], None]:
    """Subscribes now; the returned call waits until ears, brain and voice are loaded.

    The call raises EngineError with the first problem, where one of them cannot be.
    """
    news: SimpleQueue[Event] = SimpleQueue()
    unsubscribe = app.session.subscribe(
        lambda event: news.put(event) if isinstance(event, EngineReady | Problem) else None
    )

    def wait() -> None:
        missing = {"ears", "brain", "voice"}
        while missing:
            match news.get():
                case EngineReady(kind=kind):
                    missing.discard(kind)
                case Problem(text=text):
                    raise EngineError(text)
        unsubscribe()

    return wait


def turn_json(outcome: Outcome, names: EngineNames, seconds: list[float]) -> dict[str, object]:
    """The one JSON object of a turn; `seconds` has the length of each sentence's sound."""
    transcript = outcome.transcript
    lengths = [*seconds, *[0.0] * len(outcome.sentences)]
    return {
        "transcript": transcript.text if transcript else "",
        "language": str(transcript.language) if transcript else "",
        "confidence": round(transcript.confidence, 3) if transcript else 0.0,
        "reply": outcome.heard,
        "emotion": str(outcome.emotion),
        "sentences": [
            {"text": s.text, "emotion": str(s.emotion), "seconds": round(length, 3)}
            for s, length in zip(outcome.sentences, lengths, strict=False)
        ],
        "timings": asdict(outcome.timings),
        "models": names.as_json(),
    }
