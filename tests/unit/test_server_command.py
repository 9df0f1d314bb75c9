"""`rotom server`, and who thinks: nothing leaves this machine before it was agreed to."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rotom.app import App
from rotom.cli import main as command
from rotom.cli import server as server_command
from rotom.domain.engines import EngineError
from rotom.domain.speech import Message
from rotom.files import UserFolders, user_folders
from rotom.making import real_engines
from rotom.system import keys
from tests.engines.chat_server import Script, scripted_server

Server = Callable[..., int]


@pytest.fixture
def script() -> Iterator[Script]:
    with scripted_server() as running:
        yield running


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return user_folders(tmp_path)


@pytest.fixture
def rotom_server(folders: UserFolders) -> Server:
    def run(*words: str) -> int:
        options = command._parser().parse_args(["server", *words])
        return server_command.run(folders, options)

    return run


def brain_of(folders: UserFolders) -> Any:
    app = App(folders, keep=False)
    return real_engines(folders, app.settings).brain()


def test_a_server_on_this_machine_needs_no_agreement(
    rotom_server: Server, script: Script, folders: UserFolders
) -> None:
    assert rotom_server("use", script.address, "--model", "some-model") == 0
    reply = brain_of(folders).reply([Message("user", "hi")], lambda: False)
    assert "".join(reply) == "Hello there."


def test_words_do_not_leave_before_it_was_agreed_to(
    rotom_server: Server, folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EngineError, match="Nothing was changed"):
        rotom_server("use", "http://192.168.1.20:8080")
    assert "your words leave this machine" in capsys.readouterr().out
    assert App(folders).settings.server == ""
    assert rotom_server("use", "http://192.168.1.20:8080", "--agree") == 0
    assert rotom_server() == 0
    assert "Rotom thinks on http://192.168.1.20:8080/v1" in capsys.readouterr().out


def test_a_server_in_the_settings_alone_is_not_asked(folders: UserFolders) -> None:
    App(folders).change({"server": "http://192.168.1.20:8080"})
    brain = brain_of(folders)
    said: list[str] = []
    brain.tell_to(said.append)
    assert "you have not agreed" in said[0]
    assert "thinks on this machine" in said[0]
    assert "".join(brain.reply([Message("user", "hello")], lambda: False))


def test_an_agreement_is_for_one_server(folders: UserFolders) -> None:
    App(folders).change(
        {"server": "http://192.168.1.21:8080", "server_agreed": "http://192.168.1.20:8080"}
    )
    assert hasattr(brain_of(folders), "_why")


def test_an_address_that_is_none_leaves_rotom_thinking_here(folders: UserFolders) -> None:
    App(folders).change({"server": "http://8.8.8.8"})
    said: list[str] = []
    brain_of(folders).tell_to(said.append)
    assert "https://" in said[0]


def test_a_test_tells_models_and_time(
    rotom_server: Server, script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom_server("test", script.address) == 0
    told = capsys.readouterr().out
    assert "has some-model" in told
    assert "first word after" in told


def test_off_is_off(rotom_server: Server, script: Script, folders: UserFolders) -> None:
    rotom_server("use", script.address)
    rotom_server("off")
    settings = App(folders).settings
    assert (settings.server, settings.server_agreed) == ("", "")


class Keyring:
    """A keyring in memory, in the place of the system's."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, key: str) -> None:
        self.kept[service, name] = key

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def test_the_key_is_in_the_keyring_and_nowhere_else(
    rotom_server: Server,
    script: Script,
    folders: UserFolders,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import keyring

    ring = Keyring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(ring, name))
    rotom_server("use", script.address)
    monkeypatch.setattr("sys.stdin", io.StringIO("sk-very-secret\n"))
    assert rotom_server("key") == 0
    list(brain_of(folders).reply([Message("user", "hi")], lambda: False))
    assert script.keys == ["Bearer sk-very-secret"]
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"sk-very-secret" not in written
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    rotom_server("key")
    assert ring.kept == {}


def test_without_a_keyring_the_environment_holds_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.errors import NoKeyringError

    def none(*_: str) -> None:
        raise NoKeyringError

    monkeypatch.setattr(keyring, "get_password", none)
    monkeypatch.setattr(keyring, "set_password", none)
    assert keys.key_for("http://pc.local/v1", {}) == ""
    assert keys.key_for("http://pc.local/v1", {"ROTOM_SERVER_KEY": " sk "}) == "sk"
    with pytest.raises(EngineError, match=r"no keyring here that is unlocked.*ROTOM_SERVER_KEY"):
        keys.keep_key("http://pc.local/v1", "sk")
