"""Whether a window can be shown here, asked before Qt is: Qt itself ends the program if not."""

import ctypes
import re
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

from rotom.domain.wording import worded

X11_LIBRARY = "libxcb-cursor.so.0"
"""What Qt's X11 platform needs and PySide6 does not bring."""


def why_no_window(
    environment: Mapping[str, str], loads: Callable[[str], object] = ctypes.CDLL
) -> str:
    """The sentence with which the window refuses to open; '' where it may be tried.

    Only a display of this machine that is X11's alone can be judged; anything else is Qt's.
    """
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is not None and not _answers(int(local[1])):
        return worded(
            "The display {display} does not answer. Start Rotom from the desktop, or talk with "
            "it here: rotom chat",
            display=display,
        )
    try:
        loads(X11_LIBRARY)
    except OSError:
        return worded(
            "The window needs the library {library}. Install the package libxcb-cursor0 "
            "(Debian, Ubuntu) or xcb-util-cursor (Arch, Fedora), or talk with Rotom here: rotom "
            "chat",
            library=X11_LIBRARY,
        )
    return ""


def _answers(number: int) -> bool:
    """Whether an X server listens, at its abstract address or at its file."""
    path = f"/tmp/.X11-unix/X{number}"  # where X servers listen, by their own convention
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX) as connection, suppress(OSError):
            connection.connect(address)
            return True
    return False
