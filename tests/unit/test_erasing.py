"""Deleting all data of the user: nothing of it is left on the disk, and what stays is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rotom.app import App
from rotom.domain.character import Emotion
from rotom.domain.settings import Settings
from rotom.files import user_folders
from rotom.storage.conversations import count_all
from rotom.storage.log_file import stop_log
from tests.cast import Cast
from tests.without_root import permissions_hold

SECRET = "the treasure is under the oak"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = App(user_folders(tmp_path / "data"), Cast().engines)
    yield app
    app.close()
    stop_log()


def used(app: App) -> None:
    app.change({"user_name": "Mina", "speed": 1.5})
    app.shelf.keep(replace(app.persona, id="mine", name="Zap"))
    journal = app.history.journal("cheerful")
    journal.user_said("1", SECRET)
    journal.was_heard("1", "I will not tell.", Emotion.NEUTRAL, complete=True)
    for name in ("settings.toml.broken-1", "history.sqlite3.broken-1", "rotom.log.1"):
        (app.folders.data / name).write_text(SECRET)
    (app.folders.models).mkdir()
    (app.folders.models / "brain.gguf").write_text("weights")


def test_nothing_of_the_user_is_left_and_the_models_are(app: App) -> None:
    used(app)
    told = app.erase()
    assert "All your data is deleted" in told
    left = [path for path in app.folders.data.rglob("*") if path.is_file()]
    assert not [path for path in left if SECRET.encode() in path.read_bytes()]
    assert not [path for path in left if "broken" in path.name or path.name == "settings.toml"]
    assert (app.folders.models / "brain.gguf").exists()
    assert app.settings == Settings()
    assert count_all(app.history) == 0
    assert [persona.id for persona in app.shelf.personas if persona.id == "mine"] == []


def test_what_is_said_afterwards_is_kept_again(app: App) -> None:
    used(app)
    app.erase()
    app.history.journal("cheerful").user_said("2", "hello")
    assert count_all(app.history) == 1
    app.change({"speed": 1.2})
    assert app.folders.settings_file.exists()


def test_conversations_go_also_while_none_are_kept(app: App) -> None:
    used(app)
    app.change({"keep_history": False})
    app.erase()
    left = [path for path in app.folders.data.rglob("*") if path.is_file()]
    assert not [path for path in left if SECRET.encode() in path.read_bytes()]


def test_what_cannot_be_deleted_is_named(app: App) -> None:
    used(app)
    app.folders.personas.chmod(0o500)
    with permissions_hold():
        told = app.erase()
    app.folders.personas.chmod(0o700)
    assert str(app.folders.personas) in told
