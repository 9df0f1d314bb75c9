"""Character cards of other programs: taken over, written again, and refused with a sentence."""

import base64
import io
import json
import os
import struct
import zipfile
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom import files
from rotom.domain.cards import CardError, card_of, data_of, persona_of
from rotom.domain.character import LONGEST, Feeling, Persona
from rotom.domain.macros import filled, met
from rotom.storage.card_files import LARGEST_CARD, PNG, read_card, with_cards
from rotom.storage.errors import StorageError
from rotom.storage.persona_shelf import PersonaShelf

PICTURE = (files.assets() / "personas" / "card.png").read_bytes()

V2 = {
    "spec": "chara_card_v2",
    "spec_version": "2.0",
    "data": {
        "name": "Aria",
        "description": "{{char}} runs a bakery.",
        "personality": "Witty and warm.",
        "scenario": "It is early.",
        "first_mes": "Oh, {{user}}! Come in.",
        "mes_example": "<START>\n{{user}}: Bread?\n{{char}}: Fresh!",
        "system_prompt": "{{original}} Stay in character.",
        "post_history_instructions": "",
        "alternate_greetings": ["Hm?"],
        "tags": ["food"],
        "creator": "somebody",
        "character_book": {"entries": [{"keys": ["rye"], "content": "Dark."}]},
        "extensions": {"other": {"depth": 4}},
    },
}
V1 = {name: V2["data"][name] for name in ("name", "description", "first_mes")}  # type: ignore[index]
MINE = Persona(
    *("mine", "Zap", "quick", "You hum.", "Say 'bzzt'.\nOften.", "Hi!"),
    baseline=Feeling(0.5, -0.25, 1.0),
    examples="Bzzt!\nZap!",
    form="toaster",
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture_with(*chunks: bytes) -> bytes:
    return PNG + b"".join(chunks) + chunk(b"IEND", b"")


def text_chunk(keyword: bytes, card: object) -> bytes:
    return chunk(b"tEXt", keyword + b"\0" + base64.b64encode(json.dumps(card).encode()))


@pytest.fixture
def shelf(tmp_path: Path) -> PersonaShelf:
    return PersonaShelf(files.assets() / "personas", tmp_path / "own")


def put(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def named(card: dict[str, object], name: str) -> dict[str, object]:
    return {**card, "data": {**card["data"], "name": name}}  # type: ignore[dict-item]


def charx(card: object) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("card.json", card if isinstance(card, bytes) else json.dumps(card))
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("two.json", V2),
        ("bom.json", b"\xef\xbb\xbf" + json.dumps(V2).encode()),
        ("three.json", {**V2, "spec": "chara_card_v3", "spec_version": "3.7"}),
        ("old.png", picture_with(text_chunk(b"chara", V2))),
        ("new.png", picture_with(text_chunk(b"chara", V1), text_chunk(b"ccv3", V2))),
        (
            "packed.png",
            picture_with(
                chunk(
                    b"zTXt",
                    b"chara\0\0" + zlib.compress(base64.b64encode(json.dumps(V2).encode())),
                )
            ),
        ),
        ("all.charx", charx(V2)),
        ("wrong-name.txt", V2),
    ],
)
def test_a_card_of_any_kind_becomes_a_persona(
    shelf: PersonaShelf, tmp_path: Path, name: str, content: object
) -> None:
    persona, is_whole = shelf.bring_in(put(tmp_path, name, content), frozenset())
    assert is_whole
    assert persona in shelf.personas
    assert (persona.id, persona.name, persona.temperament) == ("aria", "Aria", "Witty and warm")
    assert persona.instructions == "Stay in character.\n{{char}} runs a bakery.\nIt is early."
    assert persona.examples == "{{user}}: Bread?\n{{char}}: Fresh!"
    assert met(persona, "Mina").greeting == "Oh, Mina! Come in."
    assert met(persona, "").examples == "the user: Bread?\nAria: Fresh!"


def test_a_card_of_version_1_says_less(shelf: PersonaShelf, tmp_path: Path) -> None:
    persona, _ = shelf.bring_in(put(tmp_path, "one.json", V1), frozenset())
    assert (persona.name, persona.temperament) == ("Aria", "one of a kind")


def test_what_was_not_edited_goes_out_as_it_came_in(shelf: PersonaShelf, tmp_path: Path) -> None:
    persona, _ = shelf.bring_in(put(tmp_path, "a.json", V2), frozenset())
    shelf.export(persona.id, tmp_path / "out.json", 2)
    out = json.loads((tmp_path / "out.json").read_text())
    assert out["spec"], out["spec_version"] == ("chara_card_v2", "2.0")
    assert out["data"].pop("extensions")["other"] == {"depth": 4}
    before = dict(V2["data"])  # type: ignore[call-overload]
    before.pop("extensions")
    assert {name: out["data"][name] for name in before} == before
    shelf.keep(replace(persona, greeting="Hello.", instructions="Bake."))
    shelf.export(persona.id, tmp_path / "out.json", 3)
    data = json.loads((tmp_path / "out.json").read_text())["data"]
    assert (data["first_mes"], data["description"], data["system_prompt"]) == (
        "Hello.",
        "Bake.",
        "",
    )
    assert data["mes_example"] == before["mes_example"]
    assert data["character_book"] == before["character_book"]


