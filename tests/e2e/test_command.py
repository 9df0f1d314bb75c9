"""The command as a user meets it: real engines, the starter models, files, pipes, mistakes."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rotom.domain.speech import AudioChunk
from rotom.engines.sound_files import read_sound, write_wav
from tests.e2e.command import as_json, is_one_sentence, rotom, spoken_by_flite

RATE_HZ = 16_000
KEYS = {
    "transcript",
    "language",
    "confidence",
    "reply",
    "emotion",
    "sentences",
    "timings",
    "models",
}


def words_of(text: str) -> set[str]:
    return {word.strip(".,!?'\"").lower() for word in text.split()}


def test_a_question_of_another_synthesizer_is_heard_and_answered(tmp_path: Path) -> None:
    question = spoken_by_flite(
        "Hello, my friend. What do you like to do?", tmp_path / "question.wav"
    )
    out = tmp_path / "reply.wav"
    said = as_json(rotom("talk", question, "--out", out, "--json", data=tmp_path / "data"))
    assert set(said) == KEYS
    assert {"hello", "friend", "what", "you", "like"} <= words_of(said["transcript"])
    assert said["language"] == "en"
    assert 0 < said["confidence"] <= 1
    assert said["reply"]
    assert said["emotion"]
    assert " ".join(s["text"] for s in said["sentences"]) == said["reply"]
    assert all(s["seconds"] > 0.1 for s in said["sentences"])
    timings = said["timings"]
    assert 0 < timings["heard_ms"] < timings["first_token_ms"] < timings["first_audio_ms"]
    assert timings["first_audio_ms"] <= timings["total_ms"]
    assert all(said["models"].values())


def test_what_rotom_says_its_own_ears_understand(tmp_path: Path) -> None:
    """With the voice as it is shipped, its timbre included: two words in three."""
    said = (
        "I am very happy to see you today.",
        "What is your favorite game?",
        "That was a very good plan, my friend.",
        "We could play together in the evening.",
        "I will tell you a story about a little ghost.",
    )
    out = tmp_path / "said.wav"
    assert rotom("say", " ".join(said), "--out", out, data=tmp_path / "data").returncode == 0
    heard = as_json(rotom("transcribe", out, "--json", data=tmp_path / "data"))
    words = words_of(" ".join(said))
    assert len(words & words_of(heard["transcript"])) >= len(words) * 2 / 3, heard


def test_a_turn_from_a_file_leaves_no_history_unless_it_is_asked_to(tmp_path: Path) -> None:
    question = spoken_by_flite("How are you?", tmp_path / "question.wav")
    data = tmp_path / "data"
    assert rotom("talk", question, data=data).returncode == 0
    assert not (data / "history.sqlite3").exists()
    assert rotom("talk", question, "--keep", data=data).returncode == 0
    with sqlite3.connect(data / "history.sqlite3") as history:
        tables = [row[0] for row in history.execute("select name from sqlite_master")]
    assert tables


def test_a_turn_leaves_nothing_outside_the_data_folder(tmp_path: Path) -> None:
    question = spoken_by_flite("How are you?", tmp_path / "question.wav")
    home = tmp_path / "home"
    home.mkdir()
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    elsewhere = {"HOME": home, **{f"XDG_{kind}_HOME": home / kind for kind in kinds}}
    surroundings = {name: str(folder) for name, folder in elsewhere.items()}
    assert rotom("talk", question, data=tmp_path / "data", environment=surroundings).returncode == 0
    left = [each for each in home.rglob("*") if each.is_file()]
    assert [each for each in left if "pulse" not in each.parts] == [], "but what libpulse keeps"


@pytest.mark.parametrize(
    "samples",
    [
        np.zeros(RATE_HZ * 2, np.float32),
        np.random.default_rng(1).normal(0, 0.02, RATE_HZ * 2).astype(np.float32),
    ],
    ids=["silence", "noise"],
)
def test_a_sound_without_words_has_an_empty_transcript_and_no_reply(
    tmp_path: Path, samples: np.ndarray[tuple[int], np.dtype[np.float32]]
) -> None:
    write_wav(tmp_path / "quiet.wav", AudioChunk(samples, RATE_HZ))
    said = as_json(rotom("talk", tmp_path / "quiet.wav", "--json", data=tmp_path / "data"))
    assert said["transcript"] == ""
    assert said["reply"] == ""
    heard = as_json(rotom("transcribe", tmp_path / "quiet.wav", "--json", data=tmp_path / "data"))
    assert heard["transcript"] == ""


def test_the_data_folder_may_be_named_before_or_after_the_command(tmp_path: Path) -> None:
    before = as_json(rotom("doctor", "--json", data=tmp_path / "before"))
    after = as_json(rotom("doctor", "--json", "--data", tmp_path / "after", data=tmp_path / "not"))
    assert before["log"] == str(tmp_path / "before" / "rotom.log")
    assert after["log"] == str(tmp_path / "after" / "rotom.log")


def test_a_text_is_spoken_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "hello.wav"
    told = as_json(rotom("say", "Hello, my friend.", "--out", out, "--json", data=tmp_path))
    sound = read_sound(out)
    assert abs(sound.seconds - told["seconds"]) < 0.05
    assert 0.5 < sound.seconds < 4
    assert 0.02 < float(np.sqrt(np.mean(np.square(sound.samples)))) < 0.5


def test_korean_is_spoken_by_the_voice_that_can(tmp_path: Path) -> None:
    out = tmp_path / "ko.wav"
    told = as_json(rotom("say", "안녕하세요, 반가워요.", "--out", out, "--json", data=tmp_path))
    assert "espeak" in told["voice"]
    assert read_sound(out).seconds > 0.8


def test_through_a_pipe_one_line_in_is_one_reply_line_out(tmp_path: Path) -> None:
    ended = rotom("chat", data=tmp_path, stdin="hello\nmy name is Mina\n")
    assert ended.returncode == 0, ended.stderr
    replies = ended.stdout.splitlines()
    assert len(replies) == 2
    assert all(replies)


def test_through_a_pipe_json_is_one_object_a_line(tmp_path: Path) -> None:
    ended = rotom("chat", "--json", data=tmp_path, stdin="hello\nhow are you\n")
    objects = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(objects) == 2
    assert all(set(o) == {"reply", "emotion", "timings"} for o in objects)
    assert all(o["reply"] and o["timings"]["first_token_ms"] > 0 for o in objects)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 100_000,
        "😀😀😀",
        "\x07\x1b[31mred\x00",
        "مرحبا كيف حالك",
        "안녕? 오늘 기분이 어때?",
        "ignore\u202ethis",
    ],
    ids=["huge", "emoji", "control", "arabic", "korean", "direction"],
)
def test_any_line_gets_an_answer_or_a_sentence(tmp_path: Path, line: str) -> None:
    ended = rotom("chat", "--json", data=tmp_path, stdin=f"{line}\nhello\n")
    objects = [json.loads(printed) for printed in ended.stdout.splitlines()]
    assert len(objects) == 2
    assert objects[0]["reply"] or is_one_sentence(ended.stderr)
    assert objects[1]["reply"], "the conversation goes on"


def test_a_line_that_is_not_utf8_is_no_accident(tmp_path: Path) -> None:
    ended = rotom("chat", data=tmp_path, stdin=b"hello \xff\xfe you\n")
    assert len(ended.stdout.splitlines()) == 1


def test_what_was_said_is_there_after_a_kill(tmp_path: Path) -> None:
    chat = subprocess.Popen(
        [sys.executable, "-m", "rotom", "--data", str(tmp_path), "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "DISPLAY"},
    )
    assert chat.stdin is not None
    assert chat.stdout is not None
    chat.stdin.write("hello\n")
    chat.stdin.flush()
    reply = chat.stdout.readline().strip()
    chat.kill()
    chat.wait()
    chat.stdin.close()
    chat.stdout.close()
    from rotom.app import App
    from rotom.files import user_folders

    app = App(user_folders(tmp_path))
    kept = [" ".join(message.text.split()) for message in app.recent(9)]
    app.close()
    assert kept == ["hello", reply]


def test_without_display_and_terminal_one_turn_is_demonstrated(tmp_path: Path) -> None:
    ended = rotom(data=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "heard:" in ended.stdout
    assert "reply:" in ended.stdout
    sound = read_sound(tmp_path / "cache" / "demonstration.wav")
    assert sound.seconds > 0.3


def test_the_doctor_names_the_log_and_what_it_looked_at(tmp_path: Path) -> None:
    report = as_json(rotom("doctor", "--json", data=tmp_path))
    assert report["log"] == str(tmp_path / "rotom.log")
    looked_at = {finding["what"] for finding in report["findings"]}
    assert {"memory", "display", "gamepads", "brain", "ears", "voice"} <= looked_at
    broken = [f for f in report["findings"] if f["what"].endswith("loads") and not f["ok"]]
    assert not broken
    assert all(finding["ok"] == (not finding["advice"]) for finding in report["findings"])


def test_the_models_are_listed_with_their_sizes(tmp_path: Path) -> None:
    rows = as_json(rotom("models", "--json", data=tmp_path))
    in_use = {row["kind"]: row for row in rows if row["in_use"]}
    assert set(in_use) == {"brain", "ears", "voice"}
    assert in_use["brain"]["bytes"] > 1_000_000
    assert all(row["present"] for row in in_use.values())


@pytest.mark.parametrize(
    "arguments",
    [["talk"], ["dance"], ["say", "hello"], ["chat", "--loud"]],
    ids=["no file", "no such command", "no place to write", "no such option"],
)
def test_wrong_usage_is_told_with_exit_code_2(tmp_path: Path, arguments: list[str]) -> None:
    ended = rotom(*arguments, data=tmp_path)
    assert ended.returncode == 2
    assert "usage:" in ended.stderr


def _bad_sounds(folder: Path) -> dict[str, Path]:
    good = folder / "good.wav"
    write_wav(good, AudioChunk(np.zeros(RATE_HZ, np.float32), RATE_HZ))
    (folder / "empty.wav").write_bytes(b"")
    (folder / "header.wav").write_bytes(good.read_bytes()[:44])
    (folder / "truncated.wav").write_bytes(good.read_bytes()[: RATE_HZ // 2])
    (folder / "text.wav").write_text("this is not a sound\n" * 50)
    return {
        "missing": folder / "nowhere.wav",
        "a folder": folder,
        **{p.stem: p for p in folder.glob("*.wav") if p != good},
    }


@pytest.mark.parametrize("which", ["missing", "a folder", "empty", "header", "truncated", "text"])
def test_a_bad_sound_file_is_told_in_one_sentence(tmp_path: Path, which: str) -> None:
    path = _bad_sounds(tmp_path)[which]
    for command in ("talk", "transcribe"):
        ended = rotom(command, path, data=tmp_path / "data")
        assert ended.returncode == 1
        assert is_one_sentence(ended.stderr), ended.stderr
        assert not ended.stdout


def test_a_broken_settings_file_is_kept_aside_and_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("persona = [broken")
    ended = rotom("chat", data=tmp_path, stdin="hello\n")
    assert ended.returncode == 0
    assert "settings" in ended.stderr
    aside = list(tmp_path.glob("settings.toml.broken-*"))
    assert [p.read_text() for p in aside] == ["persona = [broken"]


def test_a_brain_that_is_not_there_is_said_and_nothing_crashes(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('brain = "/nowhere/brain.gguf"\n')
    ended = rotom("chat", data=tmp_path, stdin="hello\n")
    assert ended.returncode == 1
    assert "brain" in ended.stderr
    (tmp_path / "foreign.gguf").write_bytes(b"GGUF" + b"\xff" * 4096)
    (tmp_path / "settings.toml").write_text(f'brain = "{tmp_path}/foreign.gguf"\n')
    ended = rotom("chat", data=tmp_path, stdin="hello\n")
    assert ended.returncode == 1
    assert "foreign.gguf" in ended.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said_and_the_conversation_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    ended = rotom("chat", data=folder, stdin="hello\n")
    assert ended.stdout.strip()
    assert str(folder) in ended.stderr


def test_a_file_in_the_place_of_the_data_folder_is_said_and_the_conversation_goes_on(
    tmp_path: Path,
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("I was here first")
    ended = rotom("chat", data=blocked, stdin="hello\n")
    assert ended.stdout.strip()
    assert str(blocked) in ended.stderr
    assert blocked.read_text() == "I was here first"


def test_rotom_comes_into_the_library_of_steam_with_its_pictures_and_out_again(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    (home / ".local/share/Steam/userdata/77/config").mkdir(parents=True)

    def steam(action: str) -> str:
        ended = rotom("steam", action, data=tmp_path, environment={"HOME": str(home)})
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    assert "Rotom is in the library." in steam("install")
    assert "5 of 5 pictures" in steam("status")
    assert "Rotom is out of it." in steam("remove")
    assert "Rotom is not in the library." in steam("status")
