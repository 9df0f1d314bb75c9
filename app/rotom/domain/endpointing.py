"""Where an utterance begins, pauses, goes on and ends: a state machine over probabilities."""

from dataclasses import dataclass
from enum import Enum, auto

from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ

FRAME_MS = 1000 * FRAME_SAMPLES / HEARING_RATE_HZ


class Boundary(Enum):
    """What a frame decided."""

    NOTHING = auto()
    STARTED = auto()
    CONFIRMED = auto()
    PAUSED = auto()
    RESUMED = auto()
    ENDED = auto()
    DISMISSED = auto()


@dataclass(frozen=True, slots=True)
class Patience:
    """When to believe what; probabilities 0 to 1, times in milliseconds."""

    speech_above: float = 0.5
    silence_below: float = 0.35
    confirm_ms: float = 250.0
    dismiss_ms: float = 190.0
    pause_ms: float = 128.0
    end_ms: float = 600.0


class Endpointer:
    """Takes one probability a frame and says which boundary it is.

    STARTED at the first frame of speech; CONFIRMED once there was enough speech to be meant, or
    DISMISSED when it was only a cough; PAUSED at a short pause and RESUMED when the speaker goes
    on; ENDED at the end of the turn. That comes after `end_ms` of silence, which may be set anew
    while a pause lasts, and is the patience's again in the next one.
    """

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.silence_ms = 0.0
        """How long the newest silence within or behind an utterance lasted."""
        self.reset()

    def reset(self) -> None:
        self._speaking = False
        self._confirmed = False
        self._paused = False
        self._voiced_ms = 0.0
        self._silent_ms = 0.0
        self.end_ms = self.patience.end_ms

    @property
    def in_utterance(self) -> bool:
        return self._speaking

    @property
    def is_paused(self) -> bool:
        return self._paused

    def feed(self, probability: float) -> Boundary:
        p = self.patience
        if not self._speaking:
            if not probability >= p.speech_above:  # so that what is no number is no speech
                return Boundary.NOTHING
            self._speaking, self._voiced_ms, self._silent_ms = True, FRAME_MS, 0.0
            return Boundary.STARTED
        voiced = probability >= (p.silence_below if self._silent_ms == 0 else p.speech_above)
        return self._voiced() if voiced else self._silent()

    def _voiced(self) -> Boundary:
        self._voiced_ms += FRAME_MS
        self._silent_ms = 0.0
        self.end_ms = self.patience.end_ms
        if not self._confirmed and self._voiced_ms >= self.patience.confirm_ms:
            self._confirmed = True
            return Boundary.CONFIRMED
        if self._paused:
            self._paused = False
            return Boundary.RESUMED
        return Boundary.NOTHING

    def _silent(self) -> Boundary:
        self._silent_ms += FRAME_MS
        self.silence_ms = self._silent_ms
        if not self._confirmed:
            if self._silent_ms < self.patience.dismiss_ms:
                return Boundary.NOTHING
            self.reset()
            return Boundary.DISMISSED
        if self._silent_ms >= self.end_ms:
            self.reset()
            return Boundary.ENDED
        if not self._paused and self._silent_ms >= self.patience.pause_ms:
            self._paused = True
            return Boundary.PAUSED
        return Boundary.NOTHING
