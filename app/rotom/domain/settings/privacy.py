"""What is kept, and what may leave the machine."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Privacy:
    server_agreed: str = setting(
        "",
        "Server that may read along",
        "The server that you let your words go to; empty: they stay on this machine.",
        longest=300,
    )
    keep_history: bool = setting(
        True, "Keep conversations", "Off: nothing that is said is written down."
    )
