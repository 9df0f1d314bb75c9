"""The log file: always there when something went wrong, never full of anybody's words."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rotom.conversation.events import TurnEnded
from rotom.engines.scripted import ScriptedBrain
from rotom.storage import log_file
from rotom.storage.log_file import LARGEST_BYTES, start_log, stop_log
from tests.conftest import MakeStand
from tests.without_root import permissions_hold

log = logging.getLogger("rotom.somewhere")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger("rotom").level
    yield tmp_path / "data" / "rotom.log"
    stop_log()
    logging.getLogger("rotom").setLevel(level)


def test_what_rotom_notes_and_what_libraries_warn_of_is_in_the_file(path: Path) -> None:
    assert start_log(path) == ""
    log.info("the brain was loaded")
    log.debug("too small a thing")
    logging.getLogger("faster_whisper").warning("an odd file")
    logging.getLogger("faster_whisper").info("processing")
    text = path.read_text()
    assert "INFO MainThread rotom.somewhere: the brain was loaded" in text
    assert "an odd file" in text
    assert "too small" not in text
    assert "processing" not in text


def test_nothing_is_logged_to_the_terminal(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    start_log(path)
    log.warning("careful")
    assert capfd.readouterr() == ("", "")


def test_it_never_takes_more_than_three_files_of_a_megabyte(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LARGEST_BYTES == 1_000_000
    monkeypatch.setattr(log_file, "LARGEST_BYTES", 10_000)
    start_log(path)
    for count in range(2000):
        log.info("line %d", count)
    found = sorted(path.parent.iterdir())
    assert [each.name for each in found] == ["rotom.log", "rotom.log.1", "rotom.log.2"]
    assert all(each.stat().st_size <= 10_000 for each in found)
    assert "line 1999" in path.read_text()


def test_a_second_start_goes_on_in_the_same_file_without_doubling_lines(path: Path) -> None:
    start_log(path)
    log.info("first run")
    start_log(path)
    log.info("second run")
    assert path.read_text().count("first run") == 1
    assert path.read_text().count("second run") == 1


def test_where_it_cannot_be_written_a_sentence_says_so_and_nothing_is_printed(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    with permissions_hold():
        notice = start_log(path)
    path.parent.chmod(0o700)
    assert notice.startswith("There is no log file this time: Rotom may not use")
    log.warning("careful")
    assert capfd.readouterr() == ("", "")
    assert not path.exists()


def test_a_disk_that_fills_meanwhile_is_borne_in_silence(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.symlink_to("/dev/full")
    assert start_log(path) == ""
    log.warning("careful")
    assert capfd.readouterr() == ("", "")


def test_half_a_surrogate_and_line_breaks_do_not_stop_it(path: Path) -> None:
    start_log(path)
    log.info("broken %s", "\ud83d")
    log.info("next")
    assert "broken ?" in path.read_text()
    assert "next" in path.read_text()


def test_no_words_of_a_conversation_are_in_the_log(path: Path, stand: MakeStand) -> None:
    start_log(path)
    parts = stand(brain=ScriptedBrain(["[joy] Marmalade is my treasure!"]))
    turn = parts.session.say("my password is hippopotamus")
    parts.watch.wait_for(TurnEnded, lambda ended: ended.turn_id == turn.id)
    text = path.read_text()
    assert "hippopotamus" not in text
    assert "Marmalade" not in text


def test_the_file_is_for_its_owner_to_read_like_any_file(path: Path) -> None:
    start_log(path)
    assert os.access(path, os.R_OK | os.W_OK)
