"""The folder of models: what is here, what is linked, what is one's own, and who works on it."""

import json
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from rotom.domain.catalog import Kind, Licence, Model, ModelFile, Use
from rotom.domain.catalog_rows import row_of
from rotom.domain.engines import EngineError
from rotom.domain.speech import Language
from rotom.storage import other_programs
from rotom.storage.downloads import Paused, part_of
from rotom.storage.fetching import Halt, Wishes, get
from rotom.storage.hub_listing import differences, parse_address
from rotom.storage.model_folder import Busy, ModelFolder
from rotom.storage.other_programs import Elsewhere
from rotom.storage.own_models import describe, name_for
from rotom.storage.pace import Progress
from tests.engines.tiny_gguf import write_tiny_gguf
from tests.hub import COMMIT, Day, Hub, running_hub
from tests.unit.test_downloads import content_of

REPO = "maker/ears"


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


def model_of(*files: ModelFile, **changes: Any) -> Model:
    made = Model(
        kind=Kind.EARS,
        id="some-ears",
        title="Some ears",
        use=Use.TINY,
        languages=(Language.ENGLISH,),
        memory_mb=1,
        good_for={Language.ENGLISH: "Hears.", Language.KOREAN: "들어요."},
        licence=Licence("MIT", "https://example.org/mit"),
        attribution="Somebody",
        files=files,
    )
    return replace(made, **changes)


@pytest.fixture
def ears(hub: Hub) -> Model:
    return model_of(
        hub.put(REPO, "model.bin", content_of(90_000)),
        hub.put(REPO, "config.json", b"{}"),
        hub.put(REPO, "tokenizer.json", content_of(900_000, 2)),
    )


MakeFolder = Callable[..., ModelFolder]


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    def make(*models: Model) -> ModelFolder:
        catalog = tmp_path / "catalog.toml"
        catalog.write_text(tomli_w.dumps({"model": [row_of(each) for each in models]}))
        return ModelFolder(tmp_path / "models", catalog)

    return make


def nowhere(_file: ModelFile) -> None:
    return None


def wishes(hub: Hub, **more: Any) -> Wishes:
    return Wishes(**{"open_web": hub.web, "find": nowhere, **more})


def test_a_model_of_several_files_is_fetched_as_one(
    hub: Hub, ears: Model, make_folder: MakeFolder
) -> None:
    folder = make_folder(ears)
    seen: list[Progress] = []
    path = get(folder, ears, wishes(hub, progress=seen.append))
    assert path == folder.root / "ears" / "some-ears"
    assert {each.name: each.stat().st_size for each in path.iterdir()} == {
        file.name: file.bytes for file in ears.files
    }
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert seen[-1].done == seen[-1].total == ears.bytes
    assert folder.holding(ears).is_whole
    assert folder.whole_path(ears) == path


def test_what_is_here_needs_no_network(hub: Hub, ears: Model, make_folder: MakeFolder) -> None:
    folder = make_folder(ears)
    get(folder, ears, wishes(hub))
    hub.asked.clear()
    get(folder, ears, wishes(hub))
    assert hub.asked == []


def test_a_half_model_is_never_given_to_an_engine(
    hub: Hub, ears: Model, make_folder: MakeFolder
) -> None:
    folder = make_folder(ears)
    halt = Halt()

    def stop_in_the_last_file(progress: Progress) -> None:
        if progress.done > 91_000:
            halt.set()

    with pytest.raises(Paused):
        get(folder, ears, wishes(hub, halt=halt, progress=stop_in_the_last_file))
    holding = folder.holding(ears)
    assert not holding.is_whole
    assert holding.whole_files == 2
    assert holding.bytes >= 90_000
    with pytest.raises(EngineError, match=r"not fetched yet.*rotom models get some-ears"):
        folder.whole_path(ears)
    get(folder, ears, wishes(hub))
    assert folder.holding(ears).is_whole
    assert len([a for a in hub.storage_asked() if "model.bin" in a.path]) == 1


def test_a_removed_model_leaves_nothing(hub: Hub, ears: Model, make_folder: MakeFolder) -> None:
    folder = make_folder(ears)
    path = get(folder, ears, wishes(hub))
    part_of(path / "model.bin").write_bytes(b"x")
    assert folder.remove(ears) == ears.bytes
    assert not path.exists()
    assert folder.remove(ears) == 0


def test_a_file_that_was_spoilt_later_is_found(
    hub: Hub, ears: Model, make_folder: MakeFolder
) -> None:
    folder = make_folder(ears)
    path = get(folder, ears, wishes(hub))
    assert folder.damaged(ears) == []
    (path / "config.json").write_bytes(b"[]")
    (path / "tokenizer.json").unlink()
    assert folder.damaged(ears) == ["config.json", "tokenizer.json"]


