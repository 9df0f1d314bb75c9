"""A worded sentence is English to everybody, and can be told in another language at the edge."""

import json
from pathlib import Path

import pytest

from rotom.domain.engines import EngineError
from rotom.domain.particles import with_particle
from rotom.domain.wording import Worded, brought, carried, translated, worded

KOREAN = {
    "{path} is a folder.": "{path:은} 폴더예요.",
    "{what}: {why}.": "{what}: {why}.",
    "The settings cannot be saved": "설정을 저장할 수 없어요",
    "the disk is full": "디스크가 가득 찼어요",
    "{gb:.1f} GB are needed.": "{gb:.1f} GB가 필요해요.",
    "Hands-free": "핸즈프리",
    "There is no {name!r}.": "{name!r} 없어요.",
}


def in_korean(text: str) -> str:
    return translated(text, lambda template: KOREAN.get(template, ""))


def test_it_reads_as_english_wherever_a_string_does() -> None:
    sentence = worded("{path} is a folder.", path=Path("/tmp"))
    assert sentence == "/tmp is a folder."
    assert f"{sentence} {sentence}" == "/tmp is a folder. /tmp is a folder."


def test_it_is_told_anew_with_its_values() -> None:
    assert in_korean(worded("{gb:.1f} GB are needed.", gb=1.26)) == "1.3 GB가 필요해요."
    assert in_korean(worded("There is no {name!r}.", name="a b")) == "'a b' 없어요."


def test_it_stays_worded_inside_an_exception_and_another_sentence() -> None:
    error = EngineError(worded("the disk is full"))
    outer = EngineError(
        worded("{what}: {why}.", what=worded("The settings cannot be saved"), why=error)
    )
    assert str(outer) == "The settings cannot be saved: the disk is full."
    assert isinstance(str(outer), Worded)
    assert in_korean(str(outer)) == "설정을 저장할 수 없어요: 디스크가 가득 찼어요."


def test_it_stays_worded_on_its_way_to_another_process() -> None:
    inner = worded("{gb:.1f} GB are needed.", gb=1.25)
    sentence = worded("{what}: {why}.", what=worded("Hands-free"), why=inner)
    told = brought(json.loads(json.dumps(carried(sentence))))
    assert told == sentence
    assert in_korean(told) == "핸즈프리: 1.2 GB가 필요해요.."
    assert brought(carried("plain {text}")) == "plain {text}"


def test_plain_text_is_looked_up_and_stays_where_it_is_unknown() -> None:
    assert in_korean("Hands-free") == "핸즈프리"
    assert in_korean("Something {else}") == "Something {else}"
    assert in_korean(worded("{a} is new.", a=1)) == "1 is new."


def test_a_value_that_looks_like_a_template_is_left_alone() -> None:
    assert in_korean(worded("{path} is a folder.", path="{0}")) == "{0}은 폴더예요."


@pytest.mark.parametrize(
    ("word", "particle", "whole"),
    [
        ("로톰", "은", "로톰은"),
        ("유령", "을", "유령을"),
        ("노트", "이", "노트가"),
        ("서울", "으로", "서울로"),
        ("집", "으로", "집으로"),
        ("7", "이에요", "7이에요"),
        ("2", "과", "2와"),
        ("GPU", "은", "GPU는"),
        ("URL", "으로", "URL로"),
        ("model.bin", "을", "model.bin을"),
        ("Whisper (small)", "이", "Whisper (small)이"),
        ("", "은", "는"),
    ],
)
def test_a_particle_follows_the_sound_of_its_word(word: str, particle: str, whole: str) -> None:
    assert with_particle(word, particle) == whole
