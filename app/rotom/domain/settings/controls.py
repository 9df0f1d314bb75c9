"""What the buttons of a gamepad do."""

from dataclasses import dataclass

from rotom.domain.controls import FREE, NO_BUTTON
from rotom.domain.deck_reports import CHORDS
from rotom.domain.settings.declaring import setting

_BUTTONS = (*map(str, FREE), NO_BUTTON)


@dataclass(frozen=True)
class Controls:
    pad_talk: str = setting("r1", "Talk", "Held while you speak.", choices=_BUTTONS)
    pad_stop: str = setting("x", "Stop", "Stops what Rotom says.", choices=_BUTTONS)
    pad_quick: str = setting(
        "l2", "Quick replies", "Held: a ring of short answers.", choices=_BUTTONS
    )
    pad_chat: str = setting("y", "Chat", "Opens the chat.", choices=_BUTTONS)
    pad_settings: str = setting("menu", "Settings", "Opens the settings.", choices=_BUTTONS)
    pad_home: str = setting("view", "Rotom", "Back to Rotom.", choices=_BUTTONS)
    pad_models: str = setting("r3", "Models", "Opens the models.", choices=_BUTTONS)
    pad_previous: str = setting(
        "l1", "Page up", "Scrolls up, or to the group of settings before.", choices=_BUTTONS
    )
    pad_next: str = setting(
        "r2", "Page down", "Scrolls down, or to the next group of settings.", choices=_BUTTONS
    )
    pad_mute: str = setting(
        "l3", "Mute", "Closes the microphone, or lets it be opened.", choices=_BUTTONS
    )
    pad_hands_free: str = setting(
        NO_BUTTON, "Hands-free", "Turns hands-free on and off.", choices=_BUTTONS
    )
    ring_repeat: bool = setting(
        True, "Ring: What was that?", "Among the quick replies: Rotom says its last words again."
    )
    ring_again: bool = setting(
        True, "Ring: Another answer", "Among the quick replies: Rotom thinks of another answer."
    )
    ring_stop: bool = setting(True, "Ring: Stop", "Among the quick replies: Rotom falls silent.")
    ring_persona: bool = setting(
        True, "Ring: Somebody else", "Among the quick replies: the next personality comes."
    )
    swap_ab: bool = setting(
        False, "Swap A and B", "B presses and A goes back, as on consoles from Japan."
    )
    stick_reach: float = setting(
        0.55,
        "Reach of the stick",
        "How far a stick is moved before it counts; more where it drifts.",
        low=0.2,
        high=0.9,
    )
    rumble: bool = setting(
        True, "Rumble", "A short one when Rotom heard you, another when you interrupted it."
    )
    talk_beside_game: bool = setting(
        False,
        "Talk beside a game",
        "For the Steam Deck, experimental: its buttons, and the talk key that Steam Input may make"
        " of one, are read while a game has the focus. The game gets them too.",
    )
    talk_chord: str = setting(
        "l5",
        "Held to talk beside a game",
        "Best what the game does not use; two buttons are held together.",
        choices=CHORDS,
    )
