"""The view-model of the gamepad: what its buttons do and look like, and giving them away."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.conversation.events import TurnEnded, UserSaid
from rotom.domain.controls import (
    ALWAYS,
    CHOSEN,
    FREE,
    NO_BUTTON,
    PadAction,
    PadButton,
    bindings,
    given,
    holder,
)
from rotom.domain.pad_families import PadFamily, label, sign
from rotom.domain.settings import Settings, about
from rotom.ui.pad_keys import Pads
from rotom.ui.settings import PAD_BUTTONS, SettingsView

HEARD = (0.35, 60)
INTERRUPTED = (0.8, 110)
"""How strongly, 0 to 1, and how many milliseconds the pad shakes."""


class Pad(QObject):
    """Follows the settings; without pads it still tells what their buttons would do."""

    changed = Signal()
    asked = Signal()

    def __init__(
        self,
        settings: SettingsView,
        values: Callable[[], Settings],
        pads: Pads | None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._values = values
        self._pads = pads
        self._family = PadFamily.DECK
        self._asking = ""
        self.refresh()

    buttons = Property(dict, lambda self: self._buttons(), notify=changed)
    """The button of each action: its `label`, the `sign` drawn on it, and whether it is `round`."""

    rows = Property(
        list,
        lambda _: [
            {"action": action, "title": said.title, "help": said.help}
            for action, said in ((action, about(f"pad_{action}")) for action in CHOSEN)
        ],
        constant=True,
    )
    """What a button can be given to."""

    holders = Property(dict, lambda self: self._holders(), notify=changed)
    """For each action whose button does something else, what that is."""

    asking = Property(str, lambda self: self._asking, notify=asked)
    """The action that waits for its button to be pressed; '' for none."""

    def refresh(self) -> None:
        """A setting has changed, or another pad is used."""
        values = self._values()
        if self._pads is not None:
            self._family = self._pads.family
            self._pads.use(bindings(self._chosen(), values.swap_ab), values.stick_reach)
        self.changed.emit()

    def used(self) -> None:
        """A button was pressed: the signs are those of its pad."""
        if self._pads is not None and self._pads.family != self._family:
            self.refresh()

    def take(self, event: object) -> None:
        """An event of the session, on the main thread."""
        if self._pads is None or not self._values().rumble:
            return
        match event:
            case UserSaid(typed=False):
                self._pads.rumble(*HEARD)
            case TurnEnded() if event.outcome.interrupted:
                self._pads.rumble(*INTERRUPTED)

    @Slot(str)
    def ask(self, action: str) -> None:
        """The next button that is pressed is the action's; A and B leave it as it is."""
        if self._pads is None:
            return
        self._ask(action)
        self._pads.ask(lambda button: self._give(PadAction(action), button))

    @Slot()
    def leave(self) -> None:
        """Waits for no button any more."""
        if self._pads is not None:
            self._pads.ask(None)
        self._ask("")

    @Slot(str)
    def none(self, action: str) -> None:
        """The action has no button."""
        self._settings.change(f"pad_{action}", NO_BUTTON)

    @Slot()
    def reset(self) -> None:
        """Every action has the button with which Rotom came."""
        for name in PAD_BUTTONS:
            self._settings.reset(name)

    def _give(self, action: PadAction, button: PadButton) -> None:
        self._ask("")
        if button in FREE:
            for changed, now in given(self._chosen(), action, button).items():
                self._settings.change(f"pad_{changed}", str(now))

    def _ask(self, action: str) -> None:
        self._asking = action
        self.asked.emit()

    def _chosen(self) -> dict[PadAction, str]:
        values = self._values()
        return {action: getattr(values, f"pad_{action}") for action in CHOSEN}

    def _buttons(self) -> dict[str, object]:
        bound = bindings(self._chosen(), self._values().swap_ab)
        buttons: dict[str, object] = {}
        for button, action in bound.items():
            buttons[action] = {
                "label": label(button, self._family),
                "sign": sign(button, self._family),
                "round": button in (*ALWAYS, PadButton.X, PadButton.Y),
            }
        return buttons

    def _holders(self) -> dict[str, str]:
        chosen = self._chosen()
        held = {action: holder(chosen, action) for action in CHOSEN}
        return {action: other for action, other in held.items() if other is not None}
