"""The catalogue: what is shipped is whole and honest, and a wrong row is said in one sentence."""

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom import files
from rotom.domain.catalog import CatalogError, Kind, Model, Thinking, Use
from rotom.domain.catalog_rows import read_catalog, row_of
from rotom.domain.speech import Language

URL = "https://huggingface.co/some/repo/resolve/" + "a" * 40 + "/folder/model.gguf"
ROW: dict[str, Any] = {
    "kind": "brain",
    "id": "a-brain",
    "title": "A brain",
    "use": "tiny",
    "languages": ["en", "ko"],
    "memory_mb": 500,
    "context_tokens": 4096,
    "attribution": "Somebody",
    "good_for": {"en": "Talk.", "ko": "대화."},
    "licence": {"name": "MIT", "url": "https://example.org/licence", "must_be_accepted": False},
    "sampling": {"temperature": 0.5, "top_k": 20},
    "files": [{"url": URL, "bytes": 10, "sha256": "0" * 64}],
}


def row(**changes: Any) -> dict[str, Any]:
    changed: dict[str, Any] = copy.deepcopy(ROW)
    for name, value in changes.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    return changed


def read(**changes: Any) -> Model:
    (model,) = read_catalog({"model": [row(**changes)]})
    return model


@pytest.fixture(scope="module")
def shipped() -> tuple[Model, ...]:
    text = (files.models() / "catalog.toml").read_text(encoding="utf-8")
    return read_catalog(tomllib.loads(text))


def test_there_is_a_brain_for_every_place_ears_and_voices(shipped: tuple[Model, ...]) -> None:
    brains = [model for model in shipped if model.kind == Kind.BRAIN]
    places = {Use.TINY, Use.BESIDE_A_GAME, Use.KOREAN_FIRST, Use.DOCKED}
    assert {model.use for model in brains} == places
    assert {model.use for model in shipped if model.kind == Kind.EARS} == places
    voices = [model for model in shipped if model.kind == Kind.VOICE]
    assert {language for model in voices for language in model.languages} == set(Language)


def test_the_first_of_each_kind_asks_for_nothing_but_its_name(shipped: tuple[Model, ...]) -> None:
    for kind in Kind:
        first = next(model for model in shipped if model.kind == kind)
        assert not first.licence.must_be_accepted, first.id


def test_voices_that_are_not_free_for_every_use_come_last_and_have_to_be_accepted(
    shipped: tuple[Model, ...],
) -> None:
    asks = [model.licence.must_be_accepted for model in shipped if model.kind == Kind.VOICE]
    assert asks == sorted(asks)
    for model in shipped:
        words = model.licence.name.lower()
        if any(word in words for word in ("nc", "research", "unclear", "gemma", "lfm")):
            assert model.licence.must_be_accepted, model.id


def test_ears_are_whole_folders_that_need_no_network(shipped: tuple[Model, ...]) -> None:
    for model in shipped:
        if model.kind == Kind.EARS:
            assert {"model.bin", "config.json", "tokenizer.json"} <= {f.name for f in model.files}


def test_every_voice_is_an_onnx_file_and_its_json(shipped: tuple[Model, ...]) -> None:
    for model in shipped:
        if model.kind == Kind.VOICE:
            onnx, config = model.files
            assert onnx == model.main_file
            assert config.name == onnx.name + ".json"
            assert config.url == onnx.url + ".json"


def test_memory_is_at_least_what_the_weights_take(shipped: tuple[Model, ...]) -> None:
    for model in shipped:
        weights = model.bytes / 2 if model.kind == Kind.EARS else model.bytes
        assert model.memory_mb * 1e6 > weights, model.id


def test_every_model_says_what_it_is_good_for_in_english_and_korean(
    shipped: tuple[Model, ...],
) -> None:
    for model in shipped:
        assert all(ord(sign) < 0x2018 for sign in model.good_for[Language.ENGLISH])
        assert any("가" <= sign <= "힣" for sign in model.good_for[Language.KOREAN]), model.id


