"""Personas: shipped ones, the user's own, and files that are neither."""

import errno
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom import files
from rotom.domain.character import LONGEST, Feeling, Persona
from rotom.storage.errors import StorageError
from rotom.storage.personas import MOST_PERSONAS, free_id, keep, load_personas, remove
from tests.without_root import permissions_hold

MINE = Persona(
    id="sunny",
    name="Sunny",
    temperament="bright",
    speaks="You hum.",
    instructions='Say "bzzt" often.\nNever shout.',
    greeting="안녕!",
    baseline=Feeling(0.5, -0.25, 1.0),
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "personas"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    keep(folder, Persona("calm", "Rotom", "calm", "You are gentle."))
    keep(folder, Persona("grumpy", "Rotom", "grumpy", "You grumble."))
    return folder


def put(folder: Path, name: str, content: str | bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def test_the_shipped_personas_are_whole_and_fit_their_files() -> None:
    folder = files.assets() / "personas"
    personas, notices = load_personas(folder, Path("/nonexistent"))
    assert notices == ()
    assert {"cheerful", "calm", "mischievous"} <= {persona.id for persona in personas}
    for persona in personas:
        assert tomllib.loads((folder / f"{persona.id}.toml").read_text())["id"] == persona.id
        assert persona.greeting
        assert persona.speaks.endswith(".")
        assert persona.baseline != Feeling()


def test_without_own_personas_the_shipped_ones_are_there(shipped: Path, own: Path) -> None:
    personas, notices = load_personas(shipped, own)
    assert [persona.id for persona in personas] == ["calm", "grumpy"]
    assert notices == ()


def test_what_was_kept_is_loaded_exactly(shipped: Path, own: Path) -> None:
    keep(own, MINE)
    assert MINE in load_personas(shipped, own)[0]


def test_the_users_own_stands_before_the_shipped_one_until_it_is_removed(
    shipped: Path, own: Path
) -> None:
    keep(own, Persona("calm", "Zen", "very calm", "You breathe."))
    assert [p.name for p in load_personas(shipped, own)[0]] == ["Zen", "Rotom"]
    remove(own, "calm")
    assert [p.name for p in load_personas(shipped, own)[0]] == ["Rotom", "Rotom"]
    remove(own, "calm")


def test_the_file_name_is_the_id_whatever_the_file_says(shipped: Path, own: Path) -> None:
    put(own, "mine.toml", 'id = "../../calm"\nname = "A"\ntemperament = "odd"\n')
    (mine,) = (p for p in load_personas(shipped, own)[0] if p.name == "A")
    assert mine == Persona("mine", "A", "odd", "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"name = ", "it is not TOML"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"x = " + b"[" * 50_000, "recursion"),
        (b"# " + b"x" * 70_000, "it is larger than 64 KB"),
        (b'name = "A"', "temperament is empty"),
        (b'name = "  \\n "\ntemperament = "odd"', "name is empty"),
        (b'name = 3\ntemperament = "odd"', "name is not text"),
        (b'name = ["A"]\ntemperament = "odd"', "name is not text"),
        (b'name = "' + b"A" * 41 + b'"\ntemperament = "odd"', "name has more than 40 characters"),
        (b'name = "A"\ntemperament = "odd"\nbaseline = 1', "baseline is not a table"),
        (
            b'name = "A"\ntemperament = "odd"\nbaseline = { pleasure = 2 }',
            "pleasure is not a number between -1 and 1",
        ),
        (
            b'name = "A"\ntemperament = "odd"\nbaseline = { arousal = nan }',
            "arousal is not a number between -1 and 1",
        ),
        (
            b'name = "A"\ntemperament = "odd"\nbaseline = { dominance = true }',
            "dominance is not a number between -1 and 1",
        ),
    ],
)
def test_a_file_that_is_no_persona_is_left_out_and_said(
    shipped: Path, own: Path, content: bytes, reason: str
) -> None:
    put(own, "calm.toml", content)
    personas, (notice,) = load_personas(shipped, own)
    assert [persona.temperament for persona in personas] == ["calm", "grumpy"]
    assert reason in notice
    assert str(own / "calm.toml") in notice
    assert len(notice) < 500
    assert (own / "calm.toml").read_bytes() == content


@pytest.mark.parametrize("name", ["UP.toml", "a b.toml", "é.toml", "-x.toml", "x" * 41 + ".toml"])
def test_a_file_name_that_is_no_id_is_left_out_and_said(
    shipped: Path, own: Path, name: str
) -> None:
    put(own, name, 'name = "A"\ntemperament = "odd"\n')
    personas, (notice,) = load_personas(shipped, own)
    assert len(personas) == 2
    assert name in notice


def test_other_things_in_the_folder_do_no_harm(shipped: Path, own: Path) -> None:
    put(own, "notes.txt", "hello")
    (own / "folder.toml").mkdir()
    os.mkfifo(own / "pipe.toml")
    (own / "endless.toml").symlink_to("/dev/zero")
    (own / "loop.toml").symlink_to(own / "loop.toml")
    (own / "nowhere.toml").symlink_to("/nonexistent/file")
    personas, notices = load_personas(shipped, own)
    assert len(personas) == 2
    assert len(notices) == 5


def test_control_characters_never_reach_a_prompt(shipped: Path, own: Path) -> None:
    put(own, "mine.toml", 'name = "A\\u0007\\nB"\ntemperament = "o\\u0000dd"\n')
    (mine,) = (p for p in load_personas(shipped, own)[0] if p.id == "mine")
    assert (mine.name, mine.temperament) == ("A B", "odd")


def test_more_files_than_anybody_has_are_cut_and_said(shipped: Path, own: Path) -> None:
    for count in range(MOST_PERSONAS + 5):
        put(own, f"p{count:04}.toml", 'name = "A"\ntemperament = "odd"\n')
    personas, (notice,) = load_personas(shipped, own)
    assert len(personas) == MOST_PERSONAS + 2
    assert f"Only the first {MOST_PERSONAS}" in notice


@pytest.mark.parametrize(
    "bad", ["", "../calm", "a/b", ".", "..", "A", "x" * 41, "a\n", "a.b", "\0"]
)
def test_an_id_that_is_a_path_is_refused(own: Path, bad: str) -> None:
    with pytest.raises(StorageError, match="its id has other signs"):
        keep(own, Persona(bad, "A", "odd", ""))
    with pytest.raises(StorageError, match="its id has other signs"):
        remove(own, bad)
    assert not own.exists()


@pytest.mark.parametrize(
    ("persona", "reason"),
    [
        (Persona("a", "", "odd", ""), "name is empty"),
        (Persona("a", "A", " ", ""), "temperament is empty"),
        (Persona("a", "A", "odd", "x" * (LONGEST["speaks"] + 1)), "speaks has more than"),
        (Persona("a", "A", "odd", "", baseline=Feeling(2.0)), "pleasure is not a number"),
    ],
)
def test_a_persona_that_could_not_be_loaded_is_not_kept(
    own: Path, persona: Persona, reason: str
) -> None:
    with pytest.raises(StorageError, match=reason):
        keep(own, persona)
    assert not own.exists()


def test_a_folder_that_may_not_be_written_or_read_is_said(shipped: Path, own: Path) -> None:
    keep(own, MINE)
    own.chmod(0o500)
    with permissions_hold():
        with pytest.raises(StorageError, match="may not use"):
            keep(own, MINE)
        with pytest.raises(StorageError, match="may not use"):
            remove(own, MINE.id)
        own.chmod(0)
        personas, (notice,) = load_personas(shipped, own)
    own.chmod(0o700)
    assert len(personas) == 2
    assert "may not use" in notice


def test_a_full_disk_leaves_the_earlier_persona(
    shipped: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    keep(own, MINE)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="is full"):
        keep(own, Persona("sunny", "Other", "odd", ""))
    assert MINE in load_personas(shipped, own)[0]


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Sunny Day!", set(), "sunny-day"),
        ("Sunny", {"sunny", "sunny-2"}, "sunny-3"),
        ("미나", set(), "persona"),
        ("  ", {"persona"}, "persona-2"),
        ("x" * 100, set(), "x" * 32),
    ],
)
def test_a_new_persona_gets_an_id_of_its_own(name: str, taken: set[str], expected: str) -> None:
    assert free_id(name, frozenset(taken)) == expected


shares = st.floats(-1, 1)


@settings(max_examples=50)
@given(name=st.text(max_size=40), instructions=st.text(max_size=200), a=shares, b=shares, c=shares)
def test_any_persona_is_kept_as_it_is_loaded_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    instructions: str,
    a: float,
    b: float,
    c: float,
) -> None:
    own = tmp_path_factory.mktemp("personas")
    persona = Persona("mine", name, "odd", "", instructions, baseline=Feeling(a, b, c))
    try:
        keep(own, persona)
    except StorageError:
        assert list(own.iterdir()) == []
        return
    (once,), notices = load_personas(own, Path("/nonexistent"))
    assert notices == ()
    keep(own, once)
    assert load_personas(own, Path("/nonexistent"))[0] == (once,)
    assert once.baseline == persona.baseline
