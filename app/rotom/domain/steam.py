"""Rotom's place in a Steam library: what its shortcut says, as the shortcuts of an account hold it.

The keys are those that Steam itself writes for a program that it does not sell.
"""

import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rotom.domain import binary_key_values as kv
from rotom.domain.binary_key_values import Entry

NAME = "Rotom"
TITLE_OF_ALL = b"shortcuts"

LAYOUT = {"template": "controller_neptune_gamepad+mouse.vdf"}
"""Steam's own layout for gamepads whose right trackpad is a mouse: Rotom needs no other."""

ART = {
    "": (920, 430),
    "p": (600, 900),
    "_hero": (3840, 1240),
    "_logo": (1280, 720),
    "_icon": (184, 184),
}
"""What is added to an app's id in the name of a picture, and its width and height."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who plays here: `folder` is theirs in `userdata`, `steam` the Steam they use."""

    id: str
    name: str
    steam: Path
    is_newest: bool = False

    @property
    def folder(self) -> Path:
        return self.steam / "userdata" / self.id

    @property
    def shortcuts(self) -> Path:
        return self.folder / "config" / "shortcuts.vdf"

    @property
    def grid(self) -> Path:
        return self.folder / "config" / "grid"

    @property
    def layouts(self) -> Path:
        """Which layout the Deck's controls have in each game."""
        common = self.steam / "steamapps" / "common" / "Steam Controller Configs"
        return common / self.id / "config" / "configset_controller_neptune.vdf"


@dataclass(frozen=True, slots=True)
class Launch:
    """What Steam starts: a program with its arguments, and the Flatpak that it is, or ''."""

    program: str
    arguments: str = "--full-screen"
    flatpak: str = ""

    @property
    def quoted(self) -> str:
        return f'"{self.program}"'

    @property
    def folder(self) -> str:
        return f'"{PurePosixPath(self.program).parent}"'

    def makes(self, entry: Entry) -> bool:
        """Whether a shortcut starts Rotom, from here or from where it was before."""
        if self.flatpak and entry.text("FlatpakAppID") == self.flatpak:
            return True
        program = entry.text("Exe").strip('" ')
        named = PurePosixPath(program).name == "rotom" and entry.text("AppName") == NAME
        return named or (not self.flatpak and program == self.program)


def app_id(launch: Launch) -> int:
    """The id that Steam gives to a shortcut by its program and name."""
    return zlib.crc32((launch.quoted + NAME).encode()) | 0x80000000


def run_id(app: int) -> int:
    """What `steam://rungameid/` wants for a shortcut."""
    return (app << 32) | 0x02000000


def shortcut_of(shortcuts: list[Entry], launch: Launch) -> Entry | None:
    """Rotom's shortcut among all."""
    return next((entry for entry in _all(shortcuts).entries if launch.makes(entry)), None)


def add_shortcut(shortcuts: list[Entry], launch: Launch) -> int:
    """Adds Rotom, or brings its shortcut up to date and leaves what the user changed; its id."""
    entry = shortcut_of(shortcuts, launch)
    if entry is None:
        entry = _new(launch)
        everything = _all(shortcuts)
        entry.key = str(_next_number(everything.entries)).encode()
        everything.entries.append(entry)
    app = entry.number("appid") or app_id(launch)
    entry.put(kv.number("appid", app))
    for key, value in (
        ("Exe", launch.quoted),
        ("StartDir", launch.folder),
        ("FlatpakAppID", launch.flatpak),
    ):
        entry.put(kv.text(key, value))
    return app


def set_icon(entry: Entry, icon: Path) -> None:
    entry.put(kv.text("icon", str(icon)))


def remove_shortcut(shortcuts: list[Entry], launch: Launch) -> list[int]:
    """Takes every shortcut of Rotom away; their ids. The others keep their numbers."""
    everything = _all(shortcuts)
    ours = [entry for entry in everything.entries if launch.makes(entry)]
    if not ours:
        return []
    everything.entries = [entry for entry in everything.entries if entry not in ours]
    return [app for entry in ours if (app := entry.number("appid")) is not None]


def _all(shortcuts: list[Entry]) -> Entry:
    """The folder of all shortcuts, made where it is missing."""
    for entry in shortcuts:
        if entry.kind == kv.FOLDER and entry.key.lower() == TITLE_OF_ALL:
            return entry
    shortcuts.append(Entry(kv.FOLDER, TITLE_OF_ALL))
    return shortcuts[-1]


def _next_number(entries: list[Entry]) -> int:
    return max((int(entry.key) for entry in entries if entry.key.isdigit()), default=-1) + 1


def _new(launch: Launch) -> Entry:
    return Entry(
        kv.FOLDER,
        b"0",
        entries=[
            kv.number("appid", app_id(launch)),
            kv.text("AppName", NAME),
            kv.text("Exe", launch.quoted),
            kv.text("StartDir", launch.folder),
            kv.text("icon", ""),
            kv.text("ShortcutPath", ""),
            kv.text("LaunchOptions", launch.arguments),
            kv.number("IsHidden", 0),
            kv.number("AllowDesktopConfig", 1),
            kv.number("AllowOverlay", 1),
            kv.number("OpenVR", 0),
            kv.number("Devkit", 0),
            kv.text("DevkitGameID", ""),
            kv.number("DevkitOverrideAppID", 0),
            kv.number("LastPlayTime", 0),
            kv.text("FlatpakAppID", launch.flatpak),
            Entry(kv.FOLDER, b"tags"),
        ],
    )