def test_a_file_tells_its_place_on_the_hub() -> None:
    (file,) = read().files
    assert file.repo == "some/repo"
    assert file.revision == "a" * 40
    assert file.path == "folder/model.gguf"
    assert file.name == "model.gguf"


def test_what_a_row_does_not_say_has_a_default() -> None:
    model = read(sampling=None, context_tokens=None)
    assert model.thinking == Thinking.NEVER
    assert model.sampling.temperature == 0.7
    assert read().sampling.temperature == 0.5
    assert read().sampling.top_k == 20


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"id": "../etc"}, "no name for a model"),
        ({"id": "A"}, "no name for a model"),
        ({"id": None}, "id is missing"),
        ({"kind": "nose"}, "kind is one of brain, ears, voice"),
        ({"use": "always"}, "use is one of"),
        ({"languages": "en"}, "languages is no list"),
        ({"languages": ["fr"]}, "languages is one of en, ko"),
        ({"memory_mb": "much"}, "memory_mb is no whole number"),
        ({"memory_mb": True}, "memory_mb is no whole number"),
        ({"title": "two\nlines"}, "title is too long or not one line"),
        ({"title": " "}, "title is missing"),
        ({"good_for": {"en": "Talk."}}, "ko is missing"),
        ({"good_for": "Talk."}, "good_for is missing"),
        ({"licence": {"name": "MIT", "url": "http://a.b"}}, "not https"),
        ({"licence": {"name": "MIT", "url": "", "must_be_accepted": "no"}}, "true or false"),
        ({"sampling": {"temperature": 9}}, "temperature is a number between 0 and 2"),
        ({"sampling": {"seed": 1}}, "There is no seed"),
        ({"files": []}, "no files"),
        ({"files": [{"url": URL, "bytes": 0, "sha256": "0" * 64}]}, "bytes is no whole number"),
        ({"files": [{"url": URL, "bytes": 1, "sha256": "0" * 63}]}, "64 hexadecimal digits"),
        ({"files": [{"url": URL, "bytes": 1, "sha256": "A" * 64}]}, "64 hexadecimal digits"),
        ({"files": [{"url": URL.replace("a" * 40, "main"), "bytes": 1, "sha256": "0" * 64}]}, "no"),
        ({"files": [{"url": URL.replace("https", "http"), "bytes": 1, "sha256": "0" * 64}]}, "no"),
        ({"files": [{"url": URL + "?x=1", "bytes": 1, "sha256": "0" * 64}]}, "no file of the hub"),
        ({"files": [{"url": URL + "/..%2f..", "bytes": 1, "sha256": "0" * 64}]}, "no name"),
        ({"files": [*ROW["files"], *ROW["files"]]}, "two of its files"),
        ({"folder": "/home"}, "'folder'|your own"),
        ({"colour": "blue"}, "'colour' is not known"),
    ],
)
def test_a_wrong_row_is_one_sentence(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(CatalogError, match=says) as caught:
        read(**changes)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_two_rows_of_one_name_are_refused() -> None:
    with pytest.raises(CatalogError, match="twice"):
        read_catalog({"model": [row(), row()]})


def test_what_is_no_list_of_tables_is_refused() -> None:
    with pytest.raises(CatalogError):
        read_catalog({"model": {}})
    with pytest.raises(CatalogError):
        read_catalog({"model": [1]})


def test_a_model_written_down_is_read_again(shipped: tuple[Model, ...]) -> None:
    for model in shipped:
        assert read_catalog({"model": [row_of(model)]}) == (model,)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(ROW)), JSON, min_size=1))
def test_whatever_a_row_holds_it_is_a_model_or_a_sentence(changes: dict[str, Any]) -> None:
    try:
        models = read_catalog({"model": [{**ROW, **changes}]}, is_own=True)
    except CatalogError:
        return
    assert len(models) == 1
