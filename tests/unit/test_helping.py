"""The help of the command is told in the language of the window."""

import sys
from pathlib import Path

import pytest

from rotom.cli.main import main

COLUMNS = 80


def help_of(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(lambda *_: 0, lambda *_: b"", [*words, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def speak(language: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "settings.toml").write_text(f'interface_language = "{language}"\n', "utf-8")
    monkeypatch.setattr(sys, "argv", ["rotom", "--data", str(folder)])
    monkeypatch.setenv("COLUMNS", str(COLUMNS))


@pytest.mark.parametrize("words", [(), ("models",), ("models", "get"), ("steam", "install")])
def test_it_is_in_the_language_of_the_window(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    speak("ko", tmp_path, monkeypatch)
    said = help_of(*words, capsys=capsys)
    assert said.startswith("사용법: rotom")
    assert "이 도움말을 보여 주고 끝내요" in said
    assert not any(word in said for word in ("usage", "options:", "show this"))
    widths = [len(line) + sum("가" <= sign <= "힣" for sign in line) for line in said.splitlines()]
    assert max(widths) <= COLUMNS


def test_in_english_it_is_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speak("en", tmp_path, monkeypatch)
    said = help_of("erase", capsys=capsys)
    assert said.startswith("usage: rotom erase [-h] [--data DIR] [--json] [--yes]\n")
    assert "options:\n  -h, --help" in said
    assert "delete all your data: conversations, personalities, settings, log" in said
