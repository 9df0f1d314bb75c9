"""The settings as a TOML file that holds only what differs from the defaults."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from rotom.domain.settings import SETTINGS, SettingError, Settings, changed, checked, differing
from rotom.domain.wording import Worded, worded
from rotom.storage.errors import StorageError, told
from rotom.storage.safe_files import NotReadableAsText, keep_aside, read_text, write_text

LARGEST_BYTES = 1024 * 1024
"""More than that is not a settings file."""

_HEADER = "# Rotom's settings: only what differs from the defaults.\n"
_NAMES = frozenset(field.name for field in SETTINGS)


class _Broken(Exception):
    """There is a file, and it is not TOML; the message says why, after "it"."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and a sentence for each thing that was not as it should be; never raises.

    A value that a setting cannot have counts as its default. A file that is no TOML is kept aside
    under a new name.
    """
    try:
        values = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        notice = told(worded("The settings cannot be read, so the defaults are used"), path, error)
        return Settings(), (str(notice),)
    except _Broken as broken:
        return Settings(), (_put_aside(path, broken),)
    settings, notices = Settings(), []
    for name, value in values.items():
        if name not in _NAMES:
            continue
        try:
            settings = changed(settings, {name: value})
        except SettingError as error:
            notices.append(worded("In {path}: {why} The default is used.", path=path, why=error))
    return settings, tuple(notices)


def save(path: Path, settings: Settings) -> None:
    """Writes what differs from the defaults; StorageError where that cannot be.

    What the file says of settings that this version does not know stays in it. The file is
    replaced in one step: two programs that save at once leave the whole of one of them.
    """
    what = worded("The settings cannot be saved")
    try:
        kept = _unknown(_read(path))
    except FileNotFoundError:
        kept = {}
    except _Broken:
        kept = {}
        _aside_before_writing(path, what)
    except OSError as error:
        raise told(what, path, error) from error
    text = _HEADER + tomli_w.dumps({**_plain(settings), **kept})
    try:
        write_text(path, text)
    except OSError as error:
        raise told(what, path, error) from error


def _plain(settings: Settings) -> dict[str, object]:
    """What differs, each value checked: what is written can be read again."""
    values: dict[str, object] = {}
    for name, value in differing(settings).items():
        try:
            values[name] = checked(name, value)
        except SettingError as error:
            raise StorageError(worded("The settings cannot be saved: {why}", why=error)) from error
    return values


def _unknown(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name not in _NAMES}


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(read_text(path, LARGEST_BYTES))
    except NotReadableAsText as error:
        raise _Broken(str(error)) from error
    except RecursionError as error:
        raise _Broken(worded("it is nested too deeply")) from error
    except ValueError as error:  # TOMLDecodeError, and a number of thousands of digits
        raise _Broken(worded("it is not TOML: {why}", why=str(error)[:180])) from error


def _put_aside(path: Path, broken: _Broken) -> str:
    beginning = worded(
        "The settings file could not be understood ({why}), so the defaults are used.", why=broken
    )
    try:
        aside = keep_aside(path)
    except OSError:
        return worded("{what} It is still at {path}.", what=beginning, path=path)
    return worded("{what} It was kept as {aside}.", what=beginning, aside=aside)


def _aside_before_writing(path: Path, what: Worded) -> None:
    try:
        keep_aside(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise told(what, path, error) from error
