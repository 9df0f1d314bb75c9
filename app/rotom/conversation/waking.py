"""Lets nothing of an open microphone through before Rotom was called by its name."""

import math
from collections import deque
from collections.abc import Callable, Sequence

from rotom.conversation.events import Event, Problem, WaitsForName
from rotom.conversation.manner import ListeningManner
from rotom.conversation.presence import Presence
from rotom.domain.character import AgentState
from rotom.domain.endpointing import FRAME_MS
from rotom.domain.engines import EngineError, NameSpotter
from rotom.domain.speech import Samples

LoadSpotter = Callable[[str], NameSpotter]

Heard = tuple[Samples, float]
"""A frame, and how probably it is the user's speech."""

CALLED_WITHIN_MS = 1500.0
"""So soon after somebody began to speak a call is over: "okay", then a long name."""

_CALL_MS = 500.0
"""What is said before a name for longer than this is more than "okay", and may be all there is."""

LEAD_FRAMES = 10
"""320 ms before speech was noticed: the name begins in them."""

PAUSE_MS = 320.0
"""Behind so much silence somebody begins to speak anew."""

LAST_MS = 192.0
"""So much silence behind a name makes it the last word."""

_ALIKE = 0.85
"""So much like the name is what comes behind other words: the last word of 24 sentences in a quiet
room was from 0.88 on, words that were none were up to 0.85."""

_NOTICED_MS = 512.0
"""Into so much silence the spotter is fed: it notices a name only after its end."""

_BEHIND_MS = 250.0
"""So much of a last word may sound behind what the spotter takes for its end; more is another."""

LONGEST_FRAMES = int(10_000 / FRAME_MS)
"""What is said before a name that comes last is kept for ten seconds."""


class Waking:
    """Asleep until the name of the manner is heard; without a name never. The listening stage
    calls all methods.

    What goes on by another way (a press, a typed line, a remark) wakes it too, and some time after
    all of it is over it sleeps again. That time is counted in frames.
    """

    def __init__(
        self, load: LoadSpotter | None, presence: Presence, emit: Callable[[Event], None]
    ) -> None:
        self._load = load
        self._presence = presence
        self._emit = emit
        self._spotter: NameSpotter | None = None
        self._manner = ListeningManner()
        self._called = ""
        self._told = ""
        self._awake_ms = 0.0
        self._before: deque[Heard] = deque(maxlen=LONGEST_FRAMES)
        self._silent_ms = self._spoken_ms = math.inf
        self._called_ms: tuple[float, float] | None = None

    @property
    def is_asleep(self) -> bool:
        return self._spotter is not None and self._awake_ms <= 0

    @property
    def in_utterance(self) -> bool:
        """Whether somebody speaks while it sleeps."""
        return self.is_asleep and self._silent_ms < PAUSE_MS

    def use(self, manner: ListeningManner) -> None:
        """Waits for the name of the manner, where there is one and it can be heard."""
        name = manner.name if manner.hands_free else ""
        self._manner = manner
        if name != self._called:
            self._called, self._spotter = name, None
            self._awake_ms = 0.0
            if name and self._load is not None:
                try:
                    self._spotter = self._load(name)
                except EngineError as error:
                    self._emit(Problem(str(error)))
        self._tell()

    def let_time_pass(self, goes_on: bool) -> None:
        """One more frame; `goes_on` while somebody is listened to."""
        if self._spotter is None:
            return
        at_rest = self._presence.state in (AgentState.IDLE, AgentState.LOADING)
        if goes_on or not at_rest:
            self._awake_ms = self._manner.stay_awake_ms
        elif self._awake_ms > 0:
            self._awake_ms -= FRAME_MS
            if self.is_asleep:
                self._forget()
        self._tell()

    def let_through(self, frame: Samples, speech: float) -> Sequence[Heard]:
        """What is to be listened to: each frame while awake, else what follows the name, once it
        was said, or what came before it, where nothing follows."""
        if not self.is_asleep or self._spotter is None:
            return [(frame, speech)]
        self._before.append((frame, speech))
        self._listen(self._spotter, frame, speech)
        frames = self._frames_meant()
        if frames is None:
            return ()
        self._awake_ms = self._manner.stay_awake_ms
        self._tell()
        let_through = list(self._before)[max(0, len(self._before) - frames) :]
        self._forget()
        return let_through

    def _listen(self, spotter: NameSpotter, frame: Samples, speech: float) -> None:
        """The spotter hears what is said, with some of what was before it."""
        is_speech = speech >= self._manner.patience.speech_above
        if is_speech and self._silent_ms >= PAUSE_MS:
            self._spoken_ms, self._called_ms = 0.0, None
            spotter.start()
            for earlier, _ in list(self._before)[-LEAD_FRAMES - 1 : -1]:
                spotter.feed(earlier)
        self._silent_ms = 0.0 if is_speech else self._silent_ms + FRAME_MS
        self._spoken_ms += FRAME_MS
        spotted = spotter.feed(frame) if self._silent_ms < _NOTICED_MS else None
        if spotted is not None:
            began_ms, ended_ms = 1000 * spotted.began_s, 1000 * spotted.ended_s
            began_ms, ended_ms = self._spoken_ms - began_ms, self._spoken_ms - ended_ms
            if began_ms <= _CALL_MS or spotted.likeness >= _ALIKE:
                self._called_ms = began_ms, ended_ms

    def _frames_meant(self) -> int | None:
        """How many of the newest frames are meant, once the name was the first or last word."""
        if self._silent_ms >= _NOTICED_MS or self._called_ms is None:
            return None
        began_ms, ended_ms = self._called_ms
        since_ms = self._spoken_ms - ended_ms
        goes_on = since_ms - self._silent_ms > _BEHIND_MS
        if ended_ms <= CALLED_WITHIN_MS and (began_ms <= _CALL_MS or goes_on):
            return round(since_ms / FRAME_MS)
        if self._silent_ms >= LAST_MS and not goes_on:
            return LEAD_FRAMES + round(self._spoken_ms / FRAME_MS)
        return None

    def _forget(self) -> None:
        self._before.clear()
        self._silent_ms = self._spoken_ms = math.inf
        self._called_ms = None

    def _tell(self) -> None:
        waits_for = self._called if self.is_asleep else ""
        if waits_for != self._told:
            self._told = waits_for
            self._emit(WaitsForName(waits_for))
