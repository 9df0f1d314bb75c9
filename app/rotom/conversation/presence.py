"""What the agent is doing, made of what its stages report."""

import threading
from collections.abc import Callable

from rotom.conversation.events import Event, StateChanged
from rotom.domain.character import AgentState


class Presence:
    """Keeps what each stage is doing and emits the state whenever it changes."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._lock = threading.Lock()
        self._doing = {"loading": True, "listening": False, "speaking": False, "thinking": False}
        self.state = AgentState.LOADING

    def note(self, what: str, going_on: bool) -> None:
        """`what` is a stage's activity: "loading", "listening", "thinking" or "speaking"."""
        with self._lock:
            self._doing[what] = going_on
            state = state_of(**self._doing)
            if state is self.state:
                return
            self.state = state
            self._emit(StateChanged(state))


def state_of(loading: bool, listening: bool, speaking: bool, thinking: bool) -> AgentState:
    """The one state that the body shows: listening wins, then speech, then thought."""
    if listening:
        return AgentState.LISTENING
    if speaking:
        return AgentState.SPEAKING
    if thinking:
        return AgentState.THINKING
    return AgentState.LOADING if loading else AgentState.IDLE