@pytest.mark.parametrize(("name", "version"), [("a.json", 2), ("a.json", 3), ("a.png", 2)])
def test_our_own_persona_comes_back_as_it_went(
    shelf: PersonaShelf, tmp_path: Path, name: str, version: int
) -> None:
    shelf.keep(MINE)
    shelf.export("mine", tmp_path / name, 3 if version == 3 else 2)
    back, _ = shelf.bring_in(tmp_path / name, frozenset())
    assert replace(back, id="mine") == MINE
    assert back.id == "zap"


def test_a_picture_holds_both_versions_and_stays_a_picture(
    shelf: PersonaShelf, tmp_path: Path
) -> None:
    shelf.export("calm", tmp_path / "calm.png", 2)
    content = (tmp_path / "calm.png").read_bytes()
    assert content.startswith(PNG)
    assert content.endswith(chunk(b"IEND", b""))
    for keyword, spec in ((b"chara", "chara_card_v2"), (b"ccv3", "chara_card_v3")):
        _, _, rest = content.partition(b"tEXt" + keyword + b"\0")
        length = content.index(b"tEXt" + keyword)
        (size,) = struct.unpack_from(">I", content, length - 4)
        assert json.loads(base64.b64decode(rest[: size - len(keyword) - 1]))["spec"] == spec


DEEP = b'{"spec":"chara_card_v2","data":{"name":"A","extensions":' + b"[" * 90 + b"]" * 90 + b"}}"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.json", b"", "not JSON that can be read"),
        ("words.json", b"hello", "not JSON that can be read"),
        ("nan.json", b'{"name": NaN}', "not JSON that can be read"),
        ("digits.json", b'{"name": ' + b"9" * 5000 + b"}", "not JSON that can be read"),
        ("bytes.json", b"\xff\xfe\x00", "it is no character card"),
        ("list.json", [V2], "it is no character card"),
        ("other.json", {"a": 1}, "it is no character card"),
        ("spec.json", {**V2, "spec": 7}, "it is no character card"),
        ("lore.json", {"spec": "lorebook_v3", "data": {}}, "a book of lore"),
        ("hollow.json", {"spec": "chara_card_v2", "data": []}, "nothing of its character"),
        ("nameless.json", named(V2, " \x07 "), "it has no name"),
        ("types.json", {**V2, "data": {**V1, "name": ["A"]}}, "its name is not text"),
        ("types.json", {**V2, "data": {**V1, "description": {}}}, "its description is not text"),
        ("deep.json", DEEP, "nested too deeply"),
        ("deeper.json", b"[" * 100_000, "nested too deeply"),
        ("huge.json", b" " * (LARGEST_CARD + 1), "larger than 8 MB"),
        ("huger.json", b" " * (21 * 1024 * 1024), "larger than 20480 KB"),
        ("plain.png", PICTURE, "no card in the picture"),
        ("cut.png", picture_with(text_chunk(b"chara", V2))[:-40], "ends in the middle"),
        ("lies.png", PNG + struct.pack(">I", 2**31) + b"tEXtchara", "ends in the middle"),
        ("short.png", PNG + b"\0\0", "ends in the middle"),
        (
            "flipped.png",
            picture_with(text_chunk(b"chara", V2)).replace(b"chara\0e", b"chara\0f"),
            "is damaged",
        ),
        ("base64.png", picture_with(chunk(b"tEXt", b"chara\0%%%")), "is damaged"),
        ("zlib.png", picture_with(chunk(b"zTXt", b"chara\0\0xx")), "is damaged"),
        (
            "bomb.png",
            picture_with(chunk(b"zTXt", b"chara\0\0" + zlib.compress(b"A" * 40_000_000, 9))),
            "larger than 8 MB",
        ),
        (
            "bomb2.png",
            picture_with(chunk(b"iTXt", b"ccv3\0\1\0\0\0" + zlib.compress(b"A" * 40_000_000, 9))),
            "larger than 8 MB",
        ),
        ("bomb.charx", charx(b" " * 40_000_000), "larger than 8 MB"),
        ("broken.charx", charx(V2)[:-30], "damaged or locked"),
        ("without.charx", charx(V2).replace(b"card.json", b"cord.json"), "no card in it"),
    ],
)
def test_a_card_that_is_none_is_refused_with_a_sentence_and_nothing_is_kept(
    shelf: PersonaShelf, tmp_path: Path, name: str, content: object, why: str
) -> None:
    before = shelf.personas
    with pytest.raises(StorageError, match=why) as refused:
        shelf.bring_in(put(tmp_path, name, content), frozenset())
    assert str(refused.value).startswith(f"{name} cannot be brought in: ")
    assert len(str(refused.value)) < 250
    assert shelf.personas == before
    assert not list((tmp_path / "own").glob("*"))


