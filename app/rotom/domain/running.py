"""Which of the programs that Steam has started is the game, as Steam counts them: by app ids."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

STEAM = 769
"""Steam's own id, which gamescope names while its menus are in front."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What gamescope shows: the app in front (0: none), and all that could be there."""

    in_front: int = 0
    others: tuple[int, ...] = ()


def the_game(running: Sequence[int], focus: Focus | None, ours: Collection[int]) -> int | None:
    """The app id of the game; None without one. `ours` are the ids under which Rotom runs.

    The one in front wins, then another one that gamescope could show: a sandbox sees no programs
    but its own, so that gamescope alone knows. Without gamescope it is the first that runs.
    """
    shown = () if focus is None else (focus.in_front, *focus.others)
    games = [app for app in (*shown, *running) if app not in (0, STEAM) and app not in ours]
    return games[0] if games else None


def app_of(game_id: str, app_id: str) -> int:
    """What `SteamGameId` and `SteamAppId` of an environment say; 0 where that is nothing.

    A shortcut's game id has its app id in the upper half.
    """
    for said in (game_id, app_id):
        if said.isdecimal() and len(said) <= 20 and int(said):
            number = int(said)
            return number >> 32 if number > 0xFFFFFFFF else number
    return 0
