"""Fetching a file: whatever the network does, the file is whole and right, or not there."""

import hashlib
import random
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest

from rotom.domain.catalog import ModelFile
from rotom.storage import downloads
from rotom.storage.downloads import Manner, Paused, check_space, fetch, part_of
from rotom.storage.errors import StorageError
from rotom.storage.pace import Halt
from rotom.storage.web import Web, web_of_environment
from rotom.storage.web_errors import WebError, lost
from tests.hub import Day, Hub, running_hub
from tests.patience import PATIENCE_S

REPO = "maker/model-GGUF"


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


@dataclass
class Told:
    """A manner of fetching that never waits, and what it was told."""

    words: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    bytes: int = 0
    halt: Halt = field(default_factory=Halt)

    def manner(self) -> Manner:
        def wait(seconds: float) -> bool:
            self.waits.append(seconds)
            return self.halt.is_set()

        def arrived(count: int) -> None:
            self.bytes += count

        return Manner(self.halt, None, arrived, self.words.append, wait)


@pytest.fixture
def told() -> Told:
    return Told()


def content_of(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def fetched(web: Web, file: ModelFile, goal: Path, told: Told) -> bytes:
    try:
        fetch(web, file, goal, told.manner())
    finally:
        web.close()
    assert not part_of(goal).exists()
    return goal.read_bytes()


def test_a_large_file_comes_from_the_storage_and_the_token_stays_with_the_hub(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    content = content_of(300_000)
    file = hub.put(REPO, "sub folder/model.gguf".replace(" ", "_"), content)
    assert fetched(hub.web(hub.token), file, tmp_path / "model.gguf", told) == content
    assert told.bytes == len(content)
    asked_hub, asked_storage = hub.asked
    assert asked_hub.headers["Authorization"] == f"Bearer {hub.token}"
    assert "Authorization" not in asked_storage.headers
    assert asked_hub.headers["Accept-Encoding"] == "identity"
    assert asked_hub.headers["User-Agent"].startswith("rotom/")


def test_a_small_file_comes_from_the_hub_by_a_relative_address(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "config.json", b"{}")
    assert fetched(hub.web(), file, tmp_path / "config.json", told) == b"{}"


def test_a_repository_that_was_renamed_is_found(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(5000)
    hub.put("new/name", "model.bin", content)
    file = hub.put("old/name", "model.bin", content)
    hub.moved["old/name"] = "new/name"
    assert fetched(hub.web(), file, tmp_path / "model.bin", told) == content


def test_what_is_here_already_is_not_fetched_again(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(50_000)
    file = hub.put(REPO, "model.gguf", content)
    goal = tmp_path / "model.gguf"
    part_of(goal).write_bytes(content[:30_000])
    assert fetched(hub.web(), file, goal, told) == content
    assert hub.storage_asked()[0].headers["Range"] == "bytes=30000-"
    assert told.bytes == len(content)


def test_a_part_that_was_whole_needs_no_network(tmp_path: Path, hub: Hub, told: Told) -> None:
    content = content_of(50_000)
    file = hub.put(REPO, "model.gguf", content)
    part_of(tmp_path / "model.gguf").write_bytes(content)
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert hub.asked == []


def test_a_part_longer_than_the_file_is_begun_anew(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(5000)
    file = hub.put(REPO, "model.gguf", content)
    part_of(tmp_path / "model.gguf").write_bytes(content + b"more")
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content


def test_a_server_that_knows_no_ranges_begins_anew(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(50_000)
    file = hub.put(REPO, "model.gguf", content)
    part_of(tmp_path / "model.gguf").write_bytes(content[:30_000])
    hub.days = [Day(ignore_range=True)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert told.bytes == len(content)


def test_dropped_500_times_in_the_middle_of_four_files_each_arrives_whole(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    dice = random.Random(6)
    dropped = 0
    for number, size in enumerate((400_000, 250_000, 150_000, 30_000)):
        content = content_of(size, number)
        file = hub.put(REPO, f"model-{number}.bin", content)
        drops = 500 // 4
        dropped += drops
        hub.days = [
            Day(drop_after=dice.choice([0, dice.randrange(1, size // drops)])) for _ in range(drops)
        ]
        # a connection that brings nothing five times in a row is given up, by design
        for before, day in zip(hub.days[2::3], hub.days[::3], strict=False):
            before.drop_after = before.drop_after or 1
            day.drop_after = day.drop_after or 1
        web = hub.web()
        assert fetched(web, file, tmp_path / file.name, told) == content
        assert hub.days == []
    assert dropped == 500
    assert told.words.count("came damaged") == 0


def test_a_signed_address_that_ran_out_is_asked_for_again(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    content = content_of(90_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.signed_for = 1
    hub.days = [Day(drop_after=20_000), Day(drop_after=20_000)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert len(hub.uses) == 3


def test_a_signed_address_that_is_refused_at_once_is_asked_for_again(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    content = content_of(9_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.days = [Day(status=403), Day(status=410)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content


def test_wrong_bytes_of_the_right_length_are_said_deleted_and_fetched_once_more(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    content = content_of(20_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.days = [Day(corrupt=True)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    (words,) = told.words
    assert "model.gguf came damaged" in words
    assert "once more" in words
    assert len(hub.storage_asked()) == 2


def test_wrong_bytes_twice_are_an_error_and_nothing_stays(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(20_000))
    hub.days = [Day(corrupt=True), Day(corrupt=True)]
    with pytest.raises(StorageError, match="damaged twice"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert list(tmp_path.iterdir()) == []
    assert told.bytes == 0


def test_bytes_spoilt_on_the_disk_are_found_out(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(20_000)
    file = hub.put(REPO, "model.gguf", content)
    part_of(tmp_path / "model.gguf").write_bytes(bytes(10_000))
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content


@pytest.mark.parametrize("lie", [-5000, -1, 1, 5000])
def test_a_server_that_lies_about_the_length_gives_no_file(
    hub: Hub, tmp_path: Path, told: Told, lie: int
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(20_000))
    hub.days = [Day(lie_bytes=lie)]
    with pytest.raises(WebError, match="not the one that Rotom knows"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert not (tmp_path / "model.gguf").exists()


def test_more_bytes_than_there_are_count_as_damage(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(20_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.days = [Day(chunked=True, lie_bytes=7)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert "longer" in told.words[0]


def test_an_answer_that_ends_early_without_a_word_is_gone_on_with(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    content = content_of(20_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.days = [Day(chunked=True, lie_bytes=-12_000)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert hub.storage_asked()[1].headers["Range"] == "bytes=8000-"


def test_another_file_under_the_same_name_is_refused_before_it_is_fetched(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(20_000))
    hub.put(REPO, "model.gguf", content_of(20_000, seed=2))
    with pytest.raises(WebError, match="not the one that Rotom knows"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert told.bytes == 0


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"Retry-After": "17"}, 17.0),
        ({"RateLimit": '"resolvers";r=0;t=42'}, 42.0),
        ({}, 1.0),
    ],
)
def test_a_hub_that_asks_for_patience_gets_it(
    hub: Hub, tmp_path: Path, told: Told, headers: dict[str, str], wait_s: float
) -> None:
    content = content_of(9_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.hub_days = [Day(status=429, headers=headers)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert told.waits == [wait_s]


def test_a_hub_that_asks_to_wait_for_an_hour_is_not_waited_for(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    hub.hub_days = [Day(status=429, headers={"Retry-After": "3600"})]
    with pytest.raises(WebError, match="wait 3600 s"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert told.waits == []


def test_trouble_of_the_hub_passes(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(9_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.hub_days = [Day(status=500), Day(status=503, headers={"Retry-After": "3"})]
    hub.days = [Day(status=502)]
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert told.waits == [1.0, 3.0, 4.0]


def test_trouble_that_does_not_pass_is_said_and_what_came_is_kept(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    hub.days = [Day(drop_after=4_000)]
    hub.hub_days = [Day(), *[Day(status=500)] * 9]
    with pytest.raises(WebError, match="500"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert part_of(tmp_path / "model.gguf").stat().st_size == 4_000
    assert not (tmp_path / "model.gguf").exists()


def test_a_gated_model_needs_a_token_and_a_licence(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(9_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.gated.add(REPO)
    with pytest.raises(WebError, match="HF_TOKEN"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    with pytest.raises(WebError, match=f"Accept its licence at .*{REPO}"):
        fetched(hub.web("another"), file, tmp_path / "model.gguf", told)
    assert fetched(hub.web(hub.token), file, tmp_path / "model.gguf", told) == content


def test_a_file_that_is_gone_is_said_once(hub: Hub, tmp_path: Path, told: Told) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    hub.files.clear()
    with pytest.raises(WebError, match=r"has no model\.gguf in maker/model-GGUF"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert len(hub.asked) == 1


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "http://huggingface.co",
        "https://huggingface.co.evil.example",
        "https://xhuggingface.co",
        "https://somebody:secret@cdn.hf.co",
        "ftp://hf.co",
        "http://127.0.0.2:80",
    ],
)
def test_nothing_is_fetched_from_where_rotom_does_not_know(
    hub: Hub, tmp_path: Path, told: Told, elsewhere: str
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    hub.redirects_to = elsewhere
    with pytest.raises(WebError, match="does not know"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)


def test_a_circle_of_redirects_ends(hub: Hub, tmp_path: Path, told: Told) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    hub.moved[REPO] = REPO
    with pytest.raises(WebError, match="circles"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)


def test_a_hub_that_is_not_found_is_told_without_the_words_of_the_system() -> None:
    error = lost(httpx2.ConnectError("[Errno -2] Name or service not known"))
    assert error.may_pass
    assert "is this machine online?" in str(error)
    assert "Errno" not in str(error)


def test_without_a_network_it_says_so(tmp_path: Path, told: Told, hub: Hub) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    web = Web("http://127.0.0.1:9", without_tls=frozenset({"127.0.0.1:9"}))
    with pytest.raises(WebError, match=r"cannot be reached.*Check the network"):
        fetched(web, file, tmp_path / "model.gguf", told)
    assert len(told.waits) == downloads.TRIES - 1


def test_a_slow_download_can_be_paused_at_once_and_goes_on_later(hub: Hub, tmp_path: Path) -> None:
    content = content_of(200_000)
    file = hub.put(REPO, "model.gguf", content)
    gate = threading.Event()
    hub.days = [Day(gate=gate)]
    halt, half_is_here = Halt(), threading.Event()
    here = 0

    def arrived(count: int) -> None:
        nonlocal here
        here += count
        if here >= len(content) // 2:
            half_is_here.set()

    def stop() -> None:
        assert half_is_here.wait(PATIENCE_S)
        halt.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with hub.web() as web, pytest.raises(Paused):
        fetch(web, file, tmp_path / "model.gguf", Manner(halt, arrived=arrived))
    stopper.join()
    gate.set()
    assert part_of(tmp_path / "model.gguf").stat().st_size == len(content) // 2
    assert not (tmp_path / "model.gguf").exists()
    with hub.web() as web:
        fetch(web, file, tmp_path / "model.gguf", Manner())
    assert (tmp_path / "model.gguf").read_bytes() == content
    assert hub.storage_asked()[-1].headers["Range"] == f"bytes={len(content) // 2}-"


def test_a_full_disk_is_said_and_what_came_is_kept(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(200_000)
    file = hub.put(REPO, "model.gguf", content)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(StorageError, match=f"the disk of {tmp_path} is full"):
            fetched(hub.web(), file, tmp_path / "model.gguf", told)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert part_of(tmp_path / "model.gguf").stat().st_size == 100_000
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content


def test_too_little_space_is_said_before_anything_is_fetched(tmp_path: Path) -> None:
    check_space(tmp_path / "not" / "there" / "yet", 1000, "It")
    with pytest.raises(StorageError, match=r"It needs 1100000000.00 GB, .* Free some space"):
        check_space(tmp_path / "not" / "there" / "yet", 10**18, "It")


def test_a_link_in_the_place_of_the_part_is_not_written_through(
    hub: Hub, tmp_path: Path, told: Told
) -> None:
    file = hub.put(REPO, "model.gguf", content_of(9_000))
    precious = tmp_path / "precious"
    precious.write_text("keep me", encoding="utf-8")
    part_of(tmp_path / "model.gguf").symlink_to(precious)
    with pytest.raises(StorageError, match="something else is in the place"):
        fetched(hub.web(), file, tmp_path / "model.gguf", told)
    assert precious.read_text(encoding="utf-8") == "keep me"


def test_a_download_that_was_killed_goes_on(hub: Hub, tmp_path: Path, told: Told) -> None:
    content = content_of(400_000)
    file = hub.put(REPO, "model.gguf", content)
    hub.days = [Day(gate=threading.Event())]
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(hub.port), file.url, str(file.bytes), file.sha256],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "half\n"
        child.kill()
    assert not (tmp_path / "model.gguf").exists()
    assert fetched(hub.web(), file, tmp_path / "model.gguf", told) == content
    assert hub.storage_asked()[-1].headers["Range"] == "bytes=200000-"


KILLED = """
import sys
from pathlib import Path
from rotom.domain.catalog import ModelFile
from rotom.storage.downloads import Manner, fetch
from rotom.storage.web import Web

port, url, length, sha256 = sys.argv[1:]
hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
here = 0

def arrived(count):
    global here
    here += count
    if here == int(length) // 2:
        print("half", flush=True)

web = Web(f"http://127.0.0.1:{port}", without_tls=hosts)
fetch(web, ModelFile(url, int(length), sha256), Path("model.gguf"), Manner(arrived=arrived))
"""


def test_a_proxy_of_the_environment_is_used(
    hub: Hub, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = content_of(300)
    file = hub.put(REPO, "config.json", content)
    monkeypatch.setenv("HTTP_PROXY", hub.address)
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    web = Web("http://hub.test:80", without_tls=frozenset({"hub.test:None", "hub.test:80"}))
    assert fetched(web, file, tmp_path / "config.json", told) == content
    assert hub.asked[0].path.startswith("http://hub.test/")


def test_a_proxy_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")
    with pytest.raises(WebError, match="proxy") as caught:
        Web()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("mirror", ["http://mirror.example", "mirror", "ftp://x", "https://", ""])
def test_a_mirror_has_to_be_https(mirror: str) -> None:
    if not mirror:
        web_of_environment({"HF_ENDPOINT": ""}).close()
        return
    with pytest.raises(WebError, match="HF_ENDPOINT"):
        web_of_environment({"HF_ENDPOINT": mirror})


def test_a_mirror_is_asked_for_the_same_path(hub: Hub, tmp_path: Path, told: Told) -> None:
    file = hub.put(REPO, "config.json", b"{}")
    fetched(hub.web(), file, tmp_path / "config.json", told)
    assert hub.asked[0].path == file.url.removeprefix("https://huggingface.co")


def test_the_token_is_that_of_the_hubs_own_programs(tmp_path: Path, hub: Hub) -> None:
    (tmp_path / "token").write_text("hf_of_file\n", encoding="ascii")
    for environment, token in (
        ({"HF_TOKEN": " hf_given ", "HF_HOME": str(tmp_path)}, "hf_given"),
        ({"HF_HOME": str(tmp_path)}, "hf_of_file"),
        ({"HF_HOME": str(tmp_path / "none")}, ""),
    ):
        web = web_of_environment(environment)
        assert web._token == token
        web.close()
    with pytest.raises(WebError, match="no access token"):
        web_of_environment({"HF_TOKEN": "two words"})


def test_the_checksum_is_that_of_sha256_programs(tmp_path: Path, hub: Hub, told: Told) -> None:
    file = hub.put(REPO, "model.gguf", b"x" * 5000)
    fetched(hub.web(), file, tmp_path / "model.gguf", told)
    summed = subprocess.run(
        ["sha256sum", tmp_path / "model.gguf"], capture_output=True, text=True, check=True
    )
    assert summed.stdout.split()[0] == file.sha256 == hashlib.sha256(b"x" * 5000).hexdigest()
    assert (tmp_path / "model.gguf").stat().st_mode & 0o777 == 0o644