def test_what_is_no_file_is_refused(shelf: PersonaShelf, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("pipe.png", "nowhere.json", "."):
        with pytest.raises(StorageError):
            shelf.bring_in(tmp_path / name, frozenset())


def test_texts_that_are_too_long_are_cut_at_a_sentence_and_kept_whole_beside(
    shelf: PersonaShelf, tmp_path: Path
) -> None:
    long = "This is a sentence. " * 1000
    card = {**V2, "data": {**V1, "name": "N" * 99, "description": long, "first_mes": long}}
    persona, is_whole = shelf.bring_in(put(tmp_path, "a.json", card), frozenset())
    assert not is_whole
    assert len(persona.name) == LONGEST["name"]
    assert persona.instructions.endswith("sentence.")
    assert persona.greeting.endswith("sentence.")
    out = json.loads(shelf.card(persona.id, 2))
    assert (out["data"]["description"], out["data"]["first_mes"]) == (long, long)


def test_signs_that_no_file_can_hold_and_control_characters_do_no_harm(
    shelf: PersonaShelf, tmp_path: Path
) -> None:
    card = b'{"name": "A\\u0000\\ud800B", "description": "x\\u0007\\u202ey\\ud83d", "tags": 3}'
    persona, _ = shelf.bring_in(put(tmp_path, "a.json", card), frozenset())
    assert persona.name == "AB"
    shelf.export(persona.id, tmp_path / "out.png", 2)
    assert shelf.bring_in(tmp_path / "out.png", frozenset())[0].name == "AB"


def test_a_persona_that_was_removed_is_brought_back_with_its_card(
    shelf: PersonaShelf, tmp_path: Path
) -> None:
    persona, _ = shelf.bring_in(put(tmp_path, "a.json", V2), frozenset())
    whole = shelf.card(persona.id, 3)
    bring_back = shelf.remove(persona.id)
    assert persona not in shelf.personas
    assert not list((tmp_path / "own").iterdir())
    bring_back()
    assert persona in shelf.personas
    assert shelf.card(persona.id, 3) == whole


def test_a_copy_and_a_second_card_have_ids_of_their_own(
    shelf: PersonaShelf, tmp_path: Path
) -> None:
    assert shelf.duplicate("calm", frozenset()).id == "rotom-2"
    assert shelf.duplicate("calm", frozenset({"rotom-2-2"})).id == "rotom-2-3"
    path = put(tmp_path, "a.json", V2)
    assert [shelf.bring_in(path, frozenset({"aria"}))[0].id for _ in "ab"] == ["aria-2", "aria-3"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{CHAR}} and {{User}}", "Zap and Mina"),
        ("<USER>, <bot>, <CHAR>", "Mina, Zap, Zap"),
        ("a{{// a note }}b{{comment: x}}c{{hidden_key:k}}{{original}}", "abc"),
        ("{{reverse:abc}}", "cba"),
        ("{{unknown thing}}!", "!"),
        ("{{reverse:{{char}}}}", "paZ"),
        ("{{roll:d1}}{{roll:1}}{{roll:x}}", "11"),
        ("{single} }} {{", "{single} }} {{"),
    ],
)
def test_macros_are_filled_in(text: str, said: str) -> None:
    assert filled(text, "Zap", "Mina") == said


def test_chance_is_the_same_each_time() -> None:
    text = "{{random:a,b,c}}{{pick:a,b}}{{roll:6}}"
    assert filled(text, "Zap", "") == filled(text, "Zap", "")
    assert filled(text, "Zap", "")[0] in "abc"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from([*V2["data"], "extensions"])  # type: ignore[misc]


@settings(max_examples=150)
@given(data=st.dictionaries(fields, values, max_size=6), name=st.text(min_size=1))
def test_any_card_becomes_a_persona_that_goes_out_and_comes_back_the_same_or_is_refused(
    data: dict[str, object], name: str
) -> None:
    said = {**data, "name": name}
    try:
        persona, _ = persona_of(data_of({**V2, "data": said}), "mine")
    except CardError:
        return
    assert all(len(getattr(persona, text)) <= most for text, most in LONGEST.items())
    out = data_of(json.loads(json.dumps(card_of(persona, 3, said))))
    assert persona_of(out, "mine")[0] == persona


@settings(max_examples=100)
@given(content=st.binary(max_size=200), at=st.integers(0, 400))
def test_any_bytes_are_a_card_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, at: int
) -> None:
    whole = with_cards(picture_with(), {"chara": V2})
    path = tmp_path_factory.mktemp("cards") / "a.png"
    path.write_bytes(whole[:at] + content + whole[at:])
    with suppress(CardError):
        read_card(path)
