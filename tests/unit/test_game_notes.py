"""What the user said about a game: what of it is kept, where, and when the brain knows it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rotom.app import App
from rotom.domain.game_notes import LONGEST_NOTE, MOST_NOTES, remembered, with_note, worth_noting
from rotom.files import user_folders
from rotom.storage.errors import StorageError
from rotom.storage.game_notes import GameNotes
from rotom.system.games import Game
from tests.cast import Cast
from tests.patience import PATIENCE_S
from tests.without_root import permissions_hold


@pytest.mark.parametrize(
    "said",
    [
        "I am stuck at the third boss",
        "We finally beat the ice castle!",
        "My sword is on level nine now.",
        "Remember that the key is under the bridge",
        "I love Celeste so much",
        "세 번째 보스에서 막혔어",
        "다리 밑에 열쇠가 있다는 거 기억해 줘",
        "어제 드디어 엔딩 봤어",
    ],
)
def test_what_somebody_tells_of_their_playing_is_worth_a_note(said: str) -> None:
    assert worth_noting(said, "Celeste")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "boss",
        "How do I beat the third boss?",
        "what is the best weapon",
        "보스는 어떻게 깨나요?",
        "Tell me a joke",
        "I am so tired today",
        "오늘 좀 피곤해",
        "I died " * 60,
    ],
)
def test_small_talk_and_questions_are_not(said: str) -> None:
    assert not worth_noting(said, "Celeste")


def test_a_note_said_again_is_there_once_and_the_oldest_makes_room() -> None:
    notes: tuple[str, ...] = ()
    for number in range(MOST_NOTES + 3):
        notes = with_note(notes, f"I am at level {number}")
    assert len(notes) == MOST_NOTES
    assert notes[0] == "I am at level 3"
    again = with_note(notes, "i am  at level 5")
    assert again[-1] == "i am at level 5"
    assert len(again) == MOST_NOTES
    assert len(with_note((), "x" * 999)[0]) == LONGEST_NOTE


def test_the_prompt_gets_the_newest_of_them_and_not_too_much() -> None:
    assert remembered("Celeste", ()) == ()
    (told,) = remembered("Celeste", ["one", "two", "three", "four", "five"])
    assert told == 'Of Celeste they said: "two" "three" "four" "five"'
    (short,) = remembered("", ["x" * 160] * 4)
    assert short.startswith("Of this game")
    assert short.count('"') == 4, "two notes of 160 letters"


def test_notes_are_kept_changed_and_removed_each_with_its_game(tmp_path: Path) -> None:
    notes = GameNotes(tmp_path / "games.toml")
    assert notes.all() == {}
    notes.add(1, "Celeste: 눈의 산", "I am stuck")
    notes.add(1, "", 'My "best" run \\ yet')
    notes.add(3000000000, "", "I won")
    again = GameNotes(notes.path)
    assert again.of(1).title == "Celeste: 눈의 산"
    assert again.of(1).notes == ("I am stuck", 'My "best" run \\ yet')
    again.change(1, 0, "I am at the top")
    again.change(1, 9, "nothing is there")
    again.change(3000000000, 0, "  ")
    assert list(notes.all()) == [1]
    assert notes.of(1).notes[0] == "I am at the top"


@pytest.mark.parametrize(
    "broken", [b"\xff\xfe", b"[1\n", b"1 = 2\n[x]\ny = 1\n[2]\nnotes = 'no'\ntitle = 7\n"]
)
def test_a_broken_file_is_no_notes_and_never_lost(tmp_path: Path, broken: bytes) -> None:
    notes = GameNotes(tmp_path / "games.toml")
    notes.path.write_bytes(broken)
    assert notes.all() == {}
    notes.add(1, "Celeste", "I am stuck")
    assert notes.of(1).notes == ("I am stuck",)
    aside = list(tmp_path.glob("games.toml.broken-*"))
    assert [each.read_bytes() for each in aside] == [broken] * len(aside)
    assert aside or b"=" in broken, "only a file of TOML is written over"


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with permissions_hold(), pytest.raises(StorageError, match="cannot be kept"):
        GameNotes(folder / "games.toml").add(1, "Celeste", "I am stuck")


class Console:
    """A machine on which games come and go."""

    def __init__(self) -> None:
        self.game: Game | None = None

    def find(self, _: Path) -> Game | None:
        return self.game


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.setattr("rotom.system.surroundings.LOOK_EVERY_S", 0.0)
    return Console()


@contextmanager
def opened(folder: Path, cast: Cast, console: Console) -> Iterator[App]:
    """The program on that machine, from its start to its end."""
    with closing(App(user_folders(folder), cast.engines, find_game=console.find)) as app:
        app.session.start()
        yield app


def told(app: App, cast: Cast, words: str) -> str:
    """What the brain's first message was for these words."""
    assert app.session.say(words).wait_ended(PATIENCE_S) is not None
    return cast.brain.asked[-1][0].text


def test_what_was_said_of_a_game_is_known_when_it_runs_again_and_only_then(
    tmp_path: Path, console: Console
) -> None:
    cast = Cast()
    with opened(tmp_path, cast, console) as app:
        console.game = Game(504230, "Celeste", 60)
        told(app, cast, "I am stuck at the third boss")
        told(app, cast, "Tell me a joke")
    with opened(tmp_path, cast, console) as app:
        assert 'Of Celeste they said: "I am stuck at the third boss"' in told(app, cast, "hi")
        console.game = None
        assert "Celeste" not in told(app, cast, "hi")
        console.game = Game(1, "Portal", 60)
        assert "Celeste" not in told(app, cast, "hi")
        console.game = Game(504230, "Celeste", 60)
        app.change({"note_games": False})
        assert "boss" not in told(app, cast, "hi")


def test_nothing_is_noted_where_nothing_is_to_be_kept_and_erasing_takes_all(
    tmp_path: Path, console: Console
) -> None:
    cast = Cast()
    with opened(tmp_path, cast, console) as app:
        console.game = Game(504230, "Celeste", 60)
        app.change({"keep_history": False})
        told(app, cast, "I am stuck at the third boss")
        app.recalling.keep()
        assert not app.folders.game_notes_file.exists()
        app.change({"keep_history": True})
        told(app, cast, "I am stuck at the fourth boss")
        app.recalling.keep()
        told(app, cast, "I am stuck at the fifth boss")
        app.erase()
        assert not list(tmp_path.glob("games.toml*"))
    assert not list(tmp_path.glob("games.toml*"))
