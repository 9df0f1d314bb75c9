"""What Rotom recommends: what fits beside what runs, in the language that is spoken, and why."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from rotom import files
from rotom.domain.catalog import Kind, Model
from rotom.domain.catalog_rows import read_catalog
from rotom.domain.choosing import Advice, Graphics, Situation, advise
from rotom.domain.memory import BrainShape, available_bytes, brain_bytes, shortage
from rotom.domain.speech import Language
from rotom.storage.errors import StorageError
from rotom.storage.gguf import read_header
from rotom.system.games import running_game
from tests.engines.tiny_gguf import write_tiny_gguf

GB = 10**9
DECK = Situation(16 * GB, 10 * GB, cores=4)
ENGLISH, KOREAN = Language.ENGLISH, Language.KOREAN


@pytest.fixture(scope="module")
def catalog() -> tuple[Model, ...]:
    text = (files.models() / "catalog.toml").read_text(encoding="utf-8")
    return read_catalog(tomllib.loads(text))


def advised(catalog: tuple[Model, ...], situation: Situation, language: Language) -> list[str]:
    given = [advise(kind, catalog, situation, language) for kind in Kind]
    return [advice.model.id if advice.model else "" for advice in given]


@pytest.mark.parametrize(
    ("situation", "language", "expected"),
    [
        (DECK, ENGLISH, ["qwen3.5-2b", "whisper-base", "en-us-kristin-medium"]),
        (DECK, KOREAN, ["kanana-1.5-2.1b", "whisper-small", "ko-kr-kss-medium"]),
        (
            replace(DECK, beside_a_game=True, free_bytes=3 * GB),
            ENGLISH,
            ["qwen3.5-2b", "whisper-base", "en-us-kristin-medium"],
        ),
        (
            replace(DECK, beside_a_game=True, free_bytes=1500 * 10**6),
            ENGLISH,
            ["qwen3.5-0.8b", "whisper-base", "en-us-kristin-medium"],
        ),
        (replace(DECK, graphics=Graphics.ON), ENGLISH, ["gemma-4-e2b", "whisper-turbo"]),
        (
            replace(DECK, graphics=Graphics.ON, on_battery=True),
            ENGLISH,
            ["qwen3.5-2b", "whisper-base", "en-us-kristin-medium"],
        ),
        (
            replace(DECK, free_bytes=500 * 10**6),
            ENGLISH,
            ["", "", "en-us-kristin-medium"],
        ),
        (replace(DECK, free_bytes=None), ENGLISH, ["qwen3.5-2b", "whisper-base"]),
    ],
)
def test_each_situation_has_its_models(
    catalog: tuple[Model, ...], situation: Situation, language: Language, expected: list[str]
) -> None:
    assert advised(catalog, situation, language)[: len(expected)] == expected


def test_the_reason_is_one_sentence_with_what_it_rests_on(catalog: tuple[Model, ...]) -> None:
    beside = replace(DECK, beside_a_game=True, free_bytes=1500 * 10**6)
    assert advise(Kind.BRAIN, catalog, beside, ENGLISH).why == (
        "1.5 GB of memory are free beside a game, so Qwen3.5 0.8B suits; "
        "Qwen3.5 2B would need 1.8 GB."
    )
    docked = replace(DECK, graphics=Graphics.ON)
    assert advise(Kind.BRAIN, catalog, docked, ENGLISH).why == (
        "10.0 GB of memory are free and the graphics card thinks, so Gemma 4 E2B suits."
    )
    off = replace(DECK, graphics=Graphics.OFF)
    assert advise(Kind.BRAIN, catalog, off, ENGLISH).why == (
        "10.0 GB of memory are free and the processor has 4 cores (the graphics card could help: "
        "a setting under Brain), so Qwen3.5 2B suits."
    )
    poor = replace(DECK, free_bytes=500 * 10**6)
    assert advise(Kind.BRAIN, catalog, poor, ENGLISH).why == (
        "0.5 GB of memory are free and the processor has 4 cores, and the smallest, LFM2.5 350M, "
        "needs 0.5 GB."
    )


def test_where_there_is_nothing_it_says_so() -> None:
    assert advise(Kind.VOICE, (), DECK, KOREAN) == Advice(
        None, "The catalogue has nothing of this kind for your language."
    )


def test_the_memory_of_a_brain_is_weights_context_and_buffers() -> None:
    shape = BrainShape("", "llama", "", 0, 32_768, 100_000, 32 * 1024, GB, True)
    needed = brain_bytes(shape)
    assert needed == GB + 4096 * 32 * 1024 + 2 * 100_000 * 256 * 4 + 100_000_000
    assert brain_bytes(shape, 8192) - needed == 4096 * 32 * 1024
    assert brain_bytes(replace(shape, context_tokens=1024)) < needed


def test_what_does_not_fit_is_measured_against_what_is_free() -> None:
    assert shortage(GB, 2 * GB) == 0
    assert shortage(GB, GB) == 300_000_000
    assert shortage(GB, None) == 0


def test_what_the_engines_hold_already_is_theirs_to_use_again() -> None:
    assert available_bytes(GB, None) == GB
    assert available_bytes(GB, 50_000_000) == GB, "so much the window alone holds"
    assert available_bytes(GB, 560_000_000) == GB + 500_000_000
    assert available_bytes(None, GB) is None


def test_the_head_of_a_gguf_file_tells_what_it_needs(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf", {"general.license": "mit"})
    shape = read_header(path)
    assert (shape.name, shape.architecture, shape.licence) == ("Tiny random brain", "llama", "mit")
    assert shape.context_tokens == 1024
    assert shape.vocabulary == 260
    assert shape.kv_bytes_per_token == 2 * 2 * 32 * 2
    assert shape.file_bytes == path.stat().st_size
    assert shape.can_converse
    assert 20_000 < shape.parameters < 60_000


def test_layers_without_attention_keep_no_context(tmp_path: Path) -> None:
    extra = {"llama.attention.head_count_kv": [0, 1]}
    path = write_tiny_gguf(tmp_path / "hybrid.gguf", extra)
    assert read_header(path).kv_bytes_per_token == 2 * 2 * 16
    path = write_tiny_gguf(tmp_path / "interval.gguf", {"llama.full_attention_interval": 2})
    assert read_header(path).kv_bytes_per_token == 2 * 2 * 32


def test_the_starter_brain_reads_like_any_other() -> None:
    shape = read_header(files.models() / "starter/brain/rotom-starter.gguf")
    assert shape.can_converse
    assert shape.parameters > 1_000_000
    assert brain_bytes(shape) < GB


def test_a_gguf_file_cut_anywhere_is_a_sentence(tmp_path: Path) -> None:
    whole = write_tiny_gguf(tmp_path / "whole.gguf").read_bytes()
    cut = tmp_path / "cut.gguf"
    for length in [*range(0, 400, 7), 2000, 5000]:
        cut.write_bytes(whole[:length])
        with pytest.raises(StorageError) as caught:
            read_header(cut)
        assert "\n" not in str(caught.value)


def test_a_gguf_file_with_any_wrong_byte_is_read_or_refused(tmp_path: Path) -> None:
    whole = bytearray(write_tiny_gguf(tmp_path / "whole.gguf").read_bytes())
    broken = tmp_path / "broken.gguf"
    refused = []
    for at in range(4, 1500, 3):
        for wrong in (0xFF, 0x00):
            copy = bytearray(whole)
            copy[at] = wrong
            broken.write_bytes(copy)
            try:
                read_header(broken)
            except StorageError as error:
                refused.append(str(error))
    assert refused
    assert all("\n" not in sentence for sentence in refused)


def process(proc: Path, number: int, parent: int, *arguments: str) -> None:
    folder = proc / str(number)
    folder.mkdir(parents=True)
    (folder / "cmdline").write_bytes(b"".join(word.encode() + b"\0" for word in arguments))
    (folder / "stat").write_text(f"{number} (a) name) S {parent} 1 1")


def test_a_game_that_steam_started_is_seen_and_rotoms_own_shortcut_is_not(tmp_path: Path) -> None:
    process(tmp_path, 1, 0, "init")
    process(tmp_path, 10, 1, "reaper", "SteamLaunch", "AppId=3000000000", "--", "rotom")
    process(tmp_path, 11, 10, "rotom")
    assert running_game(tmp_path, own=11) is None
    process(tmp_path, 20, 1, "/home/deck/reaper", "SteamLaunch", "AppId=504230", "--", "Celeste")
    assert running_game(tmp_path, own=11) == 504230
    assert running_game(tmp_path / "nothing", own=11) is None
