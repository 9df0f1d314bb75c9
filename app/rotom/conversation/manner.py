"""How the user wants to be listened to."""

from dataclasses import dataclass
from enum import StrEnum

from rotom.domain.endpointing import Patience
from rotom.domain.speech import Language


class Guard(StrEnum):
    """What keeps Rotom from hearing itself."""

    HEADPHONES = "headphones"
    SERVER = "server"
    ROTOM = "rotom"
    DEAF = "deaf"


@dataclass(frozen=True, slots=True)
class ListeningManner:
    """When Rotom listens, and how long it lets the user pause.

    With `headphones` nothing of its voice is in the microphone. Without them it listens while it
    speaks where `talk_over` is wanted and its voice can be taken out, and is deaf meanwhile
    otherwise. `server_cancels` where the sound server has taken most of it out already. With a
    `name` it sleeps until it is called by it, and again `stay_awake_ms` after an exchange.
    """

    hands_free: bool = False
    headphones: bool = False
    talk_over: bool = True
    server_cancels: bool = False
    name: str = ""
    stay_awake_ms: float = 20_000.0
    speculate: bool = True
    language: Language = Language.ENGLISH
    patience: Patience = Patience()

    @property
    def listens_through(self) -> bool:
        """Whether its own voice is to be taken out of what the microphone hears."""
        return self.talk_over and not self.headphones

    @property
    def guard(self) -> Guard:
        if self.headphones:
            return Guard.HEADPHONES
        if not self.talk_over:
            return Guard.DEAF
        return Guard.SERVER if self.server_cancels else Guard.ROTOM
