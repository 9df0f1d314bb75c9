"""`rotom history` as a user and as a program meet it."""

from pathlib import Path

from rotom.domain.character import Emotion
from rotom.storage.history import History
from tests.e2e.command import as_json, is_one_sentence, rotom


def test_conversations_are_listed_found_saved_deleted_and_taken_over(tmp_path: Path) -> None:
    history = History(tmp_path / "history.sqlite3")
    journal = history.journal("cheerful")
    journal.user_said("1", "a game with 유령")
    journal.was_heard("1", "**Boo!**", Emotion.JOY, complete=True)
    history.close()

    (one,) = as_json(rotom("history", "list", "--json", data=tmp_path))
    assert (one["title"], one["named"]) == ("a game with 유령", False)
    number = str(one["id"])
    (hit,) = as_json(rotom("history", "search", "boo", "--json", data=tmp_path))
    assert (hit["excerpt"], hit["mine"]) == ("Boo!", False)
    assert "you: a game with 유령" in rotom("history", "search", "유령", data=tmp_path).stdout

    saved = tmp_path / "saved.json"
    assert rotom("history", "export", "--out", saved, data=tmp_path).returncode == 0
    assert "**Boo!**" in rotom("history", "export", "--markdown", data=tmp_path).stdout
    assert rotom("history", "rename", number, "Night", "talk", data=tmp_path).returncode == 0
    assert "restore" in rotom("history", "delete", number, data=tmp_path).stdout
    assert as_json(rotom("history", "list", "--json", data=tmp_path)) == []
    assert rotom("history", "restore", number, data=tmp_path).returncode == 0
    assert "Night talk" in rotom("history", data=tmp_path).stdout
    assert as_json(rotom("history", "import", saved, "--json", data=tmp_path)) != []
    assert len(as_json(rotom("history", "--json", data=tmp_path))) == 2


def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.json"
    foreign.write_text('{"messages": []}', "utf-8")
    for asked in (
        ("import", str(foreign)),
        ("import", str(tmp_path / "missing.json")),
        ("export", "7"),
        ("delete", "7"),
        ("restore", "7"),
        ("rename", "7", "x"),
    ):
        ended = rotom("history", *asked, data=tmp_path)
        assert ended.returncode == 1
        assert is_one_sentence(ended.stderr), ended.stderr
