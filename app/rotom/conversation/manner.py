"""How the user wants to be listened to."""

from dataclasses import dataclass

from rotom.domain.endpointing import Patience
from rotom.domain.speech import Language


@dataclass(frozen=True, slots=True)
class ListeningManner:
    """When Rotom listens, and how long it lets the user pause.

    With `headphones` nothing of its voice is in the microphone. Without them it listens while it
    speaks where `talk_over` is wanted and its voice can be taken out, and is deaf meanwhile
    otherwise.
    """

    hands_free: bool = False
    headphones: bool = False
    talk_over: bool = True
    speculate: bool = True
    language: Language = Language.ENGLISH
    patience: Patience = Patience()
