"""While a game tells a story Rotom says nothing by itself: how that is told apart from play."""

import json
import struct
from pathlib import Path

import pytest

from rotom.app import App
from rotom.domain.deck_reports import at_rest
from rotom.domain.remarks import Moment
from rotom.domain.stillness import STRETCH_S, is_scene, still_since
from rotom.files import user_folders
from rotom.system.games import Game
from rotom.system.scenes import Scenes, one_report, others_sound
from tests.cast import Cast
from tests.deck import L5, Deck, report


def moved(place: int, value: int, base: bytes = report()) -> bytes:
    told = bytearray(base)
    struct.pack_into("<h", told, place, value)
    return bytes(told)


def test_controls_rest_also_where_a_stick_is_a_little_off_and_thumbs_lie_on_it() -> None:
    assert at_rest(report())
    assert at_rest(report((13, 6), (13, 7), (10, 3), (10, 4))), "touched, not moved"
    assert at_rest(report(L5)) is False
    for place in (44, 46, 48, 50, 52, 54):
        assert at_rest(moved(place, 30_000)) is False
    assert at_rest(moved(50, -30_000)) is False
    assert at_rest(b"\x01\x00\x04" + bytes(61)) is None
    assert at_rest(b"") is None


def test_a_scene_is_a_stretch_of_rest_with_sound() -> None:
    since = still_since(None, True, 100.0)
    since = still_since(since, True, 119.0)
    assert not is_scene(since, True, 100.0 + STRETCH_S - 1)
    assert is_scene(since, True, 100.0 + STRETCH_S)
    assert not is_scene(since, False, 200.0)
    assert still_since(since, False, 121.0) is None
    assert still_since(since, None, 121.0) is None, "nobody knows"
    assert not is_scene(None, True, 999.0)


def test_the_sound_server_is_asked_only_once_the_controls_rest() -> None:
    now_s, asked = [0.0], []
    told = [report()]

    def sounds() -> bool:
        asked.append(now_s[0])
        return True

    scenes = Scenes(lambda: told[0], sounds, lambda: now_s[0])
    for now_s[0] in range(0, 20, 2):
        scenes.look()
        assert not scenes.goes_on()
    assert asked == []
    now_s[0] = 20.0
    scenes.look()
    assert scenes.goes_on()
    assert asked == [20.0]
    told[0] = report(L5)
    scenes.look()
    assert not scenes.goes_on()


def test_one_report_is_read_and_the_node_is_closed_again(tmp_path: Path) -> None:
    deck = Deck(tmp_path)
    assert one_report(tmp_path, tmp_path, deck.open_node) is None
    deck.plug_in()

    def open_and_tell(path: Path) -> int:
        node = deck.open_node(path)
        deck.tell(report(L5))
        return node

    assert one_report(tmp_path, tmp_path, open_and_tell) == report(L5)
    assert one_report(tmp_path, tmp_path, deck.open_node) is None, "it is silent"
    with pytest.raises(BrokenPipeError):
        deck.tell(report())
    deck.pull_out()
    deck.plug_in()

    def forbidden(path: Path) -> int:
        raise PermissionError(13, "no", str(path))

    assert one_report(tmp_path, tmp_path, forbidden) is None


@pytest.mark.parametrize(
    ("streams", "sounds"),
    [
        ([], False),
        ([{"corked": False, "mute": False, "properties": {"application.process.id": "7"}}], True),
        ([{"corked": True, "mute": False, "properties": {"application.process.id": "7"}}], False),
        ([{"corked": False, "mute": True, "properties": {}}], False),
        ([{"corked": False, "mute": False, "properties": {"application.process.id": "9"}}], False),
        ("nonsense", False),
    ],
)
def test_another_program_is_heard_where_its_stream_plays(streams: object, sounds: bool) -> None:
    assert others_sound(lambda *_: json.dumps(streams), own=9) is sounds


def test_without_a_sound_server_nothing_is_heard() -> None:
    assert not others_sound(lambda *_: "")
    assert not others_sound(lambda *_: "Connection refused")


class Told:
    """A moment that is worth a remark."""

    def game(self) -> Game | None:
        return Game(1, "Celeste", 7300)

    def moment(self) -> Moment:
        return Moment(game="Celeste", played_s=7300)


def test_a_remark_waits_for_the_end_of_a_scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = [True]
    monkeypatch.setattr(Scenes, "look", lambda self: None)
    monkeypatch.setattr(Scenes, "goes_on", lambda self: scene[0])
    cast = Cast()
    app = App(user_folders(tmp_path), cast.engines)
    monkeypatch.setattr(app.by_itself, "_surroundings", Told())
    app.change({"remark_every_min": 30, "quiet_in_scenes": True})
    app.session.start()
    assert app.session.say("hi").wait_ended(20) is not None
    spoken = len(cast.voice.spoken)
    for _ in range(3):
        app.by_itself.look(app.session)
    scene[0] = False
    while len(cast.voice.spoken) == spoken:  # the end of a turn is told before Rotom rests
        app.by_itself.look(app.session)
    app.close()
    assert "Celeste" in cast.voice.spoken[spoken][0]
    assert len(cast.voice.spoken) > spoken
