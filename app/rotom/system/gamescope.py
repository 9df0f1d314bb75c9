"""What gamescope, the window manager of gaming mode, tells on its X11 root windows."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rotom.domain.running import Focus
from rotom.system.x11 import Display, NoDisplay

SOCKETS = Path("/tmp/.X11-unix")  # where X servers listen, by their own convention

SERVER = "GAMESCOPE_XWAYLAND_SERVER_ID"
"""Each of gamescope's servers has a number; all that it tells stands at number 0."""

LAID_OVER = "GAMESCOPE_EXTERNAL_OVERLAY"
"""The property by which gamescope lays a window over a game; such a window never has the focus."""


def is_gaming_mode(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether gamescope shows the windows, one at a time and on the whole screen."""
    return environment.get("XDG_CURRENT_DESKTOP", "").lower() == "gamescope"


def focus(environment: Mapping[str, str] = os.environ, sockets: Path = SOCKETS) -> Focus | None:
    """What gamescope shows now; None where it does not run, or does not tell."""
    if not is_gaming_mode(environment):
        return None
    name = first_server(environment, sockets)
    if name is None:
        return None
    try:
        with Display(name) as display:
            # What is below an overlay is told apart from what the overlay is.
            below, above = (
                display.cardinals(display.root, f"GAMESCOPE_FOCUSED_APP{suffix}")
                for suffix in ("_GFX", "")
            )
            others = display.cardinals(display.root, "GAMESCOPE_FOCUSABLE_APPS")
    except NoDisplay:
        return None
    return Focus((*below, *above, 0)[0], others)


def first_server(
    environment: Mapping[str, str] = os.environ, sockets: Path = SOCKETS
) -> str | None:
    """The name of gamescope's server number 0: the one we have, or another that can be reached."""
    for name in _displays(environment, sockets):
        try:
            with Display(name) as display:
                if display.cardinals(display.root, SERVER) == (0,):
                    return name
        except NoDisplay:
            continue
    return None


def _displays(environment: Mapping[str, str], sockets: Path) -> Iterator[str]:
    """Our own display first, then the other ones of this machine."""
    if own := environment.get("DISPLAY", ""):
        yield own
    for socket in sorted(sockets.glob("X*")):
        if re.fullmatch(r"X\d+", socket.name) and own.partition(".")[0] != f":{socket.name[1:]}":
            yield f":{socket.name[1:]}"
