"""Everything that the user reads can be told in Korean, and its file is up to date."""

import re
import shutil
import string
from pathlib import Path

import pytest

from rotom import files
from rotom.cli.main import main
from rotom.domain.particles import PARTICLES
from rotom.domain.speech import Language
from rotom.domain.wording import CONTEXT
from rotom.storage.translations import read, table_of
from rotom.system.surroundings import system_language
from translating.__main__ import FILES, SOURCES, update
from translating.gathering import gather

HANGUL = re.compile("[가-힣]")
MARKS = re.compile(r"%\d|%n")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of Korean as it is after it was brought up to date."""
    path = tmp_path_factory.mktemp("translations") / "ko.ts"
    shutil.copy(files.assets() / "translations" / "ko.ts", path)
    update(path)
    return path


def test_the_files_say_what_the_program_says_now(fresh: Path) -> None:
    assert [path.name for path in FILES] == ["ko.ts"]
    assert fresh.read_text("utf-8") == FILES[0].read_text("utf-8"), "run: make words"


def test_nothing_lacks_its_korean(fresh: Path) -> None:
    lacking = re.findall(
        r"<source>([^<]*)</source>\s*<translation type=\"unfinished\"", fresh.read_text("utf-8")
    )
    assert not lacking, "write their Korean into assets/translations/ko.ts"


def test_korean_holds_the_values_that_english_holds() -> None:
    for (context, english), korean in table_of(Language.KOREAN).items():
        assert set(MARKS.findall(english)) == set(MARKS.findall(korean)), korean
        if context == CONTEXT:
            assert _fields(english) == _fields(korean), korean


def test_korean_asks_for_particles_that_there_are() -> None:
    for (context, english), korean in table_of(Language.KOREAN).items():
        if context == CONTEXT:
            for _, _, spec, _ in string.Formatter().parse(korean):
                assert not HANGUL.search(spec or "") or spec in PARTICLES, (english, spec)


def test_what_is_not_finished_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "ko.ts"
    path.write_text(
        '<TS language="ko"><context><name>Page</name>'
        "<message><source>Yes</source><translation>네</translation></message>"
        '<message><source>No</source><translation type="unfinished">아</translation></message>'
        "</context></TS>",
        "utf-8",
    )
    assert read(path) == {("Page", "Yes"): "네"}


def test_a_sentence_that_cannot_be_looked_up_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "engine.py"
    path.write_text(
        'raise EngineError(f"{path} is gone.")\n'
        'tell(worded("{path} is here.", path=path) if here else "Nothing is here.")\n'
        'loud = setting(True, "Loud", "One " "sentence.")\n'
    )
    gathered = gather([path])
    assert set(gathered.sentences) == {
        "{path} is here.",
        "Nothing is here.",
        "Loud",
        "One sentence.",
    }
    assert len(gathered.faults) == 1
    assert "engine.py:1" in gathered.faults[0]


def test_no_module_says_what_cannot_be_looked_up() -> None:
    assert not gather(SOURCES.rglob("*.py")).faults


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_a_command_says_what_is_wrong_in_the_language_of_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text('interface_language = "ko"\n', "utf-8")
    arguments = ["models", "show", "nothing-like-it", "--data", str(tmp_path)]
    assert main(lambda _: 0, lambda *_: 0, arguments) == 1
    assert "'nothing-like-it' 모델이 없어요" in capsys.readouterr().err


def test_a_command_tells_what_it_did_in_the_language_of_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text('interface_language = "ko"\n', "utf-8")
    for arguments, told in (
        (["history"], "아직 나눈 말이 없어요."),
        (["models", "use", "pocketsphinx"], "이제 pocketsphinx를 써요"),
        (["server", "off"], "Rotom은 이 기기에서 생각해요."),
    ):
        assert main(lambda *_: 0, lambda *_: b"", [*arguments, "--data", str(tmp_path)]) == 0
        assert told in capsys.readouterr().out


def test_the_system_is_followed_in_the_order_of_gettext() -> None:
    assert system_language({"LANG": "ko_KR.UTF-8"}) is Language.KOREAN
    assert system_language({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}) is Language.ENGLISH
    assert system_language({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:ko:en"}) is Language.KOREAN
    assert system_language({}) is Language.ENGLISH
