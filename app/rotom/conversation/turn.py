"""One exchange, and the right to stop it."""

import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from rotom.domain.character import Emotion
from rotom.domain.likeness import echoes
from rotom.domain.speech import Sentence, Transcript
from rotom.domain.stopping import asks_to_stop


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds after the user's last sound or keystroke; None where it did not happen.

    `committed_ms` is when the turn was over, `heard_ms` when its words were known.
    """

    committed_ms: float | None = None
    heard_ms: float | None = None
    first_token_ms: float | None = None
    first_audio_ms: float | None = None
    total_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a turn ended: what was understood, and what of the reply was heard.

    `failure` is a sentence for the user where something went wrong, '' otherwise. What was never
    committed never happened, as far as the user is concerned.
    """

    committed: bool = False
    transcript: Transcript | None = None
    heard: str = ""
    emotion: Emotion = Emotion.NEUTRAL
    sentences: tuple[Sentence, ...] = ()
    interrupted: bool = False
    failure: str = ""
    timings: Timings = field(default_factory=Timings)


class _Phase(Enum):
    OPEN = auto()
    COMMITTED = auto()
    CANCELLED = auto()


class Turn:
    """Travels with every queued item; an item whose turn is cancelled is skipped by who meets it.

    While it is open, work may begin but nothing is heard and nothing stored; `commit` says that
    the user really ended; `cancel` stops it at any time. It ends exactly once. All methods may be
    called from any thread.
    """

    def __init__(self, typed: bool = False) -> None:
        self.id = uuid.uuid4().hex
        self.typed = typed
        self.transcript: Transcript | None = None
        self.understood: Transcript | None = None
        """What is understood so far, for who has to judge whether more will come; None while
        nothing is known of it."""
        self.is_whole = False
        """Whether all of the user's sound was handed on, though it may not be understood yet."""
        self.talks_over = False
        """Whether the user began to speak while a reply sounded."""
        self.spoken_over = ""
        """What Rotom had just said when the user began to speak."""
        self.failure = ""
        self.written = ""
        """The whole reply as it was written, with its lines; '' until it is whole."""
        self.outcome: Outcome | None = None
        self._lock = threading.RLock()
        self._phase = _Phase.OPEN
        self._was_committed = False
        self._on_commit: list[Callable[[], None]] = []
        self._on_cancel: list[Callable[[], None]] = []
        self._on_end: list[Callable[[], None]] = []
        self._ended = threading.Event()
        self._began_s = time.monotonic()
        self._timings = Timings()

    def is_committed(self) -> bool:
        return self._phase is _Phase.COMMITTED

    def is_cancelled(self) -> bool:
        return self._phase is _Phase.CANCELLED

    def when_committed(self, call: Callable[[], None]) -> None:
        """Calls once the turn is committed; at once where it already is."""
        with self._lock:
            if self._phase is _Phase.OPEN:
                self._on_commit.append(call)
                return
            committed = self.is_committed()
        if committed:
            call()

    def when_cancelled(self, call: Callable[[], None]) -> None:
        """Calls once the turn is cancelled; at once where it already is."""
        with self._lock:
            if not self.is_cancelled():
                self._on_cancel.append(call)
                return
        call()

    def when_ended(self, call: Callable[[], None]) -> None:
        """Calls once the turn has ended; at once where it already has."""
        with self._lock:
            if self.outcome is None:
                self._on_end.append(call)
                return
        call()

    def needs_no_answer(self, text: str) -> bool:
        """Whether the words only stop what was being said, or are Rotom's own, come back."""
        stops = self.talks_over and asks_to_stop(text)
        return stops or echoes(text, self.spoken_over)

    def commit(self) -> bool:
        """The user really ended: from now on it may be heard. False where it was too late."""
        return self._leave_open_for(_Phase.COMMITTED)

    def cancel(self, failure: str = "") -> bool:
        """Stops whatever is done for this turn. False where it was cancelled or ended before.

        `failure` is a sentence for the user where this is not their wish.
        """
        with self._lock:
            if failure and not self.failure:
                self.failure = failure
        return self._leave_open_for(_Phase.CANCELLED)

    def _leave_open_for(self, phase: _Phase) -> bool:
        with self._lock:
            allowed = (
                self._phase is _Phase.OPEN
                if phase is _Phase.COMMITTED
                else self._phase is not _Phase.CANCELLED
            )
            if not allowed or self.outcome is not None:
                return False
            self._phase = phase
            self._was_committed |= phase is _Phase.COMMITTED
            calls = self._on_commit if phase is _Phase.COMMITTED else self._on_cancel
            self._on_commit = []
            if phase is _Phase.CANCELLED:
                self._on_cancel = []
        if phase is _Phase.COMMITTED:
            self.reached("committed_ms")
        for call in calls:
            call()
        return True

    def unless_cancelled(self, work: Callable[[], None]) -> bool:
        """Does short work that a cancellation must not overtake, such as handing on a sound."""
        with self._lock:
            if self.is_cancelled():
                return False
            work()
            return True

    def speech_ended(self, at_s: float | None = None) -> None:
        """Marks the moment (on the monotonic clock, None for now) from which the timings count."""
        self._began_s = time.monotonic() if at_s is None else at_s

    def reached(self, moment: str, at_s: float | None = None) -> None:
        """Notes when (on the monotonic clock) the turn first reached `moment` of its `Timings`."""
        elapsed_ms = round(((at_s or time.monotonic()) - self._began_s) * 1000, 1)
        with self._lock:
            if getattr(self._timings, moment) is None:
                self._timings = replace(self._timings, **{moment: elapsed_ms})

    def end(
        self, heard: str, emotion: Emotion, sentences: tuple[Sentence, ...] = ()
    ) -> Outcome | None:
        """Ends the turn with what was heard of it; None where it had ended before."""
        with self._lock:
            if self.outcome is not None:
                return None
            self.reached("total_ms")
            self.outcome = Outcome(
                committed=self._was_committed,
                transcript=self.transcript,
                heard=heard,
                emotion=emotion,
                sentences=sentences,
                interrupted=self.is_cancelled(),
                failure=self.failure,
                timings=self._timings,
            )
            calls, self._on_end = self._on_end, []
        self._ended.set()
        for call in calls:
            call()
        return self.outcome

    def wait_ended(self, timeout_s: float | None = None) -> Outcome | None:
        """Waits until the turn has ended, and says how; None where the time ran out."""
        self._ended.wait(timeout_s)
        return self.outcome