def test_a_licence_has_to_be_accepted_first(hub: Hub, ears: Model, make_folder: MakeFolder) -> None:
    strict = replace(ears, licence=Licence("NC", "https://example.org/nc", True))
    folder = make_folder(strict)
    with pytest.raises(EngineError, match=r"accepted first: NC, https://example.org/nc"):
        get(folder, strict, wishes(hub))
    assert hub.asked == []
    get(folder, strict, wishes(hub, accepts_licence=True))


def test_too_little_space_for_the_whole_model_is_said_first(
    hub: Hub, make_folder: MakeFolder
) -> None:
    url = hub.put(REPO, "model.bin", b"x").url
    huge = model_of(ModelFile(url, 10**12, "0" * 64))
    with pytest.raises(EngineError, match=r"Some ears needs 1100\.00 GB"):
        get(make_folder(huge), huge, wishes(hub))
    assert hub.asked == []


@pytest.mark.parametrize("program", ["the hub's cache", "blobs", "LM Studio", "Ollama"])
def test_a_file_of_another_program_is_linked_and_not_fetched(
    hub: Hub, ears: Model, make_folder: MakeFolder, tmp_path: Path, program: str
) -> None:
    weights = ears.main_file
    cache = ".cache/huggingface/hub/models--maker--ears"
    places = {
        "the hub's cache": f"{cache}/snapshots/{COMMIT}/model.bin",
        "blobs": f"{cache}/blobs/{weights.sha256}",
        "LM Studio": ".lmstudio/models/maker/ears/model.bin",
        "Ollama": f".ollama/models/blobs/sha256-{weights.sha256}",
    }
    other = tmp_path / "home" / places[program]
    other.parent.mkdir(parents=True)
    other.write_bytes(content_of(90_000))
    said: list[str] = []

    def find(file: ModelFile) -> Elsewhere | None:
        return other_programs.find(file, {"HOME": str(tmp_path / "home")})

    folder = make_folder(ears)
    path = get(folder, ears, wishes(hub, find=find, tell=said.append))
    assert (path / "model.bin").samefile(other)
    assert (path / "model.bin").stat().st_nlink == 2
    assert all("model.bin" not in asked.path for asked in hub.asked)
    assert any("model.bin is linked from" in words for words in said)
    folder.remove(ears)
    assert other.read_bytes() == content_of(90_000)


