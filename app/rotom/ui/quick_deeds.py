"""What the ring of short answers can do beside saying them."""

from collections.abc import Sequence

from rotom.app import App
from rotom.ui.chat import Chat
from rotom.ui.companion import Companion
from rotom.ui.quick_menu import Deed
from rotom.ui.settings import SettingsView


def deeds(app: App, companion: Companion, chat: Chat, settings: SettingsView) -> Sequence[Deed]:
    """Say that again, another answer, stop, another persona: those that the user wants there."""

    def repeat() -> None:
        last = next((line for line in reversed(chat.lines) if not line.mine and line.text), None)
        if last is not None:
            app.session.preview(last.text)

    def again() -> None:
        if chat.lines:
            chat.again(chat.lines[-1].turn_id)

    def other_persona() -> None:
        ids = [persona.id for persona in app.shelf.personas]
        settings.change("persona", ids[(ids.index(app.persona.id) + 1) % len(ids)])

    everything = (
        Deed("repeat", repeat),
        Deed("again", again),
        Deed("stop", companion.stop),
        Deed("persona", other_persona),
    )
    return tuple(deed for deed in everything if settings.value(f"ring_{deed.id}"))
