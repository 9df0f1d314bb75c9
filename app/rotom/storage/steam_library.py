"""Rotom's shortcut, pictures and layout in the Steam library of an account: put there, taken away.

Steam must not run meanwhile: it writes its own idea of these files when it ends.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rotom.domain import binary_key_values as kv
from rotom.domain import key_values
from rotom.domain.steam import (
    ART,
    LAYOUT,
    NAME,
    Account,
    Launch,
    add_shortcut,
    remove_shortcut,
    set_icon,
    shortcut_of,
)
from rotom.domain.wording import Worded, worded
from rotom.storage.errors import StorageError, told
from rotom.storage.safe_files import write_bytes

Draw = Callable[[str, int, int], bytes]
"""Draws a picture of `ART` by its name, width and height: the bytes of a PNG file."""

_CONFIG = "controller_config"


@dataclass(frozen=True, slots=True)
class Place:
    """What Steam has of Rotom: its id, None where there is nothing, and what it would start."""

    app: int | None
    program: str = ""
    pictures: int = 0


def look(account: Account, launch: Launch) -> Place:
    """What is there of Rotom; StorageError where the file of the shortcuts is not whole."""
    entry = shortcut_of(_shortcuts(account)[0], launch)
    app = entry.number("appid") if entry is not None else None
    if entry is None or app is None:
        return Place(None)
    pictures = sum(_picture(account, app, name).is_file() for name in ART)
    return Place(app, entry.text("Exe").strip('"'), pictures)


def install(account: Account, launch: Launch, draw: Draw) -> Place:
    """Adds Rotom, or brings what is there up to date; StorageError, and then nothing is lost."""
    shortcuts, behind, before = _shortcuts(account)
    app = add_shortcut(shortcuts, launch)
    entry = shortcut_of(shortcuts, launch)
    assert entry is not None
    set_icon(entry, _picture(account, app, "_icon"))
    for name, (width, height) in ART.items():
        _write(_picture(account, app, name), draw(name, width, height))
    _change_layout(account, lambda text: key_values.with_folder(text, _CONFIG, _KEY, LAYOUT))
    _replace(account.shortcuts, kv.written(shortcuts, behind), before)
    return look(account, launch)


def remove(account: Account, launch: Launch) -> bool:
    """Takes Rotom away with its pictures and layout; False where it was not there."""
    shortcuts, behind, before = _shortcuts(account)
    apps = remove_shortcut(shortcuts, launch)
    if not apps:
        return False
    _replace(account.shortcuts, kv.written(shortcuts, behind), before)
    _change_layout(account, lambda text: key_values.without_folder(text, _CONFIG, _KEY))
    for app in apps:
        for name in ART:
            _picture(account, app, name).unlink(missing_ok=True)
    return True


_KEY = NAME.lower()
"""What a shortcut is called where layouts are kept."""


def _shortcuts(account: Account) -> tuple[list[kv.Entry], bytes, bytes]:
    """The shortcuts, what stands behind them in the file, and the whole file as it is."""
    path = account.shortcuts
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return [], b"", b""
    except OSError as error:
        raise told(_CANNOT, path, error) from error
    try:
        return *kv.read(content), content
    except kv.NotKeyValues as error:
        raise StorageError(
            worded(
                "The list of shortcuts {path} is not whole ({why}), so Rotom leaves it alone. "
                "Start Steam once, add any program to the library, close Steam, and try again.",
                path=path,
                why=error,
            )
        ) from error


_CANNOT: Worded = worded("Steam's library cannot be changed")


def _change_layout(account: Account, change: Callable[[str], str]) -> None:
    """Changes the list of layouts; one that Steam itself could not read is left alone."""
    path = account.layouts
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = b""
    except OSError as error:
        raise told(_CANNOT, path, error) from error
    text = before.decode("utf-8", "surrogateescape")
    try:
        after = change(text)
    except key_values.NotKeyValues:
        return
    _replace(path, after.encode("utf-8", "surrogateescape"), before)


def _replace(path: Path, content: bytes, before: bytes) -> None:
    """Writes what changed, once the file of before was kept under a name with the time."""
    if content == before:
        return
    if before:
        stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        try:
            shutil.copy2(path, path.with_name(f"{path.name}.rotom-{stamp}.bak"))
        except OSError as error:
            raise told(_CANNOT, path, error) from error
    _write(path, content)


def _write(path: Path, content: bytes) -> None:
    try:
        if not path.is_file() or path.read_bytes() != content:
            write_bytes(path, content)
            path.chmod(0o644)  # as Steam itself writes them
    except OSError as error:
        raise told(_CANNOT, path, error) from error


def _picture(account: Account, app: int, name: str) -> Path:
    return account.grid / f"{app}{name}.png"