def test_a_file_of_another_program_with_other_bytes_is_not_used(
    hub: Hub, ears: Model, make_folder: MakeFolder, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.write_bytes(content_of(90_000, 9))

    def find(file: ModelFile) -> Elsewhere | None:
        return Elsewhere(other, "Ollama") if file.name == "model.bin" else None

    path = get(make_folder(ears), ears, wishes(hub, find=find))
    assert (path / "model.bin").read_bytes() == content_of(90_000)


@pytest.mark.parametrize("keeps_apart", [False, True])
def test_a_file_on_another_disk_is_pointed_to_or_copied_where_all_is_in_one_folder(
    hub: Hub, ears: Model, make_folder: MakeFolder, tmp_path: Path, keeps_apart: bool
) -> None:
    other_disk = Path("/dev/shm") / f"rotom-{tmp_path.name}-{keeps_apart}"
    try:
        other_disk.write_bytes(content_of(90_000))
    except OSError:
        pytest.skip("there is no second disk here")
    try:
        if other_disk.stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("there is no second disk here")

        def find(file: ModelFile) -> Elsewhere | None:
            return Elsewhere(other_disk, "Ollama") if file.name == "model.bin" else None

        found = wishes(hub, find=find, keeps_apart=keeps_apart)
        path = get(make_folder(ears), ears, found)
        assert (path / "model.bin").is_symlink() is not keeps_apart
        assert (path / "model.bin").read_bytes() == content_of(90_000)
    finally:
        other_disk.unlink()


def test_two_programs_that_fetch_the_same_model_fetch_it_once(
    hub: Hub, ears: Model, make_folder: MakeFolder, tmp_path: Path
) -> None:
    folder = make_folder(ears)
    gate = threading.Event()
    hub.days = [Day(gate=gate)]
    command = [sys.executable, "-c", FETCHING, str(hub.port), str(tmp_path)]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "fetching\n"
        with pytest.raises(Busy, match="Another Rotom is fetching"):
            get(folder, ears, wishes(hub))
        with pytest.raises(Busy):
            folder.remove(ears)
        second = subprocess.Popen([*command, "wait"], stdout=subprocess.PIPE, text=True)
        with second:
            assert second.stdout is not None
            assert second.stdout.readline() == "waiting\n"
            gate.set()
            assert second.stdout.read() == "done\n"
        assert first.stdout.read() == "done\n"
    assert folder.damaged(ears) == []
    assert len([a for a in hub.storage_asked() if "model.bin" in a.path]) == 1


FETCHING = """
import sys
from pathlib import Path
from rotom.storage.fetching import Wishes, get
from rotom.storage.model_folder import ModelFolder
from rotom.storage.web import Web

port, root, *waits = sys.argv[1:]
hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
folder = ModelFolder(Path(root) / "models", Path(root) / "catalog.toml")
said = []

def progress(_):
    if not said:
        print("fetching", flush=True)
        said.append(1)

if waits:
    print("waiting", flush=True)
    progress = lambda _: None
get(
    folder,
    folder.find("some-ears"),
    Wishes(
        progress=progress,
        waits=bool(waits),
        find=lambda _: None,
        open_web=lambda: Web(f"http://127.0.0.1:{port}", without_tls=hosts),
    ),
)
print("done")
"""


def test_a_model_that_no_catalogue_knows_any_more_can_be_removed(
    hub: Hub, ears: Model, make_folder: MakeFolder
) -> None:
    get(make_folder(ears), ears, wishes(hub))
    folder = make_folder()
    (stray,) = folder.strays()
    assert stray.name == "some-ears"
    assert folder.remove_stray(stray) == ears.bytes
    assert folder.strays() == []


def test_a_name_that_is_nearly_right_is_suggested(ears: Model, make_folder: MakeFolder) -> None:
    with pytest.raises(EngineError, match="Did you mean some-ears"):
        make_folder(ears).find("some-eras")


def test_ones_own_gguf_file_is_used_where_it_is(
    hub: Hub, make_folder: MakeFolder, tmp_path: Path
) -> None:
    path = write_tiny_gguf(tmp_path / "my own 50% brain.gguf")
    own = describe(str(path), hub.web)
    assert own.kind == Kind.BRAIN
    assert own.title == "Tiny random brain"
    assert own.id == "tiny-random-brain"
    assert own.context_tokens == 1024
    folder = make_folder()
    folder.add(own)
    assert make_folder().find(own.id) == own
    assert folder.whole_path(own) == path
    assert folder.damaged(own) == []
    with pytest.raises(EngineError, match=r"already.*--id"):
        folder.add(own)
    folder.remove(own)
    assert path.exists()
    assert make_folder().models == ()


def test_ones_own_file_that_moved_away_is_said(
    hub: Hub, make_folder: MakeFolder, tmp_path: Path
) -> None:
    path = write_tiny_gguf(tmp_path / "mine.gguf")
    folder = make_folder()
    own = describe(str(path), hub.web)
    folder.add(own)
    path.unlink()
    with pytest.raises(EngineError, match="no longer in"):
        folder.whole_path(own)


def test_ones_own_voice_is_a_pair_of_files(hub: Hub, tmp_path: Path) -> None:
    onnx = tmp_path / "ko_KR-me-medium.onnx"
    onnx.write_bytes(b"weights")
    with pytest.raises(EngineError, match="two files"):
        describe(str(onnx), hub.web)
    config = tmp_path / "ko_KR-me-medium.onnx.json"
    config.write_text(json.dumps({"espeak": {"voice": "fr"}}))
    with pytest.raises(EngineError, match="neither English nor Korean"):
        describe(str(onnx), hub.web)
    config.write_text("{}")
    with pytest.raises(EngineError, match="does not describe a Piper voice"):
        describe(str(onnx), hub.web)
    config.write_text(json.dumps({"espeak": {"voice": "ko"}}))
    own = describe(str(config), hub.web)
    assert own.kind == Kind.VOICE
    assert own.languages == (Language.KOREAN,)
    assert own.main_file.name == onnx.name


def test_ones_own_ears_are_a_folder(hub: Hub, tmp_path: Path) -> None:
    folder = tmp_path / "Whisper Mine"
    folder.mkdir()
    for name in ("model.bin", "config.json"):
        (folder / name).write_bytes(b"x")
    with pytest.raises(EngineError, match=r"tokenizer\.json is missing"):
        describe(str(folder), hub.web)
    (folder / "tokenizer.json").write_bytes(b"{}")
    assert describe(str(folder), hub.web, "mine").id == "mine"


@pytest.mark.parametrize("name", ["notes.txt", "broken.gguf", "without template.gguf"])
def test_a_file_that_is_no_model_is_said(hub: Hub, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"GGUF" + bytes(range(256)))
    if "without" in name:
        write_tiny_gguf(path, {"tokenizer.chat_template": None})
    with pytest.raises(EngineError) as caught:
        describe(str(path), hub.web)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "maker/brains",
        "maker/brains/sub/brain-Q4_K_M.gguf",
        "https://huggingface.co/maker/brains",
        "https://huggingface.co/maker/brains/blob/main/sub/brain-Q4_K_M.gguf",
        "https://huggingface.co/maker/brains/resolve/main/sub/brain-Q4_K_M.gguf?download=true",
        "hf.co/maker/brains",
    ],
)
def test_an_address_of_the_hub_becomes_a_model_at_todays_revision(
    hub: Hub, make_folder: MakeFolder, address: str
) -> None:
    content = content_of(5000)
    hub.put("maker/brains", "sub/brain-Q4_K_M.gguf", content)
    hub.put("maker/brains", "brain-Q8_0.gguf", content_of(6000))
    hub.put("maker/brains", "mmproj-F16.gguf", content_of(2000))
    hub.put("maker/brains", "README.md", b"hello")
    own = describe(address, hub.web)
    assert own.id == "brain-q4-k-m"
    (file,) = own.files
    assert file.revision == COMMIT
    folder = make_folder()
    folder.add(own)
    path = get(make_folder(), make_folder().find(own.id), wishes(hub))
    assert path == folder.root / "brain" / own.id / "brain-Q4_K_M.gguf"
    assert path.read_bytes() == content


