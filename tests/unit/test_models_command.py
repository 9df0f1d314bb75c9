"""`rotom models` as a user and as a program meet it, against a server that behaves like the hub."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from rotom import making
from rotom.app import App
from rotom.cli import main as command
from rotom.cli import models
from rotom.domain.catalog import Kind, Licence, Model, Use
from rotom.domain.catalog_rows import row_of
from rotom.domain.engines import EngineError
from rotom.domain.memory import (
    POCKETSPHINX_BYTES,
    ROBOT_BYTES,
    SPARE_BYTES,
    brain_bytes,
    files_need,
)
from rotom.domain.settings import Settings
from rotom.domain.shipped import ROBOT
from rotom.files import UserFolders, user_folders
from rotom.storage import fetching
from rotom.storage.gguf import read_header
from rotom.storage.model_folder import ModelFolder
from rotom.storage.needs import ears_bytes, voices_bytes
from tests.engines.tiny_gguf import write_tiny_gguf
from tests.engines.tiny_whisper import write_tiny_whisper
from tests.hub import COMMIT, Day, Hub, running_hub
from tests.unit.test_model_folder import model_of

Rotom = Callable[..., int]


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


@pytest.fixture
def brain(hub: Hub, tmp_path: Path) -> Model:
    content = write_tiny_gguf(tmp_path / "tiny.gguf").read_bytes()
    file = hub.put("maker/brain", "tiny.gguf", content)
    return replace(
        model_of(file), kind=Kind.BRAIN, id="tiny-brain", title="Tiny brain", use=Use.BESIDE_A_GAME
    )


@pytest.fixture
def ears(hub: Hub, tmp_path: Path) -> Model:
    folder = write_tiny_whisper(tmp_path / "whisper")
    files = [
        hub.put("maker/ears", path.name, path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.is_file()
    ]
    return replace(model_of(*files), id="tiny-ears", title="Tiny ears")


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return user_folders(tmp_path / "data")


@pytest.fixture
def rotom(
    hub: Hub,
    brain: Model,
    ears: Model,
    folders: UserFolders,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Rotom:
    """Runs `rotom models ...` with a catalogue of a tiny brain and tiny ears."""
    catalog = tmp_path / "catalog.toml"
    catalog.write_text(tomli_w.dumps({"model": [row_of(brain), row_of(ears)]}))
    monkeypatch.setattr(
        making, "model_folder", lambda folders: ModelFolder(folders.models, catalog)
    )
    monkeypatch.setattr("rotom.app.model_folder", making.model_folder)

    def run(*words: str) -> int:
        options = command._parser().parse_args(["models", *words])
        return models.run(folders, options, hub.web)

    return run


def lines(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_fetched_chosen_and_in_use(
    rotom: Rotom, folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom("get", "tiny-brain") == 0
    told = capsys.readouterr().out
    assert "100 %" in told
    assert "Tiny brain is here" in told
    assert rotom("use", "tiny-brain") == 0
    assert rotom("path", "tiny-brain") == 0
    path = Path(capsys.readouterr().out.splitlines()[-1])
    assert path == folders.data / "models" / "brain" / "tiny-brain" / "tiny.gguf"
    loaded = App(folders, keep=False).engines().brain()
    assert loaded.name == "Tiny random brain"
    assert rotom("list", "--json") == 0
    (rows,) = lines(capsys)
    used = [row for row in rows if row["in_use"]]
    assert [row["id"] for row in used if row["kind"] == "brain"] == ["tiny-brain"]
    with pytest.raises(EngineError, match="in use"):
        rotom("remove", "tiny-brain")
    assert rotom("use", "starter") == 0
    assert rotom("remove", "tiny-brain") == 0
    assert not path.exists()


def test_everything_is_in_the_one_folder_that_was_named(
    rotom: Rotom, folders: UserFolders, tmp_path: Path
) -> None:
    before = set(tmp_path.rglob("*"))
    rotom("get", "tiny-ears")
    made = set(tmp_path.rglob("*")) - before
    assert made
    assert all(path == folders.data or folders.data in path.parents for path in made)


def test_fetched_ears_hear(rotom: Rotom, folders: UserFolders) -> None:
    rotom("get", "tiny-ears")
    rotom("use", "tiny-ears")
    ears = App(folders, keep=False).engines().ears
    assert ears is not None
    assert ears().name == "Whisper (tiny-ears)"


def test_programs_read_progress_as_lines_of_json(
    rotom: Rotom, brain: Model, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom("get", "tiny-brain", "--json") == 0
    told = lines(capsys)
    assert {line["id"] for line in told} == {"tiny-brain"}
    assert told[-1]["event"] == "done"
    assert told[-1]["path"].endswith("tiny.gguf")
    last = [line for line in told if line["event"] == "progress"][-1]
    assert last["bytes"] == last["total_bytes"] == brain.bytes


def test_a_failure_is_a_line_of_json_and_a_sentence(
    rotom: Rotom, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.hub_days = [Day(status=404)]
    with pytest.raises(EngineError, match=r"no tiny\.gguf"):
        rotom("get", "tiny-brain", "--json")
    (failed,) = lines(capsys)
    assert failed["event"] == "failed"
    assert "no tiny.gguf" in failed["text"]


def test_without_a_name_what_suits_is_fetched(
    rotom: Rotom, folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom("get") == 0
    assert "Tiny brain is here" in capsys.readouterr().out
    assert (folders.models / "ears" / "tiny-ears" / "model.bin").is_file()


def test_a_damaged_model_is_found_and_fetched_again(
    rotom: Rotom, folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    rotom("get", "tiny-brain")
    path = folders.models / "brain" / "tiny-brain" / "tiny.gguf"
    spoilt = bytearray(path.read_bytes())
    spoilt[-1] ^= 1
    path.write_bytes(spoilt)
    capsys.readouterr()
    assert rotom("verify") == 1
    assert "tiny-brain is damaged: tiny.gguf" in capsys.readouterr().out
    rotom("remove", "tiny-brain")
    rotom("get", "tiny-brain")
    assert rotom("verify", "tiny-brain", "--json") == 0
    assert lines_of_last(capsys)["damaged"] == []


def lines_of_last(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_what_is_not_in_use_is_removed_at_once(
    rotom: Rotom, folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    rotom("get", "tiny-brain", "tiny-ears")
    rotom("use", "tiny-ears")
    stray = folders.models / "voice" / "forgotten"
    stray.mkdir(parents=True)
    (stray / "voice.onnx").write_bytes(b"x" * 1000)
    capsys.readouterr()
    assert rotom("remove", "--unused") == 0
    assert "tiny-brain removed" in capsys.readouterr().out
    assert not stray.exists()
    assert not (folders.models / "brain" / "tiny-brain").exists()
    assert (folders.models / "ears" / "tiny-ears").exists()


def test_ones_own_file_is_added_and_used(
    rotom: Rotom, folders: UserFolders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = write_tiny_gguf(tmp_path / "own.gguf", {"general.name": "My Own"})
    assert rotom("add", str(own), "--id", "mine") == 0
    assert "rotom models use mine" in capsys.readouterr().out
    rotom("use", "mine")
    assert App(folders, keep=False).engines().brain().name == "My Own"
    rotom("use", "starter")
    rotom("remove", "mine")
    assert own.exists()


def test_a_model_of_the_hub_is_added_and_fetched(
    rotom: Rotom, hub: Hub, tmp_path: Path, folders: UserFolders
) -> None:
    content = write_tiny_gguf(tmp_path / "other.gguf").read_bytes()
    hub.put("someone/else", "other-Q4_K_M.gguf", content)
    rotom("add", "https://huggingface.co/someone/else")
    rotom("get", "other-q4-k-m")
    file = folders.models / "brain" / "other-q4-k-m" / "other-Q4_K_M.gguf"
    assert file.read_bytes() == content
    assert COMMIT in (folders.models / "own.toml").read_text()


def test_the_catalogue_is_checked_row_by_row(
    rotom: Rotom, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom("verify-catalog") == 0
    assert capsys.readouterr().out.count("as the hub has it") == 2
    hub.files.pop(("maker/brain", "tiny.gguf"))
    assert rotom("verify-catalog", "--json") == 1
    said = {line["id"]: line["differences"] for line in lines(capsys)}
    assert said["tiny-ears"] == []
    assert len(said["tiny-brain"]) == 1


def test_a_chosen_model_that_is_not_here_is_stood_in_for_by_the_starter(
    rotom: Rotom, folders: UserFolders
) -> None:
    rotom("get", "tiny-brain")
    rotom("use", "tiny-brain")
    (folders.models / "brain" / "tiny-brain" / "tiny.gguf").unlink()
    brain = App(folders, keep=False).engines().brain()
    said: list[str] = []
    brain.tell_to(said.append)  # type: ignore[attr-defined]  # it stands in, and so has news
    assert "not fetched yet" in said[0]
    assert "starter brain answers" in said[0]
    assert brain.context_tokens > 0


def test_a_brain_that_does_not_fit_into_memory_is_refused_with_a_smaller_one(
    rotom: Rotom, folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotom("get", "tiny-brain")
    rotom("use", "tiny-brain")
    nearly_full = making.machine.Memory(16 * 10**9, 310 * 10**6)
    monkeypatch.setattr(making.machine, "memory", lambda: nearly_full)
    monkeypatch.setattr(making.machine, "held_bytes", lambda: None)
    said: list[str] = []
    App(folders, keep=False).engines().brain().tell_to(said.append)  # type: ignore[attr-defined]
    assert "more than is free" in said[0]
    assert "choose the small starter brain" in said[0]


def test_ears_that_do_not_fit_into_memory_are_stood_in_for(
    rotom: Rotom, folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotom("get", "tiny-ears")
    rotom("use", "tiny-ears")
    nearly_full = making.machine.Memory(16 * 10**9, 310 * 10**6)
    monkeypatch.setattr(making.machine, "memory", lambda: nearly_full)
    monkeypatch.setattr(making.machine, "held_bytes", lambda: None)
    said: list[str] = []
    app = App(folders, keep=False)
    app.engines().ears().tell_to(said.append)  # type: ignore[attr-defined]  # it stands in
    assert "The ears Tiny ears need" in said[0]
    assert "choose the ears that come with Rotom" in said[0]
    app.change({"language": "ko"})
    with pytest.raises(EngineError, match="more than is free"):
        app.engines().ears()


@pytest.mark.parametrize(("spare_mb", "fits"), [(40, True), (-40, False)])
def test_the_ears_and_the_voice_that_are_chosen_count_beside_the_brain(
    rotom: Rotom, folders: UserFolders, monkeypatch: pytest.MonkeyPatch, spare_mb: int, fits: bool
) -> None:
    rotom("get", "tiny-brain", "tiny-ears")
    rotom("use", "tiny-brain")
    rotom("use", "tiny-ears")
    app = App(folders, keep=False)
    path = app.models.path_of(app.models.find("tiny-brain"))
    voice = (making.files.models() / "starter/voice/rotom-en.onnx").stat().st_size
    needed = brain_bytes(read_header(path)) + app.models.find("tiny-ears").memory_mb * 10**6
    needed += files_need(voice) + ROBOT_BYTES + SPARE_BYTES
    free = making.machine.Memory(16 * 10**9, needed + spare_mb * 10**6)
    monkeypatch.setattr(making.machine, "memory", lambda: free)
    monkeypatch.setattr(making.machine, "held_bytes", lambda: None)
    brain = app.engines().brain()
    assert hasattr(brain, "_why") is not fits
    monkeypatch.setattr(making.machine, "held_bytes", lambda: 200 * 10**6)
    assert not hasattr(app.engines().brain(), "_why"), "what is held already is not asked twice"


def test_each_choice_of_ears_and_voice_needs_its_own_memory(
    rotom: Rotom, folders: UserFolders, tmp_path: Path
) -> None:
    app = App(folders, keep=False)
    shipped = making.files.models() / "starter/voice"
    assert ears_bytes(app.models, Settings()) == POCKETSPHINX_BYTES
    assert ears_bytes(app.models, Settings(language="ko")) == 0, "there are no Korean ones inside"
    assert ears_bytes(app.models, Settings(ears="tiny-ears")) == 0, "it is not here"
    rotom("get", "tiny-ears")
    size = app.models.find("tiny-ears").memory_mb * 10**6
    assert ears_bytes(app.models, Settings(ears="tiny-ears")) == size
    own = tmp_path / "own.onnx"
    own.write_bytes(b"x" * 1000)
    both = Settings(voice=str(own), korean_voice=str(own))
    assert voices_bytes(app.models, both, shipped) == ROBOT_BYTES + files_need(1000)
    robot = Settings(voice=ROBOT)
    assert voices_bytes(app.models, robot, shipped) == ROBOT_BYTES


def test_a_licence_is_accepted_on_the_command_line(
    rotom: Rotom, brain: Model, tmp_path: Path
) -> None:
    strict = replace(brain, licence=Licence("NC", "https://example.org/nc", True))
    (tmp_path / "catalog.toml").write_text(tomli_w.dumps({"model": [row_of(strict)]}))
    with pytest.raises(EngineError, match="accepted first"):
        rotom("get", "tiny-brain")
    assert rotom("get", "tiny-brain", "--accept-licence") == 0


def test_all_about_a_model_is_told_before_it_is_loaded(
    rotom: Rotom, brain: Model, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rotom("show", "tiny-brain") == 0
    told = capsys.readouterr().out
    assert brain.files[0].sha256 in told
    assert "trained for" not in told
    rotom("get", "tiny-brain")
    capsys.readouterr()
    rotom("show", "tiny-brain", "--json")
    (said,) = lines(capsys)
    assert said["header"]["architecture"] == "llama"
    assert said["header"]["context_tokens"] == 1024
    assert said["id"] == "tiny-brain"
    rotom("show", str(tmp_path / "tiny.gguf"))
    assert "Tiny random brain: llama" in capsys.readouterr().out
    with pytest.raises(EngineError, match="no GGUF language model"):
        rotom("show", str(tmp_path / "catalog.toml"))


def test_a_limit_is_kept(rotom: Rotom, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(fetching.Halt, "wait", lambda _halt, s: waited.append(s))
    rotom("get", "tiny-brain", "--limit", "0.01")
    assert sum(waited) > 1.0


def test_what_another_program_has_is_marked_until_it_is_here(
    rotom: Rotom,
    brain: Model,
    ears: Model,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for variable in ("XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE", "OLLAMA_MODELS"):
        monkeypatch.delenv(variable, raising=False)
    studio = tmp_path / "home/.lmstudio/models/maker/brain/tiny.gguf"
    studio.parent.mkdir(parents=True)
    studio.write_bytes((tmp_path / "tiny.gguf").read_bytes())
    ollama = tmp_path / "home/.ollama/models/blobs" / f"sha256-{ears.main_file.sha256}"
    ollama.parent.mkdir(parents=True)
    ollama.write_bytes((tmp_path / "whisper" / ears.main_file.name).read_bytes())
    rotom("list")
    told = capsys.readouterr().out
    assert "(already here, from LM Studio: links instead of downloading)" in told
    share = 100 * ears.main_file.bytes // ears.bytes
    assert f"({share} % is already here, from Ollama: links that, downloads the rest)" in told
    rotom("get", "tiny-brain")
    capsys.readouterr()
    rotom("list", "--json")
    (rows,) = lines(capsys)
    said = {row["id"]: row["elsewhere"] for row in rows}
    assert said["tiny-brain"] == ""
    assert "from Ollama" in said["tiny-ears"]


def test_the_shipped_catalogue_is_listed_in_korean_too(
    folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    App(folders).change({"interface_language": "ko", "language": "ko"})
    options = command._parser().parse_args(["models", "list"])
    assert models.run(folders, options) == 0
    told = capsys.readouterr().out
    assert "한국어" in told
    assert "Kanana" in told
    assert "en-us-kristin-medium" in told
