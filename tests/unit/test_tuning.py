"""What the user changed of how brains choose their words: kept, and never half believed."""

from pathlib import Path

import pytest

from rotom import files
from rotom.app import App
from rotom.cli import main as command
from rotom.domain.sampling import KNOBS, THOUGHT_TOKENS, Sampling, tuned
from rotom.domain.settings import SettingError
from rotom.files import UserFolders, user_folders
from rotom.making import STARTER_BRAIN
from rotom.storage.errors import StorageError
from rotom.storage.model_folder import ModelFolder
from rotom.storage.tuning import SERVER, STARTER, Tuning
from tests.engines.tiny_gguf import write_tiny_gguf


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return user_folders(tmp_path / "data")


@pytest.fixture
def tuning(folders: UserFolders) -> Tuning:
    return App(folders, keep=False).tuning


def test_each_brain_has_a_way_of_its_own(tuning: Tuning, tmp_path: Path) -> None:
    mine = write_tiny_gguf(tmp_path / "mine.gguf", {"general.sampling.temp": 0.75})
    assert tuning.of("qwen3.5-2b").presence_penalty == 2.0
    assert tuning.of(STARTER).temperature == pytest.approx(0.25)
    assert tuning.of(str(mine)).temperature == 0.75
    assert tuning.of(SERVER) == Sampling()
    with pytest.raises(StorageError, match="is no brain"):
        tuning.of("whisper-base")
    with pytest.raises(StorageError, match="no model called 'nobody'"):
        tuning.of("nobody")


def test_what_is_changed_is_kept_for_that_brain_until_it_is_reset(
    tuning: Tuning, folders: UserFolders
) -> None:
    tuning.change("qwen3.5-2b", {"temperature": 0.3, "top_k": 12})
    tuning.change(STARTER, {"max_tokens": 80})
    tuning.change("qwen3.5-2b", {"temperature": 1.0})
    again = App(folders, keep=False).tuning
    assert again.values("qwen3.5-2b") == {"top_k": 12}, "what is usual again is not kept"
    assert again.of(STARTER).max_tokens == 80
    again.reset("qwen3.5-2b")
    assert again.values("qwen3.5-2b") == {}
    assert again.of(STARTER).max_tokens == 80


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"temperature": 9.0}, "temperature is a number between 0 and 2"),
        ({"temperature": True}, "temperature is a number"),
        ({"temperature": float("nan")}, "temperature is a number"),
        ({"top_k": 1.5}, "top_k is a whole number"),
        ({"warmth": 1}, "There is no warmth to change"),
        ({"thinks": True}, "There is no thinks to change"),
    ],
)
def test_what_cannot_be_changes_nothing(
    tuning: Tuning, values: dict[str, float | int | bool], says: str
) -> None:
    with pytest.raises(SettingError, match=says):
        tuning.change(STARTER, values)
    assert not tuning.path.exists()


def test_a_model_with_a_switch_may_think_and_a_server_too(tuning: Tuning) -> None:
    for brain in ("qwen3.5-2b", SERVER):
        tuning.change(brain, {"thinks": True})
        assert tuning.of(brain).most_tokens == tuning.of(brain).max_tokens + THOUGHT_TOKENS
    assert set(tuning.knobs(STARTER)) == set(KNOBS)
    with pytest.raises(SettingError, match="There is no top_k"):
        tuning.change(SERVER, {"top_k": 3})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("temperature =", "not TOML"),
        ("starter = 3", "a table of its own"),
        ("[starter]\ntemperature = 7", "between 0 and 2"),
        ('[starter]\nwarmth = "much"', "There is no warmth"),
    ],
)
def test_a_file_that_cannot_be_understood_is_said_and_the_brain_goes_its_own_way(
    tuning: Tuning, folders: UserFolders, text: str, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    tuning.path.parent.mkdir(parents=True)
    tuning.path.write_text(text)
    with pytest.raises(StorageError, match=says):
        tuning.of(STARTER)
    brain = App(folders, keep=False).engines().brain()
    assert brain.tune(Sampling()) == Sampling()  # type: ignore[attr-defined]  # a LlamaBrain
    assert says in caplog.text
    caplog.clear()
    tuning.reset(STARTER)
    assert tuning.of(STARTER).temperature == pytest.approx(0.25)
    assert text in [each.read_text() for each in tuning.path.parent.glob("*broken*")]


def test_what_is_written_by_hand_holds_from_the_next_reply_on(
    tuning: Tuning, folders: UserFolders
) -> None:
    brain = App(folders, keep=False).engines().brain()
    tuning.path.parent.mkdir(parents=True, exist_ok=True)
    tuning.path.write_text("[starter]\ntemperature = 0.0\n")
    assert brain.tune(Sampling()).temperature == 0.0  # type: ignore[attr-defined]


def test_the_command_changes_tells_and_resets(
    folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    def rotom(*words: str) -> int:
        arguments = ["--data", str(folders.data), "models", "tune", *words]
        return command.main(lambda *_: 0, lambda *_: b"", arguments)

    assert rotom("starter", "temperature=0.9", "top_k=7") == 0
    told = capsys.readouterr().out
    assert "0.9" in told
    assert "(its own: 40)" in told
    assert rotom("starter", "temperature=hot") == 1
    assert "NAME=VALUE" in capsys.readouterr().err
    assert rotom("starter", "--reset", "--json") == 0
    assert '"top_k": 40' in capsys.readouterr().out


def test_a_value_is_of_the_type_of_its_knob() -> None:
    assert isinstance(tuned(Sampling(), {"temperature": 1}).temperature, float)
    assert isinstance(tuned(Sampling(), {"top_k": 5.0}).top_k, int)


def test_a_catalogue_that_is_broken_is_no_reason_to_lose_the_starter(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("model = []")
    tuning = Tuning(
        tmp_path / "brains.toml",
        ModelFolder(tmp_path / "models", catalog),
        files.models() / STARTER_BRAIN,
    )
    assert tuning.own(STARTER).temperature == pytest.approx(0.25)