def test_an_address_with_several_brains_asks_which(hub: Hub) -> None:
    for name in ("a-Q8_0.gguf", "b-Q6_K.gguf"):
        hub.put("maker/brains", name, content_of(5000))
    with pytest.raises(EngineError, match=r"several brains.*a-Q8_0.gguf, b-Q6_K.gguf"):
        describe("maker/brains", hub.web)


def test_ears_and_voices_come_from_the_hub_too(hub: Hub, ears: Model) -> None:
    own = describe(REPO, hub.web)
    assert own.kind == Kind.EARS
    assert {(f.name, f.bytes, f.sha256) for f in own.files} == {
        (f.name, f.bytes, f.sha256) for f in ears.files
    }
    onnx = hub.put("maker/voices", "en/en_GB-me-low.onnx", content_of(5000))
    config = hub.put("maker/voices", "en/en_GB-me-low.onnx.json", b"{}")
    voice = describe("maker/voices/en/en_GB-me-low.onnx", hub.web)
    assert voice.files == (onnx, config)
    assert voice.languages == (Language.ENGLISH,)


@pytest.mark.parametrize("named", ["nobody/nothing", "/not/there.gguf", "one", "a/b/c/../d", ""])
def test_what_is_neither_a_path_nor_an_address_is_said(hub: Hub, named: str) -> None:
    with pytest.raises(EngineError):
        describe(named or "./none", hub.web)


def test_a_broken_list_of_ones_own_models_is_kept_and_said(
    make_folder: MakeFolder, ears: Model, tmp_path: Path, hub: Hub
) -> None:
    own_file = make_folder(ears).own_file
    own_file.parent.mkdir(parents=True)
    own_file.write_text("model = [broken")
    folder = make_folder(ears)
    assert [model.id for model in folder.models] == ["some-ears"]
    assert "own.toml cannot be used" in folder.notices[0]
    folder.add(describe(str(write_tiny_gguf(tmp_path / "mine.gguf")), hub.web))
    (aside,) = own_file.parent.glob("own.toml.broken-*")
    assert aside.read_text() == "model = [broken"
    assert len(tomllib.loads(own_file.read_text())["model"]) == 1


def test_the_catalogue_is_compared_with_the_hub_over_all_pages(hub: Hub, ears: Model) -> None:
    with hub.web() as web:
        assert differences(web, ears) == []
    hub.put(REPO, "model.bin", content_of(90_000, 7))
    hub.put(REPO, "config.json", b"[]")
    hub.files.pop((REPO, "tokenizer.json"))
    with hub.web() as web:
        said = differences(web, ears)
    assert len(said) == 3
    assert "model.bin has the sha256" in said[0]
    assert "config.json has the sha256" in said[1]
    assert "tokenizer.json is not in" in said[2]


def test_addresses_are_read_as_people_copy_them() -> None:
    address = parse_address(" https://huggingface.co/a/b/blob/abc123/c/d.gguf ")
    assert address is not None
    assert (address.repo, address.revision, address.path) == ("a/b", "abc123", "c/d.gguf")
    assert parse_address("https://example.org/a/b") is None
    assert parse_address("a/../b") is None


@pytest.mark.parametrize(
    ("title", "name"),
    [("Qwen3.5 2B", "qwen3.5-2b"), ("..", "model"), ("한국어", "model"), ("A" * 99, "a" * 60)],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert name_for(title) == name
