"""Push-to-talk while a game has the focus: the Deck's buttons or a key hold the talk key."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from rotom.domain.controls import PadButton
from rotom.domain.deck_reports import chord
from rotom.domain.settings import Settings
from rotom.ui.companion import Companion


class Listener(Protocol):
    """Tells what a chord does, as `system.deck_buttons` does."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


Listen = Callable[[frozenset[PadButton], Callable[[bool], None], Callable[[str], None]], Listener]
"""A listener for a chord: it calls the first when the chord is held or let go, the second with
a sentence where it cannot, both on a thread of its own.
"""


ListenKey = Callable[[Callable[[bool], None]], Listener | None]
"""A listener for the talk key where games get it, called as the first one; None where none is."""


class BesideGame:
    """Listens while the settings want it; `holds` is whether chord or key hold the talk key now.

    Both together are one press: a layout of Steam's may make the key of the very button. What comes
    while talk is held in another way is left alone, that one ends it too, and so is the key while
    Rotom is `in_front` and gets it itself.
    """

    def __init__(
        self,
        companion: Companion,
        settings: Callable[[], Settings],
        pad_talks: Callable[[], bool],
        tell: Callable[[str], None],
        on_main_thread: Callable[[Callable[[], None]], None],
        listen: Listen,
        listen_key: ListenKey,
        in_front: Callable[[], bool],
    ) -> None:
        self._companion = companion
        self._settings = settings
        self._pad_talks = pad_talks
        self._tell = tell
        self._on_main_thread = on_main_thread
        self._listen = listen
        self._listen_key = listen_key
        self._in_front = in_front
        self._chord = ""
        self._listeners: list[Listener] = []
        self._down: set[str] = set()
        self._number = 0
        self.holds = False

    def refresh(self) -> None:
        """The settings may have changed."""
        settings = self._settings()
        wanted = settings.talk_chord if settings.talk_beside_game else ""
        if wanted == self._chord:
            return
        self.close()
        if wanted:
            self._chord = wanted
            number = self._number
            buttons = self._listen(
                chord(wanted),
                lambda down: self._on_main_thread(partial(self._take, number, "chord", down)),
                lambda sentence: self._on_main_thread(partial(self._tell, sentence)),
            )
            key = self._listen_key(
                lambda down: self._on_main_thread(partial(self._take, number, "key", down))
            )
            self._listeners = [buttons] if key is None else [buttons, key]
            for listener in self._listeners:
                listener.start()

    def close(self) -> None:
        """Listens no more, and lets go of what is held."""
        self._chord = ""
        self._number += 1  # what the listener sent, and was not taken yet, is nothing any more
        for listener in self._listeners:
            listener.stop()
        self._listeners = []
        self._down.clear()
        self._release()

    def _take(self, number: int, what: str, down: bool) -> None:
        if number != self._number or (down and what == "key" and self._in_front()):
            return
        was_down = bool(self._down)
        (self._down.add if down else self._down.discard)(what)
        if down and not was_down:
            self._press()
        elif was_down and not self._down:
            self._release()

    def _press(self) -> None:
        settings = self._settings()
        talking = bool(self._companion.property("talking"))
        if self._pad_talks() or (talking and not settings.tap_to_talk):
            return
        self.holds = True
        self._companion.pressTalk()

    def _release(self) -> None:
        if self.holds:
            self.holds = False
            self._companion.releaseTalk()
