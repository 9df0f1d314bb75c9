"""The page of models: found, fetched, paused, chosen, removed, by keys alone."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tomli_w
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from rotom.conversation.events import EngineReady
from rotom.domain.catalog import Kind, Licence, Use
from rotom.domain.catalog_rows import row_of
from rotom.domain.choice import NOT_THERE
from rotom.domain.speech import Language
from rotom.storage.download_stage import Downloads, News
from rotom.storage.model_folder import ModelFolder
from rotom.storage.pace import Limit
from rotom.storage.tuning import STARTER
from tests.engines.chat_server import scripted_server
from tests.engines.tiny_gguf import write_tiny_gguf
from tests.hub import Day, Hub, running_hub
from tests.patience import PATIENCE_S
from tests.ui.room import Room, controls_of, items_of, name_of, opened_room
from tests.unit.test_model_folder import model_of
from tests.unit.test_server_command import Keyring


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


@pytest.fixture
def catalog(hub: Hub, tmp_path: Path) -> Path:
    content = write_tiny_gguf(tmp_path / "tiny.gguf").read_bytes()
    file = hub.put("maker/brain", "tiny.gguf", content)
    brain = replace(
        model_of(file), kind=Kind.BRAIN, id="tiny", title="Tiny brain", use=Use.BESIDE_A_GAME
    )
    strict = replace(
        brain, id="strict", title="Strict brain", licence=Licence("NC", "https://a.example", True)
    )
    path = tmp_path / "catalog.toml"
    path.write_text(tomli_w.dumps({"model": [row_of(brain), row_of(strict)]}))
    return path


@pytest.fixture
def room(
    qtbot: QtBot, tmp_path: Path, hub: Hub, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Room]:
    monkeypatch.setattr(
        "rotom.app.model_folder", lambda folders: ModelFolder(folders.models, catalog)
    )
    with opened_room(qtbot, tmp_path / "data") as room:
        room.window.models._open_web = hub.web
        room.press(Qt.Key.Key_F9)
        assert room.window.navigation.page == "models"
        assert not room.window.quick.grabWindow().isNull()
        yield room


def shown(room: Room) -> list[str]:
    assert not room.window.quick.grabWindow().isNull()
    return [
        str(item.property("text"))
        for item in items_of(room.window.quick.contentItem())
        if item.inherits("QQuickText") and item.property("text")
    ]


def test_two_presses_fetch_what_suits_and_it_is_in_use(room: Room) -> None:
    assert "Tiny brain (suits this machine)" in shown(room)
    room.go_to("Fetch Tiny brain")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: room.app.settings.brain == "tiny")
    assert room.app.models.holding(room.app.models.find("tiny")).is_whole
    assert room.cast.made_for[-1].brain == "tiny"
    assert "Tiny brain (in use)" in shown(room)


def test_fetching_shows_how_far_it_is_and_can_be_paused(room: Room, hub: Hub) -> None:
    gate = threading.Event()
    hub.days = [Day(gate=gate)]
    models = room.window.models
    models.fetch("tiny")
    room.wait(lambda: models.share > 0.4)
    assert models.states["tiny"]["doing"] == "fetching"
    assert any("of 0 MB" in text for text in shown(room))
    room.go_to("Pause Tiny brain")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: models.states["tiny"]["doing"] == "")
    gate.set()
    assert models.states["tiny"]["partly"]
    assert room.app.settings.brain == ""
    room.go_to("Go on fetching Tiny brain")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: bool(models.states["tiny"]["here"]))


def test_a_licence_stands_beside_the_button_that_accepts_it(room: Room) -> None:
    (said,) = [text for text in shown(room) if "accepts this licence" in text]
    assert "NC" in said
    assert "https://a.example" in said


def test_what_is_not_in_use_shows_its_size_and_goes_with_one_press(room: Room) -> None:
    models = room.window.models
    models.fetch("strict")
    room.wait(lambda: bool(models.states["strict"]["here"]))
    models.fetch("tiny")
    room.wait(lambda: bool(models.states["tiny"]["here"]))
    room.wait(lambda: models.unused != "")
    freed = models.unused
    assert room.app.settings.brain == "strict", "what was chosen stays chosen"
    room.go_to(f"Remove all that is not in use ({freed})")
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: not models.states["tiny"]["here"])
    assert models.states["strict"]["here"]
    assert models.unused == ""


def test_what_goes_wrong_is_a_notice(room: Room, hub: Hub) -> None:
    hub.files.clear()
    room.window.models.fetch("tiny")
    room.wait(lambda: bool(room.window.notices.sentences))
    assert "has no tiny.gguf" in room.window.notices.sentences[0]
    assert room.window.models.states["tiny"]["doing"] == ""


def test_what_a_download_waits_for_stands_on_its_card(room: Room, hub: Hub) -> None:
    hub.hub_days = [Day(status=429, headers={"Retry-After": "300"})]
    models = room.window.models
    models.fetch("tiny")
    room.wait(lambda: "Rotom goes on in 300 s" in models.speed)
    assert any("Rotom goes on in 300 s" in text for text in shown(room))
    assert room.window.notices.sentences == []
    models.pause("tiny")
    room.wait(lambda: models.states["tiny"]["doing"] == "")


def drop(room: Room, path: Path) -> None:
    """A file let go over the middle of the window, as a desktop does it."""
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path))])
    middle = QPoint(room.window.quick.width() // 2, room.window.quick.height() // 2)
    rest = (
        Qt.DropAction.CopyAction,
        what,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(room.window.quick, QDragEnterEvent(middle, *rest))
    QCoreApplication.sendEvent(room.window.quick, QDropEvent(QPointF(middle), *rest))


def test_a_file_that_is_dropped_becomes_a_model(room: Room, tmp_path: Path) -> None:
    own = {"general.name": "Mine", "general.license": "mit"}
    drop(room, write_tiny_gguf(tmp_path / "my own 모델.gguf", own))
    room.wait(lambda: "Mine" in shown(room))
    room.wait(lambda: any("1,024 tokens of context, licence mit" in text for text in shown(room)))
    assert room.app.settings.brain == "", "what a file is can be read before it is loaded"
    room.go_to("Use Mine")
    room.press(Qt.Key.Key_Space)
    assert room.app.settings.brain == "mine"
    room.window.models.add("file:///nowhere.gguf")
    room.wait(lambda: "neither a file" in room.window.notices.sentences[-1])


def test_what_is_here_tells_of_itself_before_it_is_used(room: Room) -> None:
    models = room.window.models
    models.fetch("strict")
    room.wait(lambda: "strict" in models.headers.told)
    (said,) = [text for text in shown(room) if "trained for" in text]
    assert "Tiny random brain: llama" in said
    assert "which is free" in said
    path = room.app.models.path_of(room.app.models.find("strict"))
    room.window.models.useShipped("brain")
    path.write_bytes(b"GGUF" + bytes(path.stat().st_size - 4))
    models.headers._shapes.clear()
    models.headers.look()
    room.wait(lambda: "damaged" in models.headers.told.get("strict", ""))


def test_how_the_brain_chooses_words_is_changed_by_keys_and_left_its_own_way(room: Room) -> None:
    made = len(room.cast.made_for)
    room.go_to("Change how words are chosen")
    room.press(Qt.Key.Key_Space)
    room.go_to("Temperature")
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Right)
    assert room.focus == "Temperature", "what is turned keeps the focus"
    assert room.app.tuning.of(STARTER).temperature == pytest.approx(0.35)
    assert "Temperature: 0.35" in shown(room)
    room.go_to("Leave the brain its own way", Qt.Key.Key_Backtab)
    room.press(Qt.Key.Key_Space)
    assert room.app.tuning.values(STARTER) == {}
    assert len(room.cast.made_for) == made, "nothing had to be loaded anew"


def test_all_that_suits_is_fetched_with_one_press(room: Room) -> None:
    models = room.window.models
    assert [row["title"] for row in models.suggestion["models"]] == ["Tiny brain"]
    assert models.suggestion["size"] == "0 MB"
    models.fetchSuggestion()
    models.fetchSuggestion()
    room.wait(lambda: room.app.settings.brain == "tiny")
    assert models.suggestion == {"models": [], "size": ""}


def test_a_model_that_is_here_is_chosen_in_the_settings_too(room: Room, tmp_path: Path) -> None:
    room.window.models.fetch("strict")
    room.wait(lambda: bool(room.window.models.states["strict"]["here"]))
    own = write_tiny_gguf(tmp_path / "own.gguf")
    room.app.change({"brain": str(own)})
    room.press(Qt.Key.Key_F10)
    room.go_to("Brain", Qt.Key.Key_PageDown)
    offered = [
        name.removeprefix("Brain: ")
        for name in map(name_of, controls_of(room.window.quick.contentItem()))
        if name.startswith("Brain: ")
    ]
    assert offered == ["Rotom's small starter brain", "Strict brain", "own.gguf"]
    room.go_to("Brain: Strict brain")
    room.press(Qt.Key.Key_Space)
    assert room.app.settings.brain == "strict"
    assert room.cast.made_for[-1].brain == "strict"


def test_a_chosen_model_that_is_gone_is_still_offered_and_says_so(room: Room) -> None:
    room.app.change({"brain": "tiny", "korean_voice": "/nowhere/ko.onnx"})
    (_, gone) = room.app.choices("brain")
    assert (gone.id, gone.title, gone.help) == ("tiny", "Tiny brain", NOT_THERE)
    (robot, own) = room.app.choices("korean_voice")
    assert (robot.id, own.title, own.help) == ("", "ko.onnx", NOT_THERE)


def test_an_address_of_the_hub_is_typed_and_added(room: Room, hub: Hub, tmp_path: Path) -> None:
    hub.put("a/b", "other.gguf", (tmp_path / "tiny.gguf").read_bytes())
    room.go_to("A model of your own, by path or address")
    room.type("a/b")
    room.press(Qt.Key.Key_Return)
    room.wait(lambda: "other" in shown(room))


def test_what_another_program_has_is_marked_and_linked(
    room: Room, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    studio = tmp_path / "home/.lmstudio/models/maker/brain/tiny.gguf"
    studio.parent.mkdir(parents=True)
    studio.write_bytes((tmp_path / "tiny.gguf").read_bytes())
    room.window.navigation.open("chat")
    room.window.navigation.open("models")
    marked = "Already here, from LM Studio: links instead of downloading."
    assert shown(room).count(marked) == 2, "two models of the catalogue are that file"
    room.window.models.fetch("tiny")
    room.wait(lambda: bool(room.window.models.states["tiny"]["here"]))
    assert hub.asked == []
    assert shown(room).count(marked) == 1


def test_after_a_model_was_added_the_other_kinds_are_shown_as_before(
    room: Room, tmp_path: Path
) -> None:
    own = write_tiny_gguf(tmp_path / "own.gguf", {"general.name": "Mine"})
    room.window.models.add(own.as_uri())
    room.wait(lambda: "Mine" in shown(room))
    room.window.navigation.paged.emit(1)
    assert "Mine" not in shown(room)
    room.window.navigation.paged.emit(-1)
    assert "Mine" in shown(room)


def test_another_language_has_other_advice(room: Room) -> None:
    assert "Tiny brain (suits this machine)" in shown(room)
    room.window.settings.change("language", "ko")
    room.window.navigation.open("chat")
    room.window.navigation.open("models")
    spoken = room.app.advice(Kind.BRAIN)
    assert spoken.why in shown(room)
    room.window.settings.change("interface_language", "ko")
    korean = room.app.models.find("tiny").good_for[Language.KOREAN]
    assert korean in shown(room)


def test_a_server_is_tested_with_one_press(room: Room) -> None:
    with scripted_server() as server:
        room.app.change({"server": server.address})
        room.window.settings.changed.emit("server")
        room.go_to("Test the server")
        room.press(Qt.Key.Key_Space)
        room.wait(lambda: any("first word" in each for each in room.window.notices.sentences))


def test_the_speed_is_limited_from_the_page_also_for_what_is_coming(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("rotom.storage.pace.Halt.wait", lambda _halt, s: waited.append(s))
    room.go_to("Download limit: none")
    room.press(Qt.Key.Key_Right)
    assert room.app.settings.download_limit == 0.5
    assert "Download limit: 0.5 MB/s" in shown(room)
    models = room.window.models
    models.fetch("tiny")
    room.wait(lambda: bool(models.states["tiny"]["here"]))
    size = room.app.models.find("tiny").bytes
    assert sum(waited) > 0.5 * size / 0.5e6
    count = len(waited)
    models.setLimit(0.0)
    models.fetch("strict")
    room.wait(lambda: bool(models.states["strict"]["here"]))
    assert len(waited) == count


def test_a_limit_that_changes_holds_from_the_next_piece_on() -> None:
    now_s, waited, per_s = 0.0, list[float](), [1000.0]
    limit = Limit(lambda: per_s[0], waited.append, lambda: now_s)
    limit.take(1000)
    per_s[0] = 500.0
    now_s = 1.0
    limit.take(1000)
    assert waited == [1.0, 2.0]


def test_what_is_quick_does_not_wait_for_a_download(room: Room, hub: Hub, tmp_path: Path) -> None:
    gate = threading.Event()
    hub.days = [Day(gate=gate)]
    models = room.window.models
    models.fetch("tiny")
    room.wait(lambda: models.share > 0.4)
    own = write_tiny_gguf(tmp_path / "own.gguf", {"general.name": "Mine"})
    models.add(own.as_uri())
    room.wait(lambda: "Mine" in shown(room))
    assert models.states["tiny"]["doing"] == "fetching"
    models.pause("tiny")
    room.wait(lambda: models.states["tiny"]["doing"] == "")
    gate.set()


def test_the_models_of_the_server_are_listed_and_one_is_chosen(room: Room) -> None:
    with scripted_server() as server:
        server.models = ["small-one", "large-one"]
        room.app.change({"server": server.address})
        room.window.settings.changed.emit("server")
        room.go_to("Show its models")
        room.press(Qt.Key.Key_Space)
        room.wait(lambda: "large-one" in shown(room))
        room.go_to("large-one")
        room.press(Qt.Key.Key_Space)
        assert room.app.settings.server_model == "large-one"
        assert server.asked == [], "no word went there"
        room.app.change({"server": "http://pc.local:1"})
        room.window.settings.changed.emit("server")
        assert "large-one" not in shown(room), "another server has other models"


def test_the_key_of_the_server_goes_into_the_keyring_and_is_shown_nowhere(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import keyring

    ring = Keyring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(ring, name))
    with scripted_server() as server:
        room.app.change({"server": server.address})
        room.window.settings.changed.emit("server")
        brains = len(room.cast.made_for)
        room.go_to("Think here again")
        room.press(Qt.Key.Key_Tab)
        room.type("sk-very-secret")
        field = room.window.quick.activeFocusItem()
        assert "sk-very-secret" not in " ".join(shown(room))
        assert set(str(field.property("displayText"))).isdisjoint("sk-very-secret")
        room.press(Qt.Key.Key_Return)
        room.wait(lambda: any("in the keyring" in s for s in room.window.notices.sentences))
        assert list(ring.kept.values()) == ["sk-very-secret"]
        assert field.property("text") == ""
        assert len(room.cast.made_for) > brains, "the brain is made anew, with the key"
        room.window.models.desk.test()
        room.wait(lambda: server.keys == ["Bearer sk-very-secret"])
        room.wait(lambda: any("first word" in s for s in room.window.notices.sentences))
    assert "sk-very-secret" not in " ".join(room.window.notices.sentences) + caplog.text
    written = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert b"sk-very-secret" not in written
    room.window.models.desk.keepKey("")
    room.wait(lambda: ring.kept == {})


def test_a_server_is_named_on_the_page_and_nothing_goes_there_before_a_yes(room: Room) -> None:
    room.go_to("The address of a server that thinks")
    room.type("8.8.8.8:80")
    room.press(Qt.Key.Key_Return)
    assert room.app.settings.server == "https://8.8.8.8:80/v1"
    assert room.app.settings.server_agreed == ""
    assert any("your words leave this machine" in text for text in shown(room))
    room.go_to("Think here")
    room.press(Qt.Key.Key_Space)
    assert room.app.settings.server == ""


def test_the_page_says_where_rotom_thinks_and_asks_before_words_leave(room: Room) -> None:
    assert "Rotom thinks on this machine." in shown(room)
    room.app.change({"server": "http://192.168.1.20:8080"})
    room.window.settings.changed.emit("server")
    (statement,) = [text for text in shown(room) if "your words leave this machine" in text]
    assert "192.168.1.20:8080" in statement
    assert room.app.settings.server_agreed == ""
    room.go_to("Let my words go there")
    room.press(Qt.Key.Key_Space)
    assert room.app.settings.server_agreed == room.app.settings.server
    assert any("thinks on http://192.168.1.20:8080" in text for text in shown(room))
    assert room.window.models.privacy == ""


def test_every_page_shows_where_the_words_are_thought(room: Room) -> None:
    assert "thinks here" in shown(room)
    room.app.change({"server": "http://pc.local:8080", "server_agreed": "http://pc.local:8080"})
    room.window._take(EngineReady("brain", "big-model on pc.local:8080", 1.0))
    for page in ("companion", "chat", "models"):
        room.window.navigation.open(page)
        assert "thinks on pc.local:8080" in shown(room)
    room.window._take(EngineReady("brain", "Rotom starter", 0.0))
    assert "thinks here" in shown(room)


def test_the_first_start_fetches_what_suits_in_the_background(
    qtbot: QtBot, tmp_path: Path, hub: Hub, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "rotom.app.model_folder", lambda folders: ModelFolder(folders.models, catalog)
    )
    with opened_room(qtbot, tmp_path / "new", met=False) as room:
        room.window.models._open_web = hub.web
        room.press(Qt.Key.Key_Space)
        room.press(Qt.Key.Key_Space)
        room.go_to("Fetch it in the background: Tiny brain")
        room.press(Qt.Key.Key_Space)
        room.go_to("Let's talk")
        room.press(Qt.Key.Key_Space)
        assert room.app.settings.met
        room.wait(lambda: room.app.settings.brain == "tiny")


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_every_control_has_a_name_and_a_size_and_every_text_fits(
    room: Room, size: tuple[int, int]
) -> None:
    room.resize(*size)
    for kind in range(3):
        if kind:
            room.window.navigation.paged.emit(1)
        shown(room)
        for control in controls_of(room.window.quick.contentItem()):
            assert name_of(control)
            assert min(control.width(), control.height()) >= 48, name_of(control)
        for item in items_of(room.window.quick.contentItem()):
            if item.inherits("QQuickText") and item.property("text"):
                right = item.mapToScene(item.boundingRect().topRight()).x()
                assert right <= size[0], item.property("text")


def test_a_second_download_waits_for_the_first_and_stopping_pauses_both(
    hub: Hub, catalog: Path, tmp_path: Path
) -> None:
    gate = threading.Event()
    hub.days = [Day(gate=gate)]
    folder = ModelFolder(tmp_path / "models", catalog)
    news: list[News] = []
    moved = threading.Event()

    def take(each: News) -> None:
        news.append(each)
        if each.what == "progress":
            moved.set()

    downloads = Downloads(folder, take, keeps_apart=True, open_web=hub.web)
    downloads.fetch(folder.find("tiny"))
    downloads.fetch(folder.find("strict"))
    downloads.fetch(folder.find("tiny"))
    assert moved.wait(PATIENCE_S)
    downloads.stop()
    gate.set()
    told = [(each.what, each.model_id) for each in news if each.what != "progress"]
    assert told == [("began", "tiny"), ("paused", "tiny"), ("paused", "strict")]
