"""Where things are: what is shipped with the program, and the user's own folders."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def assets() -> Path:
    """The drawings, personas, sounds and fonts: in the package of a wheel, else in the checkout."""
    return _shipped("assets")


def models() -> Path:
    """The catalogue and the starter models."""
    return _shipped("models")


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _CHECKOUT / name


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The user's folders; none of them needs to exist yet."""

    config: Path
    data: Path
    cache: Path
    documents: Path | None = None

    @property
    def exports(self) -> Path:
        """Where conversations are written for the user to take along."""
        return self.data / "exports" if self.documents is None else self.documents / "Rotom"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def tuning_file(self) -> Path:
        return self.config / "brains.toml"

    @property
    def personas(self) -> Path:
        return self.config / "personas"

    @property
    def history_file(self) -> Path:
        return self.data / "history.sqlite3"

    @property
    def game_notes_file(self) -> Path:
        return self.data / "games.toml"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def log_file(self) -> Path:
        return self.data / "rotom.log"


def user_folders(everything_in: Path | None = None) -> UserFolders:
    """The folders of the XDG base directories, or all of them inside one given folder."""
    if everything_in is not None:
        root = everything_in.expanduser().absolute()
        return UserFolders(config=root, data=root, cache=root / "cache")
    return UserFolders(
        config=Path(platformdirs.user_config_dir("rotom")),
        data=Path(platformdirs.user_data_dir("rotom")),
        cache=Path(platformdirs.user_cache_dir("rotom")),
        documents=Path(platformdirs.user_documents_dir()),
    )
